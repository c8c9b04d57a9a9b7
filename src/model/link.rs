//! One statement found in two claims.

use itertools::Itertools;

use super::{ClaimIndex, Evidence, Kind, Span};

/// How two claims stand to each other in what they share. Agree and paraphrase hold when both have the same truth conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// The same fact in nearly the same words.
    Agree,
    /// The same fact in clearly different words.
    Paraphrase,
    /// The same fact, but materially different in at least one [`Kind`].
    Diverge,
}

impl Relation {
    /// All relations.
    pub const ALL: [Relation; 3] = [Relation::Agree, Relation::Paraphrase, Relation::Diverge];

    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Relation::Agree => "agree",
            Relation::Paraphrase => "paraphrase",
            Relation::Diverge => "diverge",
        }
    }
}

/// What lies outside the shared proposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Coverage {
    /// Neither claim says more.
    Equal,
    /// The first says more.
    AAdds,
    /// The second says more.
    BAdds,
    /// Each says something that the other does not.
    BothAdd,
}

impl Coverage {
    /// All coverages.
    pub const ALL: [Coverage; 4] = [
        Coverage::Equal,
        Coverage::AAdds,
        Coverage::BAdds,
        Coverage::BothAdd,
    ];

    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Coverage::Equal => "equal",
            Coverage::AAdds => "a_adds",
            Coverage::BAdds => "b_adds",
            Coverage::BothAdd => "both_add",
        }
    }
}

/// Two claims that state at least one common proposition.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The claim of the source that comes first.
    pub a: ClaimIndex,
    /// The other claim.
    pub b: ClaimIndex,
    /// How they stand to each other.
    pub relation: Relation,
    /// What lies outside the shared proposition.
    pub coverage: Coverage,
    /// Words of `a` and `b` that say the same, in the order of `a`: the shared proposition.
    pub aligned: Vec<(Span, Span)>,
    /// Log2 odds that both say the same, given that they are about the same thing.
    pub same_content: f64,
    /// Why.
    pub evidence: Evidence,
}

/// The score, in bits, of a pair that is as likely about one thing as not. Links are made from somewhat below it on, where as many
/// are gained that are right as that are wrong; scores are calibrated, so that below it more than half are wrong.
pub const EVEN_ODDS: f64 = 0.0;

impl Link {
    /// Whether it is more likely than not that the two claims are about different things: too close to call, a reader must decide.
    pub fn is_too_close_to_call(&self) -> bool {
        self.score() < EVEN_ODDS
    }

    /// Log2 odds that the two claims are about the same thing.
    pub fn score(&self) -> f64 {
        self.evidence.score()
    }

    /// In what they differ, each kind once.
    pub fn kinds(&self) -> Vec<Kind> {
        let findings = self.evidence.findings();
        findings
            .iter()
            .map(|finding| finding.kind)
            .sorted()
            .dedup()
            .collect()
    }

    /// Whether they cannot both be true as written.
    pub fn conflict(&self) -> bool {
        self.evidence
            .findings()
            .iter()
            .any(|finding| finding.conflict)
    }
}
