//! Where the sentences of a paragraph end.

use itertools::Itertools;

use super::lexicon::{ABBREVIATIONS, NUMBERED, SPEECH_VERBS, STARTERS, TITLES};
use super::list;
use super::quote::quotations;
use super::separator::{is_address, separators};
use super::stop::{MARKS, Stop};
use crate::model::Span;

/// The sentences of the paragraph at `span` of `text`, without the blanks between them.
pub fn sentences(text: &str, span: Span) -> Vec<Span> {
    let base = span.start as usize;
    let paragraph = span.of(text);
    let mut ends = ends(paragraph);
    ends.push(paragraph.len());
    let mut start = 0;
    ends.into_iter()
        .map(|end| {
            let sentence = Span::new(base + start..base + end).trimmed(text);
            start = end;
            sentence
        })
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

/// Where sentences end within `paragraph`, in order.
fn ends(paragraph: &str) -> Vec<usize> {
    let quotations = quotations(paragraph);
    let mut parts = parts(paragraph).into_iter().peekable();
    let (mut ends, mut unit, mut from) = (Vec::new(), 0, 0);
    while let Some(mut stop) = Stop::find(paragraph, &quotations, unit, from) {
        // Parts before the stop leave it where it is, so that it need not be looked for again.
        while let Some(part) = parts.next_if(|part| *part <= stop.start) {
            ends.push(part);
            unit = part;
            stop.unit = part;
        }
        from = stop.marked;
        if stop.next < paragraph.len() && ends_sentence(&stop) {
            ends.push(stop.end);
            (unit, from) = (stop.next, stop.next);
        }
    }
    ends.extend(parts);
    ends
}

/// Where a new part begins, whether or not a sentence ends before it: an item of a list, a row of signs and what follows it.
fn parts(paragraph: &str) -> Vec<usize> {
    let items = list::items(paragraph).into_iter();
    let parts = items.merge(separators(paragraph));
    parts.dedup().filter(|start| *start > 0).collect()
}

/// Decides by the first rule that has an opinion. A stop of which no rule knows better ends the sentence.
fn ends_sentence(stop: &Stop) -> bool {
    RULES.iter().find_map(|rule| rule(stop)).unwrap_or(true)
}

/// What says whether a stop ends the sentence, the surest first.
const RULES: &[fn(&Stop) -> Option<bool>] = &[
    wide_mark,
    number_of_item,
    inside_kept_quotation,
    within_run,
    title,
    before_number,
    small_letter_follows,
    credit_follows,
    reference_follows,
    omission,
    initial,
    abbreviation,
];

/// Chinese and Japanese sentences follow each other without a blank.
fn wide_mark(stop: &Stop) -> Option<bool> {
    (stop.is_wide() && stop.quotation.is_none()).then_some(true)
}

/// "1. The first item"
fn number_of_item(stop: &Stop) -> Option<bool> {
    let word = stop.word();
    let short =
        word.len() == 1 || word.len() <= 3 && word.bytes().all(|digit| digit.is_ascii_digit());
    (stop.is_full_stop() && short && word != "I" && stop.begins_unit()).then_some(false)
}

/// A quotation of two sentences stays in one piece with the words that introduce or credit it, up to this many bytes: what is longer
/// says more than one thing.
const LONGEST_KEPT_QUOTATION: usize = 200;

/// Within a quotation that belongs to a sentence: `stating, "We just about have. I mean, we really do."`
fn inside_kept_quotation(stop: &Stop) -> Option<bool> {
    let quotation = stop.quotation?;
    if quotation.close - quotation.open > LONGEST_KEPT_QUOTATION || stop.ends_within(quotation) > 1
    {
        return None;
    }
    let introduced = stop
        .before_quotation(quotation)
        .trim_end()
        .ends_with(|before: char| !MARKS.contains(&before));
    let after = stop.after(quotation);
    let credited = stop.end_of(quotation).ends_with([',', '—', '–'])
        || after.starts_with(char::is_lowercase)
        || after.starts_with(['-', '–', '—']);
    (introduced || credited).then_some(false)
}

/// Between two signs without a blank: decimals, addresses, `e.g.`; but also "intelligence.Negotiations".
fn within_run(stop: &Stop) -> Option<bool> {
    if !stop.is_glued() {
        return None;
    }
    if stop.closes() || stop.following().starts_with(['"', '“', '(', '[', '•']) {
        return (!stop.opened().starts_with(|next: char| next.is_uppercase())).then_some(false);
    }
    let (before, after) = stop.run();
    let address = |part: &str| part.contains(['/', '@', '\\', '=']) || part.starts_with("www");
    let word = stop.word();
    let next = stop.next_word();
    let begins = next.starts_with(char::is_uppercase)
        && (next.chars().count() > 1 || STARTERS.contains(next))
        && !stop.opened()[next.len()..].starts_with('.');
    let ended = word.len() > 1 && word.ends_with(|last: char| last.is_alphanumeric())
        || stop.start > stop.unit && word.is_empty();
    if address(before) || address(after) || !begins || !ended {
        return Some(false);
    }
    None
}

/// "Mr. Smith"
fn title(stop: &Stop) -> Option<bool> {
    (stop.is_full_stop() && TITLES.contains(stop.word())).then_some(false)
}

/// "No. 5", "Oct. 7"
fn before_number(stop: &Stop) -> Option<bool> {
    let number = stop
        .following()
        .starts_with(|next: char| next.is_ascii_digit());
    (stop.is_full_stop() && number && NUMBERED.contains(stop.word())).then_some(false)
}

/// A sentence begins with a capital letter, in scripts that have any; not so where this one did not either.
fn small_letter_follows(stop: &Stop) -> Option<bool> {
    let next = stop.opened();
    let small = next.starts_with(char::is_lowercase) && !is_brand(next) && !is_address(next);
    let word = stop.word();
    let careless =
        stop.begins_small() && !stop.closes() && word.len() != 1 && !is_abbreviation(word);
    let sign = stop.following().starts_with([',', ';', ':', ')']);
    (small && !careless || sign).then_some(false)
}

/// iPhone, eBay
fn is_brand(text: &str) -> bool {
    text.chars().nth(1).is_some_and(char::is_uppercase)
}

/// `"Have you gone?" Trump asked.`, `"I have gone." Mr. Smith said.`, `"I have gone." - Jane Doe`
fn credit_follows(stop: &Stop) -> Option<bool> {
    const WORDS_TO_VERB: usize = 4;
    if !stop.closes() || stop.following().starts_with(['"', '“']) {
        return None;
    }
    let words = stop.next_words();
    let verb = words
        .iter()
        .take(WORDS_TO_VERB)
        .position(|word| SPEECH_VERBS.contains(word));
    // After a full stop a new sentence may begin, so the credit must be nothing else.
    let credit =
        verb.is_some_and(|verb| verb > 0 && (!stop.is_full_stop() || verb + 1 == words.len()));
    let dash = stop.following().starts_with(['-', '–', '—']);
    (credit || dash).then_some(false)
}

/// `"... stairways [...]" (Smith 55).`
fn reference_follows(stop: &Stop) -> Option<bool> {
    (stop.closes() && stop.reference_follows()).then_some(false)
}

/// Three spaced dots leave words out within a sentence; four, or three in a row before a capital letter, end it.
fn omission(stop: &Stop) -> Option<bool> {
    (stop.is_ellipsis() && stop.marks().contains(' ')).then(|| stop.dots() > 3)
}

/// "John F. Kennedy", but "you and I. Did you see?"
fn initial(stop: &Stop) -> Option<bool> {
    let mut letters = stop.word().chars();
    let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    if !stop.is_full_stop() || !single {
        return None;
    }
    let pronoun = stop.word() == "I" && stop.word_before().starts_with(char::is_lowercase);
    Some(pronoun || begins_sentence(stop) && !stop.word_before().starts_with(char::is_uppercase))
}

/// "Apple Inc. bought", "the U.S. Senate", "at 5 p.m. Monday"
fn abbreviation(stop: &Stop) -> Option<bool> {
    (stop.is_full_stop() && is_abbreviation(stop.word())).then(|| begins_sentence(stop))
}

/// A listed abbreviation, or one with inner stops: `U.S`, `p.m`, `Ph.D`
fn is_abbreviation(word: &str) -> bool {
    let short =
        |part: &str| matches!(part.chars().count(), 1 | 2) && part.chars().all(char::is_alphabetic);
    ABBREVIATIONS.contains(word) || word.contains('.') && word.split('.').all(short)
}

/// Whether the next word is one that usually begins a sentence.
fn begins_sentence(stop: &Stop) -> bool {
    let next = stop.next_word();
    let initial = next.chars().count() == 1 && stop.opened()[next.len()..].starts_with('.');
    STARTERS.contains(next) && !initial
}
