//! The graph as plain data: what every output format is made from, and the JSON report itself.

mod build;
pub mod desk;
pub mod dispute;
mod entity;
mod facts;
mod group_view;
mod heading;
pub mod identifier;
mod index;
mod lineage_view;
mod link_view;
pub mod matrix;
mod mention_view;
pub mod network;
pub mod open;
pub mod rival;
mod schema;
mod units;
pub mod unlinked;
pub mod verify;
pub mod wording;

pub use build::{config_sha256, derivations, report};
pub use facts::{FACT_KINDS, FactView};
pub use group_view::{GroupView, MemberView, OriginView};
pub use index::Index;
pub use lineage_view::{DerivationView, FamilyView, LineageView};
pub use link_view::{
    AlignedView, EvidenceView, FindingView, LinkView, MarkView, MeasureView, RivalView, SameContent,
};
pub use mention_view::{EntityView, MentionView, OutletView};
pub use schema::schema;
pub use units::{UnitView, units};

use schemars::JsonSchema;
use serde::Serialize;

/// Version of the shape of the JSON report; it changes when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

/// A whole run as plain data. Lists are sorted; identifiers are stable from run to run.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Report {
    /// Version of the shape of this document.
    pub schema_version: u32,
    /// `r-` and a hash of what the run was made from: the same sources, program and configuration have the same.
    pub run: String,
    /// What the event is called: as the user says, else by the names that most of the sources have in common.
    pub title: Option<String>,
    /// What made it.
    pub tool: Tool,
    /// The sources, by id.
    pub sources: Vec<SourceView>,
    /// The claims, by source and number.
    pub claims: Vec<ClaimView>,
    /// The links, by their claims.
    pub links: Vec<LinkView>,
    /// Pairs of claims of one source that cannot both be true as written, by their claims. Absent where they were not looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Vec<LinkView>>,
    /// The pairs that came nearest to a link and were rejected, by their claims: for every claim the best, if any came near.
    pub rivals: Vec<RivalView>,
    /// Of all rejected pairs the one that came nearest to a link, however far; null where none was rejected.
    pub nearest: Option<RivalView>,
    /// The claim groups, by their first member.
    pub groups: Vec<GroupView>,
    /// The lineages, by their first source.
    pub lineages: Vec<LineageView>,
    /// The outlets that sources credit, by name.
    pub outlets: Vec<OutletView>,
    /// Those whom claims credit with a statement, the most often credited first.
    pub speakers: Vec<EntityView>,
    /// The persons, places and bodies that claims name, the most often named first.
    pub names: Vec<EntityView>,
    /// Counts.
    pub stats: Statistics,
}

/// The program and configuration that made a report.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Tool {
    /// `crosscheck`.
    pub name: &'static str,
    /// Version of the package.
    pub version: &'static str,
    /// SHA-256 of the effective configuration, lower-case hexadecimal.
    pub config_sha256: String,
    /// From this score on a pair is a link, in bits.
    pub threshold: f64,
}

/// One source.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct SourceView {
    /// Short name.
    pub id: String,
    /// As given by the user.
    pub path: String,
    /// What people call it.
    pub label: String,
    /// Publisher.
    pub outlet: Option<String>,
    /// The family of publishers that the outlet belongs to, where a manifest names one.
    pub family: Option<String>,
    /// Day of publication, `2025-03-10`.
    pub published: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// The language of its claims, by its name in English; null where nobody can tell.
    pub language: Option<&'static str>,
    /// SHA-256 of the bytes read.
    pub sha256: String,
    /// SHA-256 of the decoded text.
    pub text_sha256: String,
    /// The decoded text; spans count its UTF-8 bytes. Absent where the report was asked to hold no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Id of its lineage.
    pub lineage: String,
    /// Units that are not claims.
    pub zones: Vec<ZoneView>,
    /// What was not as it should be.
    pub warnings: Vec<String>,
}

impl SourceView {
    /// What to call it: its publisher where known, else its label; its id if the label is just that with a hash behind.
    pub fn name(&self) -> &str {
        let hash = |rest: &str| rest.strip_prefix('_').is_some_and(is_hexadecimal);
        match &self.outlet {
            Some(outlet) => outlet,
            None if self.label.strip_prefix(&self.id).is_some_and(hash) => &self.id,
            None => &self.label,
        }
    }
}

/// One unit that is not a claim.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ZoneView {
    /// `000.1`.
    pub id: String,
    /// What it is: `heading`, `caption`, ...
    #[schemars(extend("enum" = ["heading", "meta", "caption", "boilerplate", "comment", "provenance"]))]
    pub zone: &'static str,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
}

/// One claim.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ClaimView {
    /// `000.3`.
    pub id: String,
    /// Id of its source.
    pub source: String,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
    /// Its words. Absent where the report was asked to hold no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What its words mean in normal form. Empty where the report was asked to hold no text.
    pub facts: Vec<FactView>,
    /// Ids of the groups it belongs to.
    pub groups: Vec<String>,
}

/// Counts of a run.
#[derive(Clone, Copy, Debug, Default, JsonSchema, Serialize)]
pub struct Statistics {
    /// Sources read.
    pub sources: usize,
    /// Claims found.
    pub claims: usize,
    /// Pairs of claims of different sources that share enough to be compared; those that are no links were rejected.
    pub compared: usize,
    /// Links found.
    pub links: usize,
    /// Contradictions found inside one source. Absent where they were not looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<usize>,
    /// Links that agree.
    pub agree: usize,
    /// Links that paraphrase.
    pub paraphrase: usize,
    /// Links that diverge.
    pub diverge: usize,
    /// Links whose claims cannot both be true as written.
    pub conflicts: usize,
    /// Claims that no other source reports.
    pub alone: usize,
    /// Claim groups.
    pub groups: usize,
    /// Lineages.
    pub lineages: usize,
}

impl Statistics {
    /// Pairs that were compared and not linked.
    pub fn rejected(&self) -> usize {
        self.compared.saturating_sub(self.links)
    }

    /// Links that diverge without being in conflict.
    pub fn differences(&self) -> usize {
        self.diverge.saturating_sub(self.conflicts)
    }
}

fn is_hexadecimal(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
