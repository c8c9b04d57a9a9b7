//! The commands. A command is one file here, with a struct of its arguments and a `run`, and one variant of [`Command`].

mod ask;
mod claims;
mod compare;
mod completions;
mod config;
mod eval;
mod explain;
mod fit;
mod lineage;
mod man;
mod schema;
mod show;
mod verify;

use crate::exit::{Exit, Failure};
use crate::run::Context;

/// What crosscheck can be asked to do.
#[derive(clap::Subcommand)]
pub enum Command {
    Compare(compare::Compare),
    Explain(explain::Explain),
    Show(show::Show),
    Ask(ask::Ask),
    Claims(claims::Claims),
    Lineage(lineage::Lineage),
    Verify(verify::Verify),
    Eval(eval::Eval),
    Fit(fit::Fit),
    Config(config::ConfigCommand),
    Schema(schema::Schema),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Command {
    /// Does it.
    ///
    /// # Errors
    /// If the work cannot be done; the user still has to be told.
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        match self {
            Command::Compare(compare) => compare.run(context),
            Command::Explain(explain) => explain.run(context),
            Command::Show(show) => show.run(context),
            Command::Ask(ask) => ask.run(context),
            Command::Claims(claims) => claims.run(context),
            Command::Lineage(lineage) => lineage.run(context),
            Command::Verify(verify) => verify.run(),
            Command::Eval(eval) => eval.run(context),
            Command::Fit(fit) => fit.run(context),
            Command::Config(config) => config.run(context),
            Command::Schema(schema) => schema.run(),
            Command::Completions(completions) => completions.run(),
            Command::Man(man) => man.run(),
        }
    }
}
