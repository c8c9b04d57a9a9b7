//! Which sources are one witness.

use super::{Measure, SourceIndex};

/// Sources judged to stem from one text, or published by one family: one witness, however many outlets print it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lineage {
    /// The sources, sorted; one alone is a lineage too.
    pub sources: Vec<SourceIndex>,
    /// The strongest derivations that join them, no more than are needed.
    pub derivations: Vec<Derivation>,
    /// The families of publishers that join them, whatever their texts tell.
    pub families: Vec<Family>,
}

/// Sources whose publishers belong together, as the user says: their newsrooms share copy, owners or orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// What the user calls it, as it is written for the first of the sources.
    pub name: String,
    /// The sources, sorted; two or more.
    pub sources: Vec<SourceIndex>,
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
