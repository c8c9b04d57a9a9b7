//! How well texts are cut into sentences, against texts whose sentences are known.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use super::gold::wrong;
use crate::error::Error;
use crate::read::{self, Options};
use crate::split;

/// A text and its sentences, in order; together they are the text but for blanks.
#[derive(Clone, Debug, Deserialize)]
pub struct KnownText {
    /// Its name.
    pub id: serde_json::Value,
    /// The text; blank lines part paragraphs.
    pub text: String,
    /// Its sentences, headings and the like included.
    pub sentences: Vec<String>,
}

/// Reads a JSON list of texts.
///
/// # Errors
/// If the file is missing or malformed, or if the sentences of a text are not the text.
pub fn load(path: &Path) -> Result<Vec<KnownText>, Error> {
    let bytes = std::fs::read(path).map_err(|error| wrong(path, error.to_string()))?;
    let texts: Vec<KnownText> =
        serde_json::from_slice(&bytes).map_err(|error| wrong(path, error.to_string()))?;
    for known in &texts {
        let filled = |text: &str| -> String { text.split_whitespace().collect() };
        if filled(&known.text) != filled(&known.sentences.concat()) {
            let reason = format!("the sentences of text {} are not the text", known.id);
            return Err(wrong(path, reason));
        }
    }
    Ok(texts)
}

/// Takes the blank after every full stop away, as pages do that lost their line ends.
pub fn glue(texts: &mut [KnownText]) {
    for known in texts {
        known.text = known.text.replace(". ", ".");
    }
}

/// How many boundaries were found. A boundary is the end of a sentence that is not the last one of its text.
#[derive(Clone, Debug, Default)]
pub struct SentenceScore {
    /// Boundaries that are there and were found.
    pub right: usize,
    /// Boundaries that were found and are not there.
    pub spurious: usize,
    /// Boundaries that are there and were not found.
    pub missed: usize,
    /// How many texts there are.
    pub texts: usize,
    /// How many of them were cut without any error.
    pub exact: usize,
    /// All errors.
    pub errors: Vec<BoundaryError>,
}

/// One boundary that was missed, or found where none is.
#[derive(Clone, Debug)]
pub struct BoundaryError {
    /// The name of the text.
    pub text: String,
    /// Whether it was missed; otherwise it is spurious.
    pub missed: bool,
    /// The words before it.
    pub before: String,
    /// The words after it.
    pub after: String,
}

impl SentenceScore {
    /// Share of found boundaries that are right.
    pub fn precision(&self) -> f64 {
        ratio(self.right, self.right + self.spurious)
    }

    /// Share of boundaries that were found.
    pub fn recall(&self) -> f64 {
        ratio(self.right, self.right + self.missed)
    }

    /// Harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        ratio(2 * self.right, 2 * self.right + self.spurious + self.missed)
    }
}

/// One where there is nothing to find.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

/// Cuts every text and compares the boundaries, counted in bytes that are not blank.
///
/// # Errors
/// If a text cannot be read, for it is empty.
pub fn score(texts: &[KnownText]) -> Result<SentenceScore, Error> {
    let mut score = SentenceScore {
        texts: texts.len(),
        ..SentenceScore::default()
    };
    for known in texts {
        let gold = boundaries(known.sentences.iter().map(String::as_str));
        let found = cut(known)?;
        score.right += gold.intersection(&found).count();
        score.spurious += found.difference(&gold).count();
        score.missed += gold.difference(&found).count();
        score.exact += usize::from(gold == found);
        let errors = gold.symmetric_difference(&found);
        score
            .errors
            .extend(errors.map(|at| error(known, *at, gold.contains(at))));
    }
    Ok(score)
}

fn cut(known: &KnownText) -> Result<BTreeSet<usize>, Error> {
    let sources = read::read("text.txt", known.text.as_bytes(), &Options::default())?;
    let units = sources.iter().flat_map(|source| {
        let units = split::split(source);
        units.into_iter().map(|unit| source.slice(unit.span))
    });
    Ok(boundaries(units))
}

/// How many bytes that are not blank stand before the end of each unit but the last.
fn boundaries<'a>(units: impl Iterator<Item = &'a str>) -> BTreeSet<usize> {
    let mut position = 0;
    let mut ends: BTreeSet<usize> = units
        .map(|unit| {
            position += filled(unit).map(char::len_utf8).sum::<usize>();
            position
        })
        .collect();
    ends.pop_last();
    ends
}

fn filled(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !letter.is_whitespace())
}

/// How many bytes of context an error shows on either side.
const CONTEXT: usize = 40;

fn error(known: &KnownText, boundary: usize, missed: bool) -> BoundaryError {
    let mut position = 0;
    let end = known.text.char_indices().find_map(|(at, letter)| {
        if !letter.is_whitespace() {
            position += letter.len_utf8();
        }
        (position >= boundary).then(|| at + letter.len_utf8())
    });
    let (before, after) = known.text.split_at(end.unwrap_or(known.text.len()));
    let start = before.ceil_char_boundary(before.len().saturating_sub(CONTEXT));
    BoundaryError {
        text: known.id.to_string(),
        missed,
        before: before[start..].to_owned(),
        after: after[..after.floor_char_boundary(CONTEXT)].to_owned(),
    }
}
