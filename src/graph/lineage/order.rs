//! Words that two texts have in the same order.

use foldhash::HashMap;
use itertools::Itertools;

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
    let ranks: HashMap<u32, usize> = words
        .iter()
        .map(|word| word.place)
        .sorted_unstable()
        .dedup()
        .zip(1..)
        .collect();
    let mut heaviest = Heaviest::new(ranks.len());
    for word in words {
        let rank = ranks[&word.place];
        let with_word = heaviest.up_to(rank - 1) + word.weight;
        heaviest.raise(rank, with_word);
    }
    heaviest.up_to(ranks.len())
}

/// The terms that stand once in `occurrences`, each with its place and whether it is quoted.
pub fn single(occurrences: &[Occurrence]) -> HashMap<u32, &Occurrence> {
    let counts = occurrences.iter().counts_by(|it| it.term);
    let single = occurrences.iter().filter(|it| counts[&it.term] == 1);
    single.map(|it| (it.term, it)).collect()
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
