//! Words without their endings.

use std::cell::RefCell;

use foldhash::HashMap;
use rust_stemmers::{Algorithm, Stemmer};

use super::lexicon::IRREGULAR_PASTS;

/// Cuts the endings off English words ("negotiations" → "negoti"), by Porter's second algorithm; irregular past forms
/// have the stem of their verb ("withdrew" → "withdraw").
pub struct EnglishStemmer {
    algorithm: Stemmer,
    /// Words come again and again, and looking one up takes a fiftieth of the time.
    known: RefCell<HashMap<Box<str>, Box<str>>>,
}

impl EnglishStemmer {
    /// A stemmer; making one is cheap.
    pub fn new() -> Self {
        Self {
            algorithm: Stemmer::create(Algorithm::English),
            known: RefCell::default(),
        }
    }

    /// The stem of a folded word.
    pub fn stem(&self, word: &str) -> Box<str> {
        if let Some(stem) = self.known.borrow().get(word) {
            return stem.clone();
        }
        let regular = IRREGULAR_PASTS.get(word).unwrap_or(&word);
        let stem: Box<str> = self.algorithm.stem(regular).into();
        self.known.borrow_mut().insert(word.into(), stem.clone());
        stem
    }
}

impl Default for EnglishStemmer {
    fn default() -> Self {
        Self::new()
    }
}
