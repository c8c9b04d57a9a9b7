//! One claim denies what the other says, or the two say the opposite of each other.

use super::{Signal, direction, negation, opposite};
use crate::align::Pair;
use crate::model::{Finding, Side};

/// See the module.
pub struct Polarity;

impl Signal for Polarity {
    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let denied = [Side::A, Side::B].map(|side| negation::denied(pair, side));
        let found = denied.into_iter().flatten().chain(opposite::opposed(pair));
        found.chain(direction::other_direction(pair)).collect()
    }
}
