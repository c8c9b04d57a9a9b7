//! Claims that share words with half an article: only the strongest of their pairs are worth comparing.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// So many pairs with claims of one other source a claim keeps; others may keep more pairs with it. No article says one thing in so many sentences; a text that
/// repeats itself without end does, and the work would grow with the square of its length.
const MOST_PAIRS: usize = 64;

/// Shared words are told apart in such parts of a nat, far above what adding them up in another order changes.
const STEPS: f32 = 1024.0;

/// How strongly two claims are drawn to each other: what they share, and of equals how near their places in the two sources are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Strength {
    shared: u32,
    nearness: Reverse<usize>,
}

/// The strongest pairs of one claim, the weakest on top.
type Strongest = BinaryHeap<Reverse<(Strength, Reverse<usize>)>>;

/// Pairs of places of claims, of which each claim keeps its strongest.
#[derive(Debug)]
pub struct Crowd {
    /// The pairs in order, if no claim can have too many.
    all: Vec<(usize, usize)>,
    /// The strongest pairs of each claim otherwise.
    rows: Vec<Strongest>,
    columns: Vec<Strongest>,
}

impl Crowd {
    /// No pairs yet of two sources with so many claims.
    pub fn new(rows: usize, columns: usize) -> Self {
        let is_small = rows.max(columns) <= MOST_PAIRS;
        let strongest = |claims| vec![Strongest::new(); if is_small { 0 } else { claims }];
        Self {
            all: Vec::new(),
            rows: strongest(rows),
            columns: strongest(columns),
        }
    }

    /// Adds a pair that shares words of so many nats, which are not negative; pairs come in order.
    pub fn add(&mut self, (row, column): (usize, usize), nats: f32) {
        if self.rows.is_empty() {
            return self.all.push((row, column));
        }
        let strength = Strength {
            shared: (nats * STEPS).round() as u32,
            nearness: Reverse(row.abs_diff(column)),
        };
        keep(&mut self.rows[row], strength, column);
        keep(&mut self.columns[column], strength, row);
    }

    /// The pairs that are among the strongest of either claim, in order.
    pub fn pairs(self) -> Vec<(usize, usize)> {
        if self.rows.is_empty() {
            return self.all;
        }
        let others = |strongest: Strongest| {
            strongest
                .into_iter()
                .map(|Reverse((_, Reverse(other)))| other)
        };
        let by_row = self.rows.into_iter().enumerate();
        let mut pairs: Vec<_> = by_row
            .flat_map(|(row, strongest)| others(strongest).map(move |column| (row, column)))
            .collect();
        let by_column = self.columns.into_iter().enumerate();
        pairs.extend(
            by_column
                .flat_map(|(column, strongest)| others(strongest).map(move |row| (row, column))),
        );
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

fn keep(strongest: &mut Strongest, strength: Strength, other: usize) {
    // Of two claims as strong and as near the earlier one is kept.
    strongest.push(Reverse((strength, Reverse(other))));
    if strongest.len() > MOST_PAIRS {
        strongest.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crowd(size: usize, nats: impl Fn(usize, usize) -> f32) -> Vec<(usize, usize)> {
        let mut crowd = Crowd::new(size, size);
        for row in 0..size {
            for column in 0..size {
                crowd.add((row, column), nats(row, column));
            }
        }
        crowd.pairs()
    }

    #[test]
    fn all_pairs_of_a_few_claims_are_kept() {
        assert_eq!(crowd(MOST_PAIRS, |_, _| 1.0).len(), MOST_PAIRS * MOST_PAIRS);
    }

    #[test]
    fn of_a_text_that_repeats_itself_each_claim_keeps_its_own_copy_and_its_neighbours() {
        let size = 5 * MOST_PAIRS;
        let pairs = crowd(size, |_, _| 1.0);
        assert!(pairs.len() <= 2 * size * MOST_PAIRS);
        assert!((0..size).all(|place| pairs.contains(&(place, place))));
        assert!(
            pairs
                .iter()
                .all(|(row, column)| row.abs_diff(*column) <= MOST_PAIRS)
        );
    }

    #[test]
    fn a_pair_that_shares_more_is_kept_before_a_nearer_one() {
        let size = 2 * MOST_PAIRS;
        let far = (0, size - 1);
        let pairs = crowd(
            size,
            |row, column| if (row, column) == far { 2.0 } else { 1.0 },
        );
        assert!(pairs.contains(&far));
    }
}
