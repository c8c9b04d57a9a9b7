//! Neighbouring words that both have side by side.

use super::Feature;
use crate::align::comparison::Comparison;

/// Of the pairs of neighbouring words of the claim with fewer, the share that the other has too, 0 to 1: wording that was kept, wherever
/// it stands.
pub struct WordPairs;

impl Feature for WordPairs {
    fn name(&self) -> &'static str {
        "word_pairs"
    }

    fn summary(&self) -> &'static str {
        "Of the pairs of neighbouring words of the claim with fewer, the share that the other has too, 0 to 1: wording that was kept, \
         wherever it stands."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        seen.a.wording.shared_pairs(seen.b.wording)
    }
}
