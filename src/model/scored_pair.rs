//! Two claims with what comparing them gave, whether that makes them a link or not.

use super::ClaimIndex;

/// Two claims that were compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoredPair {
    /// The claim of the source that comes first.
    pub a: ClaimIndex,
    /// The other claim.
    pub b: ClaimIndex,
    /// Log2 odds that the two are about the same thing.
    pub score: f64,
}
