//! The same thing, counted or measured in the same unit, has another number.

use super::measured::{belong_to_one, is_of_past_time, measure_the_same};
use super::mutual::closest;
use super::place::{mark, shared_context, words};
use super::{Signal, respective};
use crate::align::Pair;
use crate::model::{Finding, Kind, Side};
use crate::text::number::Quantity;

/// See the module.
pub struct QuantityDiffers;

/// So many corresponding words must stand around both numbers: fewer, and they may count two different things of one sort.
const CONTEXT: usize = 2;

/// So many if both stand right after their owner, which corresponds: "the club's 19 members", "the club has 16 members".
const OWNED_CONTEXT: usize = 1;

/// So many if both tell how long ago something was: they may date two different things, and "ago" corresponds itself.
const PAST_CONTEXT: usize = 3;

impl Signal for QuantityDiffers {
    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let (a, b) = (&pair.a.profile.quantities, &pair.b.profile.quantities);
        // A number that stands in the other claim too is no difference, whatever the two are taken to measure.
        let is_open = |one: &Quantity, others: &[Quantity]| {
            !others
                .iter()
                .any(|other| one.unit == other.unit && one.agrees(other))
        };
        let open_a: Vec<&Quantity> = a.iter().filter(|one| is_open(one, b)).collect();
        let open_b: Vec<&Quantity> = b.iter().filter(|one| is_open(one, a)).collect();
        let closeness = |i: usize, j: usize| {
            let (one, other) = (open_a[i], open_b[j]);
            let context = measure_the_same(pair, one, other)
                .then(|| shared_context(pair, one.run, other.run));
            context.filter(|context| *context >= needed(pair, one, other))
        };
        let differing = closest(open_a.len(), open_b.len(), closeness).into_iter();
        let differing = differing.map(|(i, j)| finding(pair, open_a[i], open_b[j]));
        let shared_out =
            [Side::A, Side::B].map(|side| respective::shared_out_otherwise(pair, side));
        differing.chain(shared_out.into_iter().flatten()).collect()
    }
}

/// How many corresponding words must stand around two numbers.
fn needed(pair: &Pair, one: &Quantity, other: &Quantity) -> usize {
    if is_of_past_time(&pair.a, one) && is_of_past_time(&pair.b, other) {
        PAST_CONTEXT
    } else if belong_to_one(pair, one, other) {
        OWNED_CONTEXT
    } else {
        CONTEXT
    }
}

fn finding(pair: &Pair, one: &Quantity, other: &Quantity) -> Finding {
    let (here, there) = (
        words(pair, Side::A, one.run),
        words(pair, Side::B, other.run),
    );
    let form = |quantity: &Quantity| {
        quantity.normal_form(quantity.measured.as_deref().unwrap_or_default())
    };
    Finding {
        code: "quantity/differs",
        kind: Kind::Quantity,
        // What one counts and the other leaves open may be a part of it only: "earned $3 million", "earned $2 million in fees".
        conflict: one.comparable(other),
        marks: vec![
            mark(pair, Side::A, one.run, Some(form(one))),
            mark(pair, Side::B, other.run, Some(form(other))),
        ],
        note: format!("One says \"{here}\", the other \"{there}\" of the same thing."),
    }
}
