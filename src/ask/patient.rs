//! Whom a deed is done to: "who was indicted" asks for them, not for whoever indicts or is named beside.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::reader::Reader;
use crate::text::lexicon;
use crate::text::token::{Run, Token};

/// Words before those to whom a deed is done that a noun names: "the indictment of", "subpoenas to", "charges against".
const BEFORE_PATIENT: [&str; 3] = ["of", "to", "against"];

/// Whether a question asks whom a deed is done to, by the words behind its opening: "was indicted", "has been named".
pub fn asks_for_patient(words: &[Token]) -> bool {
    let mut words = words.iter();
    let mut auxiliary = false;
    words.find_map(|word| {
        auxiliary |= is_auxiliary(word);
        let between =
            is_auxiliary(word) || is_between(word) || word.is_one_of(&["has", "have", "had"]);
        (!between).then(|| auxiliary && is_participle(word))
    }) == Some(true)
}

impl Reader<'_> {
    /// Whether what the question asks for is done to `run`.
    pub(super) fn undergoes(&self, run: Run) -> bool {
        let mut deeds = self.focus.iter();
        deeds.any(|deed| self.share_clause(*deed, run) && self.is_done_to(*deed, run))
    }

    fn is_done_to(&self, deed: Run, run: Run) -> bool {
        let (before, after) = (run.end <= deed.start, run.start >= deed.end);
        if !is_participle(&self.tokens[deed.start as usize]) {
            return after && self.preposition_before(run, deed);
        }
        if self.is_passive(deed) {
            return before;
        }
        let mut object = self.tokens[deed.end as usize..run.start.max(deed.end) as usize].iter();
        after && !object.any(ends_object)
    }

    /// Whether a participle has its auxiliary, or stands for a clause that would: "the aides charged with fraud".
    fn is_passive(&self, deed: Run) -> bool {
        let mut before = self.tokens[..deed.start as usize].iter().rev();
        let auxiliary = before.find(|word| !is_between(word));
        let object = self.tokens.get(deed.end as usize);
        auxiliary.is_some_and(is_auxiliary)
            || object.is_none_or(|next| ends_object(next) || next.is("."))
    }

    /// Whether the only preposition between a noun for the deed and `run` leads to whom it is done to.
    fn preposition_before(&self, run: Run, deed: Run) -> bool {
        let between = self.tokens[deed.end as usize..run.start as usize].iter();
        let mut prepositions = between.filter(|word| ends_object(word));
        let first = prepositions.next();
        first.is_some_and(|word| word.is_one_of(&BEFORE_PATIENT)) && prepositions.next().is_none()
    }
}

/// Whether a word makes a participle passive.
pub(super) fn is_auxiliary(word: &Token) -> bool {
    AUXILIARIES.contains(&*word.text)
}

/// Whether a word may stand between an auxiliary and its verb.
pub(super) fn is_between(word: &Token) -> bool {
    ADVERBS.contains(&*word.text) || word.text.ends_with("ly")
}

/// Whether a word ends the object of a verb.
pub(super) fn ends_object(word: &Token) -> bool {
    ENDS_OF_OBJECT.contains(&*word.text)
}

/// Whether a word is a participle, as far as its ending or the list tells.
pub(super) fn is_participle(word: &Token) -> bool {
    ["ed", "en", "wn", "ung"]
        .iter()
        .any(|ending| word.text.ends_with(ending))
        || PARTICIPLES.contains(&*word.text)
}

static AUXILIARIES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/auxiliaries.txt")));

static ADVERBS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/adverbs_before_deeds.txt")));

static ENDS_OF_OBJECT: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/ends_of_object.txt")));

static PARTICIPLES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/participles.txt")));

#[cfg(test)]
mod tests {
    use super::asks_for_patient;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    #[test]
    fn a_passive_asks_for_those_to_whom_it_is_done() {
        for (words, asks) in [
            ("was indicted?", true),
            ("has been subpoenaed", true),
            ("were allegedly shot in the market", true),
            ("attends the talks?", false),
            ("is leading the talks?", false),
            ("indicted the mayor?", false),
            ("", false),
        ] {
            let tokens = tokenize(words, Span::new(0..words.len()), &EnglishStemmer::new());
            assert_eq!(asks_for_patient(&tokens), asks, "{words}");
        }
    }
}
