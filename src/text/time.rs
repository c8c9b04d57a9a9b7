//! Dates, resolved against the day of publication.

use super::token::{Run, Token, TokenClass};

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

/// Whether the word at `position` names a weekday or a month and not a person ("Theresa May").
pub fn is_calendar_word(tokens: &[Token], position: usize) -> bool {
    let word = &tokens[position];
    if WEEKDAYS.iter().any(|names| word.is_one_of(names)) {
        return true;
    }
    let person = word.is_one_of(&["may", "march", "april", "june", "august"])
        && position > 0
        && tokens[position - 1].capital
        && tokens[position - 1].class == TokenClass::Content;
    !person && MONTHS.iter().any(|names| word.is_one_of(names))
}

/// Monday to Sunday, each with its abbreviations.
const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "mon"],
    &["tuesday", "tues", "tue"],
    &["wednesday", "wed"],
    &["thursday", "thurs", "thur", "thu"],
    &["friday", "fri"],
    &["saturday", "sat"],
    &["sunday", "sun"],
];

/// January to December, each with its abbreviations.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];
