//! An archive in parts that can be compared one after the other, so that memory need not hold what all of it means.

use rayon::prelude::*;

use super::background::Background;
use super::related::related_by_words;
use crate::model::{Collection, SourceIndex};
use crate::text::stem::EnglishStemmer;
use crate::text::token::tokenize;

/// The sources in parts: no claim of one part is worth comparing with one of another. A part has as few claims as it can with
/// at least `claims`, but for the last; every part is in order.
pub fn parts(collection: &Collection, news: &Background, claims: usize) -> Vec<Vec<SourceIndex>> {
    let mut parts = Vec::new();
    let (mut part, mut size) = (Vec::new(), 0);
    for event in events(collection, news) {
        let of_event = event.iter();
        size += of_event
            .map(|source| collection.claims_of(*source).len())
            .sum::<usize>();
        part.extend(event);
        if size >= claims {
            parts.push(std::mem::take(&mut part));
            size = 0;
        }
    }
    parts.extend(Some(part).filter(|part| !part.is_empty()));
    parts.iter_mut().for_each(|part| part.sort_unstable());
    parts
}

/// The sources by what they may tell of: those that are related, directly or through others, together; in the order of the
/// first of each.
fn events(collection: &Collection, news: &Background) -> Vec<Vec<SourceIndex>> {
    let sources: Vec<_> = (0..collection.sources().len() as u32)
        .map(SourceIndex)
        .collect();
    let words = sources
        .par_iter()
        .map(|source| content_stems(collection, *source));
    let words: Vec<_> = words.collect();
    let mut related: Vec<_> = sources.iter().map(|source| vec![*source]).collect();
    for (one, another) in related_by_words(&words, |stem| news.weight(stem)) {
        related[one.get()].push(another);
        related[another.get()].push(one);
    }
    let events = sources.iter().map(|first| reached(*first, &mut related));
    events.filter(|event| !event.is_empty()).collect()
}

/// The sources that `first` is related to, directly or through others, itself first. What each is related to is used up on the way,
/// so that nothing is left of those that were reached before.
fn reached(first: SourceIndex, related: &mut [Vec<SourceIndex>]) -> Vec<SourceIndex> {
    let mut reached = Vec::new();
    let mut next = vec![first];
    while let Some(source) = next.pop() {
        let others = std::mem::take(&mut related[source.get()]);
        if !others.is_empty() {
            reached.push(source);
            next.extend(others);
        }
    }
    reached
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
