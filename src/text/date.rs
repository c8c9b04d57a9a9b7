//! Full dates as pages print them.

use jiff::civil::Date;
use jiff::fmt::strtime::BrokenDownTime;

/// The ways in which a full date is printed. A day without its year is no full date, and neither is 3/10/2025: which number is the
/// month? Between full stops the day comes first wherever dates are written so.
const FORMS: &[&str] = &[
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y%m%dT",
    "%d.%m.%Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%b. %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%d %b. %Y",
    "%A, %B %d, %Y",
    "%A, %d %B %Y",
    "%A %B %d, %Y",
    "%A %d %B %Y",
    "%a, %d %b %Y",
    "%a, %b %d, %Y",
];

/// A smaller number is no year but that of a section or a version: 1.10.3
const FIRST_YEAR: i16 = 1000;

/// The longest date as printed has fewer bytes. What has no digit so near its beginning need not be held against all forms.
const LONGEST_DATE: usize = 48;

/// The date at the start of `text`, if there is one, and how many bytes it takes.
///
/// ```
/// use crosscheck::text::date::leading_date;
/// let (date, length) = leading_date("Monday, 10 March 2025, 14:05 GMT").unwrap();
/// assert_eq!((date.to_string().as_str(), length), ("2025-03-10", 21));
/// ```
pub fn leading_date(text: &str) -> Option<(Date, usize)> {
    let head = &text.as_bytes()[..text.len().min(LONGEST_DATE)];
    if !head.iter().any(u8::is_ascii_digit) {
        return None;
    }
    FORMS.iter().find_map(|form| {
        let (time, length) = BrokenDownTime::parse_prefix(form, text).ok()?;
        let digit = |letter: char| letter.is_ascii_digit();
        let goes_on = text[..length].ends_with(digit) && text[length..].starts_with(digit);
        let date = time.to_date().ok()?;
        (!goes_on && date.year() >= FIRST_YEAR).then_some((date, length))
    })
}

/// Words that announce the date of an article.
const LABELS: &[&str] = &[
    "date",
    "published",
    "posted",
    "updated",
    "last updated",
    "last modified",
];

/// After the date of a date line stands at most this much: a time of day, a time zone.
const LONGEST_REST: usize = 24;

/// A line, or the beginning of one, that gives the date of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateLine {
    /// The date.
    pub date: Date,
    /// How many bytes of the line belong to it; the whole line unless an announced date is followed by a text of its own.
    pub length: usize,
}

/// Whether `line` is nothing but a date (`March 10, 2025, 14:05 GMT`), or begins with an announced one (`date 2025-03-10 ...`).
pub fn date_line(line: &str) -> Option<DateLine> {
    let after_label = LABELS.iter().rev().find_map(|label| {
        let head = line.get(..label.len())?;
        let rest = &line[label.len()..];
        let parted = rest.starts_with([' ', ':', '\t']);
        (parted && head.eq_ignore_ascii_case(label)).then_some(rest)
    });
    let rest = after_label
        .unwrap_or(line)
        .trim_start_matches([' ', ':', '\t', '\u{a0}']);
    let rest = rest.strip_prefix("on ").unwrap_or(rest);
    let (date, length) = leading_date(rest)?;
    let end = line.len() - rest.len() + length;
    match after_label {
        _ if line.len() - end <= LONGEST_REST => Some(DateLine {
            date,
            length: line.len(),
        }),
        Some(_) => Some(DateLine { date, length: end }),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        leading_date(text).map(|(date, _)| date.to_string())
    }

    #[test]
    fn reads_the_usual_forms() {
        for text in [
            "2025-03-10",
            "2025-03-10T08:00:00Z",
            "2025/03/10",
            "20250310T080000Z",
            "10.3.2025",
            "10.03.2025, 8 Uhr",
            "March 10, 2025",
            "Mar 10, 2025 8:00 am",
            "10 March 2025",
            "Monday, March 10, 2025",
            "Mon, 10 Mar 2025 08:00:00 GMT",
        ] {
            assert_eq!(read(text).as_deref(), Some("2025-03-10"), "{text}");
        }
    }

    #[test]
    fn leaves_what_is_no_full_date() {
        for text in [
            "",
            "March 10",
            "3/10/2025",
            "2025-03-101",
            "20250310",
            "10.3.20251",
            "1.10.3",
            "2025-13-40",
            "Mayor 10, 2025",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_line_is_a_date_alone_or_an_announced_one() {
        let length = |line| date_line(line).map(|line| line.length);
        assert_eq!(
            length("date 2025-03-10 Oval Office meeting explodes into shouting"),
            Some(15)
        );
        assert_eq!(length("Published: March 10, 2025 at 8:00 am"), Some(36));
        assert_eq!(length("10 March 2025"), Some(13));
        assert_eq!(
            length("March 10, 2025 was the day on which the talks began."),
            None
        );
        assert_eq!(length("dated 2025-03-10"), None);
    }
}
