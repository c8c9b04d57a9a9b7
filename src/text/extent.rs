//! How much of a whole a claim speaks of.

use std::sync::LazyLock;

use super::lexicon;
use super::phrase::Phrases;
use super::token::{Run, Token};

/// A word or phrase that says how much of a whole is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Its words.
    pub run: Run,
    /// How much: `all`, `most`, `many` or `some`. Words for the same share have the same name.
    pub share: &'static str,
}

static WORDS: LazyLock<Phrases<&'static str>> =
    LazyLock::new(|| Phrases::new(lexicon::phrases(include_str!("data/extents.txt"))));

/// The extents of a claim, in order.
pub fn extents(tokens: &[Token]) -> Vec<Extent> {
    let found = WORDS.find(tokens);
    found.map(|(run, share)| Extent { run, share }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    #[test]
    fn words_for_the_same_share_have_one_name() {
        let text = "Several members and a handful of guests saw all of it.";
        let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
        let shares: Vec<_> = extents(&tokens).iter().map(|extent| extent.share).collect();
        assert_eq!(shares, ["some", "some", "all"]);
    }
}
