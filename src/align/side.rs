//! One of two sources that are compared, with how telling its words are between the two.

use super::comparison::{Part, Sums};
use super::index::Number;
use super::prepared::{Prepared, PreparedSource};
use super::rows::Rows;
use crate::model::SourceIndex;

/// So many claims two reports of some length have together. What a word tells is measured as if there were at least so many:
/// among the few claims of two short notes every word seems common.
const USUAL_CLAIMS: u32 = 80;

/// One source as it takes part in a comparison.
#[derive(Debug)]
pub struct Side<'a> {
    /// The source.
    pub source: &'a PreparedSource<'a>,
    /// How telling each of its words is between these two sources, in nats.
    nats: Vec<f32>,
    /// How telling a word is that one claim of each source holds, in nats: the most that a shared word can weigh.
    pub most: f32,
    /// For each token of each claim, how telling it is; zero for small words and signs.
    weights: Rows<f32>,
    /// What they come to, claim by claim.
    sums: Vec<Sums>,
}

impl<'a> Side<'a> {
    /// `source` as it is compared with `other`. A word is the more telling, the fewer of their claims hold it (inverse document
    /// frequency).
    pub fn new(prepared: &'a Prepared<'a>, source: SourceIndex, other: SourceIndex) -> Self {
        let vocabulary = &prepared.vocabulary;
        let claims = vocabulary.size(source) + vocabulary.size(other);
        let size = claims.max(USUAL_CLAIMS) as f32;
        let indexed = prepared.source(source);
        let words = indexed.words.things().iter().zip(&indexed.holders);
        let nats = words.map(|(word, holders)| {
            let frequency = holders + vocabulary.frequency(other, word.term);
            ((size + 1.0) / frequency as f32).ln()
        });
        let nats: Vec<f32> = nats.collect();
        let weights = indexed.claims.clone().enumerate().map(|(place, claim)| {
            let mut words = indexed.words.occurrences(place).iter().peekable();
            let positions = 0..prepared.profiles[claim].tokens.len();
            let nats = &nats;
            positions.map(move |position| {
                let word = words.next_if(|word| word.position() == position);
                word.map_or(0.0, |word| nats[word.number as usize])
            })
        });
        let weights: Rows<f32> = weights.collect();
        let sums = (0..weights.len()).map(|place| Sums::of(weights.row(place)));
        Self {
            most: ((size + 1.0) / 2.0).ln(),
            sums: sums.collect(),
            weights,
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
            weights: self.weights.row(place),
            sums: self.sums[place],
            content_words: self.source.words.occurrences(place).len(),
            background: self.source.background.row(place),
            wording: &self.source.wordings[place],
            place,
            of: self.source.claims.len(),
        }
    }
}
