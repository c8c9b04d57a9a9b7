//! What a claim denies.

use super::token::{Run, Token};

/// A negation and the words it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Negation {
    /// "not", "never", "no", "without", "failed to", ...
    pub cue: Run,
    /// The words that it turns round.
    pub scope: Run,
}

/// The negations of a claim, in order.
pub fn negations(_tokens: &[Token]) -> Vec<Negation> {
    Vec::new()
}
