//! What the shared words weigh in news at large.

use super::Feature;
use crate::align::comparison::Comparison;

/// Weight of the shared words in news at large, nats: words that every report uses tell little.
pub struct BackgroundWeight;

impl Feature for BackgroundWeight {
    fn name(&self) -> &'static str {
        "background"
    }

    fn summary(&self) -> &'static str {
        "Weight of the shared words in news at large, nats: words that every report uses tell little."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        Some(seen.content.iter().map(|pair| seen.background(*pair)).sum())
    }
}
