//! The place where most is shared.

use super::Feature;
use crate::align::comparison::Comparison;

/// Words this near to each other on both sides are of one place: about a clause.
const REACH: usize = 6;

/// Weight of the shared words around the place where they weigh most, ln(1 + nats): a shared clause, not words strewn about.
pub struct DensestPlace;

impl Feature for DensestPlace {
    fn name(&self) -> &'static str {
        "densest"
    }

    fn summary(&self) -> &'static str {
        "Weight of the shared words around the place where they weigh most, ln(1 + nats): a shared clause, not words strewn about."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let around = |(i, j): &(usize, usize)| -> f32 {
            let near = seen
                .content
                .iter()
                .filter(|(k, l)| k.abs_diff(*i) <= REACH && l.abs_diff(*j) <= REACH);
            near.map(|pair| seen.weight(*pair)).sum()
        };
        Some(seen.content.iter().map(around).fold(0.0, f32::max).ln_1p())
    }
}
