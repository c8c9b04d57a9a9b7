//! How a claim puts a word: as a fact, or denied, planned, possible, open.

use crate::align::Reading;
use crate::text::certainty::Level;
use crate::text::polarity::Negation;
use crate::text::token::Token;

/// A negation may turn round words up to so many tokens after it.
const NEGATION_REACH: usize = 8;

/// Whether a claim puts the word at `position` as a fact: it is not denied, open, or only the means or matter of something
/// else ("by putting").
pub fn is_asserted(reading: &Reading, position: usize) -> bool {
    is_said(reading, position) && !is_hedged(reading, position)
}

/// The same, or as planned, likely or possible.
pub fn is_said(reading: &Reading, position: usize) -> bool {
    const PREPOSITIONS: [&str; 9] = [
        "by", "for", "of", "from", "without", "about", "against", "before", "after",
    ];
    let tokens = reading.tokens();
    let is_matter = tokens[position].text.ends_with("ing")
        && position > 0
        && tokens[position - 1].is_one_of(&PREPOSITIONS);
    !is_matter && !is_negated(reading, position) && !is_open(tokens, position)
}

/// Whether a negation stands before the word at `position`, be it in an earlier clause or outside a quotation.
pub fn is_negated(reading: &Reading, position: usize) -> bool {
    let mut negations = reading.profile.negations.iter();
    let follows = |negation: &Negation| {
        let end = negation.cue.end as usize;
        end <= position && position < end + NEGATION_REACH
    };
    let before = &reading.tokens()[position.saturating_sub(NEGATION_REACH)..position];
    negations.any(follows)
        || before
            .iter()
            .any(|token| token.is_one_of(&["not", "never", "no"]))
}

/// Whether the word at `position` is told as planned, likely or possible only. What is so for now, as "temporary" says, is so.
pub fn is_hedged(reading: &Reading, position: usize) -> bool {
    let mut cues = reading.profile.certainty.iter();
    cues.any(|cue| cue.level != Level::Provisional && cue.scope.holds(position))
}

/// Whether what follows is put as a question, a condition, a lie or a mere chance before `position`.
pub fn is_open(tokens: &[Token], position: usize) -> bool {
    const OPENERS: [&str; 9] = [
        "whether",
        "if",
        "unless",
        "lied",
        "lying",
        "chance",
        "odds",
        "likelihood",
        "probability",
    ];
    tokens[..position]
        .iter()
        .any(|token| token.is_one_of(&OPENERS))
}
