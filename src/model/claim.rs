//! One sentence of an article's own body.

use super::{SourceIndex, Span};

/// One sentence, bullet or table row of an article's own body. It points at the text and never copies it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Whose.
    pub source: SourceIndex,
    /// Its number in the source, other zones counted too; shown as `source.number`.
    pub number: u32,
    /// Where it stands.
    pub span: Span,
}

/// Which claim of the collection: a position in its list of claims, which is sorted by source and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimIndex(pub u32);

impl ClaimIndex {
    /// As a position in a slice.
    pub fn get(self) -> usize {
        self.0 as usize
    }
}
