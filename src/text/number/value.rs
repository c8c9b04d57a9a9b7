//! The value of a number in digits or words.

use super::Bound;
use super::bound::ABOUT;
use super::finder::Finder;
use super::unit::UNITS;
use crate::text::numeral::{numeral, vague};
use crate::text::token::TokenClass;

/// A value before its unit is known.
pub struct Value {
    pub end: usize,
    pub low: f64,
    pub high: f64,
    pub rounding: f64,
    /// The place of the last digit that is not a rounding zero; infinite where there are no digits to go by.
    pub step: f64,
    pub share: bool,
    pub bound: Bound,
}

impl Value {
    fn exact(end: usize, value: f64, step: f64) -> Self {
        let whole = value.fract() == 0.0;
        let rounding = if whole && value < COUNTED {
            0.0
        } else {
            (step / 2.0).min(value * LARGEST_ROUNDING)
        };
        // Two neighbors of the last digit are different numbers, not one rounded twice.
        let rounding = if step == 1.0 { 0.0 } else { rounding * 0.999 };
        Self {
            end,
            low: value,
            high: value,
            rounding,
            step,
            share: false,
            bound: Bound::Exact,
        }
    }

    fn between(end: usize, low: f64, high: f64) -> Self {
        Self {
            end,
            low,
            high,
            rounding: 0.0,
            step: f64::INFINITY,
            share: false,
            bound: Bound::About,
        }
    }

    fn share(end: usize, percent: f64) -> Self {
        let reach = FRACTION.min(percent * ABOUT * 2.0);
        Self {
            share: true,
            ..Self::between(end, percent - reach, percent + reach)
        }
    }

    /// Whether it is one number, not a range or a vague one.
    pub fn single(&self) -> Option<f64> {
        (self.low == self.high).then_some(self.low)
    }
}

impl Finder<'_> {
    pub fn value(&self, position: usize, money: bool) -> Option<Value> {
        self.share(position)
            .or_else(|| {
                vague(self.tokens, position).map(|(end, low, high)| Value::between(end, low, high))
            })
            .or_else(|| self.half_a(position))
            .or_else(|| {
                let numeral = numeral(self.tokens, position, money)?;
                let joined = position > 0 && self.is(position - 1, "-") && self.touches(position);
                (!joined
                    || money
                    || position < 2
                    || self.tokens[position - 2].class == TokenClass::Number)
                    .then(|| Value::exact(numeral.end, numeral.value, numeral.step))
            })
    }

    /// "half", "a fifth of", "two-thirds", "one in five".
    fn share(&self, position: usize) -> Option<Value> {
        let first = self.token(position)?;
        let of = |at: usize| self.is(at, "of");
        if first.is("half") {
            let named = self.is(position + 1, "-") || self.is(position + 1, "hour");
            let of_game = position > 0
                && self.tokens[position - 1]
                    .is_one_of(&["first", "second", "other", "better", "latter", "last"]);
            let counted = self
                .token(position + 1)
                .is_some_and(|next| next.is_one_of(&["a", "an"]));
            return (!named && !of_game && !counted).then(|| Value::share(position + 1, 50.0));
        }
        let (end, count) = match numeral(self.tokens, position, false) {
            Some(numeral) => (numeral.end, numeral.value),
            None if first.is_one_of(&["a", "an"]) => (position + 1, 1.0),
            None => return None,
        };
        let of_how_many = if self.is(end, "in") {
            Some(end + 1)
        } else if self.is(end, "out") && of(end + 1) {
            Some(end + 2)
        } else {
            None
        };
        if let Some(whole) = of_how_many.and_then(|at| numeral(self.tokens, at, false))
            && count < whole.value
            && whole.value <= COUNTED
        {
            return Some(Value::share(whole.end, 100.0 * count / whole.value));
        }
        let hyphen = usize::from(self.is(end, "-"));
        let part = self.token(end + hyphen)?;
        let (parts, plural) = fraction(&part.text)?;
        let after = end + hyphen + 1;
        let is_share = if plural {
            count > 1.0
        } else {
            count == 1.0 && of(after)
        };
        (is_share && count < parts).then(|| Value::share(after, 100.0 * count / parts))
    }

    /// "half a million", "half an hour", "half a dozen".
    fn half_a(&self, position: usize) -> Option<Value> {
        if !self.is(position, "half") || !self.token(position + 1)?.is_one_of(&["a", "an"]) {
            return None;
        }
        match numeral(self.tokens, position + 1, false) {
            Some(whole) => Some(Value::exact(whole.end, whole.value / 2.0, whole.step / 2.0)),
            None => {
                let unit = UNITS.at(self.tokens, position + 2)?;
                (unit.0.end > 0).then(|| Value::exact(position + 2, 0.5, 1.0))
            }
        }
    }

    /// Takes the end of a range in: "10 to 15", "10-15", "between 10 and 15". "from 10 to 15" is a change, not a range.
    pub fn range(&self, start: usize, value: Value, money: bool) -> Value {
        let Some(low) = value.single() else {
            return value;
        };
        let before = start
            .checked_sub(1 + usize::from(money))
            .and_then(|at| self.token(at));
        let word = |text: &str| before.is_some_and(|token| token.is(text));
        let joins = self.token(value.end).is_some_and(|token| {
            token.is_one_of(&["to", "-"]) && !word("from")
                || token.is_one_of(&["and", "to"]) && word("between")
        });
        if !joins {
            return value;
        }
        let next = value.end + 1;
        let next = self.currency(next).map_or(next, |(end, _)| end);
        match numeral(self.tokens, next, money) {
            // "3 to 5 million": the scale holds for both.
            Some(high)
                if high.step >= 1e3
                    && low < COUNTED
                    && high.value / high.step < 1e3
                    && low < high.value / scale(high.value) =>
            {
                Value {
                    bound: Bound::Exact,
                    ..Value::between(high.end, low * scale(high.value), high.value)
                }
            }
            Some(high) if high.value > low => Value {
                bound: Bound::Exact,
                ..Value::between(high.end, low, high.value)
            },
            _ => value,
        }
    }
}

/// A fraction in words is said of shares this far from it, in percent points.
const FRACTION: f64 = 2.0;

/// A number is not taken as rounded by more than this part of it.
const LARGEST_ROUNDING: f64 = 0.05;

/// Whole numbers below this are counted, not rounded.
const COUNTED: f64 = 100.0;

/// The scale of a number in words: a thousand, a million, ...
fn scale(value: f64) -> f64 {
    let mut scale = 1.0;
    while value / scale >= 1e3 {
        scale *= 1e3;
    }
    scale
}

/// Into how many parts a fraction word cuts, and whether it is plural.
fn fraction(word: &str) -> Option<(f64, bool)> {
    const FRACTIONS: [(&str, f64); 9] = [
        ("third", 3.0),
        ("quarter", 4.0),
        ("fifth", 5.0),
        ("sixth", 6.0),
        ("seventh", 7.0),
        ("eighth", 8.0),
        ("tenth", 10.0),
        ("hundredth", 100.0),
        ("half", 2.0),
    ];
    let singular = word.strip_suffix('s').unwrap_or(word);
    let parts = FRACTIONS.iter().find(|(name, _)| *name == singular)?.1;
    Some((parts, singular.len() < word.len()))
}
