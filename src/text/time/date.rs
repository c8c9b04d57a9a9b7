//! Dates as news writes them, with a month.

use super::calendar::{day_of_month, day_of_month_padded, is_calendar_word, month, year};
use super::moment::{Moment, Which, is, part, which};
use crate::text::token::Token;

/// "Feb. 28, 2025", "28 February", "the 28th of February", "late February 2025", "last March", "2025-03-11".
pub fn date(tokens: &[Token], position: usize) -> Option<(usize, Moment)> {
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
