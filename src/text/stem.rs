//! Words without their endings.

use std::cell::RefCell;
use std::sync::LazyLock;

use foldhash::HashMap;

use super::porter::Porter;

/// Cuts the endings off English words ("negotiations" → "negoti"), by Porter's second algorithm; irregular past forms
/// have the stem of their verb ("withdrew" → "withdraw").
pub struct EnglishStemmer {
    porter: Porter,
    /// Words come again and again, and looking one up takes a fiftieth of the time.
    known: RefCell<HashMap<Box<str>, Box<str>>>,
}

impl EnglishStemmer {
    /// A stemmer; making one is cheap.
    pub fn new() -> Self {
        Self {
            porter: Porter::new(),
            known: RefCell::default(),
        }
    }

    /// The stem of a folded word.
    pub fn stem(&self, word: &str) -> Box<str> {
        if let Some(stem) = LISTED.get(word) {
            return (*stem).into();
        }
        if let Some(stem) = self.known.borrow().get(word) {
            return stem.clone();
        }
        let stem = self.porter.stem(word);
        self.known.borrow_mut().insert(word.into(), stem.clone());
        stem
    }
}

impl Default for EnglishStemmer {
    fn default() -> Self {
        Self::new()
    }
}

/// A word and its stem take about so many bytes.
const LINE: usize = 14;

/// The stems of the words of all word lists, as the build script found them.
static LISTED: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let list = include_str!(concat!(env!("OUT_DIR"), "/stems.txt"));
    let mut stems = HashMap::with_capacity_and_hasher(list.len() / LINE, Default::default());
    stems.extend(list.lines().filter_map(|line| line.split_once(' ')));
    stems
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_words_have_the_stems_that_the_rules_give() {
        let porter = Porter::new();
        assert!(LISTED.len() > 1_000);
        for (word, stem) in &*LISTED {
            assert_eq!(*porter.stem(word), **stem, "{word}");
        }
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let stemmer = EnglishStemmer::new();
        for (one, another) in [
            ("negotiation", "negotiations"),
            ("withdrew", "withdraws"),
            ("zarkles", "zarkled"),
        ] {
            assert_eq!(stemmer.stem(one), stemmer.stem(another));
        }
    }
}
