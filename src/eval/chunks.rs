//! How well corresponding words are found, against phrases that people have joined (interpretable similarity: iSTS).

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use super::gold::lines;
use super::labels::Tally;
use super::whole;
use crate::align;
use crate::align::model::Weights;
use crate::error::Error;
use crate::model::{ClaimIndex, Collection, SourceIndex, Span};
use crate::reconcile::profiles;

/// Two sentences with the phrases of one that people joined to phrases of the other.
#[derive(Clone, Debug, Deserialize)]
pub struct JoinedSentences {
    /// One sentence, its words parted by blanks.
    pub sent_a: String,
    /// The other.
    pub sent_b: String,
    /// Which phrases belong together.
    pub alignments: Vec<JoinedPhrases>,
}

/// Two phrases that belong together.
#[derive(Clone, Debug, Deserialize)]
pub struct JoinedPhrases {
    /// The places of its words, from 1; 0 stands for none.
    pub a: Vec<usize>,
    /// Those of the other phrase.
    pub b: Vec<usize>,
    /// In what way they belong together.
    #[serde(rename = "type")]
    pub relation: String,
}

/// What people write where a phrase has no partner.
const ALONE: &str = "NOALI";

impl JoinedPhrases {
    /// All pairs of a word of one with a word of the other.
    fn words(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let joined = self.relation != ALONE;
        let a = self.a.iter().filter(move |word| joined && **word > 0);
        a.flat_map(|a| {
            self.b
                .iter()
                .filter(|b| **b > 0)
                .map(move |b| (a - 1, b - 1))
        })
    }
}

/// How many pairs were found.
#[derive(Clone, Debug, Default)]
pub struct ChunkScore {
    /// Pairs of words.
    pub words: Tally,
    /// Pairs of phrases; two were found to belong together if any of their words were.
    pub phrases: Tally,
    /// All pairs of words of these phrases: as if the aligner had said for whole phrases what it said for some of their words.
    pub spread: Tally,
}

/// Reads sentences, one pair a line.
///
/// # Errors
/// If the file is missing or malformed.
pub fn load(path: &Path) -> Result<Vec<JoinedSentences>, Error> {
    lines(path)
}

/// Aligns the words of all sentences; each is an article of its own.
///
/// # Errors
/// If a sentence is empty.
pub fn score(pairs: &[JoinedSentences], weights: &Weights) -> Result<ChunkScore, Error> {
    let mut score = ChunkScore::default();
    for pair in pairs {
        let found = corresponding(pair, weights)?;
        let known: BTreeSet<_> = pair
            .alignments
            .iter()
            .flat_map(JoinedPhrases::words)
            .collect();
        let joined = |phrases: &&JoinedPhrases| phrases.words().any(|pair| found.contains(&pair));
        let hit: Vec<_> = pair.alignments.iter().filter(joined).collect();
        let phrases = pair
            .alignments
            .iter()
            .filter(|phrases| phrases.words().next().is_some());
        let stray = found.difference(&known).count();
        let spread: BTreeSet<_> = hit.iter().flat_map(|phrases| phrases.words()).collect();
        add(&mut score.words, found.len() - stray, stray, known.len());
        add(&mut score.phrases, hit.len(), stray, phrases.count());
        add(&mut score.spread, spread.len(), stray, known.len());
    }
    Ok(score)
}

fn add(tally: &mut Tally, right: usize, wrong: usize, known: usize) {
    tally.right += right;
    tally.wrong += wrong;
    tally.missed += known - right;
}

/// The places of words that the aligner takes for corresponding.
fn corresponding(
    pair: &JoinedSentences,
    weights: &Weights,
) -> Result<BTreeSet<(usize, usize)>, Error> {
    let cut = [
        whole::source("a", &pair.sent_a)?,
        whole::source("b", &pair.sent_b)?,
    ];
    let collection = Collection::new(cut);
    let profiles = profiles(&collection, None);
    let (a, b) = (ClaimIndex(0), ClaimIndex(1));
    let (compared, _) = align::compare(&collection, &profiles, weights, a, b);
    let words = [0, 1].map(|source| words(&collection.source(SourceIndex(source)).text));
    let place = |words: &[Span], span: Span| {
        words
            .iter()
            .position(|word| word.start <= span.start && span.end <= word.end)
    };
    let spans = compared.spans(&profiles).into_iter();
    let places = spans.filter_map(|(a, b)| Some((place(&words[0], a)?, place(&words[1], b)?)));
    Ok(places.collect())
}

/// Where the words are that blanks part.
fn words(text: &str) -> Vec<Span> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let spans = text
        .split_whitespace()
        .map(|word| Span::new(start(word)..start(word) + word.len()));
    spans.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_by_the_phrases_they_are_in() {
        let pair: JoinedSentences = serde_json::from_str(
            r#"{"sent_a": "Storm hits the old town", "sent_b": "Storm strikes old town today", "alignments": [
                {"a": [1], "b": [1], "type": "EQUI"}, {"a": [3, 4, 5], "b": [3, 4], "type": "EQUI"},
                {"a": [2], "b": [2], "type": "EQUI"}, {"a": [0], "b": [5], "type": "NOALI"}]}"#,
        )
        .expect("well-formed");
        let score = score(&[pair], Weights::shipped()).expect("not empty");
        assert!(score.words.right >= 3, "{score:?}");
        assert_eq!(
            (
                score.words.wrong,
                score.phrases.right + score.phrases.missed
            ),
            (0, 3)
        );
        assert_eq!(score.spread.right + score.spread.missed, 8);
    }
}
