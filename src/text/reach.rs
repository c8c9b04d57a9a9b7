//! How far the thing goes that a claim speaks of: "exclusive access", "a partial ban".

use std::sync::LazyLock;

use super::clause::noun_after;
use super::lexicon;
use super::phrase::Phrases;
use super::token::{Run, Token};

/// An adjective that says how far a thing goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The adjective.
    pub run: Run,
    /// The noun that it stands before, with what else describes it.
    pub noun: Run,
    /// How far: words for the same have the same name.
    pub name: &'static str,
}

static WORDS: LazyLock<Phrases<&'static str>> =
    LazyLock::new(|| Phrases::new(lexicon::phrases(include_str!("data/reaches.txt"))));

/// The adjectives of reach in a claim, in order.
pub fn reaches(tokens: &[Token]) -> Vec<Reach> {
    let found = WORDS.find(tokens);
    found
        .map(|(run, name)| Reach {
            noun: noun_after(tokens, run.end as usize),
            run,
            name,
        })
        .filter(|reach| !reach.noun.is_empty())
        .collect()
}
