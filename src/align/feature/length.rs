//! How long the claims are.

use super::Feature;
use crate::align::comparison::Comparison;
use crate::text::token::Token;

/// Content words of both claims, sum of ln(1 + count): long claims share words by chance.
pub struct Length;

impl Feature for Length {
    fn name(&self) -> &'static str {
        "length"
    }

    fn summary(&self) -> &'static str {
        "Content words of both claims, sum of ln(1 + count): long claims share words by chance."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(false)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let count =
            |tokens: &[Token]| tokens.iter().filter(|token| token.is_content()).count() as f32;
        Some(count(seen.pair.a.tokens()).ln_1p() + count(seen.pair.b.tokens()).ln_1p())
    }
}
