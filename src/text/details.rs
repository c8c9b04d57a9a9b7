//! What only judging asks of a claim's words.

use std::sync::OnceLock;

use super::extent::{Extent, extents};
use super::list::{List, lists};
use super::opposition::{Stand, stands};
use super::reach::{Reach, reaches};
use super::token::Token;

/// Found when a link of the claim is first judged, and kept for its other links: most claims of an archive are in no link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// Things named one after the other.
    pub lists: Vec<List>,
    /// How much of a whole it speaks of.
    pub extents: Vec<Extent>,
    /// How far the things go that it speaks of.
    pub reaches: Vec<Reach>,
    /// Words and phrases that others contradict.
    pub stands: Vec<Stand>,
}

/// The details of a claim, once they were asked for. They follow from its words: whether they are there yet makes no two claims differ.
#[derive(Clone, Debug, Default)]
pub struct LateDetails(OnceLock<Box<Details>>);

impl LateDetails {
    /// The details of a claim with these words.
    pub fn of(&self, tokens: &[Token]) -> &Details {
        self.0.get_or_init(|| Box::new(Details::new(tokens)))
    }
}

impl PartialEq for LateDetails {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Details {
    /// The details of a claim's words.
    pub fn new(tokens: &[Token]) -> Self {
        Self {
            lists: lists(tokens),
            extents: extents(tokens),
            reaches: reaches(tokens),
            stands: stands(tokens),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Span;
    use crate::text::profile::Profile;
    use crate::text::stem::EnglishStemmer;

    #[test]
    fn what_was_asked_of_a_claim_makes_it_no_other() {
        let text = "Some members want steel, copper and tin.";
        let span = Span::new(0..text.len());
        let profile = || Profile::new(text, span, None, &EnglishStemmer::new());
        let (asked, unasked) = (profile(), profile());
        assert_eq!(asked.details().lists.len(), 1);
        assert_eq!(asked.details().extents.len(), 1);
        assert_eq!(asked, unasked);
    }
}
