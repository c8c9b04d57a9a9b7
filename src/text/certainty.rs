//! How sure a claim is of what it says, and how far along it says things are.

use std::sync::LazyLock;

use super::clause::{noun_after, rest_of_clause};
use super::lexicon;
use super::phrase::Phrases;
use super::token::{Run, Token};

/// The ladder of certainty, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// "may", "could", "possible".
    Possible,
    /// "hopes", "wants", "seeks": wished for.
    Wished,
    /// "plans", "will", "set to", "scheduled", "due": intended; one degree, however it is worded.
    Planned,
    /// "expected", "likely", "reportedly": held probable.
    Expected,
    /// "temporary": so, but not for good.
    Temporary,
    /// Stated as a fact.
    Asserted,
}

impl Level {
    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Level::Possible => "possible",
            Level::Wished => "wished",
            Level::Planned => "planned",
            Level::Expected => "expected",
            Level::Temporary => "temporary",
            Level::Asserted => "asserted",
        }
    }

    fn by_name(name: &str) -> Option<Self> {
        use Level::{Expected, Planned, Possible, Temporary, Wished};
        [Possible, Wished, Planned, Expected, Temporary]
            .into_iter()
            .find(|level| level.name() == name)
    }
}

/// Words that put less than a plain assertion on what follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertaintyCue {
    /// "may", "is expected to", "temporary".
    pub cue: Run,
    /// The words it covers.
    pub scope: Run,
    /// How sure it leaves them.
    pub level: Level,
}

/// The cues of a claim, in order; what no cue covers is asserted. Before a noun a cue covers the noun, elsewhere the rest of
/// its clause.
pub fn cues(tokens: &[Token]) -> Vec<CertaintyCue> {
    let mut found: Vec<CertaintyCue> = Vec::new();
    let mut position = 0;
    while position < tokens.len() {
        let cue = if is_name(tokens, position) {
            None
        } else {
            cue_at(tokens, position)
        };
        position = cue
            .as_ref()
            .map_or(position + 1, |cue| cue.cue.end as usize);
        found.extend(cue);
    }
    found
}

fn cue_at(tokens: &[Token], position: usize) -> Option<CertaintyCue> {
    if let Some((cue, level)) = OF_NOUNS.at(tokens, position) {
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
    let scope = rest_of_clause(tokens, cue.end as usize);
    (!scope.is_empty()).then_some(CertaintyCue {
        cue,
        scope,
        level: *level,
    })
}

/// Whether "May" or "Will" is a month or a person, or "will" a noun.
fn is_name(tokens: &[Token], position: usize) -> bool {
    let token = &tokens[position];
    let before = position.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(position + 1);
    let owned = || {
        before.is_some_and(|token| {
            token.is_one_of(&[
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
        })
    };
    let capital = || {
        token.capital && (position > 0 || after.is_some_and(|next| next.capital || !next.is_word()))
    };
    token.is_one_of(&["may", "will", "might"]) && (capital() || token.is("will") && owned())
}

fn table(list: &'static str) -> Phrases<Level> {
    let listed = lexicon::phrases(list);
    // The name of a level is a word for it only where it is listed as one.
    let listed = listed.filter_map(|(phrase, level)| Some((phrase, Level::by_name(level)?)));
    Phrases::new(listed)
}

static CUES: LazyLock<Phrases<Level>> = LazyLock::new(|| table(include_str!("data/certainty.txt")));

static OF_NOUNS: LazyLock<Phrases<Level>> =
    LazyLock::new(|| table(include_str!("data/certainty_of_nouns.txt")));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    #[test]
    fn cues_leave_their_scope_at_a_level() {
        for (text, expected) in [
            (
                "Ukraine may agree to the deal, while he left.",
                "may possible → agree to the deal",
            ),
            (
                "They will meet on Tuesday.",
                "will planned → meet on Tuesday",
            ),
            ("They are set to meet.", "set to planned → meet"),
            (
                "They were to meet in Riyadh.",
                "were to planned → meet in Riyadh",
            ),
            ("He is expected to attend.", "expected expected → to attend"),
            ("She hopes to win.", "hopes to wished → win"),
            (
                "a temporary suspension of aid",
                "temporary temporary → suspension",
            ),
            ("a possible deal with Iran", "possible possible → deal"),
            ("It fell due to tensions.", ""),
            ("In May he left his will to Will Smith.", ""),
            ("They met on Tuesday.", ""),
        ] {
            let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
            let words = |run: Run| run.span(&tokens).of(text);
            let found = cues(&tokens);
            let shown: Vec<_> = found
                .iter()
                .map(|cue| {
                    format!(
                        "{} {} → {}",
                        words(cue.cue),
                        cue.level.name(),
                        words(cue.scope)
                    )
                })
                .collect();
            assert_eq!(shown.join("; "), expected, "{text}");
        }
    }
}
