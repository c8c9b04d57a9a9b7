//! How like two words are.

use std::hash::{Hash, Hasher};

use super::vocabulary::{Term, Vocabulary};
use crate::text::relation::{Pole, oppose, share_class};
use crate::text::resemblance::Spelling;
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

/// A content word with what comparing it with many others needs. Two are equal if no comparison can tell them apart.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    token: &'a Token,
    spelling: Spelling<'a>,
    /// Its stem.
    pub term: Term,
    /// The first byte of a word that is long enough to be known in another spelling.
    initial: Option<u8>,
    classes: &'static [u32],
    /// Where it stands among opposites, if it is inflected as verbs mostly are that tell what happened: "first" and "last",
    /// "more" and "less" tell two things apart.
    poles: &'static [Pole],
}

/// What words that are alike have in common, whatever else: words are looked up by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Their stem.
    Stem(Term),
    /// A group of words for the same thing.
    Class(u32),
    /// The first byte of a long word.
    Initial(u8),
}

impl<'a> Word<'a> {
    /// Looks the word up, once for all comparisons.
    pub fn new(token: &'a Token, term: Term, vocabulary: &Vocabulary) -> Self {
        let is_content = token.class == TokenClass::Content;
        Self {
            token,
            spelling: Spelling::of(&token.text),
            term,
            initial: (is_content && token.stem.len() >= SHORTEST_FUZZY)
                .then(|| token.stem.as_bytes()[0]),
            classes: if is_content {
                vocabulary.classes(term)
            } else {
                &[]
            },
            poles: if is_content && is_inflected(token) {
                vocabulary.sides(term)
            } else {
                &[]
            },
        }
    }

    /// How like both are, from 0 to 1.
    pub fn likeness(&self, other: &Word) -> f32 {
        if self.term == other.term {
            SAME
        } else if is_fuzzy(self, other) {
            FUZZY_WORTH
        } else if share_class(self.classes, other.classes) {
            SAME_CLASS
        } else if oppose(self.poles, other.poles) {
            OPPOSITE
        } else {
            0.0
        }
    }

    /// What it may have in common with words that are like it.
    pub fn keys(&self) -> impl Iterator<Item = Key> + use<> {
        let classes = self.classes.iter().copied().map(Key::Class);
        let initial = self.initial.map(Key::Initial);
        classes.chain(initial).chain([Key::Stem(self.term)])
    }

    /// Where it stands among opposites.
    pub fn poles(&self) -> &'static [Pole] {
        self.poles
    }

    /// All that comparisons look at.
    fn identity(&self) -> (Term, &str, TokenClass, bool) {
        let token = self.token;
        (self.term, &token.text, token.class, token.capital)
    }
}

impl PartialEq for Word<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Word<'_> {}

impl Hash for Word<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.identity().hash(state);
    }
}

/// Whether it is a form of a word, and no name.
fn is_inflected(token: &Token) -> bool {
    !token.capital && token.text != token.stem
}

/// Whether two long words are spelled nearly alike. Only words of one first letter are held against each other.
fn is_fuzzy(one: &Word, another: &Word) -> bool {
    one.initial.is_some()
        && one.initial == another.initial
        && one.spelling.resembles(&another.spelling, FUZZY)
}
