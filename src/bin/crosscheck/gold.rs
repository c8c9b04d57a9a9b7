//! The events compared by hand that a command line names.

use std::path::Path;

use crosscheck::eval::fit::Event;
use crosscheck::eval::gold::Gold;
use crosscheck::reconcile::profiles;

use crate::exit::Failure;
use crate::input::SourceArguments;
use crate::run::Context;

/// Where a gold folder keeps its articles, if the user names no other place.
const TEXT_FOLDER: &str = "text";

/// Which events to measure on or learn from.
#[derive(clap::Args)]
pub struct GoldArguments {
    /// A folder with claims.jsonl and links.jsonl, and where its articles are (otherwise in its folder text); may be repeated
    #[arg(long, value_name = "FOLDER[=SOURCE]")]
    gold: Vec<String>,
}

impl GoldArguments {
    /// Reads the events, each with the name of its folder.
    ///
    /// # Errors
    /// If none is named, or if one of them is not as gold should be.
    pub fn load(&self, context: &Context) -> Result<Vec<(String, Event)>, Failure> {
        if self.gold.is_empty() {
            let reason = "no event is named: give at least one --gold FOLDER[=SOURCE]";
            return Err(Failure::Usage(reason.to_owned()));
        }
        self.gold
            .iter()
            .map(|argument| load(argument, context))
            .collect()
    }
}

/// The events without their names.
pub fn borrowed(events: &[(String, Event)]) -> Vec<&Event> {
    events.iter().map(|(_, event)| event).collect()
}

fn load(argument: &str, context: &Context) -> Result<(String, Event), Failure> {
    let (folder, articles) = match argument.split_once('=') {
        Some((folder, articles)) => (folder, articles.to_owned()),
        None => {
            let articles = Path::new(argument).join(TEXT_FOLDER);
            (argument, articles.display().to_string())
        }
    };
    let sources = SourceArguments::at(articles).open(2, context)?;
    let gold = Gold::load(Path::new(folder), sources)?;
    let profiles = profiles(&gold.collection, context.encoder.as_deref());
    Ok((folder.to_owned(), Event { gold, profiles }))
}
