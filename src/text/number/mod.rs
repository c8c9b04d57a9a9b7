//! Numbers as intervals, with their unit and the thing they measure.

mod bound;
mod finder;
mod measured;
mod unit;
mod value;

use self::finder::Finder;
use super::relation;
use super::time::TimeReference;
use super::token::{Run, Token};

/// What a number counts in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Things: "three settlements". What things is the quantity's `measured`.
    Count,
    /// Shares of a whole, in percent: "20%", "a fifth".
    Percent,
    /// Money, by ISO code ("USD"), in whole units.
    Money(Box<str>),
    /// A physical unit, a span of time or an age, in normal form ("km", "hour", "age"), the value converted to it. The sides
    /// of a score or vote count in "for" and "against".
    Measure(Box<str>),
}

/// How the wording bounds the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "65 billion".
    Exact,
    /// "about", "some", "nearly", and fractions in words.
    About,
    /// "at least", "more than".
    AtLeast,
    /// "up to", "fewer than".
    AtMost,
}

/// One number of a claim: an interval of values in a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its words, sign and unit included.
    pub run: Run,
    /// The smallest value meant, in the unit.
    pub low: f64,
    /// The largest value meant, in the unit; infinite for "at least".
    pub high: f64,
    /// What it counts in.
    pub unit: Unit,
    /// How the wording bounds it.
    pub bound: Bound,
    /// Stem of the noun that is measured ("settlement", "aid"), or of the verb before a sum or share ("rose 5%"), where one is
    /// found next to it.
    pub measured: Option<Box<str>>,
    /// How far the value may be from the true one because it was rounded to its last digit.
    rounding: f64,
}

/// "more than 100" is said of numbers up to so many times 100: beyond, one would have said more.
const REACH_ABOVE: f64 = 1.5;

/// "up to 100" and "fewer than 100" are said of numbers down to this part of 100.
const REACH_BELOW: f64 = 0.5;

impl Quantity {
    /// Whether both count the same thing in the same unit, so that it means something if they differ.
    pub fn comparable(&self, other: &Quantity) -> bool {
        let same_thing = match (&self.measured, &other.measured) {
            (Some(one), Some(another)) => one == another || relation::same_class(one, another),
            (None, None) => self.unit != Unit::Count,
            _ => false,
        };
        self.unit == other.unit && same_thing
    }

    /// All of it but where it stands, the numbers as their bits.
    pub fn meaning(&self) -> (&Unit, Option<&str>, Bound, [u64; 3]) {
        let numbers = [self.low, self.high, self.rounding].map(f64::to_bits);
        (&self.unit, self.measured.as_deref(), self.bound, numbers)
    }

    /// Whether some value is meant by both.
    pub fn overlaps(&self, other: &Quantity) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Whether both can report one value, rounded and bounded as reporters do: "$65 billion" and "$65.4 billion" can, "more
    /// than 100" and "500" cannot. Means nothing unless the two are [`comparable`](Self::comparable).
    pub fn agrees(&self, other: &Quantity) -> bool {
        let (low, high) = self.reach();
        let (other_low, other_high) = other.reach();
        low <= other_high && other_low <= high || self.cuts_off(other) || other.cuts_off(self)
    }

    /// Whether this is the number that is left of `other` if its last digits are cut off: "$43 million" of "$43,885,310".
    fn cuts_off(&self, other: &Quantity) -> bool {
        let step = 2.0 * self.rounding;
        self.bound == Bound::Exact
            && other.bound == Bound::Exact
            && other.rounding < self.rounding / 2.0
            && self.low <= other.low
            && other.high < self.high + step
    }

    /// The values that a reporter may have had in mind.
    fn reach(&self) -> (f64, f64) {
        match self.bound {
            Bound::AtLeast => (self.low - self.rounding, self.low * REACH_ABOVE),
            Bound::AtMost => (self.high * REACH_BELOW, self.high + self.rounding),
            Bound::Exact | Bound::About => (self.low - self.rounding, self.high + self.rounding),
        }
    }

    /// Value, bound, unit and what is measured, for a reader: "65,000,000,000 USD", "about 20 %", "3 settlement".
    ///
    /// `measured` is what to call the thing; a count has no other unit.
    pub fn normal_form(&self, measured: &str) -> String {
        let value = if self.low == self.high || self.high.is_infinite() {
            number(self.low)
        } else if self.bound == Bound::AtMost {
            number(self.high)
        } else {
            format!("{} to {}", number(self.low), number(self.high))
        };
        let bound = match self.bound {
            Bound::Exact | Bound::About => "",
            Bound::AtLeast => "at least ",
            Bound::AtMost => "at most ",
        };
        let unit = match &self.unit {
            Unit::Count => measured,
            Unit::Percent => "%",
            Unit::Money(code) => code,
            Unit::Measure(name) => name,
        };
        format!("{bound}{value} {unit}").trim_end().to_owned()
    }
}

