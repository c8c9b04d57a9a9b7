//! `crosscheck schema`: the shape of the JSON report.

use crosscheck::report;

use crate::exit::{Exit, Failure};
use crate::sink;

/// Print the JSON Schema of the JSON report
#[derive(clap::Args)]
#[command(before_help = "\
Examples:
  crosscheck schema > report.schema.json

")]
pub struct Schema {}

impl Schema {
    pub fn run(&self) -> Result<Exit, Failure> {
        sink::print_json(&report::schema())
    }
}
