//! Words without their endings.

use rust_stemmers::{Algorithm, Stemmer};

use super::lexicon::IRREGULAR_PASTS;

/// Cuts the endings off English words ("negotiations" → "negoti"), by Porter's second algorithm; irregular past forms
/// have the stem of their verb ("withdrew" → "withdraw").
pub struct EnglishStemmer(Stemmer);

impl EnglishStemmer {
    /// A stemmer; making one is cheap.
    pub fn new() -> Self {
        Self(Stemmer::create(Algorithm::English))
    }

    /// The stem of a folded word.
    pub fn stem(&self, word: &str) -> String {
        let regular = IRREGULAR_PASTS.get(word).unwrap_or(&word);
        self.0.stem(regular).into_owned()
    }
}

impl Default for EnglishStemmer {
    fn default() -> Self {
        Self::new()
    }
}
