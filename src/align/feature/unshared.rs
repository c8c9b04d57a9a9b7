//! What only one of two claims tells.

use super::Feature;
use crate::align::comparison::Comparison;
use crate::model::Side;

/// What the words weigh that correspond to none, in nats: each is something that only one claim tells.
pub struct UnsharedWeight;

impl Feature for UnsharedWeight {
    fn name(&self) -> &'static str {
        "unshared"
    }

    fn summary(&self) -> &'static str {
        "What the words weigh that correspond to none, in nats: each is something that only one claim tells."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(false)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let all = seen.total(Side::A) + seen.total(Side::B);
        Some((all - 2.0 * seen.shared()).max(0.0))
    }
}
