//! How much of the lighter claim the other one holds.

use super::Feature;
use crate::align::comparison::Comparison;
use crate::model::Side;

/// Share of the lighter claim that the other one holds, 0 to 1: a short claim inside a long one.
pub struct Containment;

impl Feature for Containment {
    fn name(&self) -> &'static str {
        "containment"
    }

    fn summary(&self) -> &'static str {
        "Share of the lighter claim that the other one holds, 0 to 1: a short claim inside a long one."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let lighter = seen.total(Side::A).min(seen.total(Side::B));
        (lighter > 0.0).then(|| (seen.shared() / lighter).min(1.0))
    }
}
