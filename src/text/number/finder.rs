//! Where the numbers of a claim are.

use super::bound::apply;
use super::measured::is_plural;
use super::unit::UNITS;
use super::value::Value;
use super::{Bound, Quantity, Unit};
use crate::text::numeral::numeral;
use crate::text::token::{Run, Token, TokenClass};

/// Finds the numbers of a claim.
pub struct Finder<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
}

impl Finder<'_> {
    /// The quantities that begin at `position`: none, one, or the two sides of a score.
    pub fn at(&self, position: usize) -> Vec<Quantity> {
        let currency = self.currency(position);
        let start = currency.map_or(position, |(end, _)| end);
        let Some(value) = self.value(start, currency.is_some()) else {
            return Vec::new();
        };
        if currency.is_none()
            && (self.is_label(position, value.end) || self.is_pronoun(position, &value))
        {
            return Vec::new();
        }
        if currency.is_none()
            && let Some(score) = self.score(position, &value)
        {
            return score;
        }
        let value = self.range(start, value, currency.is_some());
        vec![self.quantity(position, value, currency.map(|(_, code)| code))]
    }

    pub fn token(&self, position: usize) -> Option<&Token> {
        self.tokens.get(position)
    }

    pub fn is(&self, position: usize, text: &str) -> bool {
        self.token(position).is_some_and(|token| token.is(text))
    }

    pub fn touches(&self, position: usize) -> bool {
        position > 0 && self.tokens[position - 1].span.end == self.tokens[position].span.start
    }

    pub fn after_hyphen(&self, position: usize) -> usize {
        position + usize::from(self.is(position, "-"))
    }

    /// "52-48": a score or vote, the larger number first, without a unit of its own.
    fn score(&self, position: usize, value: &Value) -> Option<Vec<Quantity>> {
        let first = value.single()?;
        let joined = self.token(value.end)?.is_one_of(&["-", "to"]);
        let digits = |at: usize| {
            self.token(at)
                .is_some_and(|token| token.class == TokenClass::Number)
        };
        if !joined || !digits(position) || !digits(value.end + 1) {
            return None;
        }
        let second = numeral(self.tokens, value.end + 1, false)?;
        let unit = UNITS.at(self.tokens, second.end).is_some();
        let hyphen = self.is(second.end, "-");
        if first < second.value || unit || hyphen || first.fract() != 0.0 {
            return None;
        }
        let side = |run: Run, value: f64, name: &str| Quantity {
            run,
            low: value,
            high: value,
            unit: Unit::Measure(name.into()),
            bound: Bound::Exact,
            measured: None,
            rounding: 0.0,
        };
        Some(vec![
            side(Run::new(position, value.end), first, "for"),
            side(Run::new(value.end + 1, second.end), second.value, "against"),
        ])
    }

    /// Whether the number only labels something or is no number of its own: "Flight 370", "No. 10", "9/11", "F-16", a year.
    fn is_label(&self, position: usize, end: usize) -> bool {
        let token = &self.tokens[position];
        let before = position.checked_sub(1).and_then(|at| self.token(at));
        let slash = |at: Option<&Token>| at.is_some_and(|token| token.is_one_of(&["/", ":", "#"]));
        if slash(before) || self.token(end).is_some_and(|after| after.is("/")) {
            return true;
        }
        let unit = UNITS.at(self.tokens, self.after_hyphen(end)).is_some();
        let counts = unit || self.token(end).is_some_and(is_plural);
        let in_digits = token.class == TokenClass::Number;
        let year = in_digits
            && token.text.len() == 4
            && matches!(&token.text[..2], "19" | "20")
            && !token.span.of(self.text).contains(',');
        let named = in_digits
            && before.is_some_and(|before| {
                before.capital && before.class == TokenClass::Content && position > 1
                    || before.is_one_of(&[
                        "number", "section", "article", "chapter", "flight", "route", "channel",
                        "page",
                    ])
            });
        !counts && (year || named)
    }

    /// Whether "one" stands for somebody or something already named, or means no number: "one of them", "no one", "one day".
    fn is_pronoun(&self, position: usize, value: &Value) -> bool {
        let one = self.is(position, "one") && value.end == position + 1;
        let before = position.checked_sub(1).and_then(|at| self.token(at));
        let determined = before.is_some_and(|token| {
            token.is_one_of(&[
                "no", "any", "every", "each", "this", "that", "the", "which", "some", "another",
                "only", "'s", "-",
            ])
        });
        let noun = self.token(position + 1).is_some_and(|token| {
            token.class == TokenClass::Content
                && !token.is_one_of(&[
                    "day", "point", "thing", "time", "side", "hand", "way", "more", "can", "could",
                    "would", "will", "may", "might", "should", "must", "not",
                ])
        });
        one && (determined || !noun)
    }

    fn quantity(&self, start: usize, value: Value, currency: Option<&str>) -> Quantity {
        let (unit, factor, end) = self.unit(start, &value, currency);
        let (bound_start, bound) = self.bound(start, end);
        let mut quantity = Quantity {
            run: Run::new(bound_start, end),
            low: value.low * factor,
            high: value.high * factor,
            rounding: value.rounding * factor,
            bound: value.bound,
            measured: self.measured(start, end, &unit),
            unit,
        };
        if quantity.unit == Unit::Percent
            && value.single().is_some_and(|value| value.fract() == 0.0)
        {
            // A share is always rounded, to whole percents at best.
            quantity.rounding = 0.499;
        }
        apply(bound, value.step * factor, &mut quantity);
        quantity
    }
}
