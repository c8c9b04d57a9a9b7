//! The same role in the same event is played by somebody else, or one person holds another office.

use super::mutual::answering;
use super::office::other_office;
use super::place::{content_after, content_before, mark, shared_context, words};
use super::relationship::other_relationship;
use super::{Signal, credited};
use crate::align::{Pair, Reading};
use crate::model::{Finding, Kind, Side};
use crate::text::name::{Name, NameKind};

/// See the module.
pub struct Participants;

/// So many corresponding words must stand around two names that are to play one role.
const CONTEXT: usize = 3;

impl Signal for Participants {
    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let found = replaced(pair).into_iter().chain(swapped(pair));
        let found = found
            .chain(other_office(pair))
            .chain(other_relationship(pair));
        found.chain(credited::does_what_another_did(pair)).collect()
    }
}

/// Where one claim names somebody whom the other does not know, in the place where that names somebody else.
fn replaced(pair: &Pair) -> Vec<Finding> {
    let (here, there) = (unknown(&pair.a, &pair.b), unknown(&pair.b, &pair.a));
    let replaced = answering(&here, &there, |one, another| {
        one.kind == another.kind
            && is_known_sort(one.kind)
            && !begins(one, another)
            && !begins(another, one)
            && same_role(pair, one, another)
    });
    let found = replaced.map(|(one, another)| Finding {
        code: "participants/replaced",
        kind: Kind::Participants,
        conflict: true,
        marks: vec![
            mark(pair, Side::A, one.run, None),
            mark(pair, Side::B, another.run, None),
        ],
        note: format!(
            "One names \"{}\", the other \"{}\" in the same place.",
            words(pair, Side::A, one.run),
            words(pair, Side::B, another.run)
        ),
    });
    found.collect()
}

/// The names of a claim that the other does not know.
fn unknown<'a>(reading: &Reading<'a>, other: &Reading) -> Vec<&'a Name> {
    let names = reading.profile.names.iter();
    let is_known = |name: &&Name| {
        let mut others = other.profile.names.iter();
        others.any(|there| name.same(there) || name.same_country(there))
    };
    names.filter(|name| !is_known(name)).collect()
}

/// Whether one name is the other cut short, as "Moon Jae" is of "Moon Jae-in".
fn begins(one: &Name, another: &Name) -> bool {
    another.words.starts_with(&one.words)
}

fn is_known_sort(kind: NameKind) -> bool {
    matches!(kind, NameKind::Person | NameKind::Known)
}

/// Whether the words right before and right after both names correspond, and more around them.
fn same_role(pair: &Pair, one: &Name, another: &Name) -> bool {
    let last = |name: &Name| (name.run.end as usize).saturating_sub(1);
    let corresponds = |i: Option<usize>, j: Option<usize>| match (i, j) {
        (Some(i), Some(j)) => pair.partner(Side::A, i) == Some(j),
        (None, None) => true,
        _ => false,
    };
    let (a, b) = (pair.a.tokens(), pair.b.tokens());
    corresponds(
        content_before(a, one.run.start as usize),
        content_before(b, another.run.start as usize),
    ) && corresponds(content_after(a, last(one)), content_after(b, last(another)))
        && shared_context(pair, one.run, another.run) >= CONTEXT
}

/// Where both claims say the same in the same words, but who does it and to whom it is done have changed places.
fn swapped(pair: &Pair) -> Option<Finding> {
    let (a, b) = (&pair.a.profile.names, &pair.b.profile.names);
    let [doer, done_to] = a.as_slice() else {
        return None;
    };
    let [other_doer, other_done_to] = b.as_slice() else {
        return None;
    };
    let crossed = doer.same(other_done_to)
        && done_to.same(other_doer)
        && !doer.same(done_to)
        && !other_doer.same(other_done_to);
    let passive = |reading: &Reading| reading.tokens().iter().any(|token| token.is("by"));
    let between = other_doer.run.end as usize..other_done_to.run.start as usize;
    let is_verb = |i: usize, j: usize| {
        between.contains(&j) && (pair.a.tokens()[i].is_past() || pair.b.tokens()[j].is_past())
    };
    let does = (doer.run.end as usize..done_to.run.start as usize)
        .any(|i| pair.partner(Side::A, i).is_some_and(|j| is_verb(i, j)));
    (crossed && does && !passive(&pair.a) && !passive(&pair.b)).then(|| Finding {
        code: "participants/swapped",
        kind: Kind::Participants,
        conflict: true,
        marks: vec![
            mark(pair, Side::A, doer.run, None),
            mark(pair, Side::B, other_doer.run, None),
        ],
        note: format!(
            "In one it is \"{}\" who does it, in the other \"{}\".",
            words(pair, Side::A, doer.run),
            words(pair, Side::B, other_doer.run)
        ),
    })
}
