//! One article as the checked text, claim by claim.

use super::anchor::anchor;
use super::text::{shown, words};
use crate::output::sign::Sign;
use crate::report::desk::{Checked, check};
use crate::report::{ClaimView, Index, LinkView, SourceView};

/// The checked text.
pub struct CheckedText<'a> {
    pub name: String,
    pub claims: Vec<CheckedClaim<'a>>,
    pub contradicted: usize,
    pub differing: usize,
    pub supported: usize,
    pub alone: usize,
}

/// One claim of it.
pub struct CheckedClaim<'a> {
    pub claim: &'a ClaimView,
    pub anchor: String,
    pub sign: Sign,
    pub text: String,
    pub others: Vec<Other<'a>>,
    pub verdict: String,
}

/// A claim of another source on the same matter.
pub struct Other<'a> {
    pub link: &'a LinkView,
    pub sign: Sign,
    pub id: &'a str,
    pub name: String,
    pub text: String,
    /// Further claims of the same source that say the same, with their anchors.
    pub also: Vec<(String, String)>,
    pub notes: Vec<String>,
}

impl<'a> CheckedText<'a> {
    /// `base` held against all other sources.
    pub fn new(index: &Index<'a>, base: &'a SourceView) -> Self {
        let claims = check(index, base);
        let count =
            |wanted: fn(&Checked) -> bool| claims.iter().filter(|claim| wanted(claim)).count();
        Self {
            name: shown(base.name()),
            contradicted: count(|claim| !claim.contradicted.is_empty()),
            differing: count(|claim| !claim.differing.is_empty()),
            supported: count(|claim| claim.lineages > 0),
            alone: count(|claim| claim.is_alone()),
            claims: claims
                .iter()
                .map(|checked| checked_claim(index, checked))
                .collect(),
        }
    }
}

fn checked_claim<'a>(index: &Index<'a>, checked: &Checked<'a>) -> CheckedClaim<'a> {
    let links = checked.links();
    let others: Vec<_> = links
        .filter_map(|(link, also)| other(index, checked.claim, link, also))
        .collect();
    CheckedClaim {
        claim: checked.claim,
        anchor: anchor(&checked.claim.id),
        sign: others
            .iter()
            .map(|other| other.sign)
            .min()
            .unwrap_or(Sign::Alone),
        text: words(checked.claim),
        verdict: checked.verdict(),
        others,
    }
}

fn other<'a>(
    index: &Index<'a>,
    claim: &ClaimView,
    link: &'a LinkView,
    also: &[&'a str],
) -> Option<Other<'a>> {
    let other = index.claim(link.other(&claim.id))?;
    Some(Other {
        link,
        sign: Sign::of(link),
        id: &other.id,
        name: shown(index.source_of(other)?.name()),
        text: words(other),
        also: also.iter().map(|id| (shown(id), anchor(id))).collect(),
        notes: link
            .evidence
            .findings
            .iter()
            .map(|finding| shown(&finding.note))
            .collect(),
    })
}
