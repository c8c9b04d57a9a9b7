//! Claims that state one proposition.

use super::{ClaimIndex, Span};

/// Claims of several sources that state one proposition. A claim may belong to several groups.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimGroup {
    /// The claims, sorted.
    pub members: Vec<Member>,
    /// The links inside the group, as positions in the graph's list of links, sorted.
    pub links: Vec<usize>,
    /// The link with the lowest score, if there is any.
    pub weakest: Option<usize>,
    /// Links without any of which the group would fall apart, sorted.
    pub bridges: Vec<usize>,
}

/// What one claim contributes to a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The claim.
    pub claim: ClaimIndex,
    /// Its words that state the proposition, sorted.
    pub marks: Vec<Span>,
    /// Which position it takes, counted from 0: members of one position do not differ materially.
    pub position: usize,
}
