//! Where clauses end, as far as it can be told without a parser.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::lexicon;
use super::token::{Run, Token};

/// The words from `start` to the end of their clause, at most `most` of them: up to punctuation, a word that begins another
/// clause, or "and" before another verb or subject.
pub fn rest_of_clause(tokens: &[Token], start: usize, most: usize) -> Run {
    let start = start.min(tokens.len());
    let last = tokens.len().min(start + most);
    let end = (start..last)
        .find(|at| ends_clause(tokens, *at))
        .unwrap_or(last);
    Run::new(start, end)
}

/// The clause in which a word turns round the words after it: from the end of the clause before to the end of `after`.
pub fn clause_around(tokens: &[Token], word: Run, after: Run) -> Run {
    let start = (0..word.start as usize)
        .rev()
        .find(|at| ends_clause(tokens, *at))
        .map_or(0, |end| end + 1);
    Run::new(start, after.end as usize)
}

/// A noun with what describes it has at most so many tokens.
const LONGEST_NOUN: usize = 12;

/// The noun phrase that follows an adjective: content words, possessives and hyphens.
pub fn noun_after(tokens: &[Token], start: usize) -> Run {
    let start = start.min(tokens.len());
    let length = tokens[start..]
        .iter()
        .take(LONGEST_NOUN)
        .take_while(|token| token.is_content() || token.is_one_of(&["-", "'s"]))
        .count();
    Run::new(start, start + length)
}

/// Whether the token at `position` ends the clause before it.
pub fn ends_clause(tokens: &[Token], position: usize) -> bool {
    let token = &tokens[position];
    let next = || tokens.get(position + 1);
    token.is_one_of(&PUNCTUATION)
        || CONNECTORS.contains(&*token.text)
        || token.is_one_of(&["and", "or"]) && next().is_some_and(begins_clause)
}

const PUNCTUATION: [&str; 12] = [
    ",", ";", ":", ".", "!", "?", "--", "\"", "(", ")", "|", "...",
];

/// Words that begin another clause.
static CONNECTORS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/clause_openers.txt")));

/// Whether a word after "and" begins a clause of its own: an auxiliary, a subject, a verb in the past.
fn begins_clause(token: &Token) -> bool {
    const VERBS_AND_SUBJECTS: [&str; 30] = [
        "has", "have", "had", "is", "are", "was", "were", "will", "would", "can", "could", "may",
        "might", "should", "must", "did", "does", "do", "not", "he", "she", "it", "they", "we",
        "i", "you", "that", "said", "says", "then",
    ];
    token.is_one_of(&VERBS_AND_SUBJECTS) || token.is_past()
}
