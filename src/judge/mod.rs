//! Scored pairs to links: agree, paraphrase or diverge, in what, and what each side adds.

mod coverage;
mod decide;
pub mod signal;
mod wording;

pub use decide::RULES;

use crate::align::{Match, Pair, Reading};
use crate::model::{Collection, Coverage, Evidence, Finding, Link, Relation};
use crate::text::profile::Profile;

/// How two claims that are about the same thing stand to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// In what they share.
    pub relation: Relation,
    /// The label of the rule that decided the relation.
    pub rule: &'static str,
    /// The differences that count; none unless the relation is diverge.
    pub findings: Vec<Finding>,
    /// What lies outside of what they share.
    pub coverage: Coverage,
}

impl Judgement {
    /// Judges two claims side by side. Whether they are about the same thing at all was decided before.
    pub fn of(pair: &Pair) -> Self {
        let findings = signal::detect(pair);
        let rule = decide::first_match(pair, &findings);
        let counts = rule.relation == Relation::Diverge;
        Self {
            coverage: coverage::coverage(pair, &findings),
            relation: rule.relation,
            rule: rule.label,
            findings: if counts { findings } else { Vec::new() },
        }
    }
}

/// Decides how the two claims of a match stand to each other.
pub fn judge(collection: &Collection, profiles: &[Profile], found: &Match) -> Link {
    let judgement = Judgement::of(&Pair {
        a: Reading::of(collection, profiles, found.a),
        b: Reading::of(collection, profiles, found.b),
        aligned: &found.aligned,
    });
    let evidence = Evidence::new(
        judgement.relation,
        found.bias,
        found.measures.clone(),
        judgement.rule,
        judgement.findings,
    );
    Link {
        a: found.a,
        b: found.b,
        relation: judgement.relation,
        coverage: judgement.coverage,
        aligned: found.spans(profiles),
        same_content: found.same_content,
        evidence: evidence.expect("only diverge has findings, and each finding marks words"),
    }
}
