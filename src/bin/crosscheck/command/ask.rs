//! `crosscheck ask`: what the articles say to a question.

use crosscheck::ask;
use crosscheck::output::answer;

use crate::exit::{Exit, Failure};
use crate::input::SourceArguments;
use crate::run::Context;
use crate::sink;

/// Ask what the articles say: who, when, where, how much, or just a few words
#[derive(clap::Args)]
#[command(before_help = "\
Examples:
  crosscheck ask \"who attends the talks?\" articles/          who names whom, and who does not
  crosscheck ask \"50% revenue fund\" articles/                who speaks of it, and who is silent
  crosscheck ask \"how much aid\" articles/ --json             the same for another program

")]
pub struct Ask {
    /// The question, or words that the answer speaks of
    question: String,
    #[command(flatten)]
    sources: SourceArguments,
    /// Write it for a document
    #[arg(long, conflicts_with = "json")]
    markdown: bool,
    /// Write one JSON document
    #[arg(long)]
    json: bool,
}

impl Ask {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let collection = self.sources.cut(1, context)?;
        let graph = context.relate(&context.reconciler()?, collection);
        let answer = ask::ask(&graph, &self.question);
        match (self.json, self.markdown) {
            (true, _) => sink::print_json(&answer),
            (_, true) => sink::print(answer::markdown(&answer).as_bytes()),
            _ => sink::print(answer::text(&answer, context.screen.width).as_bytes()),
        }
    }
}
