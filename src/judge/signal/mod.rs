//! What shows that two claims differ in what they share. Each signal is a plug-in: one file, and one line in [`SIGNALS`].

mod assertion;
mod attribution;
mod certainty;
mod credited;
mod deed;
mod direction;
mod doubt;
mod framing;
mod measured;
mod mutual;
mod negation;
mod office;
mod opposite;
mod participants;
mod place;
mod polarity;
mod quantity;
mod quoted;
mod reach;
mod relationship;
mod respective;
mod scope;
mod time;

use crate::align::Pair;
use crate::model::{Finding, Side};

/// Finds one sort of difference.
pub trait Signal: Sync {
    /// The differences in what the claims of `pair` share. Silence of one side is never one.
    fn detect(&self, pair: &Pair) -> Vec<Finding>;
}

/// All signals, in the order in which their findings are shown.
pub static SIGNALS: &[&dyn Signal] = &[
    &quantity::QuantityDiffers,
    &time::TimeDiffers,
    &participants::Participants,
    &polarity::Polarity,
    &certainty::Certainty,
    &scope::Scope,
    &attribution::AttributionDiffers,
    &framing::Framing,
    &quoted::QuotedOtherwise,
];

/// What all signals find.
pub fn detect(pair: &Pair) -> Vec<Finding> {
    SIGNALS
        .iter()
        .flat_map(|signal| signal.detect(pair))
        .collect()
}

/// The side across from `side`.
fn other(side: Side) -> Side {
    match side {
        Side::A => Side::B,
        Side::B => Side::A,
    }
}
