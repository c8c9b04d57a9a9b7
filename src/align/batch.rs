//! An archive in batches that are compared one after the other, so that memory need not hold what all of it means.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::background::Background;
use super::related::related_by_words;
use crate::model::{Collection, SourceIndex};
use crate::text::stem::EnglishStemmer;
use crate::text::token::tokenize;

/// What is compared at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The sources that take part.
    pub sources: BTreeSet<SourceIndex>,
    /// Those of them that are compared with each other, the earlier one first, in order.
    pub pairs: Vec<(SourceIndex, SourceIndex)>,
}

/// The pairs of sources whose claims are worth comparing, in order, in batches whose sources have `claims` claims or some more. A
/// source is in several if it is compared with many others.
pub fn batches(collection: &Collection, news: &Background, claims: usize) -> Vec<Batch> {
    let sources = (0..collection.sources().len() as u32).into_par_iter();
    let words = sources.map(|source| content_stems(collection, SourceIndex(source)));
    let words: Vec<_> = words.collect();
    let mut batches = Vec::new();
    let (mut batch, mut size) = (Batch::default(), 0);
    for (one, another) in related_by_words(&words, |stem| news.weight(stem)) {
        for source in [one, another] {
            if batch.sources.insert(source) {
                size += collection.claims_of(source).len();
            }
        }
        batch.pairs.push((one, another));
        if size >= claims {
            batches.push(std::mem::take(&mut batch));
            size = 0;
        }
    }
    batches.extend(Some(batch).filter(|batch| !batch.pairs.is_empty()));
    batches
}

/// The stems of the content words of one source, each once.
fn content_stems(collection: &Collection, source: SourceIndex) -> Vec<Box<str>> {
    let text = &collection.source(source).text;
    let stemmer = EnglishStemmer::new();
    let claims = &collection.claims()[collection.claims_of(source)];
    let tokens = claims
        .iter()
        .flat_map(|claim| tokenize(text, claim.span, &stemmer));
    let content = tokens.filter(|token| token.is_content());
    let mut stems: Vec<_> = content.map(|token| token.stem).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}
