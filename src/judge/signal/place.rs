//! Whether two stretches of words stand in the same place of what both claims share.

use crate::align::Pair;
use crate::model::{Mark, Side};
use crate::text::token::Run;

/// Words this near to a stretch tell its place.
const REACH: u32 = 6;

/// How many pairs of corresponding content words stand near both stretches, outside of them.
pub fn shared_context(pair: &Pair, a: Run, b: Run) -> usize {
    let near = |run: Run, position: usize| {
        let position = position as u32;
        let within = position + REACH >= run.start && position < run.end + REACH;
        within && !run.holds(position as usize)
    };
    let tokens = pair.a.tokens();
    pair.aligned
        .iter()
        .filter(|(i, j)| tokens[*i].is_content() && near(a, *i) && near(b, *j))
        .count()
}

/// The position of the first content word from `start` on, if one comes before any sign and within a few words.
pub fn next_content(pair: &Pair, side: Side, start: usize) -> Option<usize> {
    let tokens = pair.reading(side).tokens();
    (start..tokens.len().min(start + REACH as usize))
        .take_while(|position| tokens[*position].is_word() || tokens[*position].is_content())
        .find(|position| tokens[*position].is_content())
}

/// A mark on the words of `run`.
pub fn mark(pair: &Pair, side: Side, run: Run, value: Option<String>) -> Mark {
    Mark {
        side,
        span: run.span(pair.reading(side).tokens()),
        value,
    }
}

/// The words of `run` as they stand in the text.
pub fn words<'a>(pair: &Pair<'a>, side: Side, run: Run) -> &'a str {
    pair.reading(side).words(run)
}
