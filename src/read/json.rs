//! JSON and JSON lines.

use serde_json::Value;

use super::decode::{Decoded, decode};
use super::record::{Record, into_sources};
use super::{Reader, saved, unreadable};
use crate::error::Error;
use crate::limits::Limits;
use crate::model::Source;

/// A JSON object or list of objects; also a report that carries its texts.
pub struct Json;

impl Reader for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn summary(&self) -> &'static str {
        "articles as JSON: one, a list, a JSON Feed, IPTC ninjs; or a crosscheck report with its texts"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn sniff(&self, _: &[u8]) -> bool {
        false
    }

    fn read(&self, path: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Source>, Error> {
        let Decoded { text, warnings } = decode(path, bytes)?;
        let text = text.trim_start_matches('\u{feff}');
        if let Some(sources) = saved::sources(path, text) {
            return sources;
        }
        let value: Value = serde_json::from_str(text)
            .map_err(|error| unreadable(path, format!("it is no valid JSON: {error}")))?;
        into_sources(records(&value), path, bytes, &warnings, limits)
    }
}

/// One JSON object a line; also a report that carries its texts.
pub struct JsonLines;

impl Reader for JsonLines {
    fn name(&self) -> &'static str {
        "jsonl"
    }

    fn summary(&self) -> &'static str {
        "articles as JSON lines, one object a line; or a crosscheck report with its texts"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["jsonl", "ndjson"]
    }

    fn sniff(&self, _: &[u8]) -> bool {
        false
    }

    fn read(&self, path: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Source>, Error> {
        let Decoded { text, warnings } = decode(path, bytes)?;
        let text = text.trim_start_matches('\u{feff}');
        if let Some(sources) = saved::sources(path, text) {
            return sources;
        }
        let mut all = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            if line.trim().is_empty() {
                continue;
            }
            let value: Value = serde_json::from_str(line).map_err(|error| {
                unreadable(path, format!("line {number} is no valid JSON: {error}"))
            })?;
            all.extend(records(&value));
            limits.check_entries(path, all.len())?;
        }
        into_sources(all, path, bytes, &warnings, limits)
    }
}

/// Fields under which a file keeps the list of its articles.
const LISTS: &[&str] = &[
    "articles",
    "items",
    "results",
    "documents",
    "entries",
    "data",
    "docs",
    "hits",
];

/// The records of a value: itself, the objects of a list, or those of a list that it holds.
fn records(value: &Value) -> Vec<Record> {
    match value {
        Value::Object(fields) => {
            let list = LISTS.iter().find_map(|name| fields.get(*name)?.as_array());
            match list {
                Some(list) => list
                    .iter()
                    .filter_map(Value::as_object)
                    .map(Record::from_fields)
                    .collect(),
                None => vec![Record::from_fields(fields)],
            }
        }
        Value::Array(values) => values
            .iter()
            .filter_map(Value::as_object)
            .map(Record::from_fields)
            .collect(),
        _ => Vec::new(),
    }
}
