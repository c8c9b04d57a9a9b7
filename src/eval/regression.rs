//! Logistic regression with signs that are given beforehand.

use crate::align::model::{Model, Term};

/// Which way a value may speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Either way.
    Any,
    /// Only for.
    NotNegative,
    /// Only against.
    NotPositive,
}

/// One example: what was measured, and what is to be said of it.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The values; `None` counts as the mean.
    pub values: &'a [Option<f32>],
    /// How positive an example it is, from 0 to 1.
    pub target: f64,
    /// How much it counts; one counts as others do.
    pub weight: f64,
}

/// Weight of the penalty on squared weights of standardised values: about one example's worth, enough to keep weights finite.
const RIDGE: f64 = 1.0;
/// Sweeps over all weights at the most; the fits of this project settle within a third of them.
const SWEEPS: usize = 150;
/// A sweep that moves no weight by more than this has settled.
const SETTLED: f64 = 1e-5;
/// A single step is no longer than this, so that steps far from the minimum do not overshoot.
const LONGEST_STEP: f64 = 1.0;

/// Learns a model by coordinate descent: one weight at a time takes a Newton step and is cut to its sign.
pub fn fit_model(names: &[&str], signs: &[Sign], rows: &[Row]) -> Model {
    let columns: Vec<Column> = (0..names.len()).map(|at| Column::new(rows, at)).collect();
    let mut fit = Fit::new(rows);
    let mut weights = vec![0.0; columns.len()];
    for _ in 0..SWEEPS {
        let mut moved = fit.step_bias().abs();
        for ((weight, column), sign) in weights.iter_mut().zip(&columns).zip(signs) {
            moved = moved.max(fit.step(weight, column, *sign).abs());
        }
        if moved < SETTLED {
            break;
        }
    }
    let bits = std::f64::consts::LN_2;
    let terms = columns
        .iter()
        .zip(names)
        .zip(&weights)
        .map(|((column, name), weight)| Term {
            feature: (*name).to_owned(),
            weight: rounded(weight / column.deviation / bits),
            centre: rounded(column.mean),
        });
    Model {
        bias: rounded(fit.bias / bits),
        terms: terms.collect(),
    }
}

/// One value over all rows, standardised.
struct Column {
    mean: f64,
    deviation: f64,
    values: Vec<f64>,
}

impl Column {
    fn new(rows: &[Row], at: usize) -> Self {
        let known = || rows.iter().filter_map(|row| row.values[at]).map(f64::from);
        let count = known().count().max(1) as f64;
        let mean = known().sum::<f64>() / count;
        let variance = known().map(|value| (value - mean).powi(2)).sum::<f64>() / count;
        let deviation = if variance > 0.0 { variance.sqrt() } else { 1.0 };
        let standard =
            |row: &Row| row.values[at].map_or(0.0, |value| (f64::from(value) - mean) / deviation);
        Self {
            mean,
            deviation,
            values: rows.iter().map(standard).collect(),
        }
    }
}

/// Where the descent stands.
struct Fit {
    targets: Vec<f64>,
    weights: Vec<f64>,
    /// Log odds of each row, in nats.
    odds: Vec<f64>,
    bias: f64,
}

impl Fit {
    fn new(rows: &[Row]) -> Self {
        Self {
            targets: rows.iter().map(|row| row.target).collect(),
            weights: rows.iter().map(|row| row.weight).collect(),
            odds: vec![0.0; rows.len()],
            bias: 0.0,
        }
    }

    fn step_bias(&mut self) -> f64 {
        let (slope, curve) = self.derivatives(|_| 1.0);
        let step = (-slope / curve.max(f64::MIN_POSITIVE)).clamp(-LONGEST_STEP, LONGEST_STEP);
        self.bias += step;
        self.odds.iter_mut().for_each(|odds| *odds += step);
        step
    }

    fn step(&mut self, weight: &mut f64, column: &Column, sign: Sign) -> f64 {
        let (slope, curve) = self.derivatives(|row| column.values[row]);
        let newton = -(slope + RIDGE * *weight) / (curve + RIDGE);
        let wanted = *weight + newton.clamp(-LONGEST_STEP, LONGEST_STEP);
        let allowed = match sign {
            Sign::Any => wanted,
            Sign::NotNegative => wanted.max(0.0),
            Sign::NotPositive => wanted.min(0.0),
        };
        let step = allowed - *weight;
        *weight = allowed;
        if step != 0.0 {
            self.odds
                .iter_mut()
                .zip(&column.values)
                .for_each(|(odds, value)| *odds += step * value);
        }
        step
    }

    /// First and second derivative of the loss by the weight of `value`.
    fn derivatives(&self, value: impl Fn(usize) -> f64) -> (f64, f64) {
        let (mut slope, mut curve) = (0.0, 0.0);
        for (row, (odds, target)) in self.odds.iter().zip(&self.targets).enumerate() {
            let (probability, value) = (1.0 / (1.0 + (-odds).exp()), value(row));
            let weight = self.weights[row];
            slope += weight * value * (probability - target);
            curve += weight * value * value * probability * (1.0 - probability);
        }
        (slope, curve)
    }
}

/// Six decimals: what the weights file holds, and what scores are made from.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
