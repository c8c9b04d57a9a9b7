//! The graph as plain data: what every output format is made from, and the JSON report itself.

mod build;
pub mod desk;
pub mod dispute;
mod entity;
mod facts;
mod heading;
pub mod identifier;
mod index;
pub mod matrix;
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
pub use index::Index;
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

/// One link.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct LinkView {
    /// `l-` and a hash of both claims' words.
    pub id: String,
    /// Id of the claim of the source that comes first.
    pub a: String,
    /// Id of the other claim.
    pub b: String,
    /// `agree`, `paraphrase` or `diverge`.
    #[schemars(extend("enum" = ["agree", "paraphrase", "diverge"]))]
    pub relation: &'static str,
    /// In what they differ.
    pub kinds: Vec<&'static str>,
    /// Whether they cannot both be true as written.
    pub conflict: bool,
    /// `equal`, `a_adds`, `b_adds` or `both_add`.
    #[schemars(extend("enum" = ["equal", "a_adds", "b_adds", "both_add"]))]
    pub coverage: &'static str,
    /// Log2 odds of being about the same thing, in bits.
    pub score: f64,
    /// The same as a probability.
    pub probability: f64,
    /// Whether that is below one half: linked, since missing a link would cost as much, but for a reader to decide.
    pub too_close_to_call: bool,
    /// How far both say the same, given that they are about the same thing.
    pub same_content: SameContent,
    /// The words that correspond, in the order of `a`.
    pub aligned: Vec<AlignedView>,
    /// Why.
    pub evidence: EvidenceView,
}

impl LinkView {
    /// The id of the claim at the other end than `claim`.
    pub fn other(&self, claim: &str) -> &str {
        if self.a == claim { &self.b } else { &self.a }
    }
}

/// Two claims that were compared and not linked, though they came near to it.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct RivalView {
    /// Id of the claim of the source that comes first.
    pub a: String,
    /// Id of the other claim.
    pub b: String,
    /// Log2 odds of being about the same thing, in bits.
    pub score: f64,
    /// The same as a probability.
    pub probability: f64,
}

impl RivalView {
    /// The id of the claim at the other end than `claim`.
    pub fn other(&self, claim: &str) -> &str {
        if self.a == claim { &self.b } else { &self.a }
    }
}

/// How far two claims say the same, given that they are about the same thing.
#[derive(Clone, Copy, Debug, JsonSchema, Serialize)]
pub struct SameContent {
    /// Log2 odds, in bits.
    pub score: f64,
    /// The same as a probability.
    pub probability: f64,
}

/// Two words that correspond, as `[start, end]` in bytes of the two sources.
#[derive(Clone, Copy, Debug, JsonSchema, Serialize)]
pub struct AlignedView {
    /// In the source of `a`.
    pub a: [u32; 2],
    /// In the source of `b`.
    pub b: [u32; 2],
}

/// Why a link is what it is.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct EvidenceView {
    /// Score before anything was measured, in bits.
    pub bias: f64,
    /// What each feature saw; with the bias they sum to the score.
    pub measures: Vec<MeasureView>,
    /// Label of the rule that decided.
    pub rule: &'static str,
    /// The differences that count.
    pub findings: Vec<FindingView>,
}

/// What one feature saw.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct MeasureView {
    /// Its name.
    pub feature: &'static str,
    /// What it measured; null where it does not apply.
    pub value: Option<f64>,
    /// What that adds to the score, in bits.
    pub contribution: f64,
}

/// One difference.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct FindingView {
    /// `quantity/differs`.
    pub code: &'static str,
    /// `quantity`.
    pub kind: &'static str,
    /// Whether the two cannot both be true as written.
    pub conflict: bool,
    /// One sentence for the reader.
    pub note: String,
    /// The words that show it.
    pub marks: Vec<MarkView>,
}

impl FindingView {
    /// The marks, unless the note tells itself what each of them means.
    pub fn untold(&self) -> &[MarkView] {
        let told = |value: &String| self.note.contains(value.as_str());
        let mut values = self.marks.iter().filter_map(|mark| mark.value.as_ref());
        match values.all(told) {
            true => &[],
            false => &self.marks,
        }
    }
}

/// Words that a finding points at.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct MarkView {
    /// Id of the claim.
    pub claim: String,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
    /// What they mean in normal form.
    pub value: Option<String>,
}

/// One claim group.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct GroupView {
    /// `g1`.
    pub id: String,
    /// Its claims.
    pub members: Vec<MemberView>,
    /// How many sources report it.
    pub sources: usize,
    /// How many lineages these are.
    pub lineages: usize,
    /// Ids of those sources that only links too close to call join to the group: less likely than not, they report it.
    pub doubtful: Vec<String>,
    /// Id of the link with the lowest score inside the group; null where the user alone joined it.
    pub weakest: Option<String>,
    /// Ids of links without any of which the group would fall apart.
    pub bridges: Vec<String>,
    /// Outlets that several of the sources credit with it: probably one report, told again.
    pub origins: Vec<OriginView>,
}

impl GroupView {
    /// How many report it: "4 sources, 3 lineages; of these 002 too close to call".
    pub fn corroboration(&self) -> String {
        let counted = |count: usize, noun: &str| {
            format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
        };
        let doubtful = match self.doubtful.as_slice() {
            [] => String::new(),
            all if all.len() == self.sources => "; too close to call".to_owned(),
            some => format!("; of these {} too close to call", some.join(", ")),
        };
        format!(
            "{}, {}{doubtful}",
            counted(self.sources, "source"),
            counted(self.lineages, "lineage")
        )
    }
}

/// An outlet that several sources of a group credit.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct OriginView {
    /// Id of the outlet.
    pub outlet: String,
    /// Ids of the sources that credit it, for the claim in the group or for the whole article.
    pub sources: Vec<String>,
}

/// One claim of a group.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct MemberView {
    /// Id of the claim.
    pub claim: String,
    /// Its words that state the proposition, as `[start, end]`.
    pub marks: Vec<[u32; 2]>,
    /// Number of the position it takes, from 1: members of one position do not differ materially.
    pub position: usize,
}

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

/// One outlet that sources credit with what they report.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct OutletView {
    /// `o1`.
    pub id: String,
    /// What it is called where it is named first.
    pub name: String,
    /// Id of the source that it published, if that is among the sources.
    pub source: Option<String>,
    /// Where it is credited.
    pub credits: Vec<MentionView>,
}

/// One person, place or body.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct EntityView {
    /// `n1` for a name, `p1` for a speaker.
    pub id: String,
    /// What it is called, in the fullest form found.
    pub name: String,
    /// Where it is named.
    pub mentions: Vec<MentionView>,
}

/// Words that stand for someone or something.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct MentionView {
    /// Id of the source.
    pub source: String,
    /// Id of the claim; null where the words speak of the whole article.
    pub claim: Option<String>,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
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
