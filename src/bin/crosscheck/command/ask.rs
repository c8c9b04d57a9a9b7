//! `crosscheck ask`: what the articles say to a question.

use clap::ValueEnum;
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
  crosscheck ask \"how much aid\" articles/ --format json     the same for another program

")]
pub struct Ask {
    /// The question, or words that the answer speaks of
    question: String,
    #[command(flatten)]
    sources: SourceArguments,
    /// How to answer
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    format: AnswerFormat,
}

/// How to write an answer.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum AnswerFormat {
    /// For reading in the terminal
    Text,
    /// For a document
    Markdown,
    /// One JSON document
    Json,
}

impl Ask {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let collection = self.sources.cut(1, context)?;
        let graph = context.reconciler()?.relate(collection);
        let answer = ask::ask(&graph, &self.question);
        match self.format {
            AnswerFormat::Text => {
                sink::print(answer::text(&answer, context.screen.width).as_bytes())
            }
            AnswerFormat::Markdown => sink::print(answer::markdown(&answer).as_bytes()),
            AnswerFormat::Json => sink::print_json(&answer),
        }
    }
}
