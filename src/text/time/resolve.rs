//! Which days are meant.

use jiff::civil::{Date, Weekday};
use jiff::{Span as Days, ToSpan};

use super::moment::{Moment, Part, Which};
use super::tense::Tense;
use super::{Grain, TimeReference};
use crate::text::token::Run;

/// The time that the words at `run` mean in an article of this day; its tense is asked for only where it matters.
pub fn resolve(
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
