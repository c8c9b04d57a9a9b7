//! One claim says that something may not be so, the other that it is not: "may not be winnable", "unwinnable".

use super::assertion::{is_hedged, is_negated};
use super::certainty::finding;
use super::other;
use super::place::{in_order, one, shared_context};
use crate::align::Pair;
use crate::model::{Finding, Side};
use crate::text::certainty::Level;
use crate::text::relation::opposite;
use crate::text::token::Token;

/// So many corresponding words must stand around both.
const CONTEXT: usize = 1;

/// Where `side` doubts with a negation what the other side says by a word of opposite meaning.
pub fn doubted(pair: &Pair, side: Side) -> Option<Finding> {
    let (doubting, telling) = (pair.reading(side), pair.reading(other(side)));
    if doubting.profile.negations.is_empty() {
        return None;
    }
    let doubts = doubting
        .profile
        .certainty
        .iter()
        .filter(|cue| cue.level == Level::Possible);
    let words = doubts.flat_map(|cue| cue.scope.range().map(move |at| (cue, at)));
    let mut negated =
        words.filter(|(_, at)| doubting.tokens()[*at].is_content() && is_negated(doubting, *at));
    negated.find_map(|(cue, at)| {
        let word = &doubting.tokens()[at];
        let told = (0..telling.tokens().len()).find(|told| {
            let (i, j) = in_order(side, one(at), one(*told));
            are_opposite(word, &telling.tokens()[*told])
                && !is_negated(telling, *told)
                && !is_hedged(telling, *told)
                && shared_context(pair, i, j) >= CONTEXT
        })?;
        Some(finding(pair, side, cue, told, Level::Asserted))
    })
}

/// Whether two words say the opposite, by their stems or, as the stemmer may take more from the longer one, by themselves.
fn are_opposite(one: &Token, another: &Token) -> bool {
    opposite(&one.stem, &another.stem) || opposite(&one.text, &another.text)
}
