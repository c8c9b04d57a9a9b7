//! The shape of a link in a report, and of the evidence for it.

use schemars::JsonSchema;
use serde::Serialize;

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
