//! Dates, resolved against the day of publication.

mod calendar;
mod date;
mod moment;
mod resolve;
mod tense;

use jiff::civil::{Date, Weekday};

pub use self::calendar::is_calendar_word;
use self::calendar::{MONTHS, WEEKDAYS};
use self::moment::reading;
use self::resolve::resolve;
use self::tense::tense;
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
