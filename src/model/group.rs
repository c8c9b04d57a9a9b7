//! Claims that state one proposition.

use super::{ClaimIndex, Span};

/// Claims of several sources that state one proposition. A claim may belong to several groups.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimGroup {
    /// The claims, sorted.
    pub members: Vec<Member>,
}

/// What one claim contributes to a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The claim.
    pub claim: ClaimIndex,
    /// Its words that state the proposition.
    pub marks: Vec<Span>,
}
