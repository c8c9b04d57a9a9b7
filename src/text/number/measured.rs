//! The thing that a number measures.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::Unit;
use super::finder::Finder;
use crate::text::lexicon;
use crate::text::token::{Token, TokenClass};

/// Whether a word looks like a plural noun.
pub fn is_plural(token: &Token) -> bool {
    const IRREGULAR: [&str; 9] = [
        "people",
        "men",
        "women",
        "children",
        "police",
        "lawmen",
        "congressmen",
        "feet",
        "data",
    ];
    let text = &*token.text;
    token.class == TokenClass::Content
        && (IRREGULAR.contains(&text)
            || text.len() > 3
                && text.ends_with('s')
                && !["ss", "us", "is"]
                    .iter()
                    .any(|ending| text.ends_with(ending)))
}

impl Finder<'_> {
    /// The stem of the noun that the number measures; for money, shares and measures that have none, of the verb before.
    pub fn measured(&self, start: usize, end: usize, unit: &Unit) -> Option<Box<str>> {
        let valued = || match unit {
            Unit::Money(_) => self.valued_noun(start),
            Unit::Percent | Unit::Count | Unit::Measure(_) => None,
        };
        let noun = self.measured_noun(start, end, unit).or_else(valued);
        let verb = || match unit {
            Unit::Money(_) | Unit::Percent => self.verb_before(start),
            Unit::Count | Unit::Measure(_) => None,
        };
        noun.or_else(verb).map(|token| token.stem.clone())
    }

    fn measured_noun(&self, start: usize, end: usize, unit: &Unit) -> Option<&Token> {
        let worth = self.is(end, "worth") && self.is(end + 1, "of");
        let whole =
            worth || self.is(end, "of") || self.is(end, "in") && matches!(unit, Unit::Money(_));
        let begin = if whole {
            self.after_owner(end + 1 + usize::from(worth))
        } else {
            self.after_hyphen(end)
        };
        let phrase = self.noun_phrase(begin, whole);
        let first = phrase.first()?;
        let last = phrase.last().filter(|token| !token.text.ends_with("ly"));
        match unit {
            Unit::Count if self.is(end, "-") => Some(first),
            Unit::Count if self.is(start, "one") && start + 1 == end => last,
            Unit::Count => phrase
                .iter()
                .find(|token| is_plural(token))
                .or(Some(first).filter(|first| first.is_one_of(&COUNTED_WITHOUT_NOUN)))
                .or(last.filter(|last| phrase.len() > 1 && !last.capital)),
            _ if whole || self.is_attribute(start) => last,
            Unit::Percent | Unit::Money(_) | Unit::Measure(_) => None,
        }
    }

    /// Skips the owner in "of Mr. Smith's emails".
    fn after_owner(&self, position: usize) -> usize {
        const LONGEST_OWNER: usize = 5;
        (position..(position + LONGEST_OWNER).min(self.tokens.len()))
            .take_while(|at| self.tokens[*at].is_word() || self.is(*at, "'s"))
            .find(|at| self.is(*at, "'s"))
            .map_or(position, |at| at + 1)
    }

    /// The noun before "worth" or "valued at" and the bound of a sum: "jewels worth more than $3 million".
    fn valued_noun(&self, start: usize) -> Option<&Token> {
        let is_bound = |at: &usize| BOUND_WORDS.contains(&*self.tokens[*at].text);
        let value = (0..start).rev().find(|at| !is_bound(at))?;
        let noun = value.checked_sub(1)?;
        if !self.is(value, "worth") && !self.is(value, "valued") {
            return None;
        }
        let token = &self.tokens[noun];
        (token.class == TokenClass::Content && !token.capital || noun == 0).then_some(token)
    }

    /// The content word before a number and its bound, with at most a few small words between.
    fn verb_before(&self, start: usize) -> Option<&Token> {
        const BETWEEN: usize = 3;
        let before = &self.tokens[start.saturating_sub(BETWEEN + 1)..start];
        before
            .iter()
            .rev()
            .take_while(|token| token.is_word())
            .find(|token| token.class == TokenClass::Content && !BOUND_WORDS.contains(&*token.text))
            .filter(|token| !token.capital)
    }

    /// Whether a number stands before a noun as its attribute: "a $1 million fine", "the separate 20 percent rise".
    fn is_attribute(&self, start: usize) -> bool {
        const BETWEEN: usize = 1;
        let determiner = |at: usize| self.tokens[at].is_one_of(&DETERMINERS) || self.is(at, "'s");
        let described =
            |at: usize| (at..start).all(|at| self.tokens[at].class == TokenClass::Content);
        (start.saturating_sub(BETWEEN + 1)..start).any(|at| determiner(at) && described(at + 1))
    }

    /// The words from `begin` that can be one noun with what describes it.
    fn noun_phrase(&self, begin: usize, after_preposition: bool) -> &[Token] {
        const LONGEST: usize = 5;
        let mut start = begin;
        while after_preposition
            && self
                .token(start)
                .is_some_and(|token| token.is_one_of(&DETERMINERS))
        {
            start += 1;
        }
        let rest = self.tokens.get(start..).unwrap_or_default();
        let length = rest
            .iter()
            .take(LONGEST)
            .enumerate()
            .take_while(|(at, token)| {
                let verb = *at > 0 && (token.text.ends_with("ed") || token.text.ends_with("ing"));
                token.class == TokenClass::Content && !verb && !token.is_one_of(&NO_NOUNS)
                    || token.is("-")
            })
            .count();
        &rest[..length]
    }
}

const DETERMINERS: [&str; 13] = [
    "the", "a", "an", "its", "his", "her", "their", "our", "all", "that", "those", "these", "this",
];

/// Words that stand after a number without a noun: "12 dead".
const COUNTED_WITHOUT_NOUN: [&str; 9] = [
    "dead", "killed", "wounded", "injured", "hurt", "missing", "arrested", "troops", "staff",
];

/// Content words that end a noun phrase or cannot be in one.
const NO_NOUNS: [&str; 12] = [
    "will", "would", "can", "could", "may", "might", "should", "must", "not", "last", "ago", "said",
];

static BOUND_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    lexicon::phrases(include_str!("../data/bounds.txt"))
        .flat_map(|(phrase, _)| phrase.split(' '))
        .collect()
});
