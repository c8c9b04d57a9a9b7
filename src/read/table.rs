//! Tables with named columns.

use serde_json::{Map, Value};

use super::decode::{Decoded, decode};
use super::record::{Record, into_sources};
use super::{Reader, unreadable};
use crate::error::Error;
use crate::limits::Limits;
use crate::model::Source;

/// Comma- or semicolon-separated values.
pub struct Csv;

impl Reader for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn summary(&self) -> &'static str {
        "articles as rows of a table with named columns, parted by commas or semicolons"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn sniff(&self, _: &[u8]) -> bool {
        false
    }

    fn read(&self, path: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Source>, Error> {
        rows(path, bytes, b",;", limits)
    }
}

/// Tab-separated values.
pub struct Tsv;

impl Reader for Tsv {
    fn name(&self) -> &'static str {
        "tsv"
    }

    fn summary(&self) -> &'static str {
        "articles as rows of a table with named columns, parted by tabs"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["tsv", "tab"]
    }

    fn sniff(&self, _: &[u8]) -> bool {
        false
    }

    fn read(&self, path: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Source>, Error> {
        rows(path, bytes, b"\t", limits)
    }
}

/// The articles of a table; the first line names the columns, and of the `separators` that one parts them which it holds most often.
fn rows(
    path: &str,
    bytes: &[u8],
    separators: &[u8],
    limits: &Limits,
) -> Result<Vec<Source>, Error> {
    let Decoded { text, warnings } = decode(path, bytes)?;
    let text = text.trim_start_matches('\u{feff}');
    let head = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| head.bytes().filter(|byte| byte == separator).count();
    let separator = separators
        .iter()
        .rev()
        .max_by_key(|separator| count(separator));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator.copied().unwrap_or(b','))
        .flexible(true)
        .trim(csv::Trim::Headers)
        .from_reader(text.as_bytes());
    let wrong = |error: csv::Error| unreadable(path, format!("it is no valid table: {error}"));
    let names = reader.headers().map_err(wrong)?.clone();
    let mut records = Vec::new();
    for row in reader.records() {
        let row = row.map_err(wrong)?;
        let cells = row.iter().map(|cell| Value::String(cell.to_owned()));
        let fields: Map<_, _> = names.iter().map(str::to_owned).zip(cells).collect();
        records.push(Record::from_fields(&fields));
        limits.check_entries(path, records.len())?;
    }
    into_sources(records, path, bytes, &warnings, limits)
}
