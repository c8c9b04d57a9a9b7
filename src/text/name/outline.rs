//! What tells most names apart at a look, for one that is held against many others.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::Name;
use super::same::{SURNAME_LIKENESS, is_connector};
use super::spelling::{LONG_SURNAME, consonants};
use crate::text::resemblance::Letters;

/// The outline of a name. Two names whose outlines differ too much are not the same.
#[derive(Clone, Copy, Debug)]
pub struct Outline {
    /// What all spellings of its first and of its last word have in common, as hashes.
    ends: [u64; 2],
    /// The letters that its words begin with, or its only word, as a hash.
    initials: u64,
    has_several_words: bool,
    /// The letters of its last word, if that is long enough to be spelled in several ways.
    long_surname: Option<Letters>,
}

impl Outline {
    /// The outline of `name`.
    pub fn of(name: &Name) -> Self {
        let has_several_words = name.words.len() > 1;
        let mut last = name.keys.last();
        let end = |key: Option<&String>| {
            let key = key.map_or("", String::as_str);
            let first = key.chars().next().filter(|letter| letter.is_ascii());
            hash(first.into_iter().chain(consonants(key)))
        };
        let words = name.words.iter().filter(|word| !is_connector(word));
        Self {
            ends: [end(name.keys.first()), end(last)],
            initials: match name.words.as_slice() {
                [word] => hash(word.chars()),
                _ => hash(words.filter_map(|word| word.chars().next())),
            },
            has_several_words,
            long_surname: last
                .take_if(|key| has_several_words && key.len() >= LONG_SURNAME)
                .map(|key| Letters::of(key)),
        }
    }

    /// Whether [`Name::same`] may hold of the names of both outlines.
    pub fn may_be_same(&self, other: &Self) -> bool {
        self.ends.iter().any(|end| other.ends.contains(end))
            || self.has_several_words != other.has_several_words && self.initials == other.initials
            || self
                .long_surname
                .zip(other.long_surname)
                .is_some_and(|(one, another)| one.allow(another, SURNAME_LIKENESS))
    }
}

fn hash(letters: impl Iterator<Item = char>) -> u64 {
    FixedState::default().hash_one(letters.collect::<String>())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::NameKind;
    use super::*;
    use crate::text::token::Run;

    fn name() -> impl Strategy<Value = Name> {
        let word = prop_oneof![
            "[a-c][aeioy]{0,2}[l-n][aeioy]{0,2}[st]{0,2}[aeiy]{0,2}",
            "[a-d]{1,4}",
            "é?[a-c]{1,3}",
            Just("of".to_owned()),
        ];
        let kinds = [NameKind::Person, NameKind::Known, NameKind::Other];
        let words = prop::collection::vec(word, 1..4);
        (words, prop::sample::select(kinds.to_vec())).prop_map(|(words, kind)| {
            let words = words.into_iter().map(Into::into).collect();
            Name::new(Run::default(), words, kind)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn names_that_are_the_same_may_be_the_same(one in name(), another in name()) {
            let may_be = Outline::of(&one).may_be_same(&Outline::of(&another));
            prop_assert!(may_be || !one.same(&another));
        }
    }

    #[test]
    fn most_names_are_told_apart() {
        let outline = |words: &[&str]| {
            let words = words.iter().map(|word| (*word).into()).collect();
            Outline::of(&Name::new(Run::default(), words, NameKind::Other))
        };
        let obama = outline(&["barack", "obama"]);
        assert!(obama.may_be_same(&outline(&["obama"])));
        assert!(!obama.may_be_same(&outline(&["marco", "rubio"])));
        assert!(!obama.may_be_same(&outline(&["biden"])));
        assert!(outline(&["fbi"]).may_be_same(&outline(&[
            "federal",
            "bureau",
            "of",
            "investigation"
        ])));
    }
}
