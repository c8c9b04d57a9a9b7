//! How much of both claims is shared, by weight.

use super::Feature;
use crate::align::comparison::Comparison;

/// Cosine of the weighted words, 0 to 1: how much of both claims is shared.
pub struct Cosine;

impl Feature for Cosine {
    fn name(&self) -> &'static str {
        "cosine"
    }

    fn summary(&self) -> &'static str {
        "Cosine of the weighted words, 0 to 1: how much of both claims is shared."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let lengths = (seen.a.sums.squares * seen.b.sums.squares).sqrt();
        let product: f32 = seen
            .content
            .iter()
            .map(|(i, j)| seen.a.weights[*i] * seen.b.weights[*j])
            .sum();
        (lengths > 0.0).then(|| product / lengths)
    }
}