/// The quantities of a claim, in order; numbers that are part of `times` are not among them.
pub fn quantities(text: &str, tokens: &[Token], times: &[TimeReference]) -> Vec<Quantity> {
    let finder = Finder { text, tokens };
    let mut found = Vec::new();
    let mut times = times.iter().peekable();
    let mut position = 0;
    while position < tokens.len() {
        while times
            .next_if(|time| time.run.end as usize <= position)
            .is_some()
        {}
        if let Some(time) = times.peek().filter(|time| time.run.holds(position)) {
            position = time.run.end as usize;
            continue;
        }
        let quantities = finder.at(position);
        position = quantities
            .last()
            .map_or(position + 1, |last| last.run.end as usize);
        found.extend(quantities);
    }
    found
}

/// A number with commas between thousands and at most two decimals.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let digits = whole.trim_start_matches('-');
    let mut grouped = whole[..whole.len() - digits.len()].to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match decimals.trim_end_matches('0') {
        "" => grouped,
        decimals => format!("{grouped}.{decimals}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    fn found(text: &str) -> Vec<Quantity> {
        let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
        quantities(text, &tokens, &[])
    }

    fn shown(text: &str) -> String {
        let shown: Vec<_> = found(text)
            .iter()
            .map(|quantity| quantity.normal_form(quantity.measured.as_deref().unwrap_or("")))
            .collect();
        shown.join("; ")
    }

    #[test]
    fn numbers_are_read_with_unit_bound_and_what_they_measure() {
        for (text, expected) in [
            ("three settlements were taken", "3 settlement"),
            (
                "some $65 billion in U.S. military aid",
                "64,000,000,000 to 66,000,000,000 USD",
            ),
            ("£3m", "3,000,000 GBP"),
            ("allocating 50% of future revenue", "50 %"),
            ("about 20% of Ukrainian territory", "18 to 22 %"),
            ("around a fifth of the territory", "16.2 to 24.2 %"),
            ("two-thirds of voters", "64.67 to 68.67 %"),
            ("half of the seats", "48 to 52 %"),
            ("one in five adults", "18 to 22 %"),
            ("at least 3,000 people died", "at least 3,000 peopl"),
            ("up to 1.5 million refugees", "at most 1,500,000 refuge"),
            ("dozens of protesters", "24 to 99 protest"),
            ("tens of thousands of people", "20,000 to 99,999 peopl"),
            ("a dozen officers", "12 offic"),
            ("a hundred soldiers", "100 soldier"),
            ("twenty-five members", "25 member"),
            ("two hundred and fifty guests", "250 guest"),
            ("10 to 15 arrests", "10 to 15 arrest"),
            ("between 10 and 15 arrests", "10 to 15 arrest"),
            ("3 to 5 million people", "3,000,000 to 5,000,000 peopl"),
            ("rose from 10 to 15", "10; 15"),
            ("a 35-year-old man", "35 age"),
            ("John Smith, 35, of Leeds", "35 age"),
            ("it took 30 minutes", "0.5 hour"),
            ("two miles away", "3.22 km"),
            ("half a million people", "500,000 peopl"),
            ("passed on a 52-48 vote", "52 for; 48 against"),
            ("one person was killed", "1 person"),
            ("more than 100 km", "at least 100 km"),
            (
                "about 3,000 of Ms. Lee's official emails",
                "2,700 to 3,300 email",
            ),
            ("a 168-member committee", "168 member"),
            ("nearly 90 university faculty and staff", "81 to 90 faculti"),
            ("12 dead after a fire", "12 dead"),
            ("the two met again", "2"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_quantity_is_left_out() {
        for text in [
            "no one of them",
            "the first time, the 27th",
            "an F-16 jet on 9/11",
            "the lost Flight 370",
            "he said one thing",
            "since 2014",
            "in the second half",
            "a fifth season",
        ] {
            assert_eq!(shown(text), "", "{text}");
        }
    }

    #[test]
    fn equal_values_agree_whatever_their_wording() {
        for (one, another, agree) in [
            ("a fifth of its land", "about 20% of its land", true),
            ("$65 billion in aid", "$65.4 billion in aid", true),
            ("$65 billion in aid", "$64 billion in aid", false),
            ("three settlements", "four settlements", false),
            ("more than 100 people", "120 people", true),
            ("more than 100 people", "500 people", false),
            ("dozens of people", "30 people", true),
            ("49 percent of voters", "44 percent of voters", false),
            ("half of voters", "50% of voters", true),
        ] {
            let (a, b) = (found(one), found(another));
            assert!(a[0].comparable(&b[0]), "{one} / {another}");
            assert_eq!(a[0].agrees(&b[0]), agree, "{one} / {another}");
        }
    }

    #[test]
    fn numbers_of_different_things_are_not_comparable() {
        for (one, another) in [
            ("three settlements", "three soldiers"),
            ("20% of voters", "20 voters"),
            ("$5 in aid", "$5 in tax"),
        ] {
            assert!(
                !found(one)[0].comparable(&found(another)[0]),
                "{one} / {another}"
            );
        }
    }
}
