//! Which sources may tell of one event: those that share telling words. Sources of different events are not compared claim by
//! claim, so that the work grows with the events and not with the square of the archive.

use rayon::prelude::*;

use super::prepared::PreparedSource;
use super::vocabulary::{Term, Vocabulary};
use crate::model::SourceIndex;

/// The words of two sources, weighted by how telling they are in news at large, must be alike by this cosine. Of the 132 pairs of
/// articles of one event that docs/ACCURACY.md measures on, the least alike reach .087; of 6,654 pairs from two events 97 in 100
/// stay below.
const ALIKE: f32 = 0.08;

/// So much of the words of a short source, by weight, may stand in a long one instead: their cosine is small however much of
/// the short one is there.
const CONTAINED: f32 = 0.3;

/// The pairs of sources that may tell of one event, the earlier one first, in order.
pub fn related(
    sources: &[PreparedSource],
    vocabulary: &Vocabulary,
) -> Vec<(SourceIndex, SourceIndex)> {
    let words = TellingWords::new(sources, vocabulary);
    let found = (0..sources.len()).into_par_iter().map_init(
        || vec![0.0; sources.len()],
        |shared, source| words.related_after(source, shared),
    );
    found.collect::<Vec<_>>().concat()
}

/// The content words of all sources, each once.
struct TellingWords {
    /// For each source, its terms with their squared weights.
    terms: Vec<Vec<(Term, f32)>>,
    /// For each source, what its squared weights add up to.
    totals: Vec<f32>,
    /// For each term, the sources that hold it, in order.
    holders: Vec<Vec<usize>>,
}

impl TellingWords {
    fn new(sources: &[PreparedSource], vocabulary: &Vocabulary) -> Self {
        let weighted = sources.iter().map(|source| {
            let mut terms: Vec<_> = source.words.things().iter().map(|it| it.term).collect();
            terms.sort_unstable();
            terms.dedup();
            let squared = |term| vocabulary.background(term).powi(2);
            terms
                .into_iter()
                .map(|term| (term, squared(term)))
                .collect()
        });
        let terms: Vec<Vec<_>> = weighted.collect();
        let mut holders = vec![Vec::new(); vocabulary.terms_known()];
        for (source, terms) in terms.iter().enumerate() {
            for (term, _) in terms {
                holders[term.0 as usize].push(source);
            }
        }
        let total = |terms: &Vec<(Term, f32)>| terms.iter().map(|(_, weight)| weight).sum();
        Self {
            totals: terms.iter().map(total).collect(),
            terms,
            holders,
        }
    }

    /// The later sources that `source` is related to; `shared` is room for one number for each source.
    fn related_after(&self, source: usize, shared: &mut [f32]) -> Vec<(SourceIndex, SourceIndex)> {
        shared.fill(0.0);
        for (term, weight) in &self.terms[source] {
            let holders = &self.holders[term.0 as usize];
            let later = holders.partition_point(|other| *other <= source);
            for other in &holders[later..] {
                shared[*other] += weight;
            }
        }
        let is_related = |other: &usize| {
            let (one, another) = (self.totals[source], self.totals[*other]);
            let enough = (ALIKE * (one * another).sqrt()).min(CONTAINED * one.min(another));
            shared[*other] >= enough
        };
        let index = |source: usize| SourceIndex(source as u32);
        let later = (source + 1..self.terms.len()).filter(is_related);
        later.map(|other| (index(source), index(other))).collect()
    }
}
