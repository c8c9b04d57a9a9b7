//! How alike two claims are letter by letter.

use super::Feature;
use crate::align::comparison::Comparison;

/// Cosine of letter trigrams, 0 to 1: finds words of one root that have other endings.
pub struct LetterTrigrams;

impl Feature for LetterTrigrams {
    fn name(&self) -> &'static str {
        "trigrams"
    }

    fn summary(&self) -> &'static str {
        "Cosine of letter trigrams, 0 to 1: finds words of one root that have other endings."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        Some(seen.trigrams)
    }
}
