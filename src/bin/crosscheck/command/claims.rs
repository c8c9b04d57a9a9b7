//! `crosscheck claims`: the claims of the sources, with their ids and places.

use std::fmt::Write as _;

use crosscheck::output::printable;
use crosscheck::report::{self, UnitView};

use crate::exit::{Exit, Failure};
use crate::input::SourceArguments;
use crate::run::Context;
use crate::sink;

/// List the claims of articles, with their ids and their places in the text
#[derive(clap::Args)]
#[command(before_help = "\
Examples:
  crosscheck claims article.txt                     what counts as a claim
  crosscheck claims --zones article.txt             and what does not: headings, captions, comments
  crosscheck claims --json articles/                the same for another program

")]
pub struct Claims {
    #[command(flatten)]
    sources: SourceArguments,
    /// List also what is not a claim: headings, captions, readers' comments
    #[arg(long)]
    zones: bool,
    /// Write one JSON array
    #[arg(long)]
    json: bool,
}

impl Claims {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let collection = self.sources.cut(1, context)?;
        let mut units = report::units(&collection);
        units.retain(|unit| self.zones || unit.zone == "claim");
        match self.json {
            true => sink::print_json(&units),
            false => sink::print(lines(&units).as_bytes()),
        }
    }
}

fn lines(units: &[UnitView]) -> String {
    let width = |text: fn(&UnitView) -> usize| units.iter().map(text).max().unwrap_or_default();
    let (id, zone) = (width(|unit| unit.id.len()), width(|unit| unit.zone.len()));
    let place = |unit: &UnitView| format!("{}..{}", unit.start, unit.end);
    let mut lines = String::new();
    for unit in units {
        let words = printable(&unit.text);
        let _ = writeln!(
            lines,
            "{:id$}  {:zone$}  {:>12}  {words}",
            unit.id,
            unit.zone,
            place(unit)
        );
    }
    lines
}
