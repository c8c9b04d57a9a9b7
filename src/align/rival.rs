//! Which rejected pairs came nearest to a link: what a reader holds against the pairs that were chosen.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use itertools::Itertools;

use crate::model::{ClaimIndex, ScoredPair};

/// A pair this many bits below the threshold is no rival any more: its odds are a quarter of what a link needs.
const NEAR: f64 = 2.0;
/// So many rivals are kept for each claim in each other source; what comes after them is seldom what was overlooked.
const KEPT: usize = 2;

/// Those of `pairs`, all of the same two sources, that stay below `threshold` but come near it: the best of every claim, best
/// first.
pub fn rivals(pairs: impl Iterator<Item = ScoredPair>, threshold: f64) -> Vec<ScoredPair> {
    let near = threshold - NEAR..threshold;
    let mut rivals = best_first(pairs.filter(|pair| near.contains(&pair.score)));
    let mut seen = BTreeMap::<ClaimIndex, usize>::new();
    rivals.retain(|pair| {
        let ranks = [pair.a, pair.b].map(|claim| {
            let rank = seen.entry(claim).or_default();
            *rank += 1;
            *rank
        });
        ranks.iter().any(|rank| *rank <= KEPT)
    });
    rivals
}

/// The best of those of `pairs` that stay below `threshold`, however far.
pub fn nearest(pairs: impl Iterator<Item = ScoredPair>, threshold: f64) -> Option<ScoredPair> {
    let rejected = pairs.filter(|pair| pair.score < threshold);
    rejected.min_by(order)
}

/// `pairs` with the best first; equally good ones in the order of their claims.
pub fn best_first(pairs: impl Iterator<Item = ScoredPair>) -> Vec<ScoredPair> {
    pairs.sorted_by(order).collect()
}

fn order(left: &ScoredPair, right: &ScoredPair) -> Ordering {
    let by_score = right.score.total_cmp(&left.score);
    by_score.then((left.a, left.b).cmp(&(right.a, right.b)))
}

#[cfg(test)]
mod tests {
    use super::{nearest, rivals};
    use crate::model::{ClaimIndex, ScoredPair};

    fn pair(a: u32, b: u32, score: f64) -> ScoredPair {
        ScoredPair {
            a: ClaimIndex(a),
            b: ClaimIndex(b),
            score,
        }
    }

    #[test]
    fn links_and_pairs_far_from_one_are_no_rivals() {
        let pairs = [pair(0, 9, 1.0), pair(1, 9, 0.9), pair(2, 9, -2.1)];
        assert_eq!(rivals(pairs.into_iter(), 1.0), [pair(1, 9, 0.9)]);
    }

    #[test]
    fn a_pair_is_kept_that_is_among_the_best_of_either_claim() {
        let best_of_the_second = [pair(1, 9, -0.1), pair(2, 9, -0.2)];
        let best_of_the_first = [pair(0, 7, -0.3), pair(0, 8, -0.4)];
        let third_of_both = [pair(0, 9, -0.5)];
        let third_of_the_first = [pair(0, 6, -0.6)];
        let best = [best_of_the_second, best_of_the_first].concat();
        let all = [&best[..], &third_of_both, &third_of_the_first].concat();
        let kept = [&best[..], &third_of_the_first].concat();
        assert_eq!(rivals(all.into_iter(), 0.0), kept);
    }

    #[test]
    fn the_nearest_is_the_best_of_the_rejected_however_far() {
        let pairs = [pair(0, 9, 1.0), pair(1, 9, -7.5), pair(2, 9, -8.0)];
        assert_eq!(nearest(pairs.into_iter(), 1.0), Some(pair(1, 9, -7.5)));
        assert_eq!(nearest(pairs.into_iter(), -9.0), None);
    }

    #[test]
    fn without_a_threshold_nothing_is_rejected() {
        assert!(rivals([pair(0, 1, -9.0)].into_iter(), f64::NEG_INFINITY).is_empty());
    }
}
