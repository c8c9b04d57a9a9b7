//! The claims of two sources against each other.

use super::Match;
use super::aligner;
use super::candidates::candidates;
use super::comparison::Comparison;
use super::context::Context;
use super::correspondence::Correspondences;
use super::feature::FEATURES;
use super::pair::{Pair, Reading};
use super::prepared::Prepared;
use super::side::Side;
use crate::model::{ClaimIndex, ScoredPair, SourceIndex};

/// What one comparison saw.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The words that correspond.
    pub aligned: Vec<(usize, usize)>,
    /// What each feature measured, then what the context did.
    pub values: Vec<Option<f32>>,
}

/// Two sources, with all pairs of their claims that are worth comparing compared.
#[derive(Debug)]
pub struct SourcePair<'a> {
    prepared: &'a Prepared<'a>,
    a: Side<'a>,
    b: Side<'a>,
    words: Correspondences,
    context: Context,
    /// Places of the claims, and what was seen of them, in order.
    seen: Vec<((usize, usize), Seen)>,
}

impl<'a> SourcePair<'a> {
    /// Compares the claims of two sources; `a` is the one that comes first.
    pub fn new(prepared: &'a Prepared<'a>, a: SourceIndex, b: SourceIndex) -> Self {
        let (source, other) = (prepared.source(a), prepared.source(b));
        let mut pair = Self {
            a: Side::new(prepared, a, b),
            b: Side::new(prepared, b, a),
            words: Correspondences::of_words(&source.words, &other.words, &other.keys),
            context: Context::default(),
            prepared,
            seen: Vec::new(),
        };
        let candidates = candidates(
            &pair.a,
            &pair.b,
            &pair.words,
            prepared.weights.worth_comparing,
        );
        let alone: Vec<_> = candidates
            .into_iter()
            .map(|places| (places, pair.see_alone(places)))
            .collect();
        let words = &prepared.weights.words;
        let scores = alone
            .iter()
            .map(|(places, seen)| (*places, words.score(&seen.values)));
        pair.context = Context::new(scores);
        pair.seen = alone
            .into_iter()
            .map(|(places, seen)| (places, pair.in_context(places, seen)))
            .collect();
        pair
    }

    /// What was seen of every pair of claims that was worth comparing, in order.
    pub fn seen(&self) -> impl Iterator<Item = (ClaimIndex, ClaimIndex, &Seen)> {
        let index = |claim: usize| ClaimIndex(claim as u32);
        self.seen.iter().map(move |((row, column), seen)| {
            let left = index(self.a.source.claims.start + row);
            (left, index(self.b.source.claims.start + column), seen)
        })
    }

    /// The same pairs with the bits that they score.
    pub fn scored(&self) -> impl Iterator<Item = ScoredPair> {
        let link = &self.prepared.weights.link;
        self.seen().map(|(a, b, seen)| ScoredPair {
            a,
            b,
            score: link.score(&seen.values),
        })
    }

    /// The pairs that score at least `threshold` bits, in order.
    pub fn matches(&self, threshold: f64) -> impl Iterator<Item = Match> {
        let link = &self.prepared.weights.link;
        self.seen()
            .filter(move |(_, _, seen)| link.score(&seen.values) >= threshold)
            .map(|(a, b, seen)| self.found(a, b, seen))
    }

    /// One pair, whether it was worth comparing or not.
    pub fn compare(&self, a: ClaimIndex, b: ClaimIndex) -> Match {
        let places = (
            a.get() - self.a.source.claims.start,
            b.get() - self.b.source.claims.start,
        );
        let seen = self.in_context(places, self.see_alone(places));
        self.found(a, b, &seen)
    }

    fn found(&self, a: ClaimIndex, b: ClaimIndex, seen: &Seen) -> Match {
        let weights = self.prepared.weights;
        Match {
            a,
            b,
            aligned: seen.aligned.clone(),
            bias: weights.link.bias,
            measures: weights.link.measures(&seen.values),
            same_content: weights.content.score(&seen.values),
        }
    }

    /// What the two claims show by themselves.
    fn see_alone(&self, (row, column): (usize, usize)) -> Seen {
        let (source, other) = (self.a.source, self.b.source);
        let (left, right) = (source.claims.start + row, other.claims.start + column);
        let profiles = self.prepared.profiles;
        let alike = self.words.between(
            source.words.occurrences(row),
            other.words.occurrences(column),
        );
        let aligned = aligner::align_words(&profiles[left], &profiles[right], &alike);
        let reading = |claim: usize| {
            Reading::of(self.prepared.collection, profiles, ClaimIndex(claim as u32))
        };
        let comparison = Comparison {
            pair: Pair {
                a: reading(left),
                b: reading(right),
                aligned: &aligned,
            },
            a: self.a.part(row),
            b: self.b.part(column),
        };
        let values = FEATURES
            .iter()
            .map(|feature| feature.measure(&comparison))
            .collect();
        Seen { aligned, values }
    }

    fn in_context(&self, (row, column): (usize, usize), mut seen: Seen) -> Seen {
        seen.values.extend(self.context.measure(row, column));
        seen
    }
}
