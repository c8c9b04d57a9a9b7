//! Numbers as intervals, with their unit and the thing they measure.

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
    /// A physical unit or a span of time, in normal form ("km", "hour"), the value converted to it.
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
    /// Stem of the noun that is measured ("settlement", "aid"), where one is found next to it.
    pub measured: Option<Box<str>>,
}

/// The quantities of a claim, in order; numbers that are part of `times` are not among them.
pub fn quantities(_text: &str, _tokens: &[Token], _times: &[TimeReference]) -> Vec<Quantity> {
    Vec::new()
}
