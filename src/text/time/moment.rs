//! What the words of a time say, before it is known when they were written.

use jiff::civil::Weekday;

use super::calendar::{YEARS, weekday, year};
use super::date::date;
use crate::text::numeral::numeral;
use crate::text::token::{Token, TokenClass};

/// What the words of a time say, before it is known when they were written.
pub enum Moment {
    Date {
        year: Option<i16>,
        month: i8,
        day: Option<i8>,
        part: Option<Part>,
        weekday: Option<Weekday>,
        which: Which,
    },
    Weekday(Weekday, Which),
    Year(i16, Option<Part>),
    Decade(i16),
    /// Days from the day of publication.
    Day(i64),
    Week(i64),
    Weekend(i64),
    Month(i64),
    YearFromNow(i64),
    Clock,
}

/// A part of a month or year.
#[derive(Clone, Copy)]
pub enum Part {
    Early,
    Mid,
    Late,
}

/// Which of the repeating ones is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Last,
    This,
    Next,
    /// Only tense can tell.
    Any,
}

impl Which {
    /// How many of them it is away.
    fn offset(self) -> i64 {
        match self {
            Which::Last => -1,
            Which::This | Which::Any => 0,
            Which::Next => 1,
        }
    }
}

/// The time that begins at `position`, and the first token after it.
pub fn reading(tokens: &[Token], position: usize) -> Option<(usize, Moment)> {
    clock(tokens, position)
        .or_else(|| relative(tokens, position))
        .or_else(|| ago(tokens, position))
        .or_else(|| on_weekday(tokens, position))
        .or_else(|| date(tokens, position))
        .or_else(|| in_year(tokens, position))
}

/// Whether the word at `position` is one of `words`.
pub fn is(tokens: &[Token], position: usize, words: &[&str]) -> bool {
    tokens
        .get(position)
        .is_some_and(|token| token.is_one_of(words))
}

/// The part of a month or year that the word at `position` names.
pub fn part(tokens: &[Token], position: usize) -> Option<Part> {
    match &*tokens.get(position)?.text {
        "early" => Some(Part::Early),
        "mid" | "middle" => Some(Part::Mid),
        "late" => Some(Part::Late),
        _ => None,
    }
}

/// Which one the word at `position` says that it is.
pub fn which(tokens: &[Token], position: usize) -> Option<Which> {
    match &*tokens.get(position)?.text {
        "last" | "past" | "previous" => Some(Which::Last),
        "this" | "current" => Some(Which::This),
        "next" | "coming" | "upcoming" => Some(Which::Next),
        _ => None,
    }
}

/// "10 a.m.", "6:30 p.m.", "noon". The number before "o'clock" is left to be a number.
fn clock(tokens: &[Token], position: usize) -> Option<(usize, Moment)> {
    if is(tokens, position, &["noon", "midnight"]) {
        return Some((position + 1, Moment::Clock));
    }
    if tokens.get(position)?.class != TokenClass::Number {
        return None;
    }
    let minutes = is(tokens, position + 1, &[":"])
        && tokens
            .get(position + 2)
            .is_some_and(|token| token.class == TokenClass::Number);
    let end = position + if minutes { 3 } else { 1 };
    let half = is(tokens, end, &["am", "pm"]);
    (minutes || half).then_some((end + usize::from(half), Moment::Clock))
}

/// "today", "yesterday", "last week", "next month", "this weekend".
fn relative(tokens: &[Token], position: usize) -> Option<(usize, Moment)> {
    let day = match &*tokens[position].text {
        "today" | "tonight" => Some(0),
        "yesterday" => Some(-1),
        "tomorrow" => Some(1),
        _ => None,
    };
    if let Some(day) = day {
        return Some((position + 1, Moment::Day(day)));
    }
    let which = which(tokens, position)?;
    let offset = which.offset();
    let of_day = is(
        tokens,
        position + 1,
        &["night", "evening", "morning", "afternoon"],
    );
    let moment = match &*tokens.get(position + 1)?.text {
        _ if of_day => Moment::Day(offset.min(0)),
        "week" => Moment::Week(offset),
        "weekend" => Moment::Weekend(offset),
        "month" => Moment::Month(offset),
        "year" => Moment::YearFromNow(offset),
        _ => return None,
    };
    Some((position + 2, moment))
}

/// "three years ago", "a week ago".
fn ago(tokens: &[Token], position: usize) -> Option<(usize, Moment)> {
    let (end, count) = match numeral(tokens, position, false) {
        Some(numeral) => (numeral.end, numeral.value),
        None if is(tokens, position, &["a", "an"]) => (position + 1, 1.0),
        None => return None,
    };
    const MOST: f64 = 2000.0;
    if !is(tokens, end + 1, &["ago"]) || count > MOST {
        return None;
    }
    let back = -(count as i64);
    let moment = match &*tokens[end].text {
        "day" | "days" => Moment::Day(back),
        "week" | "weeks" => Moment::Week(back),
        "month" | "months" => Moment::Month(back),
        "year" | "years" => Moment::YearFromNow(back),
        "decade" | "decades" => Moment::YearFromNow(back * 10),
        "hour" | "hours" | "minute" | "minutes" => Moment::Clock,
        _ => return None,
    };
    Some((end + 2, moment))
}

/// "Tuesday", "last Tuesday", "Tuesday morning", "Tuesday, March 11".
fn on_weekday(tokens: &[Token], position: usize) -> Option<(usize, Moment)> {
    let which = which(tokens, position);
    let at = position + usize::from(which.is_some());
    let weekday = weekday(tokens.get(at)?)?;
    let comma = usize::from(is(tokens, at + 1, &[","]));
    if let Some((end, mut moment)) = date(tokens, at + 1 + comma)
        && let Moment::Date {
            day: Some(_),
            weekday: of_week,
            which: of_many,
            ..
        } = &mut moment
    {
        *of_week = Some(weekday);
        // The date tells which of the weekdays is meant.
        *of_many = Which::Any;
        return Some((end, moment));
    }
    let hour = is(
        tokens,
        at + 1,
        &["morning", "afternoon", "evening", "night"],
    );
    Some((
        at + 1 + usize::from(hour),
        Moment::Weekday(weekday, which.unwrap_or(Which::Any)),
    ))
}

/// "2014", "early 2014", "2016-17", "the 1980s".
fn in_year(tokens: &[Token], position: usize) -> Option<(usize, Moment)> {
    let part = part(tokens, position);
    let hyphen = usize::from(part.is_some() && is(tokens, position + 1, &["-"]));
    let at = position + usize::from(part.is_some()) + hyphen;
    let token = tokens.get(at)?;
    if let Some(decade) = token.text.strip_suffix('s')
        && token.class == TokenClass::Number
        && let Some(decade) = decade.parse().ok().filter(|decade| YEARS.contains(decade))
    {
        return Some((at + 1, Moment::Decade(decade)));
    }
    let year = year(token)?;
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    let counted = before.is_some_and(|token| {
        token.is_one_of(&["$", "£", "€", "number", "#", "about", "some", "than"])
    });
    let measured = is(
        tokens,
        at + 1,
        &[
            "%", "percent", "people", "dollars", "miles", "feet", "meters", "votes", "troops",
        ],
    );
    if counted || measured {
        return None;
    }
    let range = is(tokens, at + 1, &["-"])
        && tokens.get(at + 2).is_some_and(|token| {
            token.class == TokenClass::Number && matches!(token.text.len(), 2 | 4)
        });
    Some((at + if range { 3 } else { 1 }, Moment::Year(year, part)))
}
