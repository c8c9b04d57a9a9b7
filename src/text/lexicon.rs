//! The word lists under `data/`, read once when first needed.
//!
//! A list holds one entry a line; `#` starts a comment, blank lines count for nothing.

use std::collections::HashSet;
use std::sync::LazyLock;

/// The entries of a word list.
pub fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty())
}

/// Words that carry structure rather than content: articles, pronouns, prepositions, auxiliaries.
/// Negations, modal verbs and number words are not among them: they decide what a claim says.
pub static FUNCTION_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    entries(include_str!("data/function_words.txt"))
        .flat_map(str::split_whitespace)
        .collect()
});
