//! Words that bound a number.

use std::sync::LazyLock;

use super::finder::Finder;
use super::{Bound, Quantity};
use crate::text::lexicon;
use crate::text::phrase::Phrases;

/// "about 100" is said of numbers this far from 100 at most, as a part of it.
pub const ABOUT: f64 = 0.1;

/// And of numbers this far from it at most, in steps of its last digit: "about 141" is nearer to 141 than "about 140" to 140.
const ABOUT_STEPS: f64 = 1.0;

/// The words that bound a number, applied to it.
///
/// `step` is the place of the number's last digit that is not a rounding zero, in the quantity's unit.
pub fn apply(bound: &str, step: f64, quantity: &mut Quantity) {
    let (low, high) = (quantity.low, quantity.high);
    match bound {
        "about" => {
            quantity.low = low - about(low, step);
            quantity.high = high + about(high, step);
            quantity.bound = Bound::About;
        }
        "nearly" => {
            quantity.low = low - about(low, step);
            quantity.bound = Bound::About;
        }
        "at least" => {
            quantity.high = f64::INFINITY;
            quantity.bound = Bound::AtLeast;
        }
        "at most" => {
            quantity.low = 0.0;
            quantity.bound = Bound::AtMost;
        }
        _ => {}
    }
}

/// How far from `value` a number may be that is about it.
fn about(value: f64, step: f64) -> f64 {
    (value.abs() * ABOUT).min(step * ABOUT_STEPS)
}

impl Finder<'_> {
    /// The words before or after a number that bound it, with the first token of both.
    pub fn bound(&self, start: usize, end: usize) -> (usize, &'static str) {
        const LONGEST: usize = 4;
        for from in start.saturating_sub(LONGEST)..start {
            if let Some((run, bound)) = BOUNDS.at(self.tokens, from)
                && run.end as usize == start
            {
                return (from, bound);
            }
        }
        let after = |first: &str, second: &str| self.is(end, first) && self.is(end + 1, second);
        let bound = if self.is(end, "+") || after("or", "more") {
            "at least"
        } else if after("or", "so") {
            "about"
        } else if after("or", "less") || after("or", "fewer") {
            "at most"
        } else {
            ""
        };
        (start, bound)
    }
}

static BOUNDS: LazyLock<Phrases<&'static str>> =
    LazyLock::new(|| Phrases::new(lexicon::phrases(include_str!("../data/bounds.txt"))));
