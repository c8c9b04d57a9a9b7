//! What is told as done by a noun: "won an endorsement", "delivered his speech".

use super::other;
use super::place::{in_order, one, shared_context};
use crate::align::{Pair, Reading};
use crate::model::Side;
use crate::text::certainty::{CertaintyCue, Level};
use crate::text::token::Token;

/// Past forms of verbs that say little but that what their object names was done.
const LIGHT_VERBS: [&str; 19] = [
    "won",
    "gave",
    "given",
    "made",
    "delivered",
    "held",
    "issued",
    "received",
    "got",
    "signed",
    "launched",
    "reached",
    "cast",
    "took",
    "taken",
    "conducted",
    "staged",
    "hosted",
    "offered",
];

/// Such a verb stands at most so many tokens before its object.
const OBJECT_REACH: usize = 4;

/// So many corresponding words must stand around an occasion that one claim announces and the other tells.
const CONTEXT: usize = 3;

/// Between "in" and the occasion stand at most so many tokens.
const OCCASION_REACH: usize = 5;

/// Whether the word at `position` is the object of such a verb.
pub fn is_deed_told(tokens: &[Token], position: usize) -> bool {
    let before = &tokens[position.saturating_sub(OBJECT_REACH)..position];
    let mut verbs = before.iter().rev().take_while(|token| token.is_word());
    verbs.any(|token| token.is_one_of(&LIGHT_VERBS))
}

/// A cue of `side` that puts ahead what is to be done on an occasion ("in a speech, he will outline ..."), with the word of the
/// other side that tells the occasion as past ("delivered his speech", "in his speech, he said ...").
pub fn told_ahead<'a>(pair: &Pair<'a>, side: Side) -> Option<(&'a CertaintyCue, usize)> {
    let (ahead, past) = (pair.reading(side), pair.reading(other(side)));
    let mut cues = ahead.profile.certainty.iter();
    let cue = cues.find(|cue| cue.level == Level::Planned)?;
    // What else is told in the past may be the occasion itself.
    if ahead.tokens().iter().any(Token::is_past) {
        return None;
    }
    let occasions = (0..ahead.tokens().len()).filter(|at| is_occasion(ahead.tokens(), *at));
    let told = occasions.filter_map(|at| Some((at, pair.partner(side, at)?)));
    let mut held = told.filter(|(at, partner)| {
        let (i, j) = in_order(side, one(*at), one(*partner));
        is_past(past, *partner) && shared_context(pair, i, j) >= CONTEXT
    });
    held.next().map(|(_, partner)| (cue, partner))
}

/// Whether a claim tells of the occasion at `position` as past.
fn is_past(reading: &Reading, position: usize) -> bool {
    let tokens = reading.tokens();
    let has_spoken = || {
        let mut cues = reading.profile.attributions.iter().map(|it| it.cue);
        cues.any(|cue| {
            tokens[cue.range()]
                .iter()
                .any(|token| token.is("said") || token.is_past())
        })
    };
    is_deed_told(tokens, position) || is_occasion(tokens, position) && has_spoken()
}

/// Whether the word at `position` names an occasion on which something is done: "in a speech", "at his first meeting".
fn is_occasion(tokens: &[Token], position: usize) -> bool {
    const PREPOSITIONS: [&str; 3] = ["in", "at", "during"];
    const ARTICLES: [&str; 5] = ["a", "an", "his", "her", "their"];
    let token = &tokens[position];
    let is_noun = token.is_content() && !token.capital && !token.is_past();
    let start = position.saturating_sub(OCCASION_REACH);
    let opens =
        |at: &usize| tokens[*at].is_one_of(&PREPOSITIONS) && tokens[*at + 1].is_one_of(&ARTICLES);
    let preposition = (start..position.saturating_sub(1)).rev().find(opens);
    is_noun && preposition.is_some_and(|at| tokens[at + 2..position].iter().all(Token::is_content))
}
