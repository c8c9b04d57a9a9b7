//! What a number counts in.

use std::sync::LazyLock;

use super::Unit;
use super::finder::Finder;
use super::value::Value;
use crate::text::lexicon;
use crate::text::phrase::Phrases;
use crate::text::token::TokenClass;

/// Units by their names and signs, each with its normal form and what to multiply the value by.
pub static UNITS: LazyLock<Phrases<(Box<str>, f64)>> = LazyLock::new(|| {
    let listed = lexicon::phrases(include_str!("../data/units.txt"));
    Phrases::new(listed.filter_map(|(phrase, unit)| {
        let (name, factor) = unit.rsplit_once(' ')?;
        let factor: f64 = factor.parse().ok()?;
        // The unit's own name is a word for it too, without the factor.
        let phrase = if phrase == unit { name } else { phrase };
        Some((phrase, (name.into(), factor)))
    }))
});

impl Finder<'_> {
    /// The sign of currency at `position`, and the first token after it.
    pub fn currency(&self, position: usize) -> Option<(usize, &'static str)> {
        const SIGNS: [(&str, &str); 5] = [
            ("$", "USD"),
            ("£", "GBP"),
            ("€", "EUR"),
            ("¥", "JPY"),
            ("₽", "RUB"),
        ];
        let country = usize::from(self.is(position, "usa") && self.is(position + 1, "$"));
        let sign = self.token(position + country)?;
        let (_, code) = SIGNS.iter().find(|(name, _)| sign.is(name))?;
        Some((position + country + 1, code))
    }

    /// The unit of a value, what to multiply it by, and the first token after both.
    pub fn unit(&self, start: usize, value: &Value, currency: Option<&str>) -> (Unit, f64, usize) {
        if value.share {
            return (Unit::Percent, 1.0, value.end);
        }
        if let Some(code) = currency {
            return (Unit::Money(code.into()), 1.0, value.end);
        }
        if self.is_age(start, value) {
            return (Unit::Measure("age".into()), 1.0, value.end);
        }
        match UNITS.at(self.tokens, self.after_hyphen(value.end)) {
            Some((run, (unit, factor))) => {
                let unit = match unit.as_ref() {
                    "percent" => Unit::Percent,
                    code if code.chars().all(char::is_uppercase) => Unit::Money(code.into()),
                    name => Unit::Measure(name.into()),
                };
                (unit, *factor, run.end as usize)
            }
            None => (Unit::Count, 1.0, value.end),
        }
    }

    /// "John Smith, 35, of Leeds", "aged 35".
    fn is_age(&self, start: usize, value: &Value) -> bool {
        const OLDEST: f64 = 120.0;
        let human = value
            .single()
            .is_some_and(|years| years < OLDEST && years.fract() == 0.0);
        let said = start > 0 && self.tokens[start - 1].is_one_of(&["aged", "age"]);
        let closed = self.is(value.end, ",") || value.end == self.tokens.len();
        let after_name = start > 1
            && self.is(start - 1, ",")
            && self.tokens[start - 2].capital
            && self.tokens[start].class == TokenClass::Number
            && closed;
        human && (said || after_name)
    }
}
