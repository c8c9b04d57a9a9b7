//! One claim denies what the other says, or the two say the opposite of each other.

use super::{Signal, negation, opposite};
use crate::align::Pair;
use crate::model::{Finding, Kind, Side};

/// See the module.
pub struct Polarity;

impl Signal for Polarity {
    fn name(&self) -> &'static str {
        "polarity"
    }

    fn summary(&self) -> &'static str {
        "one claim denies what the other says, or they use words of opposite meaning for the same thing"
    }

    fn kind(&self) -> Kind {
        Kind::Polarity
    }

    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let denied = [Side::A, Side::B].map(|side| negation::denied(pair, side));
        let opposed = opposite::opposed(pair);
        denied.into_iter().flatten().chain(opposed).collect()
    }
}
