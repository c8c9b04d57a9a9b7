//! How well the measures of alignment tell whether two texts say the same, once their weights are learnt on texts of that sort.

use std::str::FromStr;

use rayon::prelude::*;

use super::pairs::LabelledPair;
use super::regression::{Row, Sign, fit_model};
use super::score::Metric;
use super::whole;
use crate::align::model::Weights;
use crate::align::{self};
use crate::error::Error;
use crate::model::{ClaimIndex, Collection};
use crate::reconcile::profiles;
use crate::text::meaning::Encoder;

/// From which pairs the weights are learnt; the others are judged by them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LearnFrom {
    /// For each of so many equal parts, from all the others.
    Folds(usize),
    /// From so many pairs at the start.
    First(usize),
    /// From the pairs of this part of the set.
    Split(String),
}

impl FromStr for LearnFrom {
    type Err = String;

    /// Reads `10-fold`, `4000` or `train`.
    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(folds) = text.strip_suffix("-fold") {
            let folds = folds.parse().ok().filter(|folds| *folds > 1);
            return folds
                .map(Self::Folds)
                .ok_or_else(|| "there must be two folds or more".into());
        }
        Ok(match text.parse() {
            Ok(count) => Self::First(count),
            Err(_) => Self::Split(text.to_owned()),
        })
    }
}

impl LearnFrom {
    /// For each round, which pairs are learnt from; the rest of them is judged in that round.
    fn rounds(&self, pairs: &[LabelledPair]) -> Vec<Vec<bool>> {
        let places = 0..pairs.len();
        match self {
            Self::Folds(count) => (0..*count)
                .map(|round| places.clone().map(|place| place % count != round).collect())
                .collect(),
            Self::First(count) => vec![places.map(|place| place < *count).collect()],
            Self::Split(name) => vec![pairs.iter().map(|pair| pair.split == *name).collect()],
        }
    }
}

/// One pair: what was measured, and how much the two say the same, from 0 to 1.
struct Example {
    values: Vec<Option<f32>>,
    target: f64,
}

/// What was said of one pair that was not learnt from.
struct Judged {
    probability: f64,
    target: f64,
}

/// Learns on some of the pairs whether two texts say the same, and judges the others: each text is one claim of an article of its own.
/// A pair says the same as far as its score reaches towards the highest; without scores, if its label is `1`.
///
/// # Errors
/// If a text is empty.
pub fn refit(
    pairs: &[LabelledPair],
    learn_from: &LearnFrom,
    weights: &Weights,
    encoder: Option<&dyn Encoder>,
) -> Result<Vec<Metric>, Error> {
    let highest = pairs
        .iter()
        .filter_map(|pair| pair.score)
        .fold(0.0, f64::max);
    let examples = pairs.par_iter().map(|pair| {
        let same = f64::from(u8::from(pair.label == "1"));
        Ok(Example {
            values: measure(pair, weights, encoder)?,
            target: pair.score.map_or(same, |score| score / highest),
        })
    });
    let examples: Vec<Example> = examples.collect::<Result<_, Error>>()?;
    let rounds = learn_from.rounds(pairs).into_iter();
    let judged: Vec<Judged> = rounds
        .flat_map(|learnt| judge(&examples, &learnt))
        .collect();
    Ok(metrics(&judged))
}

fn measure(
    pair: &LabelledPair,
    weights: &Weights,
    encoder: Option<&dyn Encoder>,
) -> Result<Vec<Option<f32>>, Error> {
    let cut = [whole::source("a", &pair.a)?, whole::source("b", &pair.b)?];
    let collection = Collection::new(cut);
    let profiles = profiles(&collection, encoder);
    let (a, b) = (ClaimIndex(0), ClaimIndex(1));
    let (compared, _) = align::compare(&collection, &profiles, weights, a, b);
    let values = compared.measures.iter();
    Ok(values
        .map(|measure| measure.value.map(|value| value as f32))
        .collect())
}

fn judge(examples: &[Example], learnt: &[bool]) -> Vec<Judged> {
    let part = |wanted: bool| {
        let marked = examples.iter().zip(learnt);
        marked
            .filter(move |(_, learnt)| **learnt == wanted)
            .map(|(example, _)| example)
    };
    let rows: Vec<Row> = part(true)
        .map(|example| Row {
            values: &example.values,
            target: example.target,
            weight: 1.0,
        })
        .collect();
    let size = examples.first().map_or(0, |example| example.values.len());
    let model = fit_model(&vec![""; size], &vec![Sign::Any; size], &rows);
    part(false)
        .map(|example| Judged {
            probability: 1.0 / (1.0 + (-model.score(&example.values)).exp2()),
            target: example.target,
        })
        .collect()
}

/// Of how many of the pairs an answer is asked for where it may be left open.
const COVERAGE: f64 = 0.8;

