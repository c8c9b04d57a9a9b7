//! A place where a sentence may end, and what stands around it.

use super::lexicon::TITLES;
use super::quote::{self, Quotation};

/// Marks that can end a sentence.
pub const MARKS: &[char] = &[
    '.', '!', '?', '…', '‼', '⁇', '⁈', '⁉', // Latin, Greek, Cyrillic
    '。', '！', '？', '｡', '．', // Chinese, Japanese
    '؟', '۔', '।', '॥', '։', '።', // Arabic, Urdu, Hindi, Armenian, Amharic
];

/// Marks after which the next sentence follows without a blank.
const WIDE_MARKS: &[char] = &['。', '！', '？', '｡', '．'];

/// Words around a stop are looked at no further than this many bytes, whatever the text is.
const REACH: usize = 48;

/// A place where a sentence may end: a run of marks with the quotation marks and brackets that it closes.
#[derive(Clone, Copy, Debug)]
pub struct Stop<'t> {
    text: &'t str,
    /// Where the unit begins that this stop might end.
    pub unit: usize,
    /// First byte of the marks.
    pub start: usize,
    /// First byte after the marks.
    pub marked: usize,
    /// First byte after what the marks close.
    pub end: usize,
    /// First byte of what follows, blanks passed over.
    pub next: usize,
    /// The quotation that goes on beyond the stop.
    pub quotation: Option<Quotation>,
}

impl<'t> Stop<'t> {
    /// The first stop at or after `from` in a paragraph with these quotations; `unit` is where the present unit begins.
    pub fn find(text: &'t str, quotations: &[Quotation], unit: usize, from: usize) -> Option<Self> {
        let start = from + text[from..].find(MARKS)?;
        let marked = after_marks(text, start);
        let end = after_closed(text, quotations, marked);
        let next = text.len() - text[end..].trim_start().len();
        let position = quotations.partition_point(|quotation| quotation.close < end);
        let quotation = quotations
            .get(position)
            .filter(|quotation| quotation.open < start);
        Some(Self {
            text,
            unit,
            start,
            marked,
            end,
            next,
            quotation: quotation.copied(),
        })
    }

