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
