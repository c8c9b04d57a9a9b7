//! Whether what corresponds stands together.

use super::Feature;
use crate::align::comparison::Comparison;

/// Of the corresponding words, the share whose next one follows at once on both sides, 0 to 1: a wording that was kept.
pub struct Contiguity;

impl Feature for Contiguity {
    fn name(&self) -> &'static str {
        "contiguity"
    }

    fn summary(&self) -> &'static str {
        "Of the corresponding words, the share whose next one follows at once on both sides, 0 to 1: a wording that was kept."
    }

    fn speaks_for(&self) -> Option<bool> {
        None
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let steps = seen.pair.aligned.windows(2);
        let all = steps.len();
        let kept = steps.filter(|step| step[1].0 == step[0].0 + 1 && step[1].1 == step[0].1 + 1);
        (all > 0).then(|| kept.count() as f32 / all as f32)
    }
}
