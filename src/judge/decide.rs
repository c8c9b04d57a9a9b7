//! The relation of a pair, by an ordered table of rules: the first that applies decides.

use super::wording;
use crate::align::Pair;
use crate::model::{Finding, Relation};

/// One rule of [`RULES`].
pub struct Rule {
    /// Its stable name, shown as the reason of a link.
    pub label: &'static str,
    /// What it means, in one sentence.
    pub summary: &'static str,
    /// What it decides.
    pub relation: Relation,
    applies: fn(&Pair, &[Finding]) -> bool,
}

/// From this share of common word pairs on, two wordings of one fact count as nearly the same. Where annotators choose
/// between "agree" and "paraphrase", a quarter of the shorter claim's word pairs parts the two best.
const SAME_WORDING: f64 = 0.24;

/// The rules, in the order in which they are tried; the last one always applies.
pub static RULES: &[Rule] = &[
    Rule {
        label: "verbatim",
        summary: "Both claims are the same words.",
        relation: Relation::Agree,
        applies: |pair, _| wording::verbatim(pair),
    },
    Rule {
        label: "cannot-both-be-true",
        summary: "At least one difference in what they share excludes that both are true.",
        relation: Relation::Diverge,
        applies: |_, findings| findings.iter().any(|finding| finding.conflict),
    },
    Rule {
        label: "differ-in-what-they-share",
        summary: "They differ materially in what they share, though both could be true.",
        relation: Relation::Diverge,
        applies: |_, findings| !findings.is_empty(),
    },
    Rule {
        label: "same-words",
        summary: "No difference that counts, and much of the shorter claim stands word by word in the other.",
        relation: Relation::Agree,
        applies: |pair, _| wording::shared_word_pairs(pair) >= SAME_WORDING,
    },
    Rule {
        label: "other-words",
        summary: "No difference that counts, but told in other words.",
        relation: Relation::Paraphrase,
        applies: |_, _| true,
    },
];

/// The first rule that applies.
pub fn first_match(pair: &Pair, findings: &[Finding]) -> &'static Rule {
    let applies = |rule: &&Rule| (rule.applies)(pair, findings);
    RULES
        .iter()
        .find(applies)
        .expect("the last rule always applies")
}
