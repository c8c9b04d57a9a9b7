//! Words and numbers that name weekdays, months, days and years.

use jiff::civil::Weekday;

use crate::text::token::{Token, TokenClass};

/// Whether the word at `position` names a weekday or a month and not a person ("Theresa May").
pub fn is_calendar_word(tokens: &[Token], position: usize) -> bool {
    let word = &tokens[position];
    if weekday(word).is_some() {
        return true;
    }
    let person = word.is_one_of(&["may", "march", "april", "june", "august"])
        && position > 0
        && tokens[position - 1].capital
        && tokens[position - 1].class == TokenClass::Content;
    !person && month(word).is_some()
}

/// Monday to Sunday, each with its abbreviations.
pub const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "mondays", "mon"],
    &["tuesday", "tuesdays", "tues", "tue"],
    &["wednesday", "wednesdays", "wed"],
    &["thursday", "thursdays", "thurs", "thur", "thu"],
    &["friday", "fridays", "fri"],
    &["saturday", "saturdays", "sat"],
    &["sunday", "sundays", "sun"],
];

/// January to December, each with its abbreviations.
pub const MONTHS: [&[&str]; 12] = [
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

/// The weekday that a word names.
pub fn weekday(token: &Token) -> Option<Weekday> {
    let at = named(token, &WEEKDAYS)?;
    let short = token.text.len() == 3;
    // "sat" and "sun" are words of their own without a stop.
    let written = !short || token.span.len() > token.text.len();
    written.then(|| Weekday::from_monday_zero_offset(at as i8).ok())?
}

/// The month that a word names, from 1.
pub fn month(token: &Token) -> Option<i8> {
    named(token, &MONTHS).map(|at| at as i8 + 1)
}

/// Which of `lists` holds a word that is written with a capital, as all names of days and months are.
fn named(token: &Token, lists: &[&[&str]]) -> Option<usize> {
    if !token.capital {
        return None;
    }
    lists.iter().position(|names| token.is_one_of(names))
}

/// The day of a month that a number is, with its ending ("28th") or without.
pub fn day_of_month(token: &Token) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| token.text.strip_suffix(ending))
        .unwrap_or(&token.text);
    let day: i8 = digits.parse().ok()?;
    (token.class == TokenClass::Number && (1..=31).contains(&day)).then_some(day)
}

/// The same of a number that may begin with a zero.
pub fn day_of_month_padded(token: &Token) -> Option<i8> {
    token.text.parse().ok().filter(|day| (1..=31).contains(day))
}

/// Years that news names as such; other four-digit numbers are counts.
pub const YEARS: std::ops::RangeInclusive<i16> = 1700..=2099;

/// The year that a number is.
pub fn year(token: &Token) -> Option<i16> {
    // A thousands separator would make the written number longer than four bytes.
    let four = token.class == TokenClass::Number && token.text.len() == 4 && token.span.len() == 4;
    let year: i16 = four.then(|| token.text.parse().ok())??;
    YEARS.contains(&year).then_some(year)
}
