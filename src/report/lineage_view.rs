//! The shape of a lineage in a report: what joins its sources.

use super::MeasureView;
use schemars::JsonSchema;
use serde::Serialize;

/// One lineage.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct LineageView {
    /// `L1`.
    pub id: String,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// The derivations that join them.
    pub derivations: Vec<DerivationView>,
    /// The families of publishers that join them, as the user says, whatever their texts tell.
    pub families: Vec<FamilyView>,
}

/// Sources whose publishers belong together.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct FamilyView {
    /// What it is called.
    pub name: String,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

impl FamilyView {
    /// What it says, and on whose word.
    pub fn sentence(&self) -> String {
        let (sources, name) = (self.sources.join(", "), &self.name);
        format!("{sources} are of one family of publishers, {name}, as the list of sources says")
    }
}

/// One derivation.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct DerivationView {
    /// Id of the source that was used.
    pub from: String,
    /// Id of the source that used it.
    pub to: String,
    /// Whether the direction is known.
    pub direction_known: bool,
    /// Probability that one derives from the other.
    pub probability: f64,
    /// Score before anything was measured, in bits.
    pub bias: f64,
    /// What was measured; with the bias the contributions sum to the log2 odds.
    pub measures: Vec<MeasureView>,
    /// What speaks for it.
    pub evidence: Vec<String>,
}
