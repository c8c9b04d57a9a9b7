//! One claim has a plain word where the other has one that takes sides.

use std::sync::LazyLock;

use foldhash::HashMap;
use itertools::Itertools;

use super::Signal;
use super::place::{mark, share_neighbor, shared_context, words};
use crate::align::Pair;
use crate::model::{Finding, Kind, Side};
use crate::text::lexicon;
use crate::text::stem::EnglishStemmer;
use crate::text::token::{Run, Token};

/// See the module.
pub struct Framing;

/// So many corresponding words must stand around both words.
const CONTEXT: usize = 2;

/// Each stem of a plain word with those of the words that take sides, and the other way round.
static LOADED: LazyLock<HashMap<Box<str>, Vec<Box<str>>>> = LazyLock::new(|| {
    let stemmer = EnglishStemmer::new();
    let stems = |words: &str| -> Vec<Box<str>> {
        words
            .split_whitespace()
            .map(|word| stemmer.stem(word))
            .collect()
    };
    let mut loaded: HashMap<Box<str>, Vec<Box<str>>> = HashMap::default();
    let lines = lexicon::entries(include_str!("../../text/data/loaded_words.txt"));
    for (plain, sided) in lines.filter_map(|line| line.split_once('/')) {
        for (one, other) in stems(plain).into_iter().cartesian_product(stems(sided)) {
            loaded.entry(one.clone()).or_default().push(other.clone());
            loaded.entry(other).or_default().push(one);
        }
    }
    loaded
});

impl Signal for Framing {
    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let (a, b) = (pair.a.tokens(), pair.b.tokens());
        let places = a.iter().enumerate().flat_map(|(i, token)| {
            let others = LOADED.get(&*token.stem).into_iter();
            others.flat_map(move |others| {
                let is_other = |it: &Token| others.contains(&it.stem);
                b.iter().positions(is_other).map(move |j| (i, j))
            })
        });
        let found = places
            .filter(|(i, j)| share_neighbor(pair, *i, *j))
            .map(|(i, j)| (Run::new(i, i + 1), Run::new(j, j + 1)))
            .find(|(i, j)| shared_context(pair, *i, *j) >= CONTEXT);
        found
            .map(|(i, j)| finding(pair, i, j))
            .into_iter()
            .collect()
    }
}

fn finding(pair: &Pair, one: Run, another: Run) -> Finding {
    Finding {
        code: "framing/loaded-word",
        kind: Kind::Framing,
        conflict: false,
        marks: vec![
            mark(pair, Side::A, one, None),
            mark(pair, Side::B, another, None),
        ],
        note: format!(
            "One says \"{}\" where the other says \"{}\".",
            words(pair, Side::A, one),
            words(pair, Side::B, another)
        ),
    }
}
