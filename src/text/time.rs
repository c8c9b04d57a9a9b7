//! Dates, resolved against the day of publication.

use super::token::{Run, Token};

/// How exactly a time is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grain {
    /// Within a day.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// One point or stretch of time that a claim names.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeReference {
    /// Its words.
    pub run: Run,
    /// First and last day meant, where it can be resolved: from its own words, or from the day of publication and the tense.
    pub days: Option<(jiff::civil::Date, jiff::civil::Date)>,
    /// The weekday, where one is named: comparable even when the day of publication is not known.
    pub weekday: Option<jiff::civil::Weekday>,
    /// Month and day as written, where the year is not known.
    pub month_day: Option<(i8, Option<i8>)>,
    /// How exactly it is given.
    pub grain: Grain,
}

/// The times of a claim, in order.
pub fn times(_tokens: &[Token], _published: Option<jiff::civil::Date>) -> Vec<TimeReference> {
    Vec::new()
}
