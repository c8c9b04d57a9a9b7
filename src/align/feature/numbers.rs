//! How many numbers are shared.

use super::Feature;
use crate::align::comparison::Comparison;
use crate::text::token::TokenClass;

/// A third shared number says no more than two.
const MOST: usize = 2;

/// Shared numbers, at most two: claims that give the same figure seldom speak of different things.
pub struct SharedNumbers;

impl Feature for SharedNumbers {
    fn name(&self) -> &'static str {
        "numbers"
    }

    fn summary(&self) -> &'static str {
        "Shared numbers, at most two: claims that give the same figure seldom speak of different things."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let tokens = seen.pair.a.tokens();
        let numbers = seen
            .content()
            .filter(|(i, _)| tokens[*i].class == TokenClass::Number);
        Some(numbers.count().min(MOST) as f32)
    }
}
