//! Verbs that make their subject a speaker.

use std::sync::LazyLock;

use crate::text::lexicon;
use crate::text::phrase::Phrases;
use crate::text::token::Token;

/// How much a verb says of its subject being a speaker.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// "said": always.
    Speech,
    /// "believes", "shows": where a statement or an aim follows.
    Stance,
    /// "continued": next to a quotation.
    Quoting,
}

/// Verbs of which the subject may be a speaker.
pub static VERBS: LazyLock<Phrases<Verb>> = LazyLock::new(|| {
    let listed = |list, verb| {
        lexicon::entries(list)
            .flat_map(str::split_whitespace)
            .map(move |word| (word, verb))
    };
    let speech = listed(include_str!("../data/speech_verbs.txt"), Verb::Speech);
    let stances = listed(include_str!("../data/stance_verbs.txt"), Verb::Stance);
    let quoting = listed(include_str!("../data/quoting_verbs.txt"), Verb::Quoting);
    Phrases::new(speech.chain(stances).chain(quoting))
});

/// The form of a verb.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "said".
    Past,
    /// "says", "say": nouns may look the same ("claims", "reports").
    Present,
    /// "saying".
    Participle,
}

/// The form in which a verb stands.
pub fn form(token: &Token) -> Form {
    if token.is_past() || token.is("said") {
        Form::Past
    } else if token.text.ends_with("ing") {
        Form::Participle
    } else {
        Form::Present
    }
}

/// Whether a word that shares its stem with a verb of speech is a noun or an adjective: "supporter", "announcement".
pub fn is_noun(token: &Token) -> bool {
    let mut endings = NOUN_ENDINGS.iter();
    endings.any(|ending| token.text.ends_with(ending))
}

/// Endings of such nouns and adjectives.
const NOUN_ENDINGS: [&str; 14] = [
    "er", "ers", "or", "ors", "ion", "ions", "ment", "ments", "able", "ance", "ive", "al", "als",
    "ant",
];
