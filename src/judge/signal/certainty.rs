//! One claim says that something happened, the other only that it may, should or is going to.

use super::place::{in_order, mark, next_content, one, shared_context, words};
use super::{Signal, other};
use crate::align::Pair;
use crate::model::{Finding, Kind, Side};
use crate::text::certainty::{CertaintyCue, Level};
use crate::text::token::Run;

/// See the module.
pub struct Certainty;

/// So many corresponding words must stand around what one claim holds possible and the other tells: fewer, and it may be
/// somebody else who did it.
const CONTEXT: usize = 2;

/// So many around what one claim plans and the other tells: reports of one event name its plans and its course side by side.
const PLAN_CONTEXT: usize = 3;

impl Signal for Certainty {
    fn name(&self) -> &'static str {
        "certainty"
    }

    fn summary(&self) -> &'static str {
        "one claim says that something happened, the other that it may, should or is going to"
    }

    fn kind(&self) -> Kind {
        Kind::Certainty
    }

    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let either = [Side::A, Side::B].map(|side| hedged(pair, side));
        either.into_iter().flatten().collect()
    }
}

/// Where `side` holds possible, planned or likely what the other side tells in the past tense.
///
/// Only a past form counts as told: in "asks for talks" against "talks will be held" nothing is claimed to have happened.
fn hedged(pair: &Pair, side: Side) -> Option<Finding> {
    let (hedging, telling) = (pair.reading(side), pair.reading(other(side)));
    hedging.profile.certainty.iter().find_map(|cue| {
        let verb = next_content(pair, side, cue.cue.end as usize)?;
        let told = pair.partner(side, verb)?;
        let past = telling.tokens()[told].is_past() && !hedging.tokens()[verb].capital;
        let level = level_at(&telling.profile.certainty, told);
        let (i, j) = in_order(side, verb, told);
        let plain = matches!(cue.level, Level::Wished | Level::Planned);
        let needed = if plain { PLAN_CONTEXT } else { CONTEXT };
        let same_event = shared_context(pair, one(i), one(j)) >= needed;
        (past && same_event && cue.level < level).then(|| finding(pair, side, cue, told, level))
    })
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

fn finding(pair: &Pair, side: Side, cue: &CertaintyCue, told: usize, level: Level) -> Finding {
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
