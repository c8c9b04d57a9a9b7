//! The same thing is put at another time.

use super::Signal;
use super::place::{mark, shared_context, words};
use crate::align::Pair;
use crate::model::{Finding, Kind, Side};
use crate::text::time::{Grain, TimeReference, TimeRelation};
use crate::text::token::{Run, Token};

/// See the module.
pub struct TimeDiffers;

/// So many corresponding words must stand around both times: fewer, and they may date two different things.
const CONTEXT: usize = 2;

/// The verb that a time dates stands within so many tokens of it.
const VERB_REACH: usize = 7;

impl Signal for TimeDiffers {
    fn name(&self) -> &'static str {
        "time"
    }

    fn summary(&self) -> &'static str {
        "the same thing is put at another time"
    }

    fn kind(&self) -> Kind {
        Kind::Time
    }

    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let (a, b) = (&pair.a.profile.times, &pair.b.profile.times);
        let is_open = |one: &TimeReference, others: &[TimeReference]| {
            others.iter().all(|other| {
                matches!(
                    one.compare(other),
                    TimeRelation::Apart | TimeRelation::NotComparable
                )
            })
        };
        let open_b: Vec<&TimeReference> = b.iter().filter(|one| is_open(one, a)).collect();
        a.iter()
            .filter(|one| is_open(one, b))
            .filter_map(|one| {
                let rivals = open_b
                    .iter()
                    .filter(|other| one.compare(other) == TimeRelation::Apart);
                let other = rivals
                    .copied()
                    .find(|other| date_the_same(pair, one, other))?;
                Some(finding(pair, one, other))
            })
            .collect()
    }
}

/// Whether both times date the same event: the verb in the past next to one of them corresponds to a word near the other,
/// and so do other words around them.
fn date_the_same(pair: &Pair, one: &TimeReference, other: &TimeReference) -> bool {
    let dates = |side: Side, time: Run, partner_time: Run| {
        verbs(pair.reading(side).tokens(), time)
            .into_iter()
            .flatten()
            .filter_map(|verb| pair.partner(side, verb))
            .any(|word| is_near(partner_time, word))
    };
    let same_event = dates(Side::A, one.run, other.run) || dates(Side::B, other.run, one.run);
    same_event && shared_context(pair, one.run, other.run) >= CONTEXT
}

/// The nearest verbs in the past before and after a time.
fn verbs(tokens: &[Token], time: Run) -> [Option<usize>; 2] {
    let is_verb = |position: &usize| tokens[*position].is_past();
    [
        (0..time.start as usize)
            .rev()
            .take(VERB_REACH)
            .find(is_verb),
        (time.end as usize..tokens.len())
            .take(VERB_REACH)
            .find(is_verb),
    ]
}

fn is_near(time: Run, position: usize) -> bool {
    position + VERB_REACH >= time.start as usize && position < time.end as usize + VERB_REACH
}

fn finding(pair: &Pair, one: &TimeReference, other: &TimeReference) -> Finding {
    let (here, there) = (
        words(pair, Side::A, one.run),
        words(pair, Side::B, other.run),
    );
    Finding {
        code: "time/differs",
        kind: Kind::Time,
        conflict: one.grain <= Grain::Day && other.grain <= Grain::Day,
        marks: vec![
            mark(pair, Side::A, one.run, Some(one.normal_form())),
            mark(pair, Side::B, other.run, Some(other.normal_form())),
        ],
        note: format!("One puts it at \"{here}\", the other at \"{there}\"."),
    }
}
