//! The report itself, as one JSON document.

use serde::Serialize;

use super::target::Target;
use super::{About, Format, Options, Written};
use crate::error::Error;
use crate::report::Report;

/// One JSON document; `docs/FORMATS.md` has its fields.
pub struct Json;

impl Format for Json {
    fn about(&self) -> About {
        About {
            name: "json",
            summary: "the whole report as one JSON document",
            extensions: &["json"],
            flavours: &[],
            opens: &[
                ("jq", "jq '.links[] | select(.conflict)' report.json"),
                ("Python", "json.load(open('report.json'))"),
            ],
            leaves_out: "Nothing. `crosscheck schema` prints its JSON Schema; spans count the UTF-8 bytes of `sources[].text`.",
        }
    }

    fn write(&self, report: &Report, _options: &Options, target: &mut dyn Target) -> Written {
        target.stream(&bytes(report)?)?;
        Ok(Vec::new())
    }
}

/// `value` as one indented document.
///
/// # Errors
/// If it holds something that JSON cannot.
pub fn bytes(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(failed)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// `value` as one line.
///
/// # Errors
/// If it holds something that JSON cannot.
pub fn line(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut bytes = serde_json::to_vec(value).map_err(failed)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn failed(failed: serde_json::Error) -> Error {
    Error::Write {
        path: "report".into(),
        source: failed.into(),
    }
}
