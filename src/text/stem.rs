//! Words without their endings.

use rust_stemmers::{Algorithm, Stemmer};

/// Cuts the endings off English words ("negotiations" → "negoti"), by Porter's second algorithm.
pub struct EnglishStemmer(Stemmer);

impl EnglishStemmer {
    /// A stemmer; making one is cheap.
    pub fn new() -> Self {
        Self(Stemmer::create(Algorithm::English))
    }

    /// The stem of a folded word.
    pub fn stem(&self, word: &str) -> String {
        self.0.stem(word).into_owned()
    }
}

impl Default for EnglishStemmer {
    fn default() -> Self {
        Self::new()
    }
}
