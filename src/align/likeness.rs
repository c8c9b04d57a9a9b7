//! How like two words are.

use crate::text::relation::{Pole, classes, oppose, share_class, sides};
use crate::text::resemblance::resemblance;
use crate::text::token::{Token, TokenClass};

/// Words of one stem.
const SAME: f32 = 1.0;
/// Words that news uses for the same thing ("halt", "suspend").
const SAME_CLASS: f32 = 0.6;
/// Words that say the opposite of each other in one place ("continue", "stop"): two claims that contradict each other are about
/// one thing. Below all likenesses of meaning, so that a word is paired with its own kind first.
const OPPOSITE: f32 = 0.4;
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
    /// Where it stands among opposites, if it is inflected as verbs mostly are that tell what happened: "first" and "last",
    /// "more" and "less" tell two things apart.
    poles: &'static [Pole],
}

impl<'a> Word<'a> {
    /// Looks the word up, once for all comparisons.
    pub fn new(token: &'a Token) -> Self {
        Self {
            token,
            classes: classes(&token.stem),
            poles: if is_inflected(token) {
                sides(&token.stem)
            } else {
                &[]
            },
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
        } else if oppose(self.poles, other.poles) {
            OPPOSITE
        } else {
            0.0
        }
    }
}

/// Whether it is a form of a word, and no name.
fn is_inflected(token: &Token) -> bool {
    !token.capital && token.text != token.stem
}

/// Whether two long words are spelled nearly alike. Only words of one first letter are held against each other.
fn is_fuzzy(a: &Token, b: &Token) -> bool {
    a.stem.len().min(b.stem.len()) >= SHORTEST_FUZZY
        && a.stem.as_bytes()[0] == b.stem.as_bytes()[0]
        && resemblance(&a.text, &b.text) >= FUZZY
}
