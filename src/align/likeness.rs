//! How like two words are.

use crate::text::relation::{classes, share_class};
use crate::text::resemblance::resemblance;
use crate::text::token::{Token, TokenClass};

/// Words of one stem.
const SAME: f32 = 1.0;
/// Words that news uses for the same thing ("halt", "suspend").
const SAME_CLASS: f32 = 0.6;
/// Shorter stems differ in meaning as soon as a letter differs ("north", "month").
const SHORTEST_FUZZY: usize = 5;
/// Longer words that are at least this alike by Jaro-Winkler are forms or spellings of one word ("adviser", "advisor").
const FUZZY: f64 = 0.92;
/// What such a likeness is worth.
const FUZZY_WORTH: f32 = 0.8;

/// A content word with what comparing it with many others needs.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    token: &'a Token,
    classes: &'static [usize],
}

impl<'a> Word<'a> {
    /// Looks the word up, once for all comparisons.
    pub fn new(token: &'a Token) -> Self {
        Self {
            token,
            classes: classes(&token.stem),
        }
    }

    /// How like both are, from 0 to 1.
    pub fn likeness(&self, other: &Word) -> f32 {
        let (a, b) = (self.token, other.token);
        if a.stem == b.stem {
            return SAME;
        }
        if a.class != TokenClass::Content || b.class != TokenClass::Content {
            return 0.0;
        }
        if is_fuzzy(a, b) {
            return FUZZY_WORTH;
        }
        if share_class(self.classes, other.classes) {
            SAME_CLASS
        } else {
            0.0
        }
    }
}

/// Whether two long words are spelled nearly alike. Only words of one first letter are held against each other.
fn is_fuzzy(a: &Token, b: &Token) -> bool {
    a.stem.len().min(b.stem.len()) >= SHORTEST_FUZZY
        && a.stem.as_bytes()[0] == b.stem.as_bytes()[0]
        && resemblance(&a.text, &b.text) >= FUZZY
}
