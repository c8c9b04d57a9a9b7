//! How many numbers are shared.

use super::Feature;
use crate::align::comparison::Comparison;
use crate::text::number::Quantity;
use crate::text::token::TokenClass;

/// A third shared number says no more than two.
const MOST: usize = 2;

/// Shared numbers, at most two: claims that give the same figure, be it in other words, seldom speak of different things.
pub struct SharedNumbers;

impl Feature for SharedNumbers {
    fn name(&self) -> &'static str {
        "numbers"
    }

    fn summary(&self) -> &'static str {
        "Shared numbers, at most two: claims that give the same figure, be it in other words, seldom speak of different things."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let a = seen.pair.a.profile;
        let corresponds = |one: &&Quantity| {
            let mut places = seen.overlap.quantities.iter();
            places.any(|it| it.i == one.run.start as usize)
        };
        let shared: Vec<&Quantity> = a.quantities.iter().filter(corresponds).collect();
        // Years and the like are numbers, but no quantities.
        let others = seen.content().filter(|(i, _)| {
            a.tokens[*i].class == TokenClass::Number && !shared.iter().any(|it| it.run.holds(*i))
        });
        Some((shared.len() + others.count()).min(MOST) as f32)
    }
}
