//! One of two sources that are compared, with how telling its words are between the two.

use super::comparison::Part;
use super::index::Number;
use super::prepared::{Prepared, PreparedSource};
use crate::model::SourceIndex;

/// One source as it takes part in a comparison.
#[derive(Debug)]
pub struct Side<'a> {
    /// The source.
    pub source: &'a PreparedSource<'a>,
    /// How telling each of its words is between these two sources, in nats.
    nats: Vec<f32>,
    /// The same for each token of each claim; zero for small words and signs.
    weights: Vec<Vec<f32>>,
}

impl<'a> Side<'a> {
    /// `source` as it is compared with `other`. A word is the more telling, the fewer of their claims hold it (inverse document
    /// frequency).
    pub fn new(prepared: &'a Prepared<'a>, source: SourceIndex, other: SourceIndex) -> Self {
        let vocabulary = &prepared.vocabulary;
        let size = (vocabulary.size(source) + vocabulary.size(other)) as f32;
        let indexed = prepared.source(source);
        let nats = indexed.words.things().iter().map(|word| {
            let frequency =
                vocabulary.frequency(source, word.term) + vocabulary.frequency(other, word.term);
            ((size + 1.0) / frequency as f32).ln()
        });
        let nats: Vec<f32> = nats.collect();
        let weights = indexed.claims.clone().enumerate().map(|(place, claim)| {
            let mut weights = vec![0.0; prepared.profiles[claim].tokens.len()];
            for word in indexed.words.occurrences(place) {
                weights[word.position] = nats[word.number as usize];
            }
            weights
        });
        Self {
            weights: weights.collect(),
            nats,
            source: indexed,
        }
    }

    /// How telling a word is between these two sources, in nats.
    pub fn nats(&self, word: Number) -> f32 {
        self.nats[word as usize]
    }

    /// The claim at `place` as it takes part in a comparison.
    pub fn part(&self, place: usize) -> Part<'_> {
        Part {
            weights: &self.weights[place],
            background: &self.source.background[place],
            trigrams: &self.source.trigrams[place],
            place,
            of: self.source.claims.len(),
        }
    }
}
