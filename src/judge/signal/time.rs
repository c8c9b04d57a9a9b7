//! The same thing is put at another time.

use super::mutual::closest;
use super::place::{self, is_verb, mark, shared_context, words};
use super::{Signal, other};
use crate::align::{Pair, Reading};
use crate::model::{Finding, Kind, Side};
use crate::text::name::Name;
use crate::text::relation::opposite;
use crate::text::time::{Grain, TimeReference, TimeRelation};
use crate::text::token::Run;

/// See the module.
pub struct TimeDiffers;

/// So many corresponding words must stand around both times: fewer, and they may date two different things.
const CONTEXT: usize = 2;

/// The verb that a time dates stands within so many tokens of it.
const VERB_REACH: usize = 7;

impl Signal for TimeDiffers {
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
        let open_a: Vec<&TimeReference> = a.iter().filter(|one| is_open(one, b)).collect();
        let open_b: Vec<&TimeReference> = b.iter().filter(|one| is_open(one, a)).collect();
        let clash = |i: usize, j: usize| {
            let (one, other) = (open_a[i], open_b[j]);
            let clash =
                one.compare(other) == TimeRelation::Apart && date_the_same(pair, one, other);
            clash.then_some(0)
        };
        let clashes = closest(open_a.len(), open_b.len(), clash).into_iter();
        clashes
            .map(|(i, j)| finding(pair, open_a[i], open_b[j]))
            .collect()
    }
}

/// Whether both times date the same event: the verb next to one of them corresponds to a verb near the other, and so do
/// other words around the times or around the verbs.
fn date_the_same(pair: &Pair, one: &TimeReference, other: &TimeReference) -> bool {
    let corresponds = |(i, j): &(usize, usize)| {
        let context = shared_context(pair, one.run, other.run);
        let verbs_context = || shared_context(pair, place::one(*i), place::one(*j));
        context >= CONTEXT || verbs_context() >= CONTEXT
    };
    let from_a = dated(pair, Side::A, one.run, other.run);
    let from_b = dated(pair, Side::B, other.run, one.run).map(|(j, i)| (i, j));
    let events = from_a.chain(from_b).chain(statements(pair, one, other));
    events
        .filter(|(i, j)| !tell_different_speakers(pair, *i, *j))
        .any(|verbs| corresponds(&verbs))
}

/// The verbs of saying that the two times date, whatever words they are.
fn statements(pair: &Pair, one: &TimeReference, other: &TimeReference) -> Option<(usize, usize)> {
    let cue = |reading: &Reading, time: &TimeReference| {
        let mut verbs = verbs(reading, time.run).into_iter();
        verbs.find(|verb| said_by(reading, *verb).is_some())
    };
    Some((cue(&pair.a, one)?, cue(&pair.b, other)?))
}

/// Whether both verbs are verbs of saying, and not known to have one speaker.
fn tell_different_speakers(pair: &Pair, i: usize, j: usize) -> bool {
    let speakers = said_by(&pair.a, i).zip(said_by(&pair.b, j));
    speakers.is_some_and(|(names, others)| {
        let is_same = |one: &&Name| others.iter().any(|other| one.same(other));
        !names.iter().any(is_same)
    })
}

/// The names of whom the verb of saying at `position` belongs to.
fn said_by<'a>(reading: &Reading<'a>, position: usize) -> Option<Vec<&'a Name>> {
    let mut attributions = reading.profile.attributions.iter();
    let attribution = attributions.find(|attribution| attribution.cue.holds(position))?;
    let names = reading.profile.names.iter();
    let speaks = |name: &&Name| attribution.speaker.holds(name.run.start as usize);
    Some(names.filter(speaks).collect())
}

/// The verbs that `time` dates on `side`, each with the verb that corresponds to it near the other time.
fn dated(
    pair: &Pair,
    side: Side,
    time: Run,
    other_time: Run,
) -> impl Iterator<Item = (usize, usize)> {
    let (here, there) = (
        pair.reading(side).tokens(),
        pair.reading(other(side)).tokens(),
    );
    verbs(pair.reading(side), time)
        .into_iter()
        .filter_map(move |verb| Some((verb, pair.partner(side, verb)?)))
        .filter(move |(_, partner)| is_near(other_time, *partner) && is_verb(there, *partner))
        // What began on Monday and ended on Friday are two events.
        .filter(move |(verb, partner)| !opposite(&here[*verb].stem, &there[*partner].stem))
}

/// The nearest verbs in the past or of saying before and after a time; without any, the first of the claim, which tells what
/// happened.
fn verbs(reading: &Reading, time: Run) -> Vec<usize> {
    let tokens = reading.tokens();
    let cues = || {
        reading
            .profile
            .attributions
            .iter()
            .map(|attribution| attribution.cue)
    };
    let is_past =
        |position: &usize| tokens[*position].is_past() || cues().any(|cue| cue.holds(*position));
    let start = time.start as usize;
    let before = (0..start).rev().take(VERB_REACH).find(is_past);
    let after = (time.end as usize..tokens.len())
        .take(VERB_REACH)
        .find(is_past);
    match (before, after) {
        (None, None) => (0..tokens.len()).find(is_past).into_iter().collect(),
        nearest => [nearest.0, nearest.1].into_iter().flatten().collect(),
    }
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
