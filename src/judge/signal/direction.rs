//! One verb leads two ways: "looking into the camera", "looking over the camera"; "left for Oslo", "left Oslo".

use super::assertion::is_asserted;
use super::mutual::answering;
use super::opposite::has_another_doer;
use super::place::{mark, words};
use crate::align::Pair;
use crate::model::{Finding, Kind, Side};
use crate::text::direction::{Direction, directions};
use crate::text::token::Run;

/// Where one verb leads to one noun in both claims, by prepositions that exclude each other.
pub fn other_direction(pair: &Pair) -> Vec<Finding> {
    let here = directions(pair.a.tokens());
    if here.is_empty() {
        return Vec::new();
    }
    let there = directions(pair.b.tokens());
    let differing = answering(&here, &there, |one, another| {
        one.opposes(another) && is_one_act(pair, one, another)
    });
    differing
        .map(|(one, another)| finding(pair, one, another))
        .collect()
}

/// Whether verb and noun correspond, and both claims tell it as a fact.
fn is_one_act(pair: &Pair, one: &Direction, another: &Direction) -> bool {
    let corresponds = |i: usize, j: usize| pair.partner(Side::A, i) == Some(j);
    corresponds(one.verb, another.verb)
        && corresponds(one.noun, another.noun)
        && !has_another_doer(pair, one.verb, another.verb)
        && is_asserted(&pair.a, one.verb)
        && is_asserted(&pair.b, another.verb)
}

fn finding(pair: &Pair, one: &Direction, another: &Direction) -> Finding {
    let run = |direction: &Direction| {
        let start = direction.preposition.map_or(direction.verb, |(at, _)| at);
        Run::new(start.min(direction.verb), direction.noun + 1)
    };
    let (left, right) = (run(one), run(another));
    Finding {
        code: "polarity/other-direction",
        kind: Kind::Polarity,
        conflict: true,
        marks: vec![
            mark(pair, Side::A, left, None),
            mark(pair, Side::B, right, None),
        ],
        note: format!(
            "One says \"{}\", the other \"{}\".",
            words(pair, Side::A, left),
            words(pair, Side::B, right)
        ),
    }
}
