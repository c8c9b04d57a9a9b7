//! Dates, resolved against the day of publication.

use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use jiff::{Span as Days, ToSpan};

use super::lexicon;
use super::numeral::numeral;
use super::phrase::Phrases;
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
    pub days: Option<(Date, Date)>,
    /// The weekday, where one is named: comparable even when the day of publication is not known.
    pub weekday: Option<Weekday>,
    /// Month and day as written, where the year is not.
    pub month_day: Option<(i8, Option<i8>)>,
    /// How exactly it is given.
    pub grain: Grain,
}

/// How two references to time stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeRelation {
    /// The same days.
    Same,
    /// One within the other, or overlapping: one is only less exact.
    Within,
    /// No day in common.
    Apart,
    /// Too little is known to tell.
    NotComparable,
}

impl TimeReference {
    /// How this stands to another reference.
    pub fn compare(&self, other: &TimeReference) -> TimeRelation {
        if let (Some((first, last)), Some((other_first, other_last))) = (self.days, other.days) {
            return if (first, last) == (other_first, other_last) {
                TimeRelation::Same
            } else if first <= other_last && other_first <= last {
                TimeRelation::Within
            } else {
                TimeRelation::Apart
            };
        }
        if let (Some(one), Some(another)) = (self.weekday, other.weekday) {
            return if one == another {
                TimeRelation::Same
            } else {
                TimeRelation::Apart
            };
        }
        match (self.month_day, other.month_day) {
            (Some((month, _)), Some((other_month, _))) if month != other_month => {
                TimeRelation::Apart
            }
            (Some((_, Some(day))), Some((_, Some(other_day)))) if day != other_day => {
                TimeRelation::Apart
            }
            (Some((_, day)), Some((_, other_day))) if day == other_day => TimeRelation::Same,
            (Some(_), Some(_)) => TimeRelation::Within,
            _ => TimeRelation::NotComparable,
        }
    }

    /// The time for a reader: "2025-03-11", "2025-02", "2025", "2025-02-20 to 2025-02-28", or "Tuesday" and "02-28" where
    /// the day of publication is not known. Empty for a time of day.
    pub fn normal_form(&self) -> String {
        match (self.days, self.month_day, self.weekday) {
            (Some((first, last)), _, _) => days_form(first, last),
            (None, Some((month, Some(day))), _) => format!("{month:02}-{day:02}"),
            (None, Some((month, None)), _) => title(MONTHS[month as usize - 1][0]),
            (None, None, Some(weekday)) => {
                title(WEEKDAYS[weekday.to_monday_zero_offset() as usize][0])
            }
            (None, None, None) => String::new(),
        }
    }
}

fn days_form(first: Date, last: Date) -> String {
    if first == last {
        first.to_string()
    } else if (first, last) == (first.first_of_year(), first.last_of_year()) {
        format!("{:04}", first.year())
    } else if (first, last) == (first.first_of_month(), first.last_of_month()) {
        format!("{:04}-{:02}", first.year(), first.month())
    } else {
        format!("{first} to {last}")
    }
}

fn title(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The times of a claim, in order and apart from each other.
pub fn times(tokens: &[Token], published: Option<Date>) -> Vec<TimeReference> {
    let mut found = Vec::new();
    let mut position = 0;
    while position < tokens.len() {
        match reading(tokens, position) {
            Some((end, moment)) => {
                let run = Run::new(position, end);
                found.push(resolve(run, moment, published, || tense(tokens, run)));
                position = end;
            }
            None => position += 1,
        }
    }
    found
}

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
const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "mondays", "mon"],
    &["tuesday", "tuesdays", "tues", "tue"],
    &["wednesday", "wednesdays", "wed"],
    &["thursday", "thursdays", "thurs", "thur", "thu"],
    &["friday", "fridays", "fri"],
    &["saturday", "saturdays", "sat"],
    &["sunday", "sundays", "sun"],
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

/// A part of a month or year.
#[derive(Clone, Copy)]
enum Part {
    Early,
    Mid,
    Late,
}

/// Which of the repeating ones is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Last,
    This,
    Next,
    /// Only tense can tell.
    Any,
}

impl Which {
    fn offset(self) -> i64 {
        match self {
            Which::Last => -1,
            Which::This | Which::Any => 0,
            Which::Next => 1,
        }
    }
}

