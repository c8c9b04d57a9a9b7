//! What each claim says beyond what both share.

use crate::align::Pair;
use crate::model::{Coverage, Finding, Side, Span};
use crate::text::token::Token;

/// A claim adds nothing while fewer content words than this are left over: that is trimming, not a further statement.
const FURTHER_WORDS: usize = 3;

/// Nor does it while the words left over are less than this share of its content words: long sentences that say the
/// same thing differ in more words than short ones.
const FURTHER_SHARE: f64 = 0.3;

/// What lies outside the shared proposition. Words that a finding marks lie within it: they are a difference, not an addition.
pub fn coverage(pair: &Pair, findings: &[Finding]) -> Coverage {
    match (adds(pair, findings, Side::A), adds(pair, findings, Side::B)) {
        (false, false) => Coverage::Equal,
        (true, false) => Coverage::AAdds,
        (false, true) => Coverage::BAdds,
        (true, true) => Coverage::BothAdd,
    }
}

fn adds(pair: &Pair, findings: &[Finding], side: Side) -> bool {
    let marked: Vec<Span> = findings
        .iter()
        .flat_map(|finding| &finding.marks)
        .filter(|mark| mark.side == side)
        .map(|mark| mark.span)
        .collect();
    let shared = |(position, token): &(usize, &Token)| {
        pair.partner(side, *position).is_some()
            || marked.iter().any(|span| span.contains(token.span))
    };
    let tokens = pair.reading(side).tokens();
    let content = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.is_content());
    let (mut all, mut further) = (0, 0);
    for token in content {
        all += 1;
        further += usize::from(!shared(&token));
    }
    further >= FURTHER_WORDS && further as f64 >= FURTHER_SHARE * all as f64
}
