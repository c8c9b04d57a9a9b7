//! The sources a command works on.

use crosscheck::model::Source;
use crosscheck::{Error, read};

use crate::exit::Failure;
use crate::run::Context;

/// The sources of a command.
#[derive(clap::Args)]
pub struct SourceArguments {
    /// Articles: files, folders, or - for standard input
    #[arg(required = true, value_name = "SOURCE")]
    pub sources: Vec<String>,
    /// Stop if any source cannot be read
    #[arg(long)]
    pub strict: bool,
}

impl SourceArguments {
    /// Opens the sources, of which the command needs `at_least` so many, and warns of all that is not as it should be.
    ///
    /// # Errors
    /// If too few can be read, or any cannot and the user is strict.
    pub fn open(&self, at_least: usize, context: &Context) -> Result<Vec<Source>, Failure> {
        let read::Reading {
            sources,
            errors: unreadable,
        } = read::open(&self.sources, &read::Options::default());
        let given = sources.len() + unreadable.len();
        for error in &unreadable {
            context.messages.warning(&error.to_string());
        }
        for source in &sources {
            context
                .messages
                .note(&format!("read {} as source {}", source.path, source.id));
            for warning in &source.warnings {
                context
                    .messages
                    .warning(&format!("{}: {warning}", source.path));
            }
        }
        match unreadable.into_iter().next() {
            Some(error) if self.strict => return Err(error.into()),
            _ => {}
        }
        if sources.len() < at_least {
            return Err(Failure::from(Error::TooFewSources {
                readable: sources.len(),
                given,
                needed: at_least,
            }));
        }
        Ok(sources)
    }
}
