//! How alike two claims are worded.

use foldhash::HashSet;

use crate::align::Pair;
use crate::text::token::{Token, TokenClass};

/// Whether both claims are the same words, whatever their punctuation and spelling variants.
pub fn verbatim(pair: &Pair) -> bool {
    words(pair.a.tokens()).eq(words(pair.b.tokens()))
}

/// The share of the shorter claim's pairs of neighbouring words that stand in the other claim too, from 0 to 1.
///
/// Word pairs tell copied wording from shared vocabulary better than words do, and do not depend on where they stand.
pub fn shared_word_pairs(pair: &Pair) -> f64 {
    let (a, b) = (word_pairs(pair.a.tokens()), word_pairs(pair.b.tokens()));
    let shorter = a.len().min(b.len());
    if shorter == 0 {
        return 0.0;
    }
    a.intersection(&b).count() as f64 / shorter as f64
}

fn word_pairs(tokens: &[Token]) -> HashSet<(&str, &str)> {
    words(tokens).zip(words(tokens).skip(1)).collect()
}

fn words(tokens: &[Token]) -> impl Iterator<Item = &str> {
    tokens
        .iter()
        .filter(|token| token.class != TokenClass::Symbol)
        .map(|token| &*token.stem)
}
