//! How much is shared, whatever else the claims say.

use super::Feature;
use crate::align::comparison::Comparison;

/// Weight of the shared words, ln(1 + nats): long claims may share one proposition of several.
pub struct SharedWeight;

impl Feature for SharedWeight {
    fn name(&self) -> &'static str {
        "shared"
    }

    fn summary(&self) -> &'static str {
        "Weight of the shared words, ln(1 + nats): long claims may share one proposition of several."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        Some(seen.shared().ln_1p())
    }
}
