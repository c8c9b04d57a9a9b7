//! How well scores put links before what is none, and how far their probabilities can be trusted.

use super::score::Metric;

/// Scores of pairs, in bits, with whether each is a link; highest first.
#[derive(Clone, Debug)]
pub struct Ranking(Vec<(f64, bool)>);

/// In how many bins of equally many pairs probabilities are held against what came true.
const BINS: usize = 10;

impl Ranking {
    /// Ranks pairs; those of one score keep their order.
    pub fn new(mut pairs: Vec<(f64, bool)>) -> Self {
        pairs.sort_by(|left, right| right.0.total_cmp(&left.0));
        Self(pairs)
    }

    /// Mean, over all links, of the precision among what ranks at least as high; `None` without a link.
    pub fn average_precision(&self) -> Option<f64> {
        let mut found = 0;
        let mut sum = 0.0;
        for (rank, (_, positive)) in (1..).zip(&self.0) {
            if *positive {
                found += 1;
                sum += f64::from(found) / f64::from(rank);
            }
        }
        (found > 0).then(|| sum / f64::from(found))
    }

    /// How many of the pairs, or of the links alone, were compared, from 0 to 1; `None` if there are none.
    fn compared(&self, counts: impl Fn(bool) -> bool) -> Option<f64> {
        let counted = || self.0.iter().filter(|(_, positive)| counts(*positive));
        let compared = counted().filter(|(score, _)| score.is_finite()).count();
        let all = counted().count();
        (all > 0).then(|| compared as f64 / all as f64)
    }

    /// Mean distance between the probability that was given and the share that came true, over bins of equally many pairs.
    pub fn calibration_error(&self) -> Option<f64> {
        let count = self.0.len();
        if count == 0 {
            return None;
        }
        let bin = |number: usize| &self.0[number * count / BINS..(number + 1) * count / BINS];
        let error = |pairs: &[(f64, bool)]| {
            let given: f64 = pairs
                .iter()
                .map(|(bits, _)| 1.0 / (1.0 + (-bits).exp2()))
                .sum();
            let true_ones = pairs.iter().filter(|(_, positive)| *positive).count();
            (given - true_ones as f64).abs() / count as f64
        };
        Some((0..BINS).map(|number| error(bin(number))).sum())
    }
}

/// Mean average precision over the events; calibration error of all their pairs together, how many of them were compared at all, and
/// how many of the links among them.
pub fn metrics(events: &[Ranking]) -> Vec<Metric> {
    let precisions: Vec<_> = events
        .iter()
        .filter_map(Ranking::average_precision)
        .collect();
    let mean =
        (!precisions.is_empty()).then(|| precisions.iter().sum::<f64>() / precisions.len() as f64);
    let pooled = Ranking::new(events.iter().flat_map(|event| event.0.clone()).collect());
    vec![
        ("mean.links.average_precision", mean),
        ("calibration.error", pooled.calibration_error()),
        ("candidates.share", pooled.compared(|_| true)),
        ("candidates.recall", pooled.compared(|is_link| is_link)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn average_precision_looks_at_the_order_alone() {
        let ranking = Ranking::new(vec![(3.0, true), (1.0, true), (2.0, false)]);
        assert_eq!(ranking.average_precision(), Some((1.0 + 2.0 / 3.0) / 2.0));
        assert_eq!(Ranking::new(vec![(1.0, false)]).average_precision(), None);
    }

    #[test]
    fn an_even_chance_that_comes_true_half_the_time_is_calibrated() {
        let pairs = (0..40).map(|at| (0.0, at % 2 == 0)).collect();
        assert_eq!(Ranking::new(pairs).calibration_error(), Some(0.0));
        let sure_but_wrong = Ranking::new(vec![(30.0, false); 10]);
        assert!(sure_but_wrong.calibration_error() > Some(0.99));
    }
}
