//! How many numbers are shared.

use itertools::Itertools;

use super::Feature;
use crate::align::comparison::Comparison;
use crate::align::expression::beginning_at;
use crate::text::token::{Run, Token, TokenClass};

/// What more is shared says no more.
const MOST: usize = 3;

/// Shared numbers, those of one thing in one unit doubly, at most three: claims that give the same figure, be it in other words, seldom
/// speak of different things.
pub struct SharedNumbers;

impl Feature for SharedNumbers {
    fn name(&self) -> &'static str {
        "numbers"
    }

    fn summary(&self) -> &'static str {
        "Shared numbers, those of one thing in one unit doubly, at most three: claims that give the same figure, be it in other words, \
         seldom speak of different things."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let (a, b) = (seen.pair.a.profile, seen.pair.b.profile);
        let shared = &seen.overlap.quantities;
        let ones = shared
            .iter()
            .filter_map(|it| beginning_at(&a.quantities, it.i));
        let others = shared
            .iter()
            .filter_map(|it| beginning_at(&b.quantities, it.j));
        // A number that one claim repeats is not shared more often for that.
        let ones: Vec<_> = ones.unique().collect();
        let others: Vec<_> = others.unique().collect();
        // Years and the like are numbers, but no quantities.
        let is_bare = |tokens: &[Token], quantities: &[Run], position: usize| {
            tokens[position].class == TokenClass::Number
                && !quantities.iter().any(|run| run.holds(position))
        };
        let bare = seen
            .content
            .iter()
            .filter(|(i, j)| is_bare(&a.tokens, &ones, *i) && is_bare(&b.tokens, &others, *j));
        let figures = 2 * ones.len().min(others.len());
        Some((figures + bare.count()).min(MOST) as f32)
    }
}
