//! The wording of every source as numbers, so that many pairs of sources can be compared.

use std::collections::HashMap;

use crate::model::{Collection, Source, SourceIndex, Span};
use crate::text::profile::Profile;
use crate::text::token::TokenClass;

/// A word or a phrase at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Which one, as numbered by [`Wordings`].
    pub term: u32,
    /// Its place among the words of the source.
    pub place: u32,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

/// How one source words what it says in its own body.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    /// Every word as it is written, function words too.
    pub forms: Vec<Form>,
    /// The words that carry content, by stem.
    pub words: Vec<Occurrence>,
    /// Two words in a row inside one claim, as they are written.
    pub phrases: Vec<Occurrence>,
}

/// A word as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Which one, as numbered by [`Wordings`].
    pub form: u32,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// Where it stands in the text.
    pub span: Span,
}

/// The wording of all sources, and how many sources have each word and phrase.
#[derive(Clone, Debug, Default)]
pub struct Wordings {
    sources: Vec<Wording>,
    word_spread: Vec<u32>,
    phrase_spread: Vec<u32>,
}

impl Wordings {
    /// Takes down the wording of all sources; `profiles` stand in the order of the claims.
    pub fn new(collection: &Collection, profiles: &[Profile]) -> Self {
        let mut numbers = Numbers::default();
        let count = collection.sources().len() as u32;
        let sources: Vec<_> = (0..count)
            .map(|source| numbers.wording(collection, profiles, SourceIndex(source)))
            .collect();
        let spread = |count, terms: fn(&Wording) -> &[Occurrence]| spread(count, &sources, terms);
        Self {
            word_spread: spread(numbers.stems.len(), |wording| &wording.words),
            phrase_spread: spread(numbers.phrases.len(), |wording| &wording.phrases),
            sources,
        }
    }

    /// The wording of one source.
    pub fn of(&self, source: SourceIndex) -> &Wording {
        &self.sources[source.get()]
    }

    /// How many sources have a word.
    pub fn word_spread(&self, term: u32) -> u32 {
        self.word_spread[term as usize]
    }

    /// How many sources have a phrase.
    pub fn phrase_spread(&self, term: u32) -> u32 {
        self.phrase_spread[term as usize]
    }
}

fn spread(count: usize, sources: &[Wording], terms: fn(&Wording) -> &[Occurrence]) -> Vec<u32> {
    let mut spread = vec![0; count];
    let mut last_seen = vec![u32::MAX; count];
    for (source, wording) in (0..).zip(sources) {
        for occurrence in terms(wording) {
            let term = occurrence.term as usize;
            if last_seen[term] != source {
                last_seen[term] = source;
                spread[term] += 1;
            }
        }
    }
    spread
}

/// Gives every word and phrase a number, in the order in which they are met.
#[derive(Default)]
struct Numbers<'a> {
    forms: HashMap<&'a str, u32>,
    stems: HashMap<&'a str, u32>,
    phrases: HashMap<(u32, u32), u32>,
}

impl<'a> Numbers<'a> {
    fn wording(
        &mut self,
        collection: &Collection,
        profiles: &'a [Profile],
        index: SourceIndex,
    ) -> Wording {
        let source = collection.source(index);
        let quoted = quoted(source);
        let mut wording = Wording::default();
        for profile in &profiles[collection.claims_of(index)] {
            let mut before = None;
            let words = profile.tokens.iter();
            for token in words.filter(|token| token.class != TokenClass::Symbol) {
                let form = Form {
                    form: number(&mut self.forms, &token.text),
                    quoted: holds(&quoted, token.span),
                    span: token.span,
                };
                self.take(
                    &mut wording,
                    before,
                    form,
                    token.is_content().then_some(&token.stem),
                );
                before = Some(form);
            }
        }
        wording
    }

    fn take(
        &mut self,
        wording: &mut Wording,
        before: Option<Form>,
        form: Form,
        stem: Option<&'a str>,
    ) {
        let place = wording.forms.len() as u32;
        if let Some(stem) = stem {
            wording.words.push(Occurrence {
                term: number(&mut self.stems, stem),
                place,
                quoted: form.quoted,
            });
        }
        if let Some(before) = before {
            wording.phrases.push(Occurrence {
                term: number(&mut self.phrases, (before.form, form.form)),
                place,
                quoted: before.quoted || form.quoted,
            });
        }
        wording.forms.push(form);
    }
}

fn number<K: std::hash::Hash + Eq>(numbers: &mut HashMap<K, u32>, key: K) -> u32 {
    let next = numbers.len() as u32;
    *numbers.entry(key).or_insert(next)
}

/// The stretches of a source that stand in quotation marks. A quotation ends with its block at the latest.
fn quoted(source: &Source) -> Vec<Span> {
    let mut spans = Vec::new();
    for block in &source.blocks {
        let start = block.span.start as usize;
        let (mut open, mut before) = (None, ' ');
        for (offset, letter) in source.slice(block.span).char_indices() {
            let at = start + offset;
            let opens = match letter {
                '“' | '„' | '«' => true,
                '"' => open.is_none() && !before.is_alphanumeric(),
                _ => false,
            };
            if opens {
                open.get_or_insert(at);
            } else if matches!(letter, '"' | '”' | '»') {
                // A closing mark alone: the quotation began before the block.
                spans.push(Span::new(open.take().unwrap_or(start)..at));
            }
            before = letter;
        }
        spans.extend(open.map(|open| Span::new(open..block.span.end as usize)));
    }
    spans
}

/// Whether one of `spans`, which are sorted by their ends, holds `inner`.
fn holds(spans: &[Span], inner: Span) -> bool {
    let next = spans.partition_point(|span| span.end < inner.end);
    spans.get(next).is_some_and(|span| span.contains(inner))
}
