//! What formats write of the sample, in memory.

use std::collections::BTreeMap;

use crosscheck::error::Error;
use crosscheck::output::target::Target;
use crosscheck::output::{self, Options};
use crosscheck::report::Report;
use serde_json::Value;

use crate::sample::dam_report;

/// Files in memory; a stream has no name.
#[derive(Default)]
struct Written(BTreeMap<String, Vec<u8>>);

impl Target for Written {
    fn stream(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.0.entry(String::new()).or_default().extend(bytes);
        Ok(())
    }

    fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.0.insert(name.to_owned(), bytes.to_owned());
        Ok(())
    }
}

/// What `format` writes of `report`, by the names of the files, and its warnings.
pub fn files(
    report: &Report,
    format: &str,
    options: &Options,
) -> (BTreeMap<String, String>, Vec<String>) {
    let mut written = Written::default();
    let format = output::by_name(format).expect("a format");
    let warnings = format
        .write(report, options, &mut written)
        .expect("writing to memory");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    let files = written.0.into_iter();
    let files = files.map(|(name, bytes)| (name, text(bytes)));
    (files.collect(), warnings)
}

/// The sample in a format that is one file.
pub fn stream(format: &str) -> String {
    let (mut files, _) = files(&dam_report(true), format, &Options::default());
    files.remove("").expect("a single stream")
}

/// The sample in a format that is a folder: its files, one after the other.
pub fn folder(format: &str) -> String {
    let (files, _) = files(&dam_report(true), format, &Options::default());
    let titled = files
        .iter()
        .map(|(name, text)| format!("== {name}\n{text}"));
    titled.collect()
}

/// The sample in a format that is one JSON document.
pub fn json(format: &str) -> Value {
    serde_json::from_str(&stream(format)).expect("JSON")
}

/// The words of the hostile claim of the sample.
pub fn hostile() -> String {
    let report = dam_report(true);
    let claim = report.claims.last().expect("claims");
    claim.text.clone().expect("words")
}

/// All strings within a JSON value.
pub fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::Object(fields) => fields.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}
