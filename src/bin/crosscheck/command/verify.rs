//! `crosscheck verify`: whether a saved report still holds.

use std::fmt::Write as _;
use std::path::PathBuf;

use crosscheck::output::printable;
use crosscheck::report::verify;

use crate::exit::{Exit, Failure};
use crate::sink;

/// Check every hash, span and quoted word of a saved report against the articles
#[derive(clap::Args)]
#[command(before_help = "\
Examples:
  crosscheck verify report.json                       against the files it was made from
  crosscheck verify report.json --sources articles/   against files of the same names elsewhere

Exit code 1 if anything does not hold any more.

")]
pub struct Verify {
    /// A report that was written as JSON or JSON lines (-o report.json)
    #[arg(value_name = "REPORT")]
    report: String,
    /// The folder where the articles are now
    #[arg(long, value_name = "FOLDER")]
    sources: Option<PathBuf>,
}

impl Verify {
    pub fn run(&self) -> Result<Exit, Failure> {
        let found = verify::verify(&self.report, self.sources.as_deref())?;
        let mut page = String::new();
        for problem in &found.problems {
            let _ = writeln!(
                page,
                "{}: {}",
                printable(&problem.of),
                printable(&problem.what)
            );
        }
        let verdict = match found.problems.len() {
            0 => "everything holds".to_owned(),
            1 => "1 thing does not hold".to_owned(),
            count => format!("{count} things do not hold"),
        };
        let _ = writeln!(
            page,
            "{} sources and {} spans checked: {verdict}",
            found.sources, found.spans
        );
        sink::print(page.as_bytes())?;
        Ok(if found.problems.is_empty() {
            Exit::Done
        } else {
            Exit::Found
        })
    }
}