/// What the words of a time say, before it is known when they were written.
enum Moment {
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tense {
    Past,
    Future,
}

fn is(tokens: &[Token], position: usize, words: &[&str]) -> bool {
    tokens
        .get(position)
        .is_some_and(|token| token.is_one_of(words))
}

fn weekday(token: &Token) -> Option<Weekday> {
    let at = WEEKDAYS.iter().position(|names| token.is_one_of(names))?;
    let short = token.text.len() == 3;
    // "sat" and "sun" are words of their own without a stop.
    let written = token.capital && (!short || token.span.len() > token.text.len());
    written.then(|| Weekday::from_monday_zero_offset(at as i8).ok())?
}

fn month(token: &Token) -> Option<i8> {
    let at = MONTHS.iter().position(|names| token.is_one_of(names))?;
    token.capital.then_some(at as i8 + 1)
}

fn day_of_month(token: &Token) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| token.text.strip_suffix(ending))
        .unwrap_or(&token.text);
    let day: i8 = digits.parse().ok()?;
    (token.class == TokenClass::Number && (1..=31).contains(&day)).then_some(day)
}

/// Years that news names as such; other four-digit numbers are counts.
const YEARS: std::ops::RangeInclusive<i16> = 1700..=2099;

fn year(token: &Token) -> Option<i16> {
    // A thousands separator would make the written number longer than four bytes.
    let four = token.class == TokenClass::Number && token.text.len() == 4 && token.span.len() == 4;
    let year: i16 = four.then(|| token.text.parse().ok())??;
    YEARS.contains(&year).then_some(year)
}

fn part(tokens: &[Token], position: usize) -> Option<Part> {
    match &*tokens.get(position)?.text {
        "early" => Some(Part::Early),
        "mid" | "middle" => Some(Part::Mid),
        "late" => Some(Part::Late),
        _ => None,
    }
}

fn which(tokens: &[Token], position: usize) -> Option<Which> {
    match &*tokens.get(position)?.text {
        "last" | "past" | "previous" => Some(Which::Last),
        "this" | "current" => Some(Which::This),
        "next" | "coming" | "upcoming" => Some(Which::Next),
        _ => None,
    }
}

