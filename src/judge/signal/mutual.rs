//! Which of several numbers or times of two claims answer each other.

/// The pairs of a position below `ones` and one below `others` that are each other's closest, in order; equally close ones count as
/// closer the earlier they stand. `closeness` is `None` where two do not answer each other at all. Neither side comes first: the
/// pairs stay the same when the sides change places, and there is one if any two answer each other.
pub fn closest(
    ones: usize,
    others: usize,
    closeness: impl Fn(usize, usize) -> Option<usize>,
) -> Vec<(usize, usize)> {
    let to_one: Vec<_> = (0..ones)
        .map(|one| best(others, |other| closeness(one, other)))
        .collect();
    let to_other: Vec<_> = (0..others)
        .map(|other| best(ones, |one| closeness(one, other)))
        .collect();
    let pairs = to_one.into_iter().enumerate();
    pairs
        .filter_map(|(one, other)| Some((one, other?)))
        .filter(|(one, other)| to_other[*other] == Some(*one))
        .collect()
}

fn best(count: usize, closeness: impl Fn(usize) -> Option<usize>) -> Option<usize> {
    let close = (0..count).filter_map(|at| Some((closeness(at)?, at)));
    // Of several greatest, the last one that is seen is taken.
    close
        .rev()
        .max_by_key(|(closeness, _)| *closeness)
        .map(|(_, at)| at)
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
