//! How many word pairs are shared.

use super::Feature;
use crate::align::comparison::Comparison;

/// Words at most this many tokens apart are neighbours: one small word may stand between them.
const NEAR: usize = 2;

/// Neighbouring content words that are neighbours in both claims, ln(1 + count): wording, not only topic.
pub struct SharedPhrases;

impl Feature for SharedPhrases {
    fn name(&self) -> &'static str {
        "phrases"
    }

    fn summary(&self) -> &'static str {
        "Neighbouring content words that are neighbours in both claims, ln(1 + count): wording, not only topic."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let content: Vec<_> = seen.content().collect();
        let near = |one: usize, next: usize| next > one && next <= one + NEAR;
        let pairs = content
            .windows(2)
            .filter(|pair| near(pair[0].0, pair[1].0) && near(pair[0].1, pair[1].1));
        Some((pairs.count() as f32).ln_1p())
    }
}