/// The time that begins at `position`, and the first token after it.
fn reading(tokens: &[Token], position: usize) -> Option<(usize, Moment)> {
    clock(tokens, position)
        .or_else(|| relative(tokens, position))
        .or_else(|| ago(tokens, position))
        .or_else(|| on_weekday(tokens, position))
        .or_else(|| date(tokens, position))
        .or_else(|| in_year(tokens, position))
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
    if let Some((
        end,
        Moment::Date {
            year,
            month,
            day,
            part,
            ..
        },
    )) = date(tokens, at + 1 + comma)
        && day.is_some()
    {
        let which = Which::Any;
        let weekday = Some(weekday);
        return Some((
            end,
            Moment::Date {
                year,
                month,
                day,
                part,
                weekday,
                which,
            },
        ));
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

/// "Feb. 28, 2025", "28 February", "the 28th of February", "late February 2025", "last March", "2025-03-11".
fn date(tokens: &[Token], position: usize) -> Option<(usize, Moment)> {
    if let Some(found) = iso_date(tokens, position) {
        return Some(found);
    }
    let part = part(tokens, position);
    let which = which(tokens, position);
    let mut at = position + usize::from(part.is_some() || which.is_some());
    if part.is_some() && is(tokens, at, &["-", "in"]) {
        at += 1;
    }
    let mut day = None;
    if at == position
        && let Some(first) = day_of_month(tokens.get(at)?)
    {
        let of = usize::from(is(tokens, at + 1, &["of"]));
        month(tokens.get(at + 1 + of)?)?;
        day = Some(first);
        at += 1 + of;
    }
    let found = month(tokens.get(at)?)?;
    let month_at = at;
    at += 1;
    if day.is_none()
        && part.is_none()
        && let Some(next) = tokens.get(at).and_then(day_of_month)
    {
        day = Some(next);
        at += 1;
        if is(tokens, at, &["-"]) && tokens.get(at + 1).and_then(day_of_month).is_some() {
            at += 2;
        }
    }
    let comma = usize::from(is(tokens, at, &[","]) && day.is_some());
    let year = tokens.get(at + comma).and_then(year);
    if year.is_some() {
        at += comma + 1;
    }
    let plain = day.is_none() && year.is_none() && part.is_none() && which.is_none();
    if plain && !names_month(tokens, month_at) {
        return None;
    }
    Some((
        at,
        Moment::Date {
            year,
            month: found,
            day,
            part,
            weekday: None,
            which: which.unwrap_or(Which::Any),
        },
    ))
}

/// Whether a month's name with nothing else is one: "May" and "March" begin sentences and end names.
fn names_month(tokens: &[Token], position: usize) -> bool {
    let ambiguous =
        tokens[position].is_one_of(&["may", "march", "august", "april", "june", "mar", "dec"]);
    let before = position.checked_sub(1).map(|at| &tokens[at]);
    let led = before.is_some_and(|token| {
        token.is_one_of(&[
            "in", "of", "by", "since", "until", "till", "from", "to", "through", "before", "after",
            "during", "and", "between", "for", "the", "every", "each", "around",
        ])
    });
    led || !ambiguous && is_calendar_word(tokens, position)
}

fn iso_date(tokens: &[Token], position: usize) -> Option<(usize, Moment)> {
    let [first, dash, second, other_dash, third] = tokens.get(position..position + 5)? else {
        return None;
    };
    let two = |token: &Token| token.text.len() == 2;
    if !dash.is("-") || !other_dash.is("-") || !two(second) || !two(third) {
        return None;
    }
    let month = second
        .text
        .parse()
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    let moment = Moment::Date {
        year: Some(year(first)?),
        month,
        day: Some(day_of_month_padded(third)?),
        part: None,
        weekday: None,
        which: Which::Any,
    };
    Some((position + 5, moment))
}

fn day_of_month_padded(token: &Token) -> Option<i8> {
    token.text.parse().ok().filter(|day| (1..=31).contains(day))
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

/// When the sentence says the time is: judged by the nearest verb before it, else by the first after it. News is past
/// unless it says otherwise.
fn tense(tokens: &[Token], run: Run) -> Tense {
    const REACH: usize = 14;
    let start = run.start as usize;
    let clause = |token: &&Token| !token.is_one_of(&[",", ";", ":", "\"", "--"]);
    let before = tokens[start.saturating_sub(REACH)..start]
        .iter()
        .rev()
        .take_while(clause)
        .count();
    for at in (start - before..start).rev() {
        if FUTURE
            .at(tokens, at)
            .is_some_and(|(found, _)| found.end as usize <= start)
        {
            return Tense::Future;
        }
        // "is heading to", "are meeting": the present of a plan.
        if tokens[at].text.ends_with("ing") && at > 0 && is(tokens, at - 1, &["is", "are"]) {
            return Tense::Future;
        }
        if is_past(&tokens[at]) && !after_auxiliary(tokens, at) {
            return Tense::Past;
        }
    }
    let end = run.end as usize;
    for at in end..(end + REACH).min(tokens.len()) {
        if FUTURE.at(tokens, at).is_some() {
            return Tense::Future;
        }
        if is_past(&tokens[at]) {
            return Tense::Past;
        }
    }
    Tense::Past
}

fn is_past(token: &Token) -> bool {
    token.is_past() || PAST.contains(&*token.text)
}

/// Whether a form that looks past only completes a verb before it: "will be joined", "to be held", "are scheduled".
fn after_auxiliary(tokens: &[Token], position: usize) -> bool {
    const AUXILIARIES: [&str; 6] = ["be", "is", "are", "am", "being", "not"];
    position
        .checked_sub(1)
        .is_some_and(|before| is(tokens, before, &AUXILIARIES))
}

static FUTURE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let listed = lexicon::entries(include_str!("data/future.txt"));
    Phrases::new(listed.map(|phrase| (phrase, ())))
});

static PAST: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/past.txt")));

fn resolve(
    run: Run,
    moment: Moment,
    published: Option<Date>,
    tense: impl Fn() -> Tense,
) -> TimeReference {
    let mut reference = TimeReference {
        run,
        days: None,
        weekday: None,
        month_day: None,
        grain: Grain::Day,
    };
    match moment {
        Moment::Clock => reference.grain = Grain::Hour,
        Moment::Weekday(weekday, which) => {
            reference.weekday = Some(weekday);
            let day = published.and_then(|published| on(published, weekday, which, &tense));
            reference.days = day.map(|day| (day, day));
        }
        Moment::Date {
            year,
            month,
            day,
            part,
            weekday,
            which,
        } => {
            reference.weekday = weekday;
            reference.grain = if day.is_some() {
                Grain::Day
            } else {
                Grain::Month
            };
            if year.is_none() {
                reference.month_day = Some((month, day));
            }
            let year = year.or_else(|| {
                published.map(|published| nearest_year(published, month, day, which, &tense))
            });
            reference.days = year.and_then(|year| days_of(year, month, day, part));
        }
        Moment::Year(year, part) => {
            reference.grain = if part.is_some() {
                Grain::Month
            } else {
                Grain::Year
            };
            reference.days = days_of_year(year, part);
        }
        Moment::Decade(year) => {
            reference.grain = Grain::Year;
            reference.days = Date::new(year, 1, 1)
                .ok()
                .zip(Date::new(year + 9, 12, 31).ok());
        }
        Moment::Day(offset) => {
            reference.days = published
                .and_then(|day| moved(day, offset.days()))
                .map(|day| (day, day))
        }
        Moment::Week(offset) => {
            reference.grain = Grain::Week;
            let monday = published.and_then(|day| {
                moved(
                    day,
                    (offset * 7 - i64::from(day.weekday().to_monday_zero_offset())).days(),
                )
            });
            reference.days = monday.and_then(|monday| Some((monday, moved(monday, 6.days())?)));
        }
        Moment::Weekend(offset) => {
            reference.grain = Grain::Week;
            let saturday = published.and_then(|day| {
                // A weekend that has begun is "this"; before, "this" is the one to come, or the last one if it is told.
                let into = i64::from(day.weekday().to_monday_zero_offset());
                let told = offset == 0 && into < 5 && tense() == Tense::Past;
                moved(day, (5 - into + 7 * (offset - i64::from(told))).days())
            });
            reference.days =
                saturday.and_then(|saturday| Some((saturday, moved(saturday, 1.days())?)));
        }
        Moment::Month(offset) => {
            reference.grain = Grain::Month;
            let day = published.and_then(|day| moved(day.first_of_month(), offset.months()));
            reference.days = day.map(|day| (day.first_of_month(), day.last_of_month()));
        }
        Moment::YearFromNow(offset) => {
            reference.grain = Grain::Year;
            let day = published.and_then(|day| moved(day.first_of_year(), offset.years()));
            reference.days = day.map(|day| (day.first_of_year(), day.last_of_year()));
        }
    }
    reference
}

fn moved(day: Date, by: Days) -> Option<Date> {
    day.checked_add(by).ok()
}

/// The weekday before or after the day of publication, which itself counts: "on Tuesday" in Tuesday's paper is today.
fn on(published: Date, weekday: Weekday, which: Which, tense: impl Fn() -> Tense) -> Option<Date> {
    let back = i64::from(published.weekday().since(weekday));
    let ahead = i64::from(published.weekday().until(weekday));
    let days = match which {
        Which::Last if back == 0 => -7,
        Which::Last => -back,
        Which::Next if ahead == 0 => 7,
        Which::Next => ahead,
        Which::This | Which::Any if tense() == Tense::Future => ahead,
        Which::This | Which::Any => -back,
    };
    moved(published, days.days())
}

/// The year of a month that is named without one.
fn nearest_year(
    published: Date,
    month: i8,
    day: Option<i8>,
    which: Which,
    tense: impl Fn() -> Tense,
) -> i16 {
    let named = (month, day.unwrap_or(0));
    let now = (
        published.month(),
        if day.is_some() { published.day() } else { 0 },
    );
    let before = published.year() - 1;
    match which {
        Which::Last if named >= now => before,
        Which::Next if named <= now => published.year() + 1,
        Which::Last | Which::Next | Which::This => published.year(),
        Which::Any => match tense() {
            // Within half a year the nearest one is meant, further back the last one.
            Tense::Past if named > now => before,
            Tense::Future if named < now && published.month() - month > HALF_A_YEAR => {
                published.year() + 1
            }
            Tense::Past | Tense::Future => published.year(),
        },
    }
}

const HALF_A_YEAR: i8 = 6;

fn days_of(year: i16, month: i8, day: Option<i8>, part: Option<Part>) -> Option<(Date, Date)> {
    if let Some(day) = day {
        let day = Date::new(year, month, day).ok()?;
        return Some((day, day));
    }
    let first = Date::new(year, month, 1).ok()?;
    let last = first.last_of_month();
    let on = |day| Date::new(year, month, day).ok();
    match part {
        None => Some((first, last)),
        Some(Part::Early) => Some((first, on(10)?)),
        Some(Part::Mid) => Some((on(10)?, on(20)?)),
        Some(Part::Late) => Some((on(20)?, last)),
    }
}

fn days_of_year(year: i16, part: Option<Part>) -> Option<(Date, Date)> {
    let (first, last) = match part {
        None => (1, 12),
        Some(Part::Early) => (1, 4),
        Some(Part::Mid) => (5, 8),
        Some(Part::Late) => (9, 12),
    };
    let last = Date::new(year, last, 1).ok()?.last_of_month();
    Some((Date::new(year, first, 1).ok()?, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;
    use jiff::civil::date;

    /// Wednesday.
    const PUBLISHED: Date = date(2025, 3, 12);

    fn found(text: &str, published: Option<Date>) -> Vec<TimeReference> {
        let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
        times(&tokens, published)
    }

    fn shown(text: &str, published: Option<Date>) -> String {
        let shown: Vec<_> = found(text, published)
            .iter()
            .map(TimeReference::normal_form)
            .collect();
        shown.join("; ")
    }

    #[test]
    fn times_are_resolved_against_the_day_of_publication() {
        for (text, expected) in [
            ("They met on Tuesday.", "2025-03-11"),
            ("They will meet on Tuesday.", "2025-03-18"),
            ("Officials were to meet on Wednesday.", "2025-03-12"),
            (
                "They are set to sit down in Riyadh on Friday.",
                "2025-03-14",
            ),
            (
                "He said Monday he will resign on Friday.",
                "2025-03-10; 2025-03-14",
            ),
            ("On Friday, Trump said no.", "2025-03-07"),
            ("He is heading to Rome for a speech Friday.", "2025-03-14"),
            ("They met last Tuesday.", "2025-03-11"),
            ("They met yesterday.", "2025-03-11"),
            ("The clash last month soured relations.", "2025-02"),
            ("Russia invaded three years ago.", "2022"),
            (
                "It was shelved in late February 2025.",
                "2025-02-20 to 2025-02-28",
            ),
            ("It began on February 28, 2025, in Rome.", "2025-02-28"),
            ("It began on 28 February.", "2025-02-28"),
            ("It began on the 28th of February.", "2025-02-28"),
            ("He died on Dec. 27.", "2024-12-27"),
            (
                "He was born in 1980 and left in the 1990s.",
                "1980; 1990-01-01 to 1999-12-31",
            ),
            ("It was in early 2014.", "2014-01-01 to 2014-04-30"),
            ("They met this week.", "2025-03-10 to 2025-03-16"),
            ("The 2016 election was held.", "2016"),
            ("They met on Tuesday, March 11, 2025.", "2025-03-11"),
            ("The vote of 2025-03-11 stands.", "2025-03-11"),
            ("They met at 10 a.m. on Sunday.", "; 2025-03-09"),
        ] {
            assert_eq!(shown(text, Some(PUBLISHED)), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_left_out() {
        for text in [
            "Ukraine may agree, Theresa May said.",
            "May we ask for $2000?",
            "They sat in the sun on the march.",
            "2,014 people came.",
        ] {
            assert_eq!(shown(text, Some(PUBLISHED)), "", "{text}");
        }
    }

    #[test]
    fn without_a_day_of_publication_names_still_compare() {
        use TimeRelation::{Apart, NotComparable, Same, Within};
        for (one, another, relation) in [
            ("on Tuesday", "on Tuesday", Same),
            ("on Tuesday", "on Monday", Apart),
            ("on Feb. 28", "on February 28", Same),
            ("on Feb. 28", "in February", Within),
            ("in January", "in February", Apart),
            ("on Tuesday", "in February", NotComparable),
            ("last month", "in February", NotComparable),
        ] {
            let (a, b) = (found(one, None), found(another, None));
            assert_eq!(a[0].compare(&b[0]), relation, "{one} / {another}");
            assert_eq!(b[0].compare(&a[0]), relation, "{one} / {another}");
        }
    }

    #[test]
    fn a_less_exact_time_holds_a_more_exact_one() {
        for (one, another, relation) in [
            ("last month", "on February 28", TimeRelation::Within),
            ("in 2014", "in March 2014", TimeRelation::Within),
            ("yesterday", "on March 11", TimeRelation::Same),
            ("in 2014", "in 2015", TimeRelation::Apart),
        ] {
            let (a, b) = (found(one, Some(PUBLISHED)), found(another, Some(PUBLISHED)));
            assert_eq!(a[0].compare(&b[0]), relation, "{one} / {another}");
        }
    }
}
