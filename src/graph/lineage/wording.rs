//! The wording of every source as numbers, so that many pairs of sources can be compared.

use foldhash::{HashMap, HashSet};

use super::run::{COPIED, RUN, Runs};
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
    /// Two words in a row inside one claim, as they are written; the place is that of the second.
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
    runs: Vec<Runs<RUN>>,
    copied_runs: Vec<Runs<COPIED>>,
    word_spread: Vec<u32>,
    phrase_spread: Vec<u32>,
}

impl Wordings {
    /// Takes down the wording of all sources; `profiles` stand in the order of the claims.
    pub fn new(collection: &Collection, profiles: &[Profile]) -> Self {
        let mut numbers = Numbers::default();
        let count = collection.sources().len() as u32;
        let mut sources: Vec<_> = (0..count)
            .map(|source| numbers.wording(collection, profiles, SourceIndex(source)))
            .collect();
        quote_alike(&mut sources);
        let spread = |count, terms: fn(&Wording) -> &[Occurrence]| spread(count, &sources, terms);
        Self {
            word_spread: spread(numbers.stems.len(), |wording| &wording.words),
            phrase_spread: spread(numbers.phrases.len(), |wording| &wording.phrases),
            runs: Runs::of_all(&sources),
            copied_runs: Runs::of_all(&sources),
            sources,
        }
    }

    /// The wording of one source.
    pub fn of(&self, source: SourceIndex) -> &Wording {
        &self.sources[source.get()]
    }

    /// The runs of one source that are evidence.
    pub fn runs(&self, source: SourceIndex) -> &Runs<RUN> {
        &self.runs[source.get()]
    }

    /// The runs of one source that are sentences.
    pub fn copied_runs(&self, source: SourceIndex) -> &Runs<COPIED> {
        &self.copied_runs[source.get()]
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

/// So many words that one source has in quotation marks are a quotation where another one has them without: fewer may stand in
/// a quotation by chance.
const QUOTED_ALIKE: usize = 6;

/// What one source puts in quotation marks is a quotation in all that have the same words, set off in some other way.
fn quote_alike(sources: &mut [Wording]) {
    let runs = |wording: &Wording| -> Vec<[Form; QUOTED_ALIKE]> {
        wording.forms.array_windows().copied().collect()
    };
    let key = |run: &[Form; QUOTED_ALIKE]| run.map(|form| form.form);
    let quoted: HashSet<_> = sources
        .iter()
        .flat_map(runs)
        .filter(|run| run.iter().all(|form| form.quoted))
        .map(|run| key(&run))
        .collect();
    for wording in sources {
        for (start, run) in runs(wording).iter().enumerate() {
            if quoted.contains(&key(run)) {
                let forms = &mut wording.forms[start..start + QUOTED_ALIKE];
                forms.iter_mut().for_each(|form| form.quoted = true);
            }
        }
        let stands_quoted = |place: u32| wording.forms[place as usize].quoted;
        for word in &mut wording.words {
            word.quoted = stands_quoted(word.place);
        }
        for phrase in &mut wording.phrases {
            phrase.quoted = stands_quoted(phrase.place - 1) || stands_quoted(phrase.place);
        }
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

/// The stretches of a source that stand in quotation marks. A quotation ends with its block at the latest; where one begins
/// before the last has ended, a mark is missing, and the last is not taken for one.
fn quoted(source: &Source) -> Vec<Span> {
    let mut spans = Vec::new();
    for block in &source.blocks {
        let start = block.span.start as usize;
        let text = source.slice(block.span);
        let (mut open, mut ended) = (None, None);
        for (offset, letter) in text.char_indices() {
            let at = start + offset;
            match mark(text, offset, letter, open.is_some()) {
                Some(Mark::Opening) => open = Some(at),
                // Paragraphs that go on with a quotation open it again.
                Some(Mark::Reopening) => _ = open.get_or_insert(at),
                Some(Mark::Closing) => {
                    // Without an opening it closes one that began before the block, or before another inside it. A straight
                    // mark behind others may mean inches.
                    let before = (letter != '"' || ended.is_none()).then(|| ended.unwrap_or(start));
                    let opened = open.take().or(before);
                    spans.extend(opened.map(|opened| Span::new(opened..at)));
                    ended = Some(at);
                }
                None => {}
            }
        }
        spans.extend(open.map(|open| Span::new(open..block.span.end as usize)));
    }
    spans
}

/// What a quotation mark does.
enum Mark {
    Opening,
    Reopening,
    Closing,
}

/// What the letter at `offset` does, if it is a quotation mark. A straight one opens before a word; inside a quotation only if it
/// stands free before it.
fn mark(text: &str, offset: usize, letter: char, inside: bool) -> Option<Mark> {
    match letter {
        '“' | '„' | '«' => Some(Mark::Reopening),
        '”' | '»' => Some(Mark::Closing),
        '"' => {
            let before = text[..offset].chars().next_back();
            let after = text[offset + letter.len_utf8()..].chars().next();
            let free = before.is_none_or(char::is_whitespace);
            let word = after.is_some_and(|it| !it.is_whitespace() && !",.;:!?)".contains(it));
            Some(match word && (free || !inside) {
                true => Mark::Opening,
                false => Mark::Closing,
            })
        }
        _ => None,
    }
}

/// Whether one of `spans`, which are sorted by their ends, holds `inner`.
fn holds(spans: &[Span], inner: Span) -> bool {
    let next = spans.partition_point(|span| span.end < inner.end);
    spans.get(next).is_some_and(|span| span.contains(inner))
}
