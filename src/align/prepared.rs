//! What comparing needs to know of each source, whichever other it is compared with.

use std::ops::Range;

use rayon::prelude::*;

use super::correspondence::Keys;
use super::expression::{Expression, Meant};
use super::index::Index;
use super::likeness::Word;
use super::model::Weights;
use super::related::related;
use super::rows::Rows;
use super::trigrams::{self, Numbers, Trigrams};
use super::vocabulary::Vocabulary;
use super::wording::Wording;
use crate::model::{ClaimIndex, Collection, SourceIndex};
use crate::text::name::Name;
use crate::text::number::Quantity;
use crate::text::profile::Profile;

/// The claims of a run, ready to be compared.
#[derive(Debug)]
pub struct Prepared<'a> {
    /// All claims.
    pub(super) collection: &'a Collection,
    /// Their profiles, in their order.
    pub(super) profiles: &'a [Profile],
    /// What measures are worth.
    pub(super) weights: &'a Weights,
    /// For each feature, whether the score of a pair asks for it.
    pub(super) scoring: Vec<bool>,
    /// How telling the words are.
    pub(super) vocabulary: Vocabulary,
    /// How many different trigrams of letters there are.
    pub(super) trigrams: usize,
    sources: Vec<PreparedSource<'a>>,
}

/// One source, indexed.
#[derive(Debug)]
pub struct PreparedSource<'a> {
    /// Its claims, as their places in the collection.
    pub claims: Range<usize>,
    /// Its content words.
    pub words: Index<Word<'a>>,
    /// By what they are found.
    pub keys: Keys,
    /// For each of them, how many claims of this source hold its stem.
    pub holders: Vec<u32>,
    /// Its names.
    pub names: Index<Meant<'a, Name>>,
    /// Its quantities.
    pub quantities: Index<Meant<'a, Quantity>>,
    /// For each claim, how telling each of its tokens is in news at large, in nats; zero for small words and signs.
    pub background: Rows<f32>,
    /// The letters of each claim.
    pub trigrams: Trigrams,
    /// How each claim is worded.
    pub wordings: Vec<Wording>,
}

impl<'a> Prepared<'a> {
    /// Prepares the claims of `collection`; their profiles stand in the order of the claims.
    pub fn new(collection: &'a Collection, profiles: &'a [Profile], weights: &'a Weights) -> Self {
        let vocabulary = Vocabulary::new(collection, profiles, &weights.background);
        let letters = collection.claims().par_iter().map(|claim| {
            let source = collection.source(claim.source);
            trigrams::counted(source.slice(claim.span))
        });
        let letters: Vec<_> = letters.collect();
        let mut numbers = Numbers::default();
        let sources = (0..collection.sources().len() as u32).map(SourceIndex);
        let numbered = sources.map(|source| {
            let claims = collection.claims_of(source);
            (source, Trigrams::new(&letters[claims], &mut numbers))
        });
        let numbered: Vec<_> = numbered.collect();
        let prepared = numbered.into_par_iter().map(|(source, trigrams)| {
            PreparedSource::new(source, collection, profiles, &vocabulary, trigrams)
        });
        Self {
            sources: prepared.collect(),
            trigrams: numbers.len(),
            collection,
            profiles,
            scoring: weights.scoring(),
            weights,
            vocabulary,
        }
    }

    /// The pairs of sources whose claims are worth comparing, the earlier one first, in order.
    pub fn related(&self) -> Vec<(SourceIndex, SourceIndex)> {
        related(&self.sources, &self.vocabulary)
    }

    /// One of the sources.
    pub(super) fn source(&self, source: SourceIndex) -> &PreparedSource<'a> {
        &self.sources[source.get()]
    }
}

impl<'a> PreparedSource<'a> {
    fn new(
        source: SourceIndex,
        collection: &Collection,
        profiles: &'a [Profile],
        vocabulary: &Vocabulary,
        trigrams: Trigrams,
    ) -> Self {
        let claims = collection.claims_of(source);
        let indexes = || claims.clone().map(|claim| ClaimIndex(claim as u32));
        let words = Index::new(indexes().map(|claim| {
            let tokens = profiles[claim.get()].tokens.iter();
            let numbered = tokens.zip(vocabulary.terms(claim)).enumerate();
            let content = numbered.filter(|(_, (token, _))| token.is_content());
            content.map(|(position, (token, term))| (position, Word::new(token, *term, vocabulary)))
        }));
        let background = indexes().map(|claim| {
            let tokens = profiles[claim.get()].tokens.iter();
            let nats = tokens.zip(vocabulary.terms(claim)).map(|(token, term)| {
                if token.is_content() {
                    vocabulary.background(*term)
                } else {
                    0.0
                }
            });
            nats.collect::<Vec<_>>()
        });
        let things = words.things().iter();
        let holders = things.map(|word| vocabulary.frequency(source, word.term));
        Self {
            keys: Keys::new(&words),
            holders: holders.collect(),
            wordings: indexes()
                .map(|claim| Wording::new(vocabulary.terms(claim)))
                .collect(),
            names: expressions(&profiles[claims.clone()]),
            quantities: expressions(&profiles[claims.clone()]),
            background: background.collect(),
            trigrams,
            words,
            claims,
        }
    }
}

fn expressions<E: Expression>(profiles: &[Profile]) -> Index<Meant<'_, E>> {
    Index::new(profiles.iter().map(|profile| {
        let all = E::of(profile).iter();
        all.map(|expression| (expression.run().start as usize, Meant(expression)))
    }))
}
