//! Whether the first words of a sentence are a name: capitals do not tell there.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::finder::{Finder, is_upper};
use crate::text::lexicon;
use crate::text::token::Run;

/// The rest of the text is searched at most so often for one claim.
pub const MOST_SEARCHES: usize = 16;

impl Finder<'_> {
    pub fn begins_sentence(&self, position: usize) -> bool {
        position == 0
            || self.tokens[position - 1]
                .is_one_of(&["\"", ".", "!", "?", ":", "--", "...", "'", "*", "-", "("])
                && !(self.tokens[position - 1].is("-")
                    && position > 1
                    && self.touches(position - 1))
    }

    /// Whether a run at the start of a sentence is a name: its first word is not one that sentences begin with, or it stands
    /// capitalised inside a sentence elsewhere.
    pub fn is_name_at_start(&self, run: Run) -> bool {
        let first = &self.tokens[run.start as usize];
        let written = first.span.of(self.text);
        if run.range().len() > 1 {
            return !is_opener(&first.text)
                || self.stands_elsewhere(run.span(self.tokens).of(self.text), true);
        }
        if is_upper(self.text, first) {
            return true;
        }
        if is_opener(&first.text) {
            return false;
        }
        self.stands_elsewhere(written, true)
            || !self.stands_elsewhere(&written.to_lowercase(), false)
    }

    /// Whether `words` stand elsewhere near the claim, after a lower-case word if `inside` a sentence.
    fn stands_elsewhere(&self, words: &str, inside: bool) -> bool {
        let Some(left) = self.searches.get().checked_sub(1) else {
            return false;
        };
        self.searches.set(left);
        let Some(first) = self.tokens.first() else {
            return false;
        };
        let at = first.span.start as usize;
        let nearby = vicinity(self.text, at);
        nearby.match_indices(words).any(|(start, _)| {
            let letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            let whole = !letter(nearby[..start].chars().next_back())
                && !letter(nearby[start + words.len()..].chars().next());
            let mut before = nearby[..start].chars().rev();
            let blank = before.next() == Some(' ');
            let lower = before.next().is_some_and(char::is_lowercase);
            whole && (!inside || blank && lower)
        })
    }
}

/// Whether a word, by itself, is one that sentences begin with.
fn is_opener(word: &str) -> bool {
    const SHORT: usize = 5;
    SENTENCE_OPENERS.contains(word)
        || lexicon::FUNCTION_WORDS.contains(word)
        || word.len() >= SHORT && (word.ends_with("ing") || word.ends_with("ly"))
}

/// The text some thousand bytes around a place: enough to meet its names again, and no more however long the text is.
fn vicinity(text: &str, at: usize) -> &str {
    const REACH: usize = 4096;
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = boundary(at.saturating_sub(REACH));
    let end = boundary((at + REACH).min(text.len()));
    &text[start..end]
}

static SENTENCE_OPENERS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("../data/sentence_openers.txt")));
