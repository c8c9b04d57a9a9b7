//! The sources a command works on.

use std::path::PathBuf;

use crosscheck::model::Source;
use crosscheck::read::{self, READERS, Reader};
use crosscheck::{Error, read::Options};

use crate::exit::Failure;
use crate::run::Context;

/// The sources of a command.
#[derive(clap::Args)]
pub struct SourceArguments {
    /// Articles: files, folders, or - for standard input
    #[arg(required = true, value_name = "SOURCE")]
    pub sources: Vec<String>,
    /// Read every file as this format instead of finding out
    #[arg(long, value_name = "FORMAT", value_parser = reader_names())]
    from: Option<String>,
    /// Stop if any source cannot be read
    #[arg(long)]
    strict: bool,
    /// Keep the pages that are fetched in this folder
    #[arg(long, value_name = "FOLDER", hide = !cfg!(feature = "fetch"))]
    save_sources: Option<PathBuf>,
    /// Fetch pages from addresses within private networks too
    #[arg(long, hide = !cfg!(feature = "fetch"))]
    allow_private: bool,
}

impl SourceArguments {
    /// The sources at one place, as if they had been named on the command line.
    pub fn at(path: String) -> Self {
        Self {
            sources: vec![path],
            from: None,
            strict: false,
            save_sources: None,
            allow_private: false,
        }
    }

    /// Opens the sources, of which the command needs `at_least` so many, and warns of all that is not as it should be.
    ///
    /// # Errors
    /// If too few can be read, or any cannot and the user is strict.
    pub fn open(&self, at_least: usize, context: &Context) -> Result<Vec<Source>, Failure> {
        let reader = self.from.as_deref().and_then(read::by_name);
        let options = Options {
            reader,
            allow_private: self.allow_private,
            save_sources: self.save_sources.clone(),
        };
        let reading = read::open(&self.sources, &options);
        let (readable, unreadable) = (reading.sources.len(), reading.errors.len());
        for error in &reading.errors {
            context.messages.warning(&error.to_string());
        }
        for source in &reading.sources {
            describe(source, context);
        }
        match reading.errors.into_iter().next() {
            Some(error) if self.strict => Err(error.into()),
            _ if readable < at_least => Err(Failure::from(Error::TooFewSources {
                readable,
                given: readable + unreadable,
                needed: at_least,
            })),
            _ => Ok(reading.sources),
        }
    }
}

fn describe(source: &Source, context: &Context) {
    let read = format!("read {} as source {}", source.path, source.id);
    context.messages.note(&read);
    for warning in &source.warnings {
        let message = format!("{}: {warning}", source.path);
        context.messages.warning(&message);
    }
}

fn reader_names() -> clap::builder::PossibleValuesParser {
    let value = |reader: &&dyn Reader| {
        clap::builder::PossibleValue::new(reader.name()).help(reader.summary())
    };
    READERS.iter().map(value).collect::<Vec<_>>().into()
}
