//! Whether two stretches of words stand in the same place of what both claims share.

use crate::align::Pair;
use crate::model::{Mark, Side};
use crate::text::token::{Run, Token};

/// Words this near to a stretch tell its place.
const REACH: u32 = 6;

/// How many pairs of corresponding content words stand near both stretches, outside of them.
pub fn shared_context(pair: &Pair, a: Run, b: Run) -> usize {
    let near = |run: Run, position: usize| is_near(run, position) && !run.holds(position);
    let content = pair.aligned_content();
    content.filter(|(i, j)| near(a, *i) && near(b, *j)).count()
}

/// Whether the word at `position` stands in a stretch of words or near to it.
pub fn is_near(run: Run, position: usize) -> bool {
    let position = position as u32;
    position + REACH >= run.start && position < run.end + REACH
}

/// Whether a content word next to position `i` of `a` corresponds to a content word next to position `j` of `b`.
pub fn share_neighbor(pair: &Pair, i: usize, j: usize) -> bool {
    let there = neighbors(pair.b.tokens(), j);
    neighbors(pair.a.tokens(), i)
        .into_iter()
        .flatten()
        .filter_map(|position| pair.partner(Side::A, position))
        .any(|partner| there.contains(&Some(partner)))
}

/// So many corresponding words must stand around two words for them to be in the same place.
const CONTEXT: usize = 2;

/// Whether the words at `i` of `a` and `j` of `b` stand in the same place: a word next to them corresponds, and more around.
pub fn same_place(pair: &Pair, i: usize, j: usize) -> bool {
    share_neighbor(pair, i, j) && shared_context(pair, one(i), one(j)) >= CONTEXT
}

/// What stands on `side` and what stands across from it, as what stands in `a` and in `b`.
pub fn in_order<T>(side: Side, here: T, there: T) -> (T, T) {
    match side {
        Side::A => (here, there),
        Side::B => (there, here),
    }
}

/// The run of one token.
pub fn one(position: usize) -> Run {
    Run::new(position, position + 1)
}

/// The content words next to a position. Of a negation it is not told what it stands next to.
fn neighbors(tokens: &[Token], position: usize) -> [Option<usize>; 2] {
    let is_neighbor = |at: &usize| tokens[*at].is_content() && !tokens[*at].is("not");
    [
        (0..position).rev().find(is_neighbor),
        (position + 1..tokens.len()).find(is_neighbor),
    ]
}

/// The first content word after `position`.
pub fn content_after(tokens: &[Token], position: usize) -> Option<usize> {
    (position + 1..tokens.len()).find(|position| tokens[*position].is_content())
}

/// The last content word before `position`.
pub fn content_before(tokens: &[Token], position: usize) -> Option<usize> {
    (0..position)
        .rev()
        .find(|position| tokens[*position].is_content())
}

/// Whether the word at `position` tells what happens: a past form, or one that follows an auxiliary.
pub fn is_verb(tokens: &[Token], position: usize) -> bool {
    const AUXILIARIES: [&str; 9] = [
        "to", "will", "would", "can", "could", "may", "might", "must", "should",
    ];
    tokens[position].is_past() || position > 0 && tokens[position - 1].is_one_of(&AUXILIARIES)
}

/// The position of the first content word from `start` on that is no adverb ("officially"), if one comes before any sign and
/// within a few words.
pub fn next_verb(pair: &Pair, side: Side, start: usize) -> Option<usize> {
    let tokens = pair.reading(side).tokens();
    let is_adverb = |position: usize| tokens[position].text.ends_with("ly");
    (start..tokens.len().min(start + REACH as usize))
        .take_while(|position| tokens[*position].is_word() || tokens[*position].is_content())
        .find(|position| tokens[*position].is_content() && !is_adverb(*position))
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
