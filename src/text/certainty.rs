//! How sure a claim is of what it says, and how far along it says things are.

use std::sync::LazyLock;

use super::clause::{noun_after, rest_of_clause};
use super::lexicon;
use super::phrase::Phrases;
use super::token::{Run, Token};

/// The ladder of certainty, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// "may", "could", "possible", "alleged".
    Possible,
    /// "hopes", "wants", "seeks": wished for.
    Wished,
    /// "will", "plans", "set to", "scheduled", "due": intended; one degree, however it is worded.
    Planned,
    /// "expected", "likely", "reportedly": held probable.
    Expected,
    /// "temporary", "paused", "in principle": so for now.
    Provisional,
    /// Stated as a fact.
    Asserted,
}

impl Level {
    /// The levels that words of `data/certainty.txt` stand for.
    const CUED: [Level; 5] = [
        Level::Possible,
        Level::Wished,
        Level::Planned,
        Level::Expected,
        Level::Provisional,
    ];

    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Level::Possible => "possible",
            Level::Wished => "wished",
            Level::Planned => "planned",
            Level::Expected => "expected",
            Level::Provisional => "provisional",
            Level::Asserted => "asserted",
        }
    }
}

/// Words that put less than a plain assertion on what follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertaintyCue {
    /// "may", "is expected to", "temporary".
    pub cue: Run,
    /// The words it covers: those that follow, up to the end of the clause, or the noun after an adjective.
    pub scope: Run,
    /// How sure it leaves them.
    pub level: Level,
}

/// A cue covers at most this many tokens: in longer clauses the words further off are seldom what it weakens.
const REACH: usize = 12;

static CUES: LazyLock<Phrases<Level>> =
    LazyLock::new(|| levels(include_str!("data/certainty.txt")));

/// Adjectives: they cover only the noun that follows.
static ADJECTIVES: LazyLock<Phrases<Level>> =
    LazyLock::new(|| levels(include_str!("data/certainty_of_nouns.txt")));

fn levels(list: &'static str) -> Phrases<Level> {
    Phrases::new(lexicon::phrases(list).filter_map(|(phrase, name)| {
        let level = Level::CUED.into_iter().find(|level| level.name() == name)?;
        Some((phrase, level))
    }))
}

/// The cues of a claim, in order; what no cue covers is asserted.
pub fn cues(tokens: &[Token]) -> Vec<CertaintyCue> {
    let mut found: Vec<CertaintyCue> = Vec::new();
    let mut position = 0;
    while position < tokens.len() {
        let cue = cue_at(tokens, position);
        position = cue
            .as_ref()
            .map_or(position + 1, |cue| cue.cue.end as usize);
        found.extend(cue);
    }
    found
}

fn cue_at(tokens: &[Token], position: usize) -> Option<CertaintyCue> {
    if is_name(tokens, position) {
        return None;
    }
    if let Some((cue, level)) = ADJECTIVES.at(tokens, position) {
        let scope = noun_after(tokens, cue.end as usize);
        if !scope.is_empty() {
            return Some(CertaintyCue {
                cue,
                scope,
                level: *level,
            });
        }
    }
    let (cue, level) = CUES.at(tokens, position)?;
    let scope = rest_of_clause(tokens, cue.end as usize, REACH);
    Some(CertaintyCue {
        cue,
        scope,
        level: *level,
    })
}

/// Whether "May" or "Will" is a month or a person, or "will" a noun.
fn is_name(tokens: &[Token], position: usize) -> bool {
    let token = &tokens[position];
    if !token.is_one_of(&["may", "will"]) {
        return false;
    }
    let after = tokens.get(position + 1);
    let before = position.checked_sub(1).map(|at| &tokens[at]);
    let owned = before.is_some_and(|owner| {
        owner.is_one_of(&[
            "the",
            "a",
            "his",
            "her",
            "their",
            "'s",
            "good",
            "free",
            "political",
        ])
    });
    let name = position > 0 || after.is_some_and(|next| next.capital || !next.is_word());
    token.capital && name || token.is("will") && owned
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    fn levels_in(text: &str) -> Vec<(String, String, Level)> {
        let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
        let words = |run: Run| run.span(&tokens).of(text).to_owned();
        cues(&tokens)
            .into_iter()
            .map(|cue| (words(cue.cue), words(cue.scope), cue.level))
            .collect()
    }

    #[test]
    fn a_cue_covers_what_follows_up_to_the_end_of_the_clause() {
        let found =
            levels_in("The dam may burst, and the town was expected to be cleared before noon.");
        assert_eq!(
            found,
            [
                ("may".into(), "burst".into(), Level::Possible),
                ("expected to".into(), "be cleared".into(), Level::Expected),
            ]
        );
    }

    #[test]
    fn a_plain_assertion_has_no_cue() {
        assert_eq!(levels_in("The dam burst at noon."), []);
    }

    #[test]
    fn an_adjective_covers_its_noun_and_names_are_no_cues() {
        let of_noun = |cue: &str, noun: &str, level| (cue.into(), noun.into(), level);
        for (text, expected) in [
            (
                "It led to a temporary closure of roads.",
                vec![of_noun("temporary", "closure", Level::Provisional)],
            ),
            (
                "A possible deal was signed.",
                vec![of_noun("possible", "deal", Level::Possible)],
            ),
            ("In May he left his will to Will Smith.", vec![]),
            ("It fell due to tensions.", vec![]),
        ] {
            assert_eq!(levels_in(text), expected, "{text}");
        }
    }
}
