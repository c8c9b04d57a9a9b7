//! How long the claims are.

use super::Feature;
use crate::align::comparison::{Comparison, Part};

/// Content words of both claims, sum of ln(1 + count): long claims share words by chance.
pub struct Length;

impl Feature for Length {
    fn name(&self) -> &'static str {
        "length"
    }

    fn summary(&self) -> &'static str {
        "Content words of both claims, sum of ln(1 + count): long claims share words by chance."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(false)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let length = |part: Part| (part.content_words as f32).ln_1p();
        Some(length(seen.a) + length(seen.b))
    }
}
