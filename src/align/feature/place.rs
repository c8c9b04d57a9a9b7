//! How early the claims stand in their articles.

use super::Feature;
use crate::align::comparison::Comparison;

/// Place of the later one of both claims in its article, ln(1 + place): what all report stands first.
pub struct Place;

impl Feature for Place {
    fn name(&self) -> &'static str {
        "place"
    }

    fn summary(&self) -> &'static str {
        "Place of the later one of both claims in its article, ln(1 + place): what all report stands first."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(false)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        Some((seen.a.place.max(seen.b.place) as f32).ln_1p())
    }
}
