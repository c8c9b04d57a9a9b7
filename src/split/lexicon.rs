//! The word lists under `data/`, read once when first needed.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::text::lexicon::entries;
use crate::text::normal::fold;

/// A set of words as written; capital letters count.
pub type Words = LazyLock<HashSet<&'static str>>;

/// Abbreviations that never end a sentence.
pub static TITLES: Words = LazyLock::new(|| words(include_str!("data/titles.txt")));

/// Abbreviations that do not end a sentence when a number follows.
pub static NUMBERED: Words = LazyLock::new(|| words(include_str!("data/numbered.txt")));

/// Abbreviations that end a sentence only when a word follows that usually begins one.
pub static ABBREVIATIONS: Words = LazyLock::new(|| words(include_str!("data/abbreviations.txt")));

/// Words that, capitalised, usually begin a sentence.
pub static STARTERS: Words = LazyLock::new(|| words(include_str!("data/starters.txt")));

/// Verbs that credit a quotation to somebody.
pub static SPEECH_VERBS: Words = LazyLock::new(|| words(include_str!("data/speech_verbs.txt")));

/// Words that begin the credit of a picture.
pub static CREDITS: Words = LazyLock::new(|| words(include_str!("data/credits.txt")));

/// Lines that are no part of the article.
pub static BOILERPLATE: Lines =
    LazyLock::new(|| LineList::new(include_str!("data/boilerplate.txt")));

/// Lines that head what readers wrote.
pub static COMMENTS: Lines = LazyLock::new(|| LineList::new(include_str!("data/comments.txt")));

/// Lines that say where the article was taken from.
pub static PROVENANCE: Lines = LazyLock::new(|| LineList::new(include_str!("data/provenance.txt")));

/// Lines in which a page speaks of its article.
pub static META: Lines = LazyLock::new(|| LineList::new(include_str!("data/meta.txt")));

/// Names of agencies as datelines and picture credits print them.
pub static AGENCIES: Words = LazyLock::new(|| entries(include_str!("data/agencies.txt")).collect());

type Lines = LazyLock<LineList>;

/// Lines that pages print, some whole, some by how they begin.
pub struct LineList {
    whole: HashSet<&'static str>,
    beginnings: Vec<&'static str>,
}

/// A line that only begins like a listed one is meant if it has at most this many words, or if the listed beginning ends in a colon.
const MOST_WORDS: usize = 12;

impl LineList {
    fn new(list: &'static str) -> Self {
        let (beginnings, whole): (Vec<_>, Vec<_>) =
            entries(list).partition(|entry| entry.ends_with('*'));
        Self {
            whole: whole.into_iter().collect(),
            beginnings: beginnings
                .into_iter()
                .map(|entry| entry.trim_end_matches('*'))
                .collect(),
        }
    }

    /// Whether `line` is one of the list. Numbers stand for each other; arrows and stops around the line do not count.
    pub fn holds(&self, line: &str) -> bool {
        let line = plain_line(line);
        let few = || line.split(' ').count() <= MOST_WORDS;
        let begins = |entry: &&&str| {
            line.strip_prefix(**entry).is_some_and(|rest| {
                let parted = !entry.ends_with(char::is_alphanumeric)
                    || !rest.starts_with(char::is_alphanumeric);
                parted && (entry.ends_with(':') || few())
            })
        };
        self.whole.contains(line.as_str()) || self.beginnings.iter().find(begins).is_some()
    }
}

/// Lines longer than this are prose, whatever they begin with.
const LONGEST_LINE: usize = 400;

/// A line as the lists give it: small letters, `0` for every number.
fn plain_line(line: &str) -> String {
    if line.len() > LONGEST_LINE {
        return String::new();
    }
    let decoration = |sign: char| !sign.is_alphanumeric() && !matches!(sign, '(' | ')' | '©' | '"');
    let mut plain = String::new();
    for letter in fold(line.trim_matches(decoration)).chars() {
        match letter {
            '0'..='9' if plain.ends_with('0') => {}
            '0'..='9' => plain.push('0'),
            _ => plain.push(letter),
        }
    }
    plain
}

fn words(list: &'static str) -> HashSet<&'static str> {
    entries(list).flat_map(str::split_whitespace).collect()
}
