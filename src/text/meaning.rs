//! What a sentence encoder makes of a claim: directions in a space where words of like meaning lie near each other.

use std::fmt::Debug;
use std::ops::Range;

/// Gives texts and their words directions by what they mean.
pub trait Encoder: Debug + Send + Sync {
    /// What tells this encoder from all others: the SHA-256 of its weights, in hexadecimal.
    fn identity(&self) -> &str;

    /// The meaning of `text` and of each of its `words`, which are ranges of bytes.
    fn encode(&self, text: &str, words: &[Range<usize>]) -> Meaning;
}

/// What a claim means.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meaning {
    /// Where the whole claim points.
    pub sentence: Direction,
    /// Where each of its content words points in this sentence, in their order.
    pub words: Vec<Direction>,
}

/// A direction with few bits for each dimension: what is lost is far below what two encoders of one make differ in, and sums of
/// whole numbers are the same on every machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Direction {
    steps: Box<[i8]>,
    /// Euclidean length of the steps.
    length: f32,
}

impl Direction {
    /// The direction of a vector; that of nothing if it is zero.
    pub fn of(vector: &[f32]) -> Self {
        let longest = vector.iter().fold(0.0_f32, |most, one| most.max(one.abs()));
        if longest == 0.0 {
            return Self::default();
        }
        let scale = f32::from(i8::MAX) / longest;
        Self::from_steps(
            vector
                .iter()
                .map(|one| (one * scale).round() as i8)
                .collect(),
        )
    }

    /// The direction that [`Direction::steps`] gave.
    pub fn from_steps(steps: Box<[i8]>) -> Self {
        let length = (product(&steps, &steps) as f32).sqrt();
        Self { steps, length }
    }

    /// Its dimensions, each from -127 to 127; none if it is the direction of nothing.
    pub fn steps(&self) -> &[i8] {
        &self.steps
    }

    /// Cosine of the angle between both, from -1 to 1; 0 if either is the direction of nothing.
    pub fn cosine(&self, other: &Self) -> f32 {
        if self.steps.len() != other.steps.len() || self.steps.is_empty() {
            return 0.0;
        }
        product(&self.steps, &other.steps) as f32 / (self.length * other.length)
    }

    /// The same direction as a vector of length 1.
    pub fn unit(&self) -> impl Iterator<Item = f32> + '_ {
        self.steps.iter().map(|step| f32::from(*step) / self.length)
    }
}

fn product(a: &[i8], b: &[i8]) -> i32 {
    let each = a.iter().zip(b);
    each.map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_direction_keeps_its_angle_whatever_its_length() {
        let (near, far) = (Direction::of(&[0.3, -0.4]), Direction::of(&[30.0, -40.0]));
        assert!((near.cosine(&far) - 1.0).abs() < 1e-6);
        assert!((near.cosine(&Direction::of(&[0.4, 0.3]))).abs() < 0.01);
        assert_eq!(Direction::from_steps(near.steps().into()), near);
    }

    #[test]
    fn nothing_points_nowhere() {
        let nothing = Direction::of(&[0.0, 0.0]);
        assert_eq!(nothing.cosine(&Direction::of(&[1.0, 0.0])), 0.0);
        assert_eq!(nothing.unit().count(), 0);
    }
}
