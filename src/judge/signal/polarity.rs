//! One claim denies what the other says, or the two say the opposite of each other.

use super::{Signal, direction, negation, opposite};
use crate::align::Pair;
use crate::model::{Finding, Kind, Side};

/// See the module.
pub struct Polarity;

impl Signal for Polarity {
    fn name(&self) -> &'static str {
        "polarity"
    }

    fn summary(&self) -> &'static str {
        "one claim denies what the other says, or they use words of opposite meaning for the same thing or lead it another way"
    }

    fn kind(&self) -> Kind {
        Kind::Polarity
    }

    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let denied = [Side::A, Side::B].map(|side| negation::denied(pair, side));
        let turned = [opposite::opposed(pair), direction::other_direction(pair)];
        denied.into_iter().chain(turned).flatten().collect()
    }
}
