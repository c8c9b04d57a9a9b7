//! How sure a claim is of what it says, and how far along it says things are.

use super::token::{Run, Token};

/// The ladder of certainty, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// "may", "could", "possible".
    Possible,
    /// "hopes", "wants", "seeks": wished for.
    Wished,
    /// "plans", "set to", "scheduled", "due": intended; one degree, however it is worded.
    Planned,
    /// "expected", "likely", "reportedly": held probable.
    Expected,
    /// Stated as a fact.
    Asserted,
}

/// Words that put less than a plain assertion on what follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertaintyCue {
    /// "may", "is expected to", "temporary".
    pub cue: Run,
    /// The words it covers.
    pub scope: Run,
    /// How sure it leaves them.
    pub level: Level,
}

/// The cues of a claim, in order; what no cue covers is asserted.
pub fn cues(_tokens: &[Token]) -> Vec<CertaintyCue> {
    Vec::new()
}
