//! How many numbers are shared.

use itertools::Itertools;

use super::Feature;
use crate::align::comparison::Comparison;
use crate::text::number::Quantity;
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
        let ones = beginning_at(&a.quantities, shared.iter().map(|it| it.i));
        let others = beginning_at(&b.quantities, shared.iter().map(|it| it.j));
        // Years and the like are numbers, but no quantities.
        let is_bare = |tokens: &[Token], quantities: &[Run], position: usize| {
            tokens[position].class == TokenClass::Number
                && !quantities.iter().any(|run| run.holds(position))
        };
        let bare = seen
            .content
            .iter()
            .filter(|(i, j)| is_bare(&a.tokens, &ones, *i) && is_bare(&b.tokens, &others, *j));
        // A number that one claim repeats is not shared more often for that.
        let figures = 2 * ones.len().min(others.len());
        Some((figures + bare.count()).min(MOST) as f32)
    }
}

/// The words of the quantities that begin at one of `places`.
fn beginning_at(quantities: &[Quantity], places: impl Iterator<Item = usize> + Clone) -> Vec<Run> {
    let runs = quantities.iter().map(|it| it.run);
    runs.filter(|run| places.clone().contains(&(run.start as usize)))
        .collect()
}
