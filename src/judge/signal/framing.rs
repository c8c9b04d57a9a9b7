//! One claim has a plain word where the other has one that takes sides.

use std::sync::LazyLock;

use foldhash::HashMap;
use itertools::Itertools;

use super::Signal;
use super::mutual::answering;
use super::place::{mark, one, share_neighbor, shared_context, words};
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
        let (here, there) = (listed(a), listed(b));
        let differing = answering(&here, &there, |i, j| {
            LOADED[&a[*i].stem].contains(&b[*j].stem)
                && share_neighbor(pair, *i, *j)
                && shared_context(pair, one(*i), one(*j)) >= CONTEXT
        });
        differing
            .map(|(i, j)| finding(pair, one(*i), one(*j)))
            .collect()
    }
}

/// Where words of the table stand.
fn listed(tokens: &[Token]) -> Vec<usize> {
    let is_listed = |token: &Token| LOADED.contains_key(&token.stem);
    tokens.iter().positions(is_listed).collect()
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
