//! Two are named who stand to each other the other way round, or in a way that excludes the one the other claim tells.

use super::assertion::is_asserted;
use super::mutual::answering;
use super::place::{mark, words};
use crate::align::{Pair, Reading};
use crate::model::{Finding, Kind, Side};
use crate::text::relationship::{Relationship, relationships};

/// Where both claims relate the same two, and cannot both be right.
pub fn other_relationship(pair: &Pair) -> Vec<Finding> {
    let (here, there) = (stated(&pair.a), stated(&pair.b));
    let differing = answering(&here, &there, |one, another| {
        one.is_reversed(another) || one.excludes(another)
    });
    let found = differing.map(|(one, another)| {
        let code = match one.is_reversed(another) {
            true => "participants/reversed",
            false => "participants/other-relationship",
        };
        finding(pair, code, one, another)
    });
    found.collect()
}

/// The relationships that a claim tells as a fact.
fn stated<'a>(reading: &Reading<'a>) -> Vec<Relationship<'a>> {
    const TWO: usize = 2;
    let profile = reading.profile;
    if profile.names.len() < TWO {
        return Vec::new();
    }
    let mut found = relationships(&profile.tokens, &profile.names);
    found.retain(|it| is_asserted(reading, it.word.start as usize));
    found
}

fn finding(pair: &Pair, code: &'static str, one: &Relationship, another: &Relationship) -> Finding {
    let told = |side, it: &Relationship| {
        let name = words(pair, side, it.first.run);
        let other = words(pair, side, it.second.run);
        format!(
            "\"{}\" of \"{name}\" and \"{other}\"",
            words(pair, side, it.word)
        )
    };
    Finding {
        code,
        kind: Kind::Participants,
        conflict: true,
        marks: vec![
            mark(pair, Side::A, one.word, None),
            mark(pair, Side::B, another.word, None),
        ],
        note: format!(
            "One says {}, the other {}.",
            told(Side::A, one),
            told(Side::B, another)
        ),
    }
}
