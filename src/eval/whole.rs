//! Texts that are one claim each, as the sentences of other people's sets are.

use crate::error::Error;
use crate::model::{Source, Span, Unit, Zone};
use crate::read::{self, Options};

/// A text as a source that is one claim.
///
/// # Errors
/// If it is empty.
pub fn source(name: &str, text: &str) -> Result<(Source, Vec<Unit>), Error> {
    sentences(name, text, &[text])
}

/// A text as a source whose claims are these parts of it, in order.
///
/// # Errors
/// If it is empty, or if a part does not stand there.
pub fn sentences(name: &str, text: &str, parts: &[&str]) -> Result<(Source, Vec<Unit>), Error> {
    let path = format!("{name}.txt");
    let wrong = |reason: &str| Error::Gold {
        path: path.clone(),
        reason: reason.to_owned(),
    };
    let mut read = read::read(&path, text.as_bytes(), &Options::default())?;
    let mut source = read.pop().ok_or_else(|| wrong("there is no text"))?;
    // Names in these sets are more than the identifiers that file names give.
    source.id = name.to_owned();
    let mut end = 0;
    let mut units = Vec::new();
    for (number, part) in (1..).zip(parts) {
        let part = part.trim();
        let found = source.text[end..].find(part).filter(|_| !part.is_empty());
        let start = end + found.ok_or_else(|| wrong("its sentences are not in it"))?;
        end = start + part.len();
        units.push(Unit {
            number,
            zone: Zone::Claim,
            span: Span::new(start..end),
        });
    }
    Ok((source, units))
}
