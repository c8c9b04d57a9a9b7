//! One run, from the arguments to the exit code.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use crosscheck::{Config, Error};

use crate::args::{Arguments, GlobalArguments};
use crate::exit::{Exit, Failure};
use crate::interrupt;
use crate::messages::Messages;
use crate::screen::Screen;

/// What every command gets to work with.
pub struct Context {
    /// The numbers that decide.
    pub config: Config,
    /// What is known of standard output.
    pub screen: Screen,
    /// Where to tell the user something that is not the result.
    pub messages: Messages,
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
    let context = Context {
        config: configuration(&arguments.global)?,
        screen: Screen::new(&arguments.global),
        messages,
    };
    if let Some(threads) = arguments.global.jobs {
        use_threads(threads.into())?;
    }
    arguments.command.run(&context)
}

/// The shipped numbers, then those of the file, then those of the command line.
fn configuration(global: &GlobalArguments) -> Result<Config, Failure> {
    let mut config = match &global.config {
        None => Config::default(),
        Some(file) => {
            let path = file.display().to_string();
            Config::from_toml(&path, &configured(file)?)?
        }
    };
    if let Some(file) = &global.weights {
        let path = file.display().to_string();
        config = config.with_weights(&path, &configured(file)?)?;
    }
    if global.threshold.is_some() {
        config.threshold = global.threshold;
    }
    config.validate("command line")?;
    Ok(config)
}

/// What a file of numbers says.
fn configured(file: &Path) -> Result<String, Error> {
    std::fs::read_to_string(file).map_err(|failed| Error::Config {
        path: file.display().to_string(),
        reason: failed.to_string(),
    })
}

fn use_threads(count: usize) -> Result<(), Failure> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(count);
    pool.build_global()
        .map_err(|failed| Failure::Usage(format!("cannot use {count} threads: {failed}")))
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
