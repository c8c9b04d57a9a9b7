//! The claims of two sources against each other.

use super::Match;
use super::aligner::{self, Line};
use super::candidates::candidates;
use super::comparison::Comparison;
use super::context::{self, Context};
use super::feature::FEATURES;
use super::meaning::Meanings;
use super::overlap::{RowOverlap, SourceOverlap};
use super::pair::{Pair, Reading};
use super::prepared::{Prepared, PreparedSource};
use super::side::Side;
use super::trigrams::Spread;
use crate::model::{ClaimIndex, ScoredPair, SourceIndex};

/// What one comparison saw.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The words that correspond.
    pub aligned: Vec<(usize, usize)>,
    /// What each feature measured, then what the context did, then what the meanings are worth in bits.
    pub values: Vec<Option<f32>>,
    /// What was measured on the meanings; nothing without an encoder.
    pub meaning: Vec<Option<f32>>,
}

/// Two sources, with all pairs of their claims that are worth comparing compared.
#[derive(Debug)]
pub struct SourcePair<'a> {
    prepared: &'a Prepared<'a>,
    a: Side<'a>,
    b: Side<'a>,
    overlap: SourceOverlap,
    meanings: Option<Meanings<'a>>,
    context: Context,
    /// Places of the claims, and what was seen of them, in order.
    seen: Vec<((usize, usize), Seen)>,
}

impl<'a> SourcePair<'a> {
    /// Compares the claims of two sources; `a` is the one that comes first.
    pub fn new(prepared: &'a Prepared<'a>, a: SourceIndex, b: SourceIndex) -> Self {
        let profiles = |source| &prepared.profiles[prepared.source(source).claims.clone()];
        let mut pair = Self {
            a: Side::new(prepared, a, b),
            b: Side::new(prepared, b, a),
            overlap: SourceOverlap::new(prepared.source(a), prepared.source(b)),
            meanings: Meanings::new(profiles(a), profiles(b)),
            context: Context::default(),
            prepared,
            seen: Vec::new(),
        };
        let enough = prepared.weights.worth_comparing;
        let candidates = candidates(&pair.a, &pair.b, &pair.overlap, enough);
        let mut row = Row::new(&pair);
        let alone: Vec<_> = candidates
            .chunk_by(|one, next| one.0 == next.0)
            .flat_map(|of_row| {
                row.hold(&pair, of_row[0].0);
                let seen = |places: &(usize, usize)| (*places, pair.see_alone(&row, *places));
                of_row.iter().map(seen).collect::<Vec<_>>()
            })
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
        let mut row = Row::new(self);
        row.hold(self, places.0);
        let seen = self.in_context(places, self.see_alone(&row, places));
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

    /// What the two claims show by themselves; `row` holds the first.
    fn see_alone(&self, row: &Row, places: (usize, usize)) -> Seen {
        let (source, other) = (self.a.source, self.b.source);
        let overlap = row.overlap.with(other, places.1);
        let (left, right) = (self.line(source, places.0), self.line(other, places.1));
        let aligned = aligner::align_words(left, right, &overlap);
        let comparison = Comparison {
            pair: Pair {
                a: self.reading(source, places.0),
                b: self.reading(other, places.1),
                aligned: &aligned,
            },
            a: self.a.part(places.0),
            b: self.b.part(places.1),
            overlap: &overlap,
            trigrams: row.trigrams.cosine(&other.trigrams, places.1),
        };
        let mut values = Vec::with_capacity(FEATURES.len() + context::NAMES.len() + 1);
        let measured = FEATURES.iter();
        values.extend(measured.map(|feature| feature.measure(&comparison)));
        Seen {
            aligned,
            values,
            meaning: self.see_meaning(places),
        }
    }

    fn see_meaning(&self, places: (usize, usize)) -> Vec<Option<f32>> {
        let weights = |side: &Side, place: usize| -> Vec<f32> {
            let words = side.source.words.occurrences(place).iter();
            let weights = side.part(place).weights;
            words.map(|word| weights[word.position()]).collect()
        };
        let meanings = self.meanings.iter();
        meanings
            .flat_map(|meanings| {
                let (a, b) = (weights(&self.a, places.0), weights(&self.b, places.1));
                meanings.measure(places, &a, &b)
            })
            .collect()
    }

    fn line<'s>(&'s self, source: &'s PreparedSource, place: usize) -> Line<'s> {
        let claim = source.claims.start + place;
        Line {
            profile: &self.prepared.profiles[claim],
            terms: self.prepared.vocabulary.terms(ClaimIndex(claim as u32)),
            content: source.words.occurrences(place),
        }
    }

    fn reading(&self, source: &PreparedSource, place: usize) -> Reading<'_> {
        let claim = ClaimIndex((source.claims.start + place) as u32);
        Reading::of(self.prepared.collection, self.prepared.profiles, claim)
    }

    fn in_context(&self, (row, column): (usize, usize), mut seen: Seen) -> Seen {
        seen.values.extend(self.context.measure(row, column));
        let meaning = self.prepared.weights.meaning.as_ref();
        let bits = meaning.map(|model| model.measured.score(&seen.meaning) as f32);
        seen.values.extend(bits.map(Some));
        seen
    }
}

/// One claim of the first source, laid out so that many claims of the other are soon held against it.
struct Row {
    overlap: RowOverlap,
    trigrams: Spread,
}

impl Row {
    fn new(pair: &SourcePair) -> Self {
        Self {
            overlap: RowOverlap::new(pair.b.source),
            trigrams: Spread::new(pair.prepared.trigrams),
        }
    }

    /// Takes the claim at `place` in the place of the one before.
    fn hold(&mut self, pair: &SourcePair, place: usize) {
        self.overlap.hold(pair.a.source, place, &pair.overlap);
        self.trigrams.hold(&pair.a.source.trigrams, place);
    }
}
