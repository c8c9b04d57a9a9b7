//! One claim has a plain word where the other has one that takes sides.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Signal;
use super::place::{mark, share_neighbor, shared_context, words};
use crate::align::Pair;
use crate::model::{Finding, Kind, Side};
use crate::text::lexicon;
use crate::text::stem::EnglishStemmer;
use crate::text::token::Run;

/// See the module.
pub struct Framing;

/// So many corresponding words must stand around both words.
const CONTEXT: usize = 2;

/// Stems of a plain word and of one that takes sides.
static LOADED: LazyLock<HashSet<(String, String)>> = LazyLock::new(|| {
    let stemmer = EnglishStemmer::new();
    let stems = |words: &str| -> Vec<String> {
        words
            .split_whitespace()
            .map(|word| stemmer.stem(word))
            .collect()
    };
    let lines = lexicon::entries(include_str!("../../text/data/loaded_words.txt"));
    let pairs = lines
        .filter_map(|line| line.split_once('/'))
        .flat_map(|(plain, loaded)| {
            let loaded = stems(loaded);
            stems(plain).into_iter().flat_map(move |plain| {
                let plain = move |loaded| (plain.clone(), loaded);
                loaded.clone().into_iter().map(plain)
            })
        });
    pairs.collect()
});

impl Signal for Framing {
    fn name(&self) -> &'static str {
        "framing"
    }

    fn summary(&self) -> &'static str {
        "one claim has a plain word where the other has one that takes sides"
    }

    fn kind(&self) -> Kind {
        Kind::Framing
    }

    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let (a, b) = (pair.a.tokens(), pair.b.tokens());
        let is_loaded = |i: usize, j: usize| {
            let (one, another) = (a[i].stem.to_string(), b[j].stem.to_string());
            LOADED.contains(&(one.clone(), another.clone())) || LOADED.contains(&(another, one))
        };
        let content = |position: &usize| a[*position].is_content();
        let found = (0..a.len())
            .filter(content)
            .flat_map(|i| (0..b.len()).map(move |j| (i, j)))
            .filter(|(_, j)| b[*j].is_content())
            .filter(|(i, j)| is_loaded(*i, *j) && share_neighbor(pair, *i, *j))
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
