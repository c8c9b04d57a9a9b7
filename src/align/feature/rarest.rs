//! The most telling word that both share.

use super::Feature;
use crate::align::comparison::Comparison;

/// Most telling shared word, nats between these sources times nats in news at large: one rare name outweighs many common words.
pub struct RarestWord;

impl Feature for RarestWord {
    fn name(&self) -> &'static str {
        "rarest"
    }

    fn summary(&self) -> &'static str {
        "Most telling shared word, nats between these sources times nats in news at large: one rare name outweighs many common words."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let telling = |pair: &(usize, usize)| seen.weight(*pair) * seen.background(*pair);
        Some(seen.content.iter().map(telling).fold(0.0, f32::max))
    }
}
