//! One claim limits a thing, or has it all, where the other has it plain: "exclusive access", "access".

use super::other;
use super::place::{in_order, is_verb, mark, one, shared_context, words};
use crate::align::Pair;
use crate::model::{Finding, Kind, Side};
use crate::text::reach::Reach;

/// So many corresponding words must stand around the thing, so that it is one and the same.
const CONTEXT: usize = 1;

/// Where `side` says how far a thing goes, and the other side has the thing without that.
pub fn limited(pair: &Pair, side: Side) -> Option<Finding> {
    let here = &pair.reading(side).profile.details().reaches;
    let theirs = pair.reading(other(side)).tokens();
    let there = &pair.reading(other(side)).profile.details().reaches;
    here.iter().find_map(|reach| {
        let thing = same_thing(pair, side, reach)?;
        let stem = |position: u32| &theirs[position as usize].stem;
        let said_too = there.iter().any(|other| {
            let of_it = other.noun.holds(thing) || stem(other.noun.start) == stem(thing as u32);
            of_it && other.name == reach.name
        });
        (!said_too).then(|| finding(pair, side, reach, thing))
    })
}

/// The word of the other side that corresponds to the first word of what `reach` speaks of.
fn same_thing(pair: &Pair, side: Side, reach: &Reach) -> Option<usize> {
    let partner = pair.partner(side, reach.noun.start as usize)?;
    let (a, b) = in_order(side, one(reach.noun.start as usize), one(partner));
    let is_thing = !is_verb(pair.reading(other(side)).tokens(), partner);
    (is_thing && shared_context(pair, a, b) >= CONTEXT).then_some(partner)
}

fn finding(pair: &Pair, side: Side, reach: &Reach, thing: usize) -> Finding {
    Finding {
        code: "scope/limited",
        kind: Kind::Scope,
        conflict: false,
        marks: vec![
            mark(pair, side, reach.run, Some(reach.name.into())),
            mark(pair, other(side), one(thing), None),
        ],
        note: format!(
            "One says \"{}\" of \"{}\", the other does not.",
            words(pair, side, reach.run),
            words(pair, other(side), one(thing))
        ),
    }
}
