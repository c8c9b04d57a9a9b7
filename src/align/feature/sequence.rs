//! How alike two claims are word by word.

use super::Feature;
use crate::align::comparison::Comparison;

/// One less the share of words to insert, delete or exchange (Levenshtein), 0 to 1: small words and their order count too.
pub struct Sequence;

impl Feature for Sequence {
    fn name(&self) -> &'static str {
        "sequence"
    }

    fn summary(&self) -> &'static str {
        "One less the share of words to insert, delete or exchange (Levenshtein), 0 to 1: small words and their order count too."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let (a, b) = (seen.a.wording, seen.b.wording);
        let longer = a.len().max(b.len());
        let changes = a.distance(b);
        (longer > 0).then(|| 1.0 - changes as f32 / longer as f32)
    }
}
