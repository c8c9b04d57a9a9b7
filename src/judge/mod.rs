//! Scored pairs to links: agree, paraphrase or diverge, in what, and what each side adds.

use crate::align::Match;
use crate::model::{Collection, Coverage, Evidence, Link, Relation};
use crate::text::profile::Profile;

/// Decides how the two claims of a match stand to each other.
pub fn judge(_collection: &Collection, profiles: &[Profile], found: &Match) -> Link {
    let relation = if found.same_content > 0.0 {
        Relation::Agree
    } else {
        Relation::Paraphrase
    };
    let evidence = Evidence::new(
        relation,
        found.bias,
        found.measures.clone(),
        "same-words",
        Vec::new(),
    );
    Link {
        a: found.a,
        b: found.b,
        relation,
        coverage: Coverage::BothAdd,
        aligned: found.spans(profiles),
        same_content: found.same_content,
        evidence: evidence.expect("a relation without findings is not diverge"),
    }
}
