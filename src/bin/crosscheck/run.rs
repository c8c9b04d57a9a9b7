//! One run, from the arguments to the exit code.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use crosscheck::align::model::Weights;
use crosscheck::graph::ClaimGraph;
use crosscheck::model::Collection;
use crosscheck::text::meaning::Encoder;
use crosscheck::{Config, Reconciler};

use crate::args::Arguments;
use crate::configuration::Configuration;
use crate::exit::{Exit, Failure};
use crate::interrupt;
use crate::memory;
use crate::messages::Messages;
use crate::progress::Bar;
use crate::screen::Screen;

/// What every command gets to work with.
pub struct Context {
    /// The numbers that decide.
    pub config: Config,
    /// Where the numbers come from that users set.
    pub origins: BTreeMap<String, String>,
    /// What gives claims their meaning, if the user named it.
    pub encoder: Option<Arc<dyn Encoder>>,
    /// What is known of standard output.
    pub screen: Screen,
    /// Where to tell the user something that is not the result.
    pub messages: Messages,
}

impl Context {
    /// What reconciles sources as this run asks for.
    ///
    /// # Errors
    /// As [`Context::weights`].
    pub fn reconciler(&self) -> Result<Reconciler, Failure> {
        self.weights()?;
        let reconciler = Reconciler::new(self.config.clone()).with_encoder(self.encoder.clone());
        Ok(match self.messages.tells_progress() {
            true => reconciler.telling(Arc::new(Bar::new())),
            false => reconciler,
        })
    }

    /// Reconciles sources that are cut already, and says how much there was to compare.
    pub fn relate(&self, reconciler: &Reconciler, collection: Collection) -> ClaimGraph {
        let graph = reconciler.relate(collection);
        let claims = graph.collection().claims().len();
        let (compared, links) = (graph.compared().pairs, graph.links().len());
        let rejected = compared.saturating_sub(links);
        self.messages.note(&format!(
            "{claims} claims, {compared} pairs of them compared: {links} links, {rejected} rejected"
        ));
        graph
    }

    /// What tells the named encoder from all others.
    pub fn encoder_identity(&self) -> Option<&str> {
        self.encoder.as_ref().map(|encoder| encoder.identity())
    }

    /// The weights of this run.
    ///
    /// # Errors
    /// If they are not for comparing with the encoder that was named, or are for one where none was.
    pub fn weights(&self) -> Result<&Weights, Failure> {
        let learnt = self.config.weights.meaning.as_ref();
        let learnt = learnt.map(|meaning| meaning.encoder.as_str());
        let given = self.encoder_identity();
        let reason = match (learnt, given) {
            _ if learnt == given => return Ok(&self.config.weights),
            (Some(_), None) => {
                "the weights are for comparing with a sentence encoder: name its folder with --model"
            }
            _ => {
                "the weights were not learnt with this sentence encoder: learn them with `crosscheck fit --model FOLDER`, and give them with --weights"
            }
        };
        Err(Failure::Usage(reason.to_owned()))
    }
}

/// Runs crosscheck and tells the user of anything that kept it from its work.
pub fn run() -> Exit {
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(wrong) => return explain_usage(&wrong),
    };
    let messages = Messages::new(&arguments.global);
    interrupt::install();
    panic::set_hook(Box::new(|_| {}));
    match panic::catch_unwind(AssertUnwindSafe(|| execute(arguments, messages))) {
        Ok(Ok(exit)) => exit,
        Ok(Err(failure)) => {
            if let Some(message) = failure.message() {
                messages.error(&message);
            }
            failure.exit()
        }
        Err(cause) => {
            messages.error(&apology(&*cause));
            Exit::Internal
        }
    }
}

fn execute(arguments: Arguments, messages: Messages) -> Result<Exit, Failure> {
    if let Some(most) = arguments.global.max_memory {
        memory::watch(most, messages);
    }
    let encoder = arguments.global.encoder.open()?;
    let mut configuration = Configuration::read(&arguments.global)?;
    if encoder.is_some() {
        configuration = configuration.with_encoder();
    }
    let context = Context {
        config: configuration.config,
        origins: configuration.origins,
        encoder,
        screen: Screen::new(&arguments.global),
        messages,
    };
    for (number, origin) in &context.origins {
        context
            .messages
            .note(&format!("{number} is as set by {origin}"));
    }
    use_threads(arguments.global.jobs)?;
    arguments.command.run(&context)
}

/// Works on so many threads, or as many as the machine runs at once. This thread is one of them: it would only wait for the others, and
/// each takes time to begin.
fn use_threads(jobs: Option<u16>) -> Result<(), Failure> {
    // The library takes 0 for as many as there are.
    let count = jobs.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(count);
    let built = pool.use_current_thread().build_global();
    built.map_err(|failed| Failure::Usage(format!("cannot use {count} threads: {failed}")))
}

/// Help and version go to standard output and are no mistake; everything else goes to standard error.
fn explain_usage(wrong: &clap::Error) -> Exit {
    // Nobody is left to tell if even this cannot be written.
    let _ = wrong.print();
    if wrong.use_stderr() {
        Exit::Usage
    } else {
        Exit::Done
    }
}

fn apology(cause: &(dyn Any + Send)) -> String {
    let words = cause.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| cause.downcast_ref::<&str>().copied());
    format!(
        "crosscheck itself failed: {}. This is a defect; please report it with the command and its sources",
        words.unwrap_or("no reason given")
    )
}
