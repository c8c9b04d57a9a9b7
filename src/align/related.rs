//! Which sources may tell of one event: those that share telling words. Sources of different events are not compared claim by
//! claim, so that the work grows with the events and not with the square of the archive.

use foldhash::HashMap;
use itertools::Itertools;
use rayon::prelude::*;

use super::prepared::PreparedSource;
use super::rows::Rows;
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
    let weighted = sources.iter().map(|source| {
        let terms = source.words.things().iter().map(|word| word.term);
        weighted(terms.collect(), |term| vocabulary.background(term))
    });
    let words = TellingWords::of(weighted.collect(), vocabulary.terms_known());
    words.related()
}

/// The same of the content words of each source; `nats` tells how telling a word is in news at large.
pub fn related_by_words<'a>(
    sources: &'a [Vec<Box<str>>],
    nats: impl Fn(&str) -> f32,
) -> Vec<(SourceIndex, SourceIndex)> {
    let mut terms: HashMap<&'a str, Term> = HashMap::default();
    let mut known = Vec::new();
    let weighted = sources.iter().map(|words| {
        let numbers = words.iter().map(|word| {
            let next = Term(terms.len() as u32);
            *terms.entry(word).or_insert_with(|| {
                known.push(nats(word));
                next
            })
        });
        let numbers = numbers.collect();
        weighted(numbers, |term| known[term.0 as usize])
    });
    let weighted = weighted.collect();
    TellingWords::of(weighted, known.len()).related()
}

/// The terms of one source, each once, with their squared weights.
fn weighted(mut terms: Vec<Term>, nats: impl Fn(Term) -> f32) -> Vec<(Term, f32)> {
    terms.sort_unstable();
    terms.dedup();
    let squared = terms.into_iter().map(|term| (term, nats(term).powi(2)));
    // What weighs nothing adds nothing.
    squared.filter(|(_, weight)| *weight > 0.0).collect()
}

/// The content words of all sources, each once.
struct TellingWords {
    /// For each source, its terms with their squared weights.
    terms: Rows<(Term, f32)>,
    /// For each source, what its squared weights add up to.
    totals: Vec<f32>,
    /// The sources without any telling word, in order. Nothing can be said of them, and they are compared with all.
    wordless: Vec<usize>,
    /// For each term, the sources that hold it, in order.
    holders: Rows<u32>,
}

impl TellingWords {
    /// Of the terms of each source with their squared weights; there are `known` terms.
    fn of(terms: Rows<(Term, f32)>, known: usize) -> Self {
        let mut holders = vec![Vec::new(); known];
        for source in 0..terms.len() {
            for (term, _) in terms.row(source) {
                holders[term.0 as usize].push(source as u32);
            }
        }
        let total = |source| terms.row(source).iter().map(|(_, weight)| weight).sum();
        let totals: Vec<f32> = (0..terms.len()).map(total).collect();
        Self {
            wordless: (0..totals.len())
                .filter(|source| totals[*source] == 0.0)
                .collect(),
            totals,
            holders: holders.into_iter().collect(),
            terms,
        }
    }

    /// The pairs of sources that are related, the earlier one first, in order.
    fn related(&self) -> Vec<(SourceIndex, SourceIndex)> {
        let count = self.totals.len();
        let found = (0..count).into_par_iter().map_init(
            || vec![0.0; count],
            |shared, source| self.related_after(source, shared),
        );
        found.collect::<Vec<_>>().concat()
    }

    /// The later sources that `source` is related to; `shared` holds a zero for each source, before and after, and in between what
    /// the terms shared with it weigh.
    fn related_after(&self, source: usize, shared: &mut [f32]) -> Vec<(SourceIndex, SourceIndex)> {
        let mut found = Vec::new();
        for (term, weight) in self.terms.row(source) {
            let holders = self.holders.row(term.0 as usize);
            let later = holders.partition_point(|other| *other as usize <= source);
            for other in &holders[later..] {
                let shared = &mut shared[*other as usize];
                if *shared == 0.0 {
                    found.push(*other as usize);
                }
                *shared += weight;
            }
        }
        let total = self.totals[source];
        found.retain(|other| {
            std::mem::take(&mut shared[*other]) >= enough(total, self.totals[*other])
        });
        found.sort_unstable();
        let index = |source: usize| SourceIndex(source as u32);
        let later: Vec<_> = match total > 0.0 {
            true => {
                let wordless = self.wordless.iter().copied();
                let wordless = wordless.filter(|other| *other > source);
                found.into_iter().merge(wordless).collect()
            }
            false => (source + 1..self.totals.len()).collect(),
        };
        let later = later.into_iter();
        later.map(|other| (index(source), index(other))).collect()
    }
}

/// What the shared words of two sources must weigh for these to be related, by what all words of either weigh.
fn enough(one: f32, another: f32) -> f32 {
    (ALIKE * (one * another).sqrt()).min(CONTAINED * one.min(another))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What [`TellingWords`] finds, by holding every source against every other.
    fn held_against_all(words: &TellingWords) -> Vec<(SourceIndex, SourceIndex)> {
        let sources = (0..words.totals.len()).array_combinations();
        let related = sources.filter(|[one, other]| {
            let enough = enough(words.totals[*one], words.totals[*other]);
            let others = words.terms.row(*other);
            let shared = words.terms.row(*one).iter();
            let shared = shared.filter(|term| others.contains(term));
            shared.map(|(_, weight)| weight).sum::<f32>() >= enough
        });
        let index = |source: usize| SourceIndex(source as u32);
        related
            .map(|[one, other]| (index(one), index(other)))
            .collect()
    }

    proptest! {
        #[test]
        fn those_are_related_that_share_enough(
            texts in prop::collection::vec(prop::collection::btree_set(0_u32..40, 0..12), 1..20),
        ) {
            let weighted = |text: &std::collections::BTreeSet<u32>| -> Vec<_> {
                text.iter().map(|term| (Term(*term), 0.1 * *term as f32)).filter(|(_, weight)| *weight > 0.0).collect()
            };
            let words = TellingWords::of(texts.iter().map(weighted).collect(), 40);
            let mut shared = vec![0.0; texts.len()];
            let found: Vec<_> = (0..texts.len()).flat_map(|source| words.related_after(source, &mut shared)).collect();
            prop_assert_eq!(found, held_against_all(&words));
            prop_assert!(shared.iter().all(|it| *it == 0.0));
        }
    }
}
