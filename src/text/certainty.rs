//! How sure a claim is of what it says, and how far along it says things are.

use std::sync::LazyLock;

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
    /// The words it covers: those that follow, up to the end of the clause.
    pub scope: Run,
    /// How sure it leaves them.
    pub level: Level,
}

/// A cue covers at most this many tokens: in longer clauses the words further off are seldom what it weakens.
const REACH: usize = 12;

static CUES: LazyLock<Phrases<Level>> = LazyLock::new(|| {
    let list = lexicon::phrases(include_str!("data/certainty.txt"));
    Phrases::new(list.filter_map(|(phrase, name)| {
        let level = Level::CUED.into_iter().find(|level| level.name() == name)?;
        Some((phrase, level))
    }))
});

/// Words that begin another clause, beyond which a cue does not reach.
static CLAUSE_OPENERS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let openers = lexicon::entries(include_str!("data/clause_openers.txt"));
    Phrases::new(
        openers
            .flat_map(str::split_whitespace)
            .map(|word| (word, ())),
    )
});

/// The cues of a claim, in order; what no cue covers is asserted.
pub fn cues(tokens: &[Token]) -> Vec<CertaintyCue> {
    let found = CUES.find(tokens).map(|(cue, level)| CertaintyCue {
        cue,
        scope: clause_after(tokens, cue.end as usize),
        level: *level,
    });
    found.collect()
}

/// The words from `start` up to the end of the clause.
fn clause_after(tokens: &[Token], start: usize) -> Run {
    let last = tokens.len().min(start + REACH);
    let ends = |position: &usize| {
        is_clause_mark(&tokens[*position]) || CLAUSE_OPENERS.at(tokens, *position).is_some()
    };
    let end = (start..last).find(ends).unwrap_or(last);
    Run::new(start, end)
}

fn is_clause_mark(token: &Token) -> bool {
    matches!(
        &*token.text,
        "," | ";" | ":" | "." | "\"" | "(" | ")" | "--" | "—"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    fn levels(text: &str) -> Vec<(String, String, Level)> {
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
            levels("The dam may burst, and the town was expected to be cleared before noon.");
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
        assert_eq!(levels("The dam burst at noon."), []);
    }
}
