//! The sources a command works on.

use std::collections::HashSet;
use std::io::IsTerminal as _;
use std::path::PathBuf;

use crosscheck::model::{Collection, Source, SourceIndex};
use crosscheck::read::{self, READERS, Reader, STANDARD_INPUT};
use crosscheck::{Error, read::Options, reconcile};

use crate::exit::Failure;
use crate::run::Context;

/// The sources of a command.
#[derive(Clone, clap::Args)]
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

    /// What stands before the sources on a command line that names something else first, and the sources without it.
    ///
    /// # Errors
    /// If nothing but that is named.
    pub fn after_first(&self) -> Result<(String, Self), Failure> {
        match self.sources.as_slice() {
            [first, sources @ ..] if !sources.is_empty() => Ok((
                first.clone(),
                Self {
                    sources: sources.to_vec(),
                    ..self.clone()
                },
            )),
            _ => Err(Failure::Usage(
                "name the sources too: files or folders".to_owned(),
            )),
        }
    }

    /// Opens the sources, as [`Self::open`] does, and cuts them into claims.
    ///
    /// # Errors
    /// If too few can be read, any cannot and the user is strict, or there is more in them than there may be.
    pub fn cut(&self, at_least: usize, context: &Context) -> Result<Collection, Failure> {
        let limits = &context.config.limits;
        let collection = reconcile::cut(self.open(at_least, context)?, limits);
        for (index, source) in (0..).map(SourceIndex).zip(collection.sources()) {
            limits.check_claims(&source.id, collection.claims_of(index).len())?;
        }
        Ok(collection)
    }

    /// Opens the sources, of which the command needs `at_least` so many, and warns of all that is not as it should be.
    ///
    /// # Errors
    /// If too few can be read, any cannot and the user is strict, or there are more than there may be.
    pub fn open(&self, at_least: usize, context: &Context) -> Result<Vec<Source>, Failure> {
        let reader = self.from.as_deref().and_then(read::by_name);
        let options = Options {
            reader,
            allow_private: self.allow_private,
            save_sources: self.save_sources.clone(),
            limits: context.config.limits.clone(),
        };
        self.refuse_keyboard()?;
        let reading = read::open(&self.sources, &options);
        options.limits.check_sources(reading.sources.len())?;
        let (readable, unreadable) = (reading.sources.len(), reading.errors.len());
        let counts = format!("{readable} sources read, {unreadable} unreadable");
        for error in &reading.errors {
            context.messages.warning(&error.to_string());
        }
        describe(&reading.sources, context);
        context.messages.note(&counts);
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

    /// Nobody types an article: who names standard input means to send something there.
    fn refuse_keyboard(&self) -> Result<(), Failure> {
        let named = self.sources.iter().any(|source| source == STANDARD_INPUT);
        if named && std::io::stdin().is_terminal() {
            let reason = "standard input is the keyboard: send an article there, as in `crosscheck compare - other.txt < article.txt`";
            return Err(Failure::Usage(reason.to_owned()));
        }
        Ok(())
    }
}

/// Says what was read, and once of each file what was not as it should be: of a feed that is the same for all its articles.
fn describe(sources: &[Source], context: &Context) {
    let mut said = HashSet::new();
    for source in sources {
        let read = format!("read {} as source {}", source.path, source.id);
        context.messages.note(&read);
        for warning in &source.warnings {
            let message = format!("{}: {warning}", source.path);
            if said.insert(message.clone()) {
                context.messages.warning(&message);
            }
        }
    }
}

fn reader_names() -> clap::builder::PossibleValuesParser {
    let value = |reader: &&dyn Reader| {
        clap::builder::PossibleValue::new(reader.name()).help(reader.summary())
    };
    READERS.iter().map(value).collect::<Vec<_>>().into()
}
