//! How many numbers are shared.

use super::Feature;
use crate::align::comparison::Comparison;
use crate::text::number::Quantity;
use crate::text::token::TokenClass;

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
        let at = |quantities: &'_ [Quantity], place: usize| {
            quantities
                .iter()
                .position(|it| it.run.start as usize == place)
        };
        // What each number of either claim is worth: one that a claim repeats is not shared more often for that.
        let mut worth = [vec![0; a.quantities.len()], vec![0; b.quantities.len()]];
        for shared in &seen.overlap.quantities {
            let places = (at(&a.quantities, shared.i), at(&b.quantities, shared.j));
            if let (Some(one), Some(other)) = places {
                let same_thing = a.quantities[one].comparable(&b.quantities[other]);
                for (worth, at) in worth.iter_mut().zip([one, other]) {
                    worth[at] = worth[at].max(1 + usize::from(same_thing));
                }
            }
        }
        let is_shared = |side: usize, quantities: &[Quantity], position: usize| {
            let mut shared = quantities.iter().zip(&worth[side]);
            shared.any(|(it, worth)| *worth > 0 && it.run.holds(position))
        };
        // Years and the like are numbers, but no quantities.
        let others = seen.content.iter().filter(|(i, j)| {
            a.tokens[*i].class == TokenClass::Number
                && !is_shared(0, &a.quantities, *i)
                && !is_shared(1, &b.quantities, *j)
        });
        let shared = worth
            .iter()
            .map(|worth| worth.iter().sum::<usize>())
            .min()?;
        Some((shared + others.count()).min(MOST) as f32)
    }
}
