//! What the shared names weigh.

use super::Feature;
use crate::align::comparison::Comparison;

/// Weight of the shared capitalised words, nats: who and where.
pub struct SharedNames;

impl Feature for SharedNames {
    fn name(&self) -> &'static str {
        "names"
    }

    fn summary(&self) -> &'static str {
        "Weight of the shared capitalised words, nats: who and where."
    }

    fn speaks_for(&self) -> Option<bool> {
        None
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let (a, b) = (seen.pair.a.tokens(), seen.pair.b.tokens());
        let names = seen
            .content()
            .filter(|(i, j)| a[*i].capital && b[*j].capital);
        Some(names.map(|pair| seen.weight(pair)).sum())
    }
}
