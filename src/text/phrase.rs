//! Tables of phrases that are looked for among the words of a claim.

use foldhash::HashMap;

use super::normal::one_spelling;
use super::stem::EnglishStemmer;
use super::token::{Run, Token};

/// Phrases of one or more words, each with what it means. At any place the longest phrase counts.
///
/// A phrase is written in folded words with blanks between; a word that ends in `+` stands for all its inflections
/// ("fail+ to" is also "failed to").
#[derive(Debug)]
pub struct Phrases<V> {
    /// By the stem of the first word; the longest first.
    by_first: HashMap<Box<str>, Vec<(Vec<Word>, V)>>,
}

#[derive(Debug)]
enum Word {
    Exact(Box<str>),
    Inflected(Box<str>),
}

impl Word {
    fn matches(&self, token: &Token) -> bool {
        match self {
            Word::Exact(text) => *text == token.text,
            Word::Inflected(stem) => *stem == token.stem,
        }
    }
}

impl<V> Phrases<V> {
    /// A table of `phrases` with their meanings.
    pub fn new<'a>(phrases: impl IntoIterator<Item = (&'a str, V)>) -> Self {
        let stemmer = EnglishStemmer::new();
        let mut by_first: HashMap<Box<str>, Vec<(Vec<Word>, V)>> = HashMap::default();
        for (phrase, meaning) in phrases {
            let mut first = None;
            let mut words = Vec::new();
            for written in phrase.split_whitespace() {
                let inflected = written.strip_suffix('+');
                let word = one_spelling(inflected.unwrap_or(written).to_owned());
                first.get_or_insert_with(|| stemmer.stem(&word));
                words.push(match inflected {
                    Some(_) => Word::Inflected(stemmer.stem(&word)),
                    None => Word::Exact(word.into()),
                });
            }
            if let Some(first) = first {
                by_first.entry(first).or_default().push((words, meaning));
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Self { by_first }
    }

    /// The longest phrase that begins at `position`, and what it means.
    pub fn at(&self, tokens: &[Token], position: usize) -> Option<(Run, &V)> {
        let rest = tokens.get(position..)?;
        let candidates = self.by_first.get(&rest.first()?.stem)?;
        candidates
            .iter()
            .find(|(words, _)| {
                words.len() <= rest.len()
                    && words
                        .iter()
                        .zip(rest)
                        .all(|(word, token)| word.matches(token))
            })
            .map(|(words, meaning)| (Run::new(position, position + words.len()), meaning))
    }

    /// All phrases in the tokens, in order and apart from each other.
    pub fn find<'s>(&'s self, tokens: &[Token]) -> impl Iterator<Item = (Run, &'s V)> {
        let mut position = 0;
        std::iter::from_fn(move || {
            while position < tokens.len() {
                if let Some((run, meaning)) = self.at(tokens, position) {
                    position = run.end as usize;
                    return Some((run, meaning));
                }
                position += 1;
            }
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::token::tokenize;

    #[test]
    fn the_longest_phrase_counts_and_inflections_are_found() {
        let table = Phrases::new([("fail+ to", 1), ("fail+ to attend+", 2), ("not", 3)]);
        let text = "He failed to attend and has not been failing to pay.";
        let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
        let found: Vec<_> = table.find(&tokens).map(|(_, meaning)| *meaning).collect();
        assert_eq!(found, [2, 3, 1]);
    }
}
