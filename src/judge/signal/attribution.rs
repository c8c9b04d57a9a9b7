//! The same statement is credited to different speakers.

use super::Signal;
use super::mutual::answering;
use super::place::{mark, words};
use crate::align::{Pair, Reading};
use crate::model::{Finding, Kind, Side};
use crate::text::attribution::Attribution;
use crate::text::name::{Name, NameKind};
use crate::text::token::Run;

/// See the module.
pub struct AttributionDiffers;

/// So many words of what two speakers are credited with must correspond, and so large a part of the shorter of the two:
/// fewer, and they may be talking of different things.
const SHARED_WORDS: usize = 4;
const SHARED_PART: f64 = 0.4;

impl Signal for AttributionDiffers {
    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let (a, b) = (&pair.a.profile.attributions, &pair.b.profile.attributions);
        let differing = answering(a, b, |one, another| {
            !one.outlet
                && !another.outlet
                && differ(pair, one.speaker, another.speaker)
                && say_the_same(pair, one, another)
        });
        differing
            .map(|(one, another)| finding(pair, one, another))
            .collect()
    }
}

/// Whether two speakers are different people: each is named as a person, and neither is named in the other claim.
fn differ(pair: &Pair, one: Run, another: Run) -> bool {
    let people = |reading: &Reading, run: Run, other: &Reading| {
        let mut names = named(reading, run);
        let unknown = |name: &&Name| !other.profile.names.iter().any(|there| name.same(there));
        names.next().is_some() && named(reading, run).all(|name| unknown(&name))
    };
    people(&pair.a, one, &pair.b) && people(&pair.b, another, &pair.a)
}

/// The people named in `speaker`.
fn named<'a>(reading: &Reading<'a>, speaker: Run) -> impl Iterator<Item = &'a Name> {
    let names = reading.profile.names.iter();
    names
        .filter(move |name| name.kind == NameKind::Person && speaker.holds(name.run.start as usize))
}

fn say_the_same(pair: &Pair, one: &Attribution, another: &Attribution) -> bool {
    let content = |reading: &Reading, run: Run| {
        reading.tokens()[run.range()]
            .iter()
            .filter(|token| token.is_content())
            .count()
    };
    let shorter = content(&pair.a, one.content).min(content(&pair.b, another.content));
    let shared = pair
        .aligned_content()
        .filter(|(i, j)| one.content.holds(*i) && another.content.holds(*j))
        .count();
    shared >= SHARED_WORDS && shared as f64 >= SHARED_PART * shorter as f64
}

fn finding(pair: &Pair, one: &Attribution, another: &Attribution) -> Finding {
    Finding {
        code: "attribution/differs",
        kind: Kind::Attribution,
        conflict: false,
        marks: vec![
            mark(pair, Side::A, one.speaker, None),
            mark(pair, Side::B, another.speaker, None),
        ],
        note: format!(
            "One credits it to \"{}\", the other to \"{}\".",
            words(pair, Side::A, one.speaker),
            words(pair, Side::B, another.speaker)
        ),
    }
}
