//! The endings of English words, by rule. The build script reads this file too.

use rust_stemmers::{Algorithm, Stemmer};

use super::lexicon::IRREGULAR_PASTS;

/// Cuts endings off by Porter's second algorithm; irregular past forms have the stem of their verb.
pub struct Porter(Stemmer);

impl Porter {
    /// Making one is cheap.
    pub fn new() -> Self {
        Self(Stemmer::create(Algorithm::English))
    }

    /// The stem of a folded word.
    pub fn stem(&self, word: &str) -> Box<str> {
        let regular = IRREGULAR_PASTS.get(word).unwrap_or(&word);
        self.0.stem(regular).into()
    }
}
