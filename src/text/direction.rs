//! Which way a verb leads: "into the harbour", "over the harbour"; "left for Rome", "left Rome".

use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};

use super::lexicon;
use super::stem::EnglishStemmer;
use super::token::{Token, TokenClass};

/// A verb, what joins it to a noun, and that noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Direction<'a> {
    /// Position of the verb.
    pub verb: usize,
    /// The preposition between both, and where it stands; none for the object of a verb of leaving.
    pub preposition: Option<(usize, &'a str)>,
    /// Position of the first word after the preposition and its article that says something.
    pub noun: usize,
}

impl Direction<'_> {
    /// Whether the prepositions lead different ways.
    pub fn opposes(&self, other: &Direction) -> bool {
        match (self.preposition, other.preposition) {
            (Some((_, one)), Some((_, another))) => {
                let (sides, others) = (sides(one), sides(another));
                sides
                    .iter()
                    .any(|(line, left)| others.contains(&(*line, !left)))
            }
            (None, Some((_, goal))) | (Some((_, goal)), None) => goal == "for",
            (None, None) => false,
        }
    }
}

/// Between a verb and its preposition stand at most so many words, adverbs ("directly into").
const ADVERBS: usize = 1;

/// The directions of a claim, in order.
pub fn directions(tokens: &[Token]) -> Vec<Direction<'_>> {
    let by_preposition = (1..tokens.len()).filter_map(|at| by_preposition(tokens, at));
    let of_leaving = (0..tokens.len()).filter_map(|at| left_behind(tokens, at));
    by_preposition.chain(of_leaving).collect()
}

fn by_preposition(tokens: &[Token], at: usize) -> Option<Direction<'_>> {
    let preposition = &*tokens[at].text;
    if sides(preposition).is_empty() {
        return None;
    }
    let is_adverb = |token: &Token| token.text.ends_with("ly");
    let adverbs = tokens[..at]
        .iter()
        .rev()
        .take_while(|token| is_adverb(token));
    let verb = at.checked_sub(1 + adverbs.take(ADVERBS).count())?;
    let is_verb = tokens[verb].class == TokenClass::Content && !tokens[verb].capital;
    Some(Direction {
        verb: is_verb.then_some(verb)?,
        preposition: Some((at, preposition)),
        noun: noun_from(tokens, at + 1)?,
    })
}

/// The object of a verb of leaving.
fn left_behind(tokens: &[Token], verb: usize) -> Option<Direction<'_>> {
    if !LEAVING.contains(&*tokens[verb].stem) {
        return None;
    }
    let noun = noun_from(tokens, verb + 1)?;
    tokens[noun].capital.then_some(Direction {
        verb,
        preposition: None,
        noun,
    })
}

/// The first word that says something, directly from `start` on or after an article.
fn noun_from(tokens: &[Token], start: usize) -> Option<usize> {
    let article = tokens
        .get(start)?
        .is_one_of(&["the", "a", "an", "his", "her", "its", "their"]);
    let noun = start + usize::from(article);
    tokens.get(noun)?.is_content().then_some(noun)
}

/// On which lines of the table a preposition stands, and whether left of the stroke.
fn sides(preposition: &str) -> &'static [(usize, bool)] {
    SIDES.get(preposition).map_or(&[], Vec::as_slice)
}

static SIDES: LazyLock<HashMap<&'static str, Vec<(usize, bool)>>> = LazyLock::new(|| {
    let mut sides: HashMap<&str, Vec<(usize, bool)>> = HashMap::default();
    for (line, words) in lexicon::entries(include_str!("data/directions.txt")).enumerate() {
        for (left, words) in [true, false].into_iter().zip(words.split('/')) {
            for word in words.split_whitespace() {
                sides.entry(word).or_default().push((line, left));
            }
        }
    }
    sides
});

/// Stems.
static LEAVING: LazyLock<HashSet<Box<str>>> = LazyLock::new(|| {
    let stemmer = EnglishStemmer::new();
    let verbs = lexicon::words(include_str!("data/leaving_verbs.txt"));
    verbs.into_iter().map(|verb| stemmer.stem(verb)).collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::token::tokenize;

    #[test]
    fn prepositions_lead_from_a_verb_to_a_noun() {
        for (text, expected) in [
            ("She looked directly into the camera.", "looked into camera"),
            ("He left for Oslo.", "left for Oslo"),
            ("He left Oslo.", "left - Oslo"),
            ("A talk with nobody.", "talk with nobody"),
        ] {
            let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
            let word = |position: usize| tokens[position].span.of(text);
            let found = directions(&tokens);
            let shown: Vec<_> = found
                .iter()
                .map(|it| {
                    let preposition = it.preposition.map_or("-", |(_, word)| word);
                    format!("{} {preposition} {}", word(it.verb), word(it.noun))
                })
                .collect();
            assert_eq!(shown.join("; "), expected, "{text}");
        }
    }
}
