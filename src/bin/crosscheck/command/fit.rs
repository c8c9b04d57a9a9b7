//! `crosscheck fit`: learns the weights of alignment from comparisons made by hand.

use std::path::PathBuf;

use crosscheck::eval::fit;
use crosscheck::output::target;

use crate::exit::{Exit, Failure};
use crate::gold::{GoldArguments, borrowed};
use crate::run::Context;
use crate::sink;

/// Learn the weights of alignment from comparisons made by hand
#[derive(clap::Args)]
#[command(before_help = "\
Examples:
  crosscheck fit --gold event1 --gold event2 -o weights.json     learn from two events
  crosscheck compare --weights weights.json articles             compare by what was learnt

")]
pub struct Fit {
    #[command(flatten)]
    gold: GoldArguments,
    /// Where to write the weights; standard output if not given
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Fit {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let events = self.gold.load(context)?;
        let events = borrowed(&events);
        context
            .messages
            .note(&format!("learning from {} events", events.len()));
        let weights = fit::fit(&events, context.encoder_identity());
        match &self.output {
            None => sink::print_json(&weights),
            Some(path) => {
                let json = sink::json(&weights)?;
                target::replace(path, &mut json.as_slice())?;
                context.messages.note(&format!("wrote {}", path.display()));
                Ok(Exit::Done)
            }
        }
    }
}
