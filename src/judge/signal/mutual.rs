//! Which things of two claims answer each other. Neither claim comes first: the pairs stay the same when they change places.

use std::cmp::Reverse;

use itertools::Itertools;

/// The pairs of one of `ones` and one of `others` that answer each other; of several that a thing could be answered by, it is taken
/// with the first.
pub fn answering<'t, T, U>(
    ones: &'t [T],
    others: &'t [U],
    answer: impl Fn(&T, &U) -> bool,
) -> impl Iterator<Item = (&'t T, &'t U)> {
    let answer = |one: usize, other: usize| answer(&ones[one], &others[other]).then_some(0);
    let pairs = closest(ones.len(), others.len(), answer).into_iter();
    pairs.map(|(one, other)| (&ones[one], &others[other]))
}

/// The pairs of a position below `ones` and one below `others` that are each other's closest, in order; equally close ones count as
/// closer the earlier they stand. `closeness` is `None` where two do not answer each other at all; there is a pair if any two do.
pub fn closest(
    ones: usize,
    others: usize,
    closeness: impl Fn(usize, usize) -> Option<usize>,
) -> Vec<(usize, usize)> {
    let pairs = (0..ones).cartesian_product(0..others);
    let close: Vec<_> = pairs
        .filter_map(|pair| Some((pair, closeness(pair.0, pair.1)?)))
        .collect();
    let is_closest = |((one, other), closeness): &((usize, usize), usize)| {
        let mut rivals = close
            .iter()
            .filter(|(rival, _)| rival.0 == *one || rival.1 == *other);
        rivals.all(|(rival, its)| (Reverse(its), rival) >= (Reverse(closeness), &(*one, *other)))
    };
    let found = close.iter().filter(|it| is_closest(it));
    found.map(|(pair, _)| *pair).collect()
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn each_is_taken_with_the_one_it_is_closest_to_whichever_side_comes_first() {
        let closeness = [[Some(1), Some(3), None], [Some(2), Some(3), None]];
        let pairs = closest(2, 3, |one, other| closeness[one][other]);
        assert_eq!(pairs, [(0, 1)]);
        let turned = closest(3, 2, |other, one| closeness[one][other]);
        assert_eq!(turned, [(1, 0)]);
    }

    #[test]
    fn of_several_that_are_equally_close_the_first_are_taken() {
        assert_eq!(closest(2, 3, |_, _| Some(0)), [(0, 0)]);
        assert_eq!(
            closest(2, 3, |one, other| (one == other).then_some(0)),
            [(0, 0), (1, 1)]
        );
        assert_eq!(closest(2, 3, |_, _| None), []);
        assert_eq!(closest(0, 3, |_, _| Some(0)), []);
    }
}
