//! One claim says that something happened, the other only that it may, should or is going to.

use super::deed::{is_deed_told, told_ahead};
use super::place::{in_order, is_near, is_verb, mark, next_verb, one, shared_context, words};
use super::{Signal, doubt, other};
use crate::align::{Pair, Reading};
use crate::model::{Finding, Kind, Side};
use crate::text::certainty::{CertaintyCue, Level};
use crate::text::time::{Grain, TimeReference, TimeRelation};
use crate::text::token::Run;

/// See the module.
pub struct Certainty;

/// So many corresponding words must stand around what one claim holds possible and the other tells: fewer, and it may be
/// somebody else who did it.
const CONTEXT: usize = 2;

/// So many around what one claim plans and the other tells: reports of one event name its plans and its course side by side.
const PLAN_CONTEXT: usize = 3;

/// And so many if both are put on one day, which is one of them.
const DAY_CONTEXT: usize = 1;

impl Signal for Certainty {
    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let either = [Side::A, Side::B].map(|side| {
            hedged(pair, side)
                .or_else(|| ahead(pair, side))
                .or_else(|| doubt::doubted(pair, side))
        });
        either.into_iter().flatten().collect()
    }
}

/// Where `side` is less sure of something than the other side, which tells it in the past tense or is more sure of it.
///
/// Without such a cue only a past form counts as told: in "asks for talks" against "talks will be held" nothing is claimed to
/// have happened.
fn hedged(pair: &Pair, side: Side) -> Option<Finding> {
    let (hedging, telling) = (pair.reading(side), pair.reading(other(side)));
    hedging.profile.certainty.iter().find_map(|cue| {
        let verb = weighed_verb(pair, side, cue)?;
        let told = pair.partner(side, verb)?;
        let is_told = telling.tokens()[told].is_past()
            || is_deed_told(telling.tokens(), told)
            || is_verb(hedging.tokens(), verb) && is_weighed(pair, other(side), told);
        let level = level_at(&telling.profile.certainty, told);
        let (i, j) = in_order(side, verb, told);
        let plain = matches!(cue.level, Level::Wished | Level::Planned);
        let needed = match (plain, share_day(pair, i, j)) {
            (true, true) => DAY_CONTEXT,
            (true, false) => PLAN_CONTEXT,
            (false, _) => CONTEXT,
        };
        let same_event = shared_context(pair, one(i), one(j)) >= needed;
        let named = hedging.tokens()[verb].capital;
        (is_told && !named && same_event && cue.level < level)
            .then(|| finding(pair, side, cue, told, level))
    })
}

/// The verb that a cue of `side` weighs: the next one, or, where the cue opens a clause with its own subject ("the possibility
/// that the dam burst"), the first of that clause that tells what happened.
fn weighed_verb(pair: &Pair, side: Side, cue: &CertaintyCue) -> Option<usize> {
    let (tokens, telling) = (
        pair.reading(side).tokens(),
        pair.reading(other(side)).tokens(),
    );
    let last = (cue.cue.end as usize).checked_sub(1)?;
    if !tokens[last].is("that") {
        return next_verb(pair, side, cue.cue.end as usize);
    }
    let happened = |position: &usize| {
        let told = pair.partner(side, *position);
        tokens[*position].is_content() && told.is_some_and(|told| telling[told].is_past())
    };
    cue.scope.range().find(happened)
}

/// Where `side` announces what is to be done on an occasion that the other side tells to have been.
fn ahead(pair: &Pair, side: Side) -> Option<Finding> {
    let (cue, told) = told_ahead(pair, side)?;
    Some(finding(pair, side, cue, told, Level::Asserted))
}

/// Whether the words at `i` of `a` and `j` of `b` stand next to one and the same day.
fn share_day(pair: &Pair, i: usize, j: usize) -> bool {
    let days = |reading: &Reading, position: usize| {
        let times = reading.profile.times.iter();
        times
            .filter(|time| time.grain == Grain::Day && is_near(time.run, position))
            .cloned()
            .collect::<Vec<_>>()
    };
    let others = days(&pair.b, j);
    let is_same = |day: &TimeReference| {
        let mut others = others.iter();
        others.any(|other| day.compare(other) == TimeRelation::Same)
    };
    days(&pair.a, i).iter().any(is_same)
}

/// Whether the verb at `position` of `side` is what a cue there says how sure it is.
fn is_weighed(pair: &Pair, side: Side, position: usize) -> bool {
    let reading = pair.reading(side);
    let follows =
        |cue: &CertaintyCue| next_verb(pair, side, cue.cue.end as usize) == Some(position);
    is_verb(reading.tokens(), position) && reading.profile.certainty.iter().any(follows)
}

/// How sure a claim is of the word at `position`.
fn level_at(cues: &[CertaintyCue], position: usize) -> Level {
    let covering = cues
        .iter()
        .filter(|cue| cue.scope.holds(position) || cue.cue.holds(position));
    covering
        .map(|cue| cue.level)
        .min()
        .unwrap_or(Level::Asserted)
}

/// `side` has the cue, the other side tells it at `told` with the greater certainty.
pub fn finding(pair: &Pair, side: Side, cue: &CertaintyCue, told: usize, level: Level) -> Finding {
    let told = Run::new(told, told + 1);
    let (less, more) = (cue.level.name(), level.name());
    Finding {
        code: "certainty/hedged",
        kind: Kind::Certainty,
        conflict: false,
        marks: vec![
            mark(pair, side, cue.cue, Some(less.into())),
            mark(pair, other(side), told, Some(more.into())),
        ],
        note: format!(
            "One says \"{}\" as {more}, the other with \"{}\", as {less}.",
            words(pair, other(side), told),
            words(pair, side, cue.cue),
        ),
    }
}
