//! The longest run of words that both share.

use super::Feature;
use crate::align::comparison::Comparison;

/// Longest run of shared words, ln(1 + tokens): a quotation or a copied phrase.
pub struct LongestRun;

impl Feature for LongestRun {
    fn name(&self) -> &'static str {
        "run"
    }

    fn summary(&self) -> &'static str {
        "Longest run of shared words, ln(1 + tokens): a quotation or a copied phrase."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let follows = |one: &(usize, usize), next: &(usize, usize)| {
            next.0 == one.0 + 1 && next.1 == one.1 + 1
        };
        let runs = seen.pair.aligned.chunk_by(follows);
        Some((runs.map(<[_]>::len).max().unwrap_or_default() as f32).ln_1p())
    }
}
