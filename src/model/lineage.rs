//! Which sources stem from one text.

use super::SourceIndex;

/// Sources judged to stem from one text: one witness, however many outlets print it.
#[derive(Clone, Debug, PartialEq)]
pub struct Lineage {
    /// The sources, sorted; one alone is a lineage too.
    pub sources: Vec<SourceIndex>,
    /// The derivations that join them.
    pub derivations: Vec<Derivation>,
}

/// One source judged to derive from another.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    /// The source that was used.
    pub from: SourceIndex,
    /// The source that used it.
    pub to: SourceIndex,
    /// Whether `from` and `to` could as well be the other way round.
    pub direction_known: bool,
    /// Probability that one derives from the other.
    pub probability: f64,
    /// What speaks for it, one sentence each.
    pub evidence: Vec<String>,
}
