//! What a claim denies.

use std::sync::LazyLock;

use super::clause::rest_of_clause;
use super::lexicon;
use super::phrase::Phrases;
use super::token::{Run, Token};

/// A negation and the words it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Negation {
    /// "not", "never", "no", "without", "failed to", ...
    pub cue: Run,
    /// The words that it turns round.
    pub scope: Run,
}

/// The negations of a claim, in order. "not only" and "no doubt" are none, and "no more than 10" bounds a number.
pub fn negations(tokens: &[Token]) -> Vec<Negation> {
    CUES.find(tokens)
        .filter(|(_, negates)| **negates)
        .map(|(cue, _)| Negation {
            cue,
            scope: rest_of_clause(tokens, cue.end as usize, REACH),
        })
        .filter(|negation| !negation.scope.is_empty())
        .collect()
}

/// A negation covers at most so many tokens.
const REACH: usize = 40;

/// Cues, and whether they negate or only look like it.
static CUES: LazyLock<Phrases<bool>> = LazyLock::new(|| {
    let listed = lexicon::phrases(include_str!("data/negations.txt"));
    // "none" is a cue itself: only the phrases listed behind it are harmless.
    Phrases::new(listed.map(|(phrase, cue)| (phrase, cue != "none" || phrase == "none")))
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    #[test]
    fn negations_cover_the_rest_of_their_clause() {
        for (text, expected) in [
            (
                "He will not be joining the talks.",
                "not → be joining the talks",
            ),
            ("He won't go, but she will.", "n't → go"),
            (
                "Putin does not want peace and has warned us.",
                "not → want peace",
            ),
            (
                "No additional specifics were provided.",
                "No → additional specifics were provided",
            ),
            ("They left without a deal.", "without → a deal"),
            ("He failed to win, she said.", "failed to → win"),
            ("He denied the charges.", "denied → the charges"),
            (
                "He is no longer the head of office.",
                "no longer → the head of office",
            ),
            ("He is not only rich.", ""),
            ("There is no doubt it is so.", ""),
            ("No more than 10 came.", ""),
            ("No. 10 came first.", ""),
        ] {
            let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
            let words = |run: Run| run.span(&tokens).of(text);
            let found = negations(&tokens);
            let shown: Vec<_> = found
                .iter()
                .map(|negation| format!("{} → {}", words(negation.cue), words(negation.scope)))
                .collect();
            assert_eq!(shown.join("; "), expected, "{text}");
        }
    }
}
