//! Who only reports it in one claim has done it in the other: "a survey found, according to the agency", "the agency found".

use super::other;
use super::place::{content_before, in_order, mark, one, shared_context, words};
use crate::align::{Pair, Reading};
use crate::model::{Finding, Kind, Side};
use crate::text::attribution::Attribution;
use crate::text::name::Name;

/// So many corresponding words must stand around both verbs: what was done, and to whom.
const CONTEXT: usize = 3;

/// Where one claim says that somebody did what the other says by them that another did.
pub fn does_what_another_did(pair: &Pair) -> impl Iterator<Item = Finding> {
    let either = [Side::A, Side::B].map(|side| doer_reports(pair, side));
    either.into_iter().flatten()
}

/// A doer on `side` who is the speaker on the other side.
fn doer_reports(pair: &Pair, side: Side) -> Option<Finding> {
    let (doing, reporting) = (pair.reading(side), pair.reading(other(side)));
    let tokens = doing.tokens();
    doing.profile.names.iter().find_map(|name| {
        let verb = name.run.end as usize;
        let is_deed = tokens.get(verb)?.is_past() && !is_cue(doing, verb);
        let done = is_deed.then(|| pair.partner(side, verb)).flatten()?;
        let (i, j) = in_order(side, one(verb), one(done));
        let report = reporting.profile.attributions.iter().find(|report| {
            report.content.holds(done) && !report.cue.holds(done) && names(reporting, report, name)
        })?;
        let doer = content_before(reporting.tokens(), done)?;
        let is_another = doer + 1 == done
            && report.content.holds(doer)
            && pair.partner(other(side), doer).is_none();
        (is_another && shared_context(pair, i, j) >= CONTEXT)
            .then(|| finding(pair, side, name, doer))
    })
}

/// Whether the word at `position` says that somebody spoke.
fn is_cue(reading: &Reading, position: usize) -> bool {
    let mut attributions = reading.profile.attributions.iter();
    attributions.any(|attribution| attribution.cue.holds(position))
}

/// Whether the speaker of a report is the one named.
fn names(reading: &Reading, report: &Attribution, name: &Name) -> bool {
    let mut speakers = reading.profile.names.iter();
    speakers.any(|speaker| report.speaker.holds(speaker.run.start as usize) && speaker.same(name))
}

fn finding(pair: &Pair, side: Side, name: &Name, doer: usize) -> Finding {
    let does = words(pair, side, name.run);
    Finding {
        code: "participants/reporter-for-doer",
        kind: Kind::Participants,
        conflict: true,
        marks: vec![
            mark(pair, side, name.run, None),
            mark(pair, other(side), one(doer), None),
        ],
        note: format!(
            "In one it is \"{does}\" who does it, in the other \"{}\", as \"{does}\" reports.",
            words(pair, other(side), one(doer))
        ),
    }
}
