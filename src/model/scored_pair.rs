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

/// How much was compared, and what came nearest to a link without becoming one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Compared {
    /// Pairs of claims of different sources that share enough to be compared.
    pub pairs: usize,
    /// Of those that were rejected, the one with the highest score; of equals, the one whose claims come first.
    pub nearest: Option<ScoredPair>,
}