fn metrics(judged: &[Judged]) -> Vec<Metric> {
    let is_same = |one: &Judged| one.target >= 0.5;
    let says_same = |one: &Judged| one.probability >= 0.5;
    let share_right = |judged: &[&Judged]| {
        let right = judged.iter().filter(|one| is_same(one) == says_same(one));
        right.count() as f64 / judged.len().max(1) as f64
    };
    let count = |both: fn(bool, bool) -> bool| {
        let counted = judged
            .iter()
            .filter(|one| both(is_same(one), says_same(one)));
        counted.count() as f64
    };
    let (right, either) = (count(|is, says| is && says), count(|is, says| is != says));
    let mut surest: Vec<&Judged> = judged.iter().collect();
    let doubt = |one: &Judged| (one.probability - 0.5).abs();
    surest.sort_by(|left, right| doubt(right).total_cmp(&doubt(left)));
    let answered = (judged.len() as f64 * COVERAGE) as usize;
    vec![
        ("pairs", Some(judged.len() as f64)),
        (
            "same.share",
            Some(count(|is, _| is) / judged.len().max(1) as f64),
        ),
        ("accuracy", Some(share_right(&surest))),
        (
            "accuracy.at_80_percent",
            Some(share_right(&surest[..answered])),
        ),
        ("f1", Some(2.0 * right / (2.0 * right + either).max(1.0))),
        ("auc", auc(judged, is_same)),
        ("pearson", pearson(judged)),
    ]
}

/// How often a pair that says the same ranks before one that does not; of equals half.
fn auc(judged: &[Judged], is_same: impl Fn(&Judged) -> bool) -> Option<f64> {
    let mut ranked: Vec<&Judged> = judged.iter().collect();
    ranked.sort_by(|left, right| left.probability.total_cmp(&right.probability));
    let (mut below, mut before) = (0.0, 0.0);
    for equals in ranked.chunk_by(|left, right| left.probability == right.probability) {
        let same = equals.iter().filter(|one| is_same(one)).count() as f64;
        let others = equals.len() as f64 - same;
        before += same * (below + others / 2.0);
        below += others;
    }
    let same = judged.len() as f64 - below;
    (same * below > 0.0).then(|| before / (same * below))
}

/// Pearson's coefficient of correlation between what was said and what is.
fn pearson(judged: &[Judged]) -> Option<f64> {
    let count = judged.len() as f64;
    let mean = |value: fn(&Judged) -> f64| judged.iter().map(value).sum::<f64>() / count;
    let (said, known) = (mean(|one| one.probability), mean(|one| one.target));
    let (mut both, mut of_said, mut of_known) = (0.0, 0.0, 0.0);
    for one in judged {
        let (left, right) = (one.probability - said, one.target - known);
        both += left * right;
        of_said += left * left;
        of_known += right * right;
    }
    (of_said * of_known > 0.0).then(|| both / (of_said * of_known).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(pairs: &[(f64, f64)]) -> Vec<Judged> {
        let judged = pairs.iter().map(|(probability, target)| Judged {
            probability: *probability,
            target: *target,
        });
        judged.collect()
    }

    fn value(metrics: &[Metric], name: &str) -> f64 {
        let found = metrics.iter().find(|(known, _)| *known == name);
        found.and_then(|(_, value)| *value).expect("measured")
    }

    #[test]
    fn answers_are_counted() {
        let metrics = metrics(&judged(&[
            (0.9, 1.0),
            (0.8, 1.0),
            (0.3, 1.0),
            (0.6, 0.0),
            (0.1, 0.0),
        ]));
        assert_eq!(value(&metrics, "accuracy"), 0.6);
        // The surest four: the one that is left open is wrong.
        assert_eq!(value(&metrics, "accuracy.at_80_percent"), 0.75);
        assert!((value(&metrics, "f1") - 4.0 / 6.0).abs() < 1e-9);
        assert!((value(&metrics, "auc") - 5.0 / 6.0).abs() < 1e-9);
    }

    #[test]
    fn what_grows_together_correlates() {
        assert!(
            (pearson(&judged(&[(0.1, 0.2), (0.2, 0.4), (0.4, 0.8)])).expect("differ") - 1.0).abs()
                < 1e-9
        );
        assert_eq!(pearson(&judged(&[(0.1, 0.5), (0.2, 0.5)])), None);
    }

    #[test]
    fn nothing_is_judged_that_was_learnt_from() {
        let pair = |split: &str| LabelledPair {
            id: String::new(),
            split: split.into(),
            label: "1".into(),
            score: None,
            a: "a".into(),
            b: "b".into(),
        };
        let pairs = [pair("train"), pair("dev"), pair("train")];
        let rounds = |text: &str| LearnFrom::from_str(text).expect("readable").rounds(&pairs);
        assert_eq!(rounds("train"), [[true, false, true]]);
        assert_eq!(rounds("1"), [[true, false, false]]);
        assert_eq!(
            rounds("2-fold"),
            [[false, true, false], [true, false, true]]
        );
        assert!(LearnFrom::from_str("1-fold").is_err());
    }
}
