//! Words that two texts have in the same order.

use itertools::{EitherOrBoth, Itertools};

use super::wording::Occurrence;

/// A word that both texts have once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shared {
    /// Its place in the other text.
    pub place: u32,
    /// What it is worth.
    pub weight: f64,
}

/// What the words are worth together that stand in one order in both texts: the heaviest increasing subsequence of `words`, which
/// come in the order of the first text. Takes time by their number and its logarithm.
pub fn heaviest_in_order(words: &[Shared]) -> f64 {
    let places = words.iter().map(|word| word.place);
    let places: Vec<u32> = places.sorted_unstable().dedup().collect();
    let mut heaviest = Heaviest::new(places.len());
    for word in words {
        let before = places.partition_point(|place| *place < word.place);
        let with_word = heaviest.up_to(before) + word.weight;
        heaviest.raise(before + 1, with_word);
    }
    heaviest.up_to(places.len())
}

/// The words that stand once in each of two texts, in the order of the first.
pub fn single_in_both<'a>(
    words: &'a [Occurrence],
    others: &'a [Occurrence],
) -> Vec<(&'a Occurrence, &'a Occurrence)> {
    let (once, once_in_other) = (single(words), single(others));
    let merged = once.merge_join_by(once_in_other, |word, other| word.term.cmp(&other.term));
    let both = merged.filter_map(EitherOrBoth::both);
    both.sorted_unstable_by_key(|(word, _)| word.place)
        .collect()
}

/// The words that stand once in `occurrences`, by their terms.
fn single(occurrences: &[Occurrence]) -> impl Iterator<Item = &Occurrence> {
    let by_term = occurrences.iter().sorted_unstable_by_key(|it| it.term);
    let counted = by_term.dedup_by_with_count(|one, other| one.term == other.term);
    counted.filter_map(|(count, word)| (count == 1).then_some(word))
}

/// For every rank, from 1, the greatest weight found so far of what ends there or before (a Fenwick tree of maxima).
struct Heaviest(Vec<f64>);

impl Heaviest {
    fn new(ranks: usize) -> Self {
        Self(vec![0.0; ranks + 1])
    }

    fn up_to(&self, mut rank: usize) -> f64 {
        let mut most: f64 = 0.0;
        while rank > 0 {
            most = most.max(self.0[rank]);
            rank &= rank - 1;
        }
        most
    }

    fn raise(&mut self, mut rank: usize, weight: f64) {
        while rank < self.0.len() {
            self.0[rank] = self.0[rank].max(weight);
            rank += rank & rank.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Shared, heaviest_in_order};

    fn weight_of(places: &[(u32, f64)]) -> f64 {
        let words = places.iter().map(|(place, weight)| Shared {
            place: *place,
            weight: *weight,
        });
        heaviest_in_order(&words.collect::<Vec<_>>())
    }

    #[test]
    fn the_heaviest_words_count_that_stand_in_one_order() {
        assert_eq!(weight_of(&[]), 0.0);
        assert_eq!(weight_of(&[(3, 1.0), (7, 1.0), (9, 1.0)]), 3.0);
        assert_eq!(weight_of(&[(9, 1.0), (7, 1.0), (3, 1.0)]), 1.0);
        assert_eq!(weight_of(&[(9, 5.0), (3, 1.0), (7, 1.0)]), 5.0);
        assert_eq!(weight_of(&[(2, 1.0), (9, 0.5), (5, 1.0), (7, 1.0)]), 3.0);
    }
}
