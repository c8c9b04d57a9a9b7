//! All claims of two sources against each other.

use super::comparison::{Comparison, Part};
use super::context::Context;
use super::feature::FEATURES;
use super::pair::{Pair, Reading};
use super::trigrams::Trigrams;
use super::vocabulary::Vocabulary;
use super::{Match, aligner};
use crate::align::model::Weights;
use crate::model::{ClaimIndex, Collection, ScoredPair, SourceIndex};
use crate::text::profile::Profile;

/// What comparing needs to know of all claims of a run.
#[derive(Debug)]
pub struct Prepared<'a> {
    collection: &'a Collection,
    profiles: &'a [Profile],
    vocabulary: Vocabulary,
    trigrams: Vec<Trigrams>,
    weights: &'a Weights,
}

impl<'a> Prepared<'a> {
    /// Prepares the claims of `collection`; their profiles stand in the order of the claims.
    pub fn new(collection: &'a Collection, profiles: &'a [Profile], weights: &'a Weights) -> Self {
        let claims = (0..).map(ClaimIndex).take(collection.claims().len());
        Self {
            vocabulary: Vocabulary::new(collection, profiles, &weights.background),
            trigrams: claims
                .map(|claim| Trigrams::new(collection.text(claim)))
                .collect(),
            collection,
            profiles,
            weights,
        }
    }
}

/// What one comparison saw.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The words that correspond.
    pub aligned: Vec<(usize, usize)>,
    /// What each feature measured, then what the context did.
    pub values: Vec<Option<f32>>,
}

/// Two sources, every claim of the one against every claim of the other.
#[derive(Debug)]
pub struct SourcePair<'a> {
    prepared: &'a Prepared<'a>,
    a: Side,
    b: Side,
    seen: Vec<Seen>,
}

#[derive(Debug)]
struct Side {
    claims: std::ops::Range<usize>,
    /// For each claim, how telling each of its tokens is between these two sources, in nats.
    weights: Vec<Vec<f32>>,
    /// The same in news at large.
    background: Vec<Vec<f32>>,
}

impl<'a> SourcePair<'a> {
    /// Compares all claims of two sources; `a` is the one that comes first.
    pub fn new(prepared: &'a Prepared<'a>, a: SourceIndex, b: SourceIndex) -> Self {
        let mut pair = Self {
            a: Side::new(prepared, a, b),
            b: Side::new(prepared, b, a),
            prepared,
            seen: Vec::new(),
        };
        let (rows, columns) = (pair.a.claims.len(), pair.b.claims.len());
        let mut seen: Vec<_> = (0..rows * columns)
            .map(|at| pair.see(at / columns, at % columns))
            .collect();
        let words = &prepared.weights.words;
        let context = Context::new(columns, seen.iter().map(|seen| words.score(&seen.values)));
        for (at, seen) in seen.iter_mut().enumerate() {
            seen.values
                .extend(context.measure(at / columns, at % columns));
        }
        pair.seen = seen;
        pair
    }

    /// What was seen of every pair of claims.
    pub fn seen(&self) -> impl Iterator<Item = (ClaimIndex, ClaimIndex, &Seen)> {
        let columns = self.b.claims.len();
        self.seen.iter().enumerate().map(move |(at, seen)| {
            let index = |claim: usize| ClaimIndex(claim as u32);
            let (row, column) = (at / columns, at % columns);
            (
                index(self.a.claims.start + row),
                index(self.b.claims.start + column),
                seen,
            )
        })
    }

    /// Every pair of claims with the bits that it scores.
    pub fn scored(&self) -> impl Iterator<Item = ScoredPair> {
        let link = &self.prepared.weights.link;
        self.seen().map(|(a, b, seen)| ScoredPair {
            a,
            b,
            score: link.score(&seen.values),
        })
    }

    /// The pairs that are `wanted`, who is told their claims and how many bits they score.
    pub fn matches(
        &self,
        wanted: impl Fn(ClaimIndex, ClaimIndex, f64) -> bool,
    ) -> impl Iterator<Item = Match> {
        let link = &self.prepared.weights.link;
        self.seen()
            .filter(move |(a, b, seen)| wanted(*a, *b, link.score(&seen.values)))
            .map(|(a, b, seen)| self.found(a, b, seen))
    }

    /// One pair, whatever its score.
    pub fn pair(&self, a: ClaimIndex, b: ClaimIndex) -> Option<Match> {
        let found = self
            .seen()
            .find(|(left, right, _)| (*left, *right) == (a, b));
        found.map(|(a, b, seen)| self.found(a, b, seen))
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

    fn see(&self, row: usize, column: usize) -> Seen {
        let (left, right) = (self.a.claims.start + row, self.b.claims.start + column);
        let profiles = self.prepared.profiles;
        let aligned = aligner::align_words(&profiles[left], &profiles[right]);
        let reading = |claim: usize| {
            Reading::of(self.prepared.collection, profiles, ClaimIndex(claim as u32))
        };
        let comparison = Comparison {
            pair: Pair {
                a: reading(left),
                b: reading(right),
                aligned: &aligned,
            },
            a: self.a.part(self.prepared, row),
            b: self.b.part(self.prepared, column),
        };
        let values = FEATURES
            .iter()
            .map(|feature| feature.measure(&comparison))
            .collect();
        Seen { aligned, values }
    }
}

impl Side {
    fn new(prepared: &Prepared, source: SourceIndex, other: SourceIndex) -> Self {
        let vocabulary = &prepared.vocabulary;
        let claims = prepared.collection.claims_of(source);
        let size = (vocabulary.size(source) + vocabulary.size(other)) as f32;
        let per_token = |worth: &dyn Fn(super::vocabulary::Term) -> f32| -> Vec<Vec<f32>> {
            let claim = |claim: usize| {
                let terms = vocabulary.terms(ClaimIndex(claim as u32)).iter();
                let tokens = prepared.profiles[claim].tokens.iter();
                terms
                    .zip(tokens)
                    .map(|(term, token)| {
                        if token.is_content() {
                            worth(*term)
                        } else {
                            0.0
                        }
                    })
                    .collect()
            };
            claims.clone().map(claim).collect()
        };
        let between = |term| {
            let frequency = vocabulary.frequency(source, term) + vocabulary.frequency(other, term);
            ((size + 1.0) / frequency as f32).ln()
        };
        Self {
            weights: per_token(&between),
            background: per_token(&|term| vocabulary.background(term)),
            claims,
        }
    }

    fn part<'s>(&'s self, prepared: &'s Prepared, place: usize) -> Part<'s> {
        Part {
            weights: &self.weights[place],
            background: &self.background[place],
            trigrams: &prepared.trigrams[self.claims.start + place],
            place,
            of: self.claims.len(),
        }
    }
}
