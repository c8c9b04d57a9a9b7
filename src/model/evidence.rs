//! Why a link is what it is.

use super::{Relation, Span};

/// In what two reports of one thing can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// How many, how much.
    Quantity,
    /// When.
    Time,
    /// Who.
    Participants,
    /// Whether it happened or holds at all.
    Polarity,
    /// How sure, or how far along: planned, expected, done.
    Certainty,
    /// How wide: an item of a list more or less, "some" against "all".
    Scope,
    /// Who is credited with it.
    Attribution,
    /// Loaded wording that changes what is claimed.
    Framing,
}

impl Kind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Kind; 8] = [
        Kind::Quantity,
        Kind::Time,
        Kind::Participants,
        Kind::Polarity,
        Kind::Certainty,
        Kind::Scope,
        Kind::Attribution,
        Kind::Framing,
    ];

    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Quantity => "quantity",
            Kind::Time => "time",
            Kind::Participants => "participants",
            Kind::Polarity => "polarity",
            Kind::Certainty => "certainty",
            Kind::Scope => "scope",
            Kind::Attribution => "attribution",
            Kind::Framing => "framing",
        }
    }
}

/// Which of the two claims of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// The first one.
    A,
    /// The second one.
    B,
}

/// What one feature saw, and what that adds to the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Name of the feature.
    pub feature: &'static str,
    /// What it measured; each feature says in which unit. `None`: it does not apply to this pair.
    pub value: Option<f64>,
    /// What that adds to the score, in bits (log2 odds).
    pub contribution: f64,
}

/// Words that a finding points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// In which claim.
    pub side: Side,
    /// Which words; never empty.
    pub span: Span,
    /// What they mean in normal form ("20 %" for "a fifth").
    pub value: Option<String>,
}

/// One difference, with the words that show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable name, `kind/what`: `quantity/differs`.
    pub code: &'static str,
    /// In what the two differ.
    pub kind: Kind,
    /// Whether the two cannot both be true as written.
    pub conflict: bool,
    /// The words on both sides; at least one.
    pub marks: Vec<Mark>,
    /// One sentence for the reader.
    pub note: String,
}

/// All reasons of one link. Made only by [`Evidence::new`], which holds it to its laws.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    bias: f64,
    measures: Vec<Measure>,
    rule: &'static str,
    findings: Vec<Finding>,
}

/// Evidence that contradicts itself: a defect of the stage that made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceError {
    /// A finding without words to point at.
    #[error("finding {0} marks no words")]
    NoMarks(&'static str),
    /// "Diverge" and "has findings" must go together.
    #[error("relation {0} does not go with {1} findings")]
    Relation(&'static str, usize),
    /// A sum with something that is not a number.
    #[error("measure {0} is not finite")]
    NotFinite(&'static str),
}

impl Evidence {
    /// Joins the reasons of a link that was found to be `relation` by the rule called `rule`.
    ///
    /// # Errors
    /// If a finding marks nothing, if the relation and the findings contradict each other, or if the score is not finite.
    pub fn new(
        relation: Relation,
        bias: f64,
        measures: Vec<Measure>,
        rule: &'static str,
        findings: Vec<Finding>,
    ) -> Result<Self, EvidenceError> {
        for finding in &findings {
            if finding.marks.is_empty() || finding.marks.iter().any(|mark| mark.span.is_empty()) {
                return Err(EvidenceError::NoMarks(finding.code));
            }
        }
        if (relation == Relation::Diverge) == findings.is_empty() {
            return Err(EvidenceError::Relation(relation.name(), findings.len()));
        }
        if let Some(measure) = measures
            .iter()
            .find(|measure| !measure.contribution.is_finite())
        {
            return Err(EvidenceError::NotFinite(measure.feature));
        }
        Ok(Self {
            bias,
            measures,
            rule,
            findings,
        })
    }

    /// What the score is before anything was measured, in bits.
    pub fn bias(&self) -> f64 {
        self.bias
    }

    /// What each feature saw.
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// The label of the rule that decided the relation.
    pub fn rule(&self) -> &'static str {
        self.rule
    }

    /// The differences that count.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Bias and contributions added up: log2 odds that the two claims are about the same thing.
    pub fn score(&self) -> f64 {
        self.bias
            + self
                .measures
                .iter()
                .map(|measure| measure.contribution)
                .sum::<f64>()
    }
}