    /// The marks themselves.
    pub fn marks(&self) -> &'t str {
        &self.text[self.start..self.marked]
    }

    /// Whether it is a single full stop.
    pub fn is_full_stop(&self) -> bool {
        self.marks() == "."
    }

    /// Whether the marks leave something out: three dots or more, or the sign for them.
    pub fn is_ellipsis(&self) -> bool {
        self.marks().contains('…') || self.dots() >= 3
    }

    /// How many full stops the marks hold.
    pub fn dots(&self) -> usize {
        self.marks().bytes().filter(|mark| *mark == b'.').count()
    }

    /// Whether the marks are those of a script that sets no blank between sentences.
    pub fn is_wide(&self) -> bool {
        self.marks().ends_with(WIDE_MARKS)
    }

    /// Whether the next word follows without a blank.
    pub fn is_glued(&self) -> bool {
        self.end == self.next
    }

    /// Whether the marks close a quotation or a bracket.
    pub fn closes(&self) -> bool {
        self.end > self.marked
    }

    /// The word before the marks, its inner stops included: `U.S`, `Inc`, `p.m`. Empty if a blank or a sign stands there.
    pub fn word(&self) -> &'t str {
        let near = tail(&self.text[self.unit..self.start]);
        let start = near
            .char_indices()
            .rev()
            .take_while(|(_, letter)| letter.is_alphanumeric() || matches!(letter, '.' | '°' | '&'))
            .last()
            .map_or(near.len(), |(at, _)| at);
        &near[start..]
    }

    /// The word before [`Stop::word`], if a blank parts them.
    pub fn word_before(&self) -> &'t str {
        let until = self.start - self.word().len();
        let near = tail(&self.text[self.unit..until]);
        let Some(near) = near.strip_suffix([' ', '\u{a0}']) else {
            return "";
        };
        near.rsplit(char::is_whitespace).next().unwrap_or_default()
    }

    /// Whether nothing of its unit stands before the word before the marks, as in "1. First".
    pub fn begins_unit(&self) -> bool {
        let word = self.start - self.word().len();
        let before = &self.text[self.unit..word];
        before.len() <= REACH && !before.contains(char::is_alphanumeric)
    }

    /// Whether its unit begins with a small letter, as careless writers begin sentences.
    pub fn begins_small(&self) -> bool {
        self.text[self.unit..].starts_with(char::is_lowercase)
    }

    /// All that follows, blanks passed over.
    pub fn following(&self) -> &'t str {
        &self.text[self.next..]
    }

    /// The words up to the next mark that is no title's, without signs.
    pub fn next_words(&self) -> Vec<&'t str> {
        let near = head(self.following());
        let part = |sign: char| !sign.is_alphanumeric() && !matches!(sign, '\'' | '’' | '-' | '.');
        let mut words = Vec::new();
        for word in near.split(part).filter(|word| !word.is_empty()) {
            let name = word.trim_end_matches(MARKS);
            words.push(name);
            if name.len() < word.len() && !TITLES.contains(name) {
                break;
            }
        }
        words
    }

    /// The next word as far as it is letters, without quotation marks and brackets before it.
    pub fn next_word(&self) -> &'t str {
        let near = head(self.opened());
        let end = near
            .find(|letter: char| !letter.is_alphabetic())
            .unwrap_or(near.len());
        &near[..end]
    }

    /// What follows, without the quotation marks and brackets that open before it.
    pub fn opened(&self) -> &'t str {
        self.following()
            .trim_start_matches(['"', '“', '„', '«', '‘', '\'', '(', '[', '¿', '¡'])
    }

    /// The whole run without blanks that the marks stand in.
    pub fn run(&self) -> (&'t str, &'t str) {
        let before = tail(&self.text[self.unit..self.start]);
        let after = head(&self.text[self.marked..]);
        (
            before
                .rsplit(char::is_whitespace)
                .next()
                .unwrap_or_default(),
            after.split(char::is_whitespace).next().unwrap_or_default(),
        )
    }

    /// Whether brackets follow that belong to the sentence before: `(Smith 55).`
    pub fn reference_follows(&self) -> bool {
        let near = head(self.following());
        let closed = near
            .strip_prefix('(')
            .and_then(|inner| inner.split_once(')'));
        closed.is_some_and(|(inner, after)| !inner.ends_with(MARKS) && after.starts_with(MARKS))
    }

    /// How often a mark before a capital letter shows that a sentence ends within `quotation`.
    pub fn ends_within(&self, quotation: Quotation) -> usize {
        let quoted = &self.text[quotation.open..quotation.close];
        let ends = quoted.match_indices(MARKS).filter(|(at, mark)| {
            let rest = &quoted[at + mark.len()..];
            let next = rest.trim_start();
            next.len() < rest.len() && next.starts_with(char::is_uppercase)
        });
        ends.count()
    }

    /// What stands before the quotation that the stop is in, back to the beginning of the unit.
    pub fn before_quotation(&self, quotation: Quotation) -> &'t str {
        self.text.get(self.unit..quotation.open).unwrap_or_default()
    }

    /// What stands before the closing mark of a quotation.
    pub fn end_of(&self, quotation: Quotation) -> &'t str {
        self.text[..quotation.close].trim_end()
    }

    /// What stands after the closing mark of a quotation.
    pub fn after(&self, quotation: Quotation) -> &'t str {
        let mut rest = self.text[quotation.close..].chars();
        rest.next();
        rest.as_str().trim_start()
    }
}

/// The end of the run of marks that begins at `start`. Dots parted by single blanks are one run: `. . .`
fn after_marks(text: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        let rest = &text[end..];
        let marks = rest.len() - rest.trim_start_matches(MARKS).len();
        end += marks;
        let spaced = text[end..].starts_with(" .") && text[..end].ends_with('.');
        if !spaced {
            return end;
        }
        end += 1;
    }
}

/// The end of the quotation marks and brackets that close after `marked`.
fn after_closed(text: &str, quotations: &[Quotation], marked: usize) -> usize {
    let closes = |at: usize| {
        let position = quotations.partition_point(|quotation| quotation.close < at);
        quotations
            .get(position)
            .is_some_and(|quotation| quotation.close == at)
    };
    let mut end = marked;
    for (offset, mark) in text[marked..].char_indices() {
        let at = marked + offset;
        let rest = &text[at + mark.len_utf8()..];
        let next = rest.chars().next().unwrap_or(' ');
        let closing = match mark {
            ')' | ']' | '}' | '”' | '»' | '」' | '』' | '）' => true,
            '"' => closes(at) || quote::is_closing('.', next),
            '\'' | '’' => !next.is_alphanumeric(),
            // A mark that stands apart, but has nothing after it that it could open.
            ' ' => next == '"' && (closes(at + 1) || rest.len() == 1),
            _ => false,
        };
        if !closing {
            break;
        }
        end = at + mark.len_utf8();
    }
    end
}

fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(REACH)]
}

fn tail(text: &str) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(REACH))..]
}
