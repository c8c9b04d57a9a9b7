//! The word lists under `data/`, read once when first needed.
//!
//! A list holds one entry a line; `#` starts a comment, blank lines count for nothing. A list of words has several a line.

use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};

/// The entries of a word list.
pub fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty())
}

/// The words of a list.
pub fn words(list: &'static str) -> HashSet<&'static str> {
    // A word of a list and its blank take about eight bytes: room for all saves moving them as the set grows.
    let mut words = HashSet::with_capacity_and_hasher(list.len() / 8, Default::default());
    words.extend(entries(list).flat_map(str::split_whitespace));
    words
}

/// The lines `meaning: phrase, phrase, ...` of a list, as pairs of phrase and meaning. A meaning is a phrase for itself.
pub fn phrases(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    entries(list).flat_map(|line| {
        let (meaning, phrases) = line.split_once(": ").unwrap_or((line, ""));
        // A comma that is part of a phrase stands between blanks.
        let phrases = phrases.split(", ").map(str::trim);
        let others = phrases.filter(|phrase| !phrase.is_empty());
        std::iter::once(meaning)
            .chain(others)
            .map(move |phrase| (phrase, meaning))
    })
}

/// Words that carry structure rather than content: articles, pronouns, prepositions, auxiliaries.
/// Negations, modal verbs and number words are not among them: they decide what a claim says.
pub static FUNCTION_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("data/function_words.txt")));

/// Past forms of verbs that do not end in "ed", each with its verb.
pub static IRREGULAR_PASTS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    phrases(include_str!("data/irregular_verbs.txt"))
        .filter(|(form, verb)| form != verb)
        .collect()
});
