//! How alike two claims are worded: how many words they differ by, and how many pairs of neighbouring words they share.
//!
//! The first is Levenshtein's distance, computed a column of its table at a time: the bits of one number are the differences down a
//! column (Myers 1999, as Hyyrö 2003 writes it), so that a word of one claim is held against all words of the other in a dozen steps.

use super::vocabulary::Term;

/// A column has as many rows as a number has bits.
const ROWS: usize = u64::BITS as usize;

/// The words of a claim, ready to be held against those of many others.
#[derive(Debug)]
pub struct Wording {
    terms: Vec<Term>,
    /// Each of the terms once, sorted, with the places where it stands as bits; empty if there are more places than bits.
    places: Vec<(Term, u64)>,
    /// Its pairs of neighbouring terms, each once, sorted; two terms in one number are compared at once.
    pairs: Vec<u64>,
}

impl Wording {
    /// The wording of a claim whose tokens have these stems.
    pub fn new(terms: &[Term]) -> Self {
        let mut places: Vec<(Term, u64)> = Vec::new();
        if terms.len() <= ROWS {
            places.extend((0..).zip(terms).map(|(place, term)| (*term, 1 << place)));
            places.sort_unstable();
            places.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                kept.1 |= if same { next.1 } else { 0 };
                same
            });
        }
        let packed = |pair: &[Term]| u64::from(pair[0].0) << 32 | u64::from(pair[1].0);
        let pairs = terms.windows(2).map(packed);
        let mut pairs: Vec<_> = pairs.collect();
        pairs.sort_unstable();
        pairs.dedup();
        Self {
            terms: terms.to_vec(),
            places,
            pairs,
        }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Of the pairs of neighbouring words of the claim with fewer, the share that stand in the other too, from 0 to 1. `None` if it has
    /// but one word.
    pub fn shared_pairs(&self, other: &Wording) -> Option<f32> {
        let fewest = self.pairs.len().min(other.pairs.len());
        (fewest > 0).then(|| in_both(&self.pairs, &other.pairs) as f32 / fewest as f32)
    }

    /// How many words are to be inserted, deleted or exchanged to make one of the other.
    pub fn distance(&self, other: &Wording) -> usize {
        if self.len() <= ROWS {
            self.distance_to(&other.terms)
        } else if other.len() <= ROWS {
            other.distance_to(&self.terms)
        } else {
            strsim::generic_levenshtein(&self.terms, &other.terms)
        }
    }

    fn distance_to(&self, others: &[Term]) -> usize {
        let Some(last_row) = self.len().checked_sub(1) else {
            return others.len();
        };
        let mut distance = self.len();
        // Where the table grows by one from a row to the next, and where it falls by one.
        let (mut grows, mut falls) = (u64::MAX, 0_u64);
        for other in others {
            let same = self.places_of(*other);
            let down = same | falls;
            let across = ((same & grows).wrapping_add(grows) ^ grows) | same;
            let (right, left) = (falls | !(across | grows), grows & across);
            distance += (right >> last_row & 1) as usize;
            distance -= (left >> last_row & 1) as usize;
            let (right, left) = (right << 1 | 1, left << 1);
            grows = left | !(down | right);
            falls = right & down;
        }
        distance
    }

    fn places_of(&self, term: Term) -> u64 {
        let found = self.places.binary_search_by_key(&term, |(term, _)| *term);
        found.map_or(0, |at| self.places[at].1)
    }
}

/// How many things two sorted lists share, each holding a thing once. Done for every two claims that are compared, so that it is spelt
/// out: an iterator that merges takes five times the instructions.
fn in_both(left: &[u64], right: &[u64]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < left.len() && j < right.len() {
        let (one, another) = (left[i], right[j]);
        i += usize::from(one <= another);
        j += usize::from(one >= another);
        both += usize::from(one == another);
    }
    both
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn words() -> impl Strategy<Value = Vec<Term>> {
        prop::collection::vec((0_u32..6).prop_map(Term), 0..2 * ROWS)
    }

    proptest! {
        #[test]
        fn shared_pairs_are_those_of_sets(a in words(), b in words()) {
            let pairs = |words: &[Term]| -> BTreeSet<_> {
                words.windows(2).map(|pair| (pair[0], pair[1])).collect()
            };
            let (left, right) = (pairs(&a), pairs(&b));
            let fewest = left.len().min(right.len());
            let expected = (fewest > 0).then(|| left.intersection(&right).count() as f32 / fewest as f32);
            prop_assert_eq!(Wording::new(&a).shared_pairs(&Wording::new(&b)), expected);
        }

        #[test]
        fn the_distance_is_that_of_levenshtein(a in words(), b in words()) {
            let distance = Wording::new(&a).distance(&Wording::new(&b));
            prop_assert_eq!(distance, strsim::generic_levenshtein(&a, &b));
        }
    }
}
