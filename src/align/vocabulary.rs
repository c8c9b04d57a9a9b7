//! Stems as numbers, how many claims of each source hold them, and how telling they are in news at large.

use foldhash::HashMap;
use itertools::Itertools;

use super::background::Background;
use super::rows::Rows;
use crate::model::{ClaimIndex, Collection, SourceIndex};
use crate::text::profile::Profile;
use crate::text::relation::{self, Pole};

/// A stem, as a number that is the same wherever the stem stands in this run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Term(pub u32);

/// The stems of one run.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// For each claim, the terms of its tokens, in order.
    claims: Rows<Term>,
    /// For each source, how many of its claims hold a term, sorted by term.
    frequencies: Vec<Vec<(Term, u32)>>,
    /// For each source, how many claims it has.
    sizes: Vec<u32>,
    /// What is known of each term, wherever it stands.
    known: Vec<Known>,
}

/// What is known of a term.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// How telling it is in news at large, in nats.
    background: f32,
    /// The groups of words for the same thing that it is in.
    classes: &'static [u32],
    /// Where it stands among opposites.
    sides: &'static [Pole],
}

impl Vocabulary {
    /// Numbers the stems of all claims and counts them source by source.
    pub fn new(collection: &Collection, profiles: &[Profile], news: &Background) -> Self {
        let mut terms: HashMap<&str, Term> = HashMap::default();
        let mut claims = Rows::default();
        let mut known = Vec::new();
        for profile in profiles {
            let numbers = profile.tokens.iter().map(|token| {
                let next = Term(terms.len() as u32);
                *terms.entry(&token.stem).or_insert_with(|| {
                    known.push(Known {
                        background: news.weight(&token.stem),
                        classes: relation::classes(&token.stem),
                        sides: relation::sides(&token.stem),
                    });
                    next
                })
            });
            claims.push(numbers);
        }
        let sources = (0..collection.sources().len() as u32).map(SourceIndex);
        let frequencies = sources
            .clone()
            .map(|source| frequencies(collection.claims_of(source).map(|claim| claims.row(claim))));
        Self {
            frequencies: frequencies.collect(),
            sizes: sources
                .map(|source| collection.claims_of(source).len() as u32)
                .collect(),
            claims,
            known,
        }
    }

    /// The terms of one claim's tokens, in order.
    pub fn terms(&self, claim: ClaimIndex) -> &[Term] {
        self.claims.row(claim.get())
    }

    /// How many claims of `source` hold `term`.
    pub fn frequency(&self, source: SourceIndex, term: Term) -> u32 {
        let counts = &self.frequencies[source.get()];
        counts
            .binary_search_by_key(&term, |(term, _)| *term)
            .map_or(0, |at| counts[at].1)
    }

    /// How telling it is, in nats, that two claims share `term`, by how many news events it is found in.
    pub fn background(&self, term: Term) -> f32 {
        self.known(term).background
    }

    /// The groups of words for the same thing that `term` is in.
    pub fn classes(&self, term: Term) -> &'static [u32] {
        self.known(term).classes
    }

    /// Where `term` stands among opposites.
    pub fn sides(&self, term: Term) -> &'static [Pole] {
        self.known(term).sides
    }

    /// How many different terms there are; they are numbered from 0.
    pub fn terms_known(&self) -> usize {
        self.known.len()
    }

    /// How many claims `source` has.
    pub fn size(&self, source: SourceIndex) -> u32 {
        self.sizes[source.get()]
    }

    fn known(&self, term: Term) -> Known {
        self.known[term.0 as usize]
    }
}

fn frequencies<'a>(claims: impl Iterator<Item = &'a [Term]>) -> Vec<(Term, u32)> {
    let mut seen: Vec<Term> = Vec::new();
    for claim in claims {
        seen.extend(claim.iter().sorted_unstable().dedup());
    }
    seen.sort_unstable();
    seen.chunk_by(|left, right| left == right)
        .map(|same| (same[0], same.len() as u32))
        .collect()
}
