//! The report itself, as one JSON document.

use super::target::Target;
use super::{Format, Options};
use crate::error::Error;
use crate::report::Report;

/// One JSON document; `docs/FORMATS.md` has its fields.
pub struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn summary(&self) -> &'static str {
        "the whole report as one JSON document"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn write(
        &self,
        report: &Report,
        _options: &Options,
        target: &mut dyn Target,
    ) -> Result<Vec<String>, Error> {
        let mut bytes = serde_json::to_vec_pretty(report).map_err(|failed| Error::Write {
            path: "report".into(),
            source: failed.into(),
        })?;
        bytes.push(b'\n');
        target.stream(&bytes)?;
        Ok(Vec::new())
    }
}
