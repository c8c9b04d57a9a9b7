//! How far apart the claims stand in the order of their articles.

use super::Feature;
use crate::align::comparison::{Comparison, Part};

/// Difference of the relative places, 0 to 1: reports of one event tell it in like order.
pub struct Distance;

impl Feature for Distance {
    fn name(&self) -> &'static str {
        "distance"
    }

    fn summary(&self) -> &'static str {
        "Difference of the relative places, 0 to 1: reports of one event tell it in like order."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(false)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let relative = |part: &Part| part.place as f32 / part.of.max(1) as f32;
        Some((relative(&seen.a) - relative(&seen.b)).abs())
    }
}
