//! Whether two numbers count or measure the same thing: what they stand next to, of what sort, and for which years.

use super::place::content_before;
use crate::align::{Pair, Reading};
use crate::model::Side;
use crate::text::number::{Quantity, Unit};
use crate::text::time::{Grain, TimeReference, TimeRelation};
use crate::text::token::Token;

/// What is measured stands within so many tokens after its number.
const REACH: usize = 5;

/// Whether both numbers stand for one thing, of one sort and for one span of years.
pub fn measure_the_same(pair: &Pair, one: &Quantity, other: &Quantity) -> bool {
    name_the_same(pair, one, other)
        && !is_of_another_sort(pair, one, other)
        && !is_part_and_whole(&pair.a, one, &pair.b, other)
        && is_doer(&pair.a, one) == is_doer(&pair.b, other)
        && !is_of_other_years(&pair.a, &pair.b)
}

/// Whether one thing is named next to both, or, where one sum of money or share goes with a verb only, the words before both
/// correspond ("earned $3 million", "earned $4 million in fees").
fn name_the_same(pair: &Pair, one: &Quantity, other: &Quantity) -> bool {
    if one.comparable(other) || one.unit != other.unit || one.unit == Unit::Count {
        return one.comparable(other);
    }
    let (a, b) = (pair.a.tokens(), pair.b.tokens());
    let before = content_before(a, one.run.start as usize);
    let other_before = content_before(b, other.run.start as usize);
    let (Some(i), Some(j)) = (before, other_before) else {
        return false;
    };
    let is_unnamed = |quantity: &Quantity, verb: &Token| {
        quantity
            .measured
            .as_ref()
            .is_none_or(|measured| *measured == verb.stem)
    };
    pair.partner(Side::A, i) == Some(j) && (is_unnamed(one, &a[i]) || is_unnamed(other, &b[j]))
}

/// Whether both things are told more exactly, and in other words: "in state taxes", "in federal taxes".
fn is_of_another_sort(pair: &Pair, one: &Quantity, other: &Quantity) -> bool {
    let (sort, other_sort) = (modifiers(&pair.a, one), modifiers(&pair.b, other));
    let has_partner = |position: &usize| {
        pair.partner(Side::A, *position)
            .is_some_and(|it| other_sort.contains(&it))
    };
    !sort.is_empty() && !other_sort.is_empty() && !sort.iter().any(has_partner)
}

/// Whether one counts the members of a whole and the other some of them: "the 25-member club", "12 members of the club".
fn is_part_and_whole(a: &Reading, one: &Quantity, b: &Reading, other: &Quantity) -> bool {
    let follows = |reading: &Reading, quantity: &Quantity, sign: &str| {
        let next = reading.tokens().get(quantity.run.end as usize);
        next.is_some_and(|next| next.is(sign))
    };
    let is_whole = |reading: &Reading, quantity: &Quantity| {
        follows(reading, quantity, "-") || owner(reading, quantity).is_some()
    };
    let is_part = |reading: &Reading, quantity: &Quantity| {
        let tokens = reading.tokens();
        let (start, end) = (quantity.run.start as usize, quantity.run.end as usize);
        let of = tokens.get(end + 1).is_some_and(|next| next.is("of"));
        let all = start > 0 && tokens[start - 1].is_one_of(&["the", "all", "its", "their"]);
        of && !all
    };
    is_count(one)
        && (is_whole(a, one) && is_part(b, other) || is_part(a, one) && is_whole(b, other))
}

fn is_count(quantity: &Quantity) -> bool {
    quantity.unit == Unit::Count
}

/// Whether those counted do what the claim tells: "killed by two students".
fn is_doer(reading: &Reading, quantity: &Quantity) -> bool {
    let before = (quantity.run.start as usize).checked_sub(1);
    is_count(quantity) && before.is_some_and(|at| reading.tokens()[at].is("by"))
}

/// Whether both numbers stand right after their owner, and the owners correspond.
pub fn belong_to_one(pair: &Pair, one: &Quantity, other: &Quantity) -> bool {
    let owners = owner(&pair.a, one).zip(owner(&pair.b, other));
    is_count(one) && owners.is_some_and(|(i, j)| pair.partner(Side::A, i) == Some(j))
}

/// The last word of whose the things are that a number counts: "the club's 19 members", "the club has 16 members".
fn owner(reading: &Reading, quantity: &Quantity) -> Option<usize> {
    let tokens = reading.tokens();
    let joint = (quantity.run.start as usize).checked_sub(1)?;
    let owner = joint.checked_sub(1)?;
    let owns = tokens[joint].is_one_of(&["'s", "'", "has", "have", "had"]);
    (owns && tokens[owner].is_content()).then_some(owner)
}

/// Whether a number tells how long ago something was.
pub fn is_of_past_time(reading: &Reading, quantity: &Quantity) -> bool {
    let next = reading.tokens().get(quantity.run.end as usize);
    next.is_some_and(|next| next.is_one_of(&["ago", "earlier", "before"]))
}

/// The content words between a number and what it measures.
fn modifiers(reading: &Reading, quantity: &Quantity) -> Vec<usize> {
    let tokens = reading.tokens();
    let start = quantity.run.end as usize;
    let after = start..tokens.len().min(start + REACH);
    let measured = quantity.measured.as_deref();
    let end = after
        .clone()
        .find(|position| Some(&*tokens[*position].stem) == measured);
    let between = start..end.unwrap_or(start);
    between
        .filter(|position| tokens[*position].is_content())
        .collect()
}

/// Whether both claims speak of years, and each of one that the other leaves out: two numbers for two stretches of time do
/// not clash.
fn is_of_other_years(a: &Reading, b: &Reading) -> bool {
    let years = |reading: &Reading| {
        let times = reading.profile.times.iter();
        times
            .filter(|time| time.grain == Grain::Year)
            .cloned()
            .collect::<Vec<_>>()
    };
    let (years, other_years) = (years(a), years(b));
    let is_among = |one: &TimeReference, others: &[TimeReference]| {
        let mut others = others.iter();
        others.any(|other| {
            matches!(
                one.compare(other),
                TimeRelation::Same | TimeRelation::Within
            )
        })
    };
    !years.iter().all(|year| is_among(year, &other_years))
        && !other_years.iter().all(|year| is_among(year, &years))
}
