//! Which sources stem from one text.

use super::{Measure, SourceIndex};

/// Sources judged to stem from one text: one witness, however many outlets print it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lineage {
    /// The sources, sorted; one alone is a lineage too.
    pub sources: Vec<SourceIndex>,
    /// The strongest derivations that join them, one fewer than there are sources.
    pub derivations: Vec<Derivation>,
}

/// Two sources of which one is judged to derive from the other, or both from a third that is not at hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    /// The source that was used.
    pub from: SourceIndex,
    /// The source that used it.
    pub to: SourceIndex,
    /// Whether the direction is known; if not, `from` is merely the source that comes first.
    pub direction_known: bool,
    /// What the score is before anything was measured, in bits.
    pub bias: f64,
    /// What was measured, and what each measure adds to the score.
    pub measures: Vec<Measure>,
    /// What speaks for it, one sentence each.
    pub evidence: Vec<String>,
}

impl Derivation {
    /// Log2 odds that both stem from one text.
    pub fn score(&self) -> f64 {
        let contributions = self.measures.iter().map(|measure| measure.contribution);
        self.bias + contributions.sum::<f64>()
    }

    /// Probability that both stem from one text.
    pub fn probability(&self) -> f64 {
        1.0 / (1.0 + (-self.score()).exp2())
    }
}
