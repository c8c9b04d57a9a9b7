//! Phrases of several words that say the opposite of others: "vote against", "step down".

use std::sync::LazyLock;

use super::lexicon;
use super::phrase::Phrases;
use super::token::{Run, Token};

/// A word or phrase that others of the table contradict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Its words.
    pub run: Run,
    /// Where it stands in the table.
    poles: &'static [(usize, bool)],
}

impl Stand {
    /// Whether both contradict each other, and at least one of them is a phrase: of single words the list of antonyms knows.
    pub fn opposes(&self, other: &Stand) -> bool {
        let is_phrase = |stand: &Stand| stand.run.range().len() > 1;
        let across = |(line, left): &(usize, bool)| other.poles.contains(&(*line, !left));
        (is_phrase(self) || is_phrase(other)) && self.poles.iter().any(across)
    }
}

/// The words and phrases of a claim that others contradict, in order and apart from each other.
pub fn stands(tokens: &[Token]) -> Vec<Stand> {
    let found = STANDS.find(tokens);
    found.map(|(run, poles)| Stand { run, poles }).collect()
}

/// Phrase → on which lines it stands, and whether left of the stroke.
static STANDS: LazyLock<Phrases<Vec<(usize, bool)>>> = LazyLock::new(|| {
    let mut listed: Vec<(&str, (usize, bool))> = Vec::new();
    let lines = lexicon::entries(include_str!("data/opposite_phrases.txt")).enumerate();
    for (line, (left, right)) in lines.filter_map(|(at, line)| Some((at, line.split_once('/')?))) {
        for (phrases, is_left) in [(left, true), (right, false)] {
            listed.extend(
                phrases
                    .split(',')
                    .map(|phrase| (phrase.trim(), (line, is_left))),
            );
        }
    }
    listed.sort_unstable();
    let groups = listed.chunk_by(|(one, _), (another, _)| one == another);
    Phrases::new(groups.map(|group| {
        let poles = group.iter().map(|(_, pole)| *pole).collect();
        (group[0].0, poles)
    }))
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    fn oppose(one: &str, another: &str) -> bool {
        let stands = |text: &str| {
            let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
            stands(&tokens)
        };
        let others = stands(another);
        stands(one)
            .iter()
            .any(|stand| others.iter().any(|other| stand.opposes(other)))
    }

    #[test]
    fn phrases_oppose_words_and_phrases_across_from_them() {
        for (one, another) in [
            ("She voted against it", "She approved it"),
            ("He stepped down", "He was fired"),
            ("They voted for it", "They voted against it"),
        ] {
            assert!(
                oppose(one, another) && oppose(another, one),
                "{one} / {another}"
            );
        }
        for (one, another) in [
            ("He stepped down", "He resigned"),
            ("They stepped up", "He was fired"),
            ("He was fired", "He resigned"),
        ] {
            assert!(!oppose(one, another), "{one} / {another}");
        }
    }
}
