//! Two claims side by side with everything that features measure.

use super::overlap::ClaimOverlap;
use super::pair::Pair;
use super::wording::Wording;
use crate::model::Side;

/// One claim as it takes part in a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// For each of its tokens, how telling it is between these two sources, in nats; zero for small words and signs.
    pub weights: &'a [f32],
    /// What they come to.
    pub sums: Sums,
    /// How many content words it has.
    pub content_words: usize,
    /// For each of its tokens, how telling it is in news at large, in nats.
    pub background: &'a [f32],
    /// The stems of all its tokens.
    pub wording: &'a Wording,
    /// Its place among the claims of its source, from 0.
    pub place: usize,
    /// How many claims its source has.
    pub of: usize,
}

/// What the weights of a claim's words come to; every comparison of the claim asks for it.
#[derive(Clone, Copy, Debug)]
pub struct Sums {
    /// All of them added up, in nats.
    pub total: f32,
    /// Their squares added up.
    pub squares: f32,
}

impl Sums {
    /// The sums of `weights`.
    pub fn of(weights: &[f32]) -> Self {
        Self {
            total: weights.iter().sum(),
            squares: weights.iter().map(|weight| weight * weight).sum(),
        }
    }
}

/// Two claims side by side, their words aligned.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    /// The claims and the words that correspond.
    pub pair: Pair<'a>,
    /// The content words that correspond, as positions of both sides; "a" of "a fifth" is one if it stands for the "20" of "20%".
    pub content: &'a [(usize, usize)],
    /// The claim of the source that comes first.
    pub a: Part<'a>,
    /// The other claim.
    pub b: Part<'a>,
    /// All that can correspond.
    pub overlap: &'a ClaimOverlap,
    /// Cosine of their trigrams of letters, from 0 to 1.
    pub trigrams: f32,
}

impl Comparison<'_> {
    /// How telling it is that these two words correspond, in nats: the mean of both sides.
    pub fn weight(&self, (i, j): (usize, usize)) -> f32 {
        (self.a.weights[i] + self.b.weights[j]) / 2.0
    }

    /// The same by news at large.
    pub fn background(&self, (i, j): (usize, usize)) -> f32 {
        (self.a.background[i] + self.b.background[j]) / 2.0
    }

    /// What all words that correspond weigh together, in nats.
    pub fn shared(&self) -> f32 {
        self.content.iter().map(|pair| self.weight(*pair)).sum()
    }

    /// What the words of one side weigh together, in nats.
    pub fn total(&self, side: Side) -> f32 {
        match side {
            Side::A => self.a.sums.total,
            Side::B => self.b.sums.total,
        }
    }
}
