//! Names by what others of the same bearer share with them: the few that one name may be the same as are found without asking all.

use foldhash::HashMap;
use itertools::Itertools;

use super::Name;
use super::same::{SURNAME_LIKENESS, acronym};
use super::spelling::{LONG_SURNAME, beginnings, frame};
use crate::text::resemblance::Letters;

/// Numbered names. A name finds those that have as many words or more, so that fuller names are to be entered first.
#[derive(Debug, Default)]
pub struct NameIndex {
    /// By what they are called.
    called: HashMap<Called, Vec<usize>>,
    /// Those of several words, by how the first and the last begin, with the letters of a last word that is long enough to be
    /// spelled in several ways.
    long_surnames: HashMap<[char; 2], Vec<(Letters, usize)>>,
}

/// What a name is found by: words as the [`frame`] of their spellings, or letters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Called {
    /// The last word of a name of several words.
    InFull(String),
    /// What a name of several words may be called in short: its first word or its last.
    InShort(String),
    /// The letters that its words begin with.
    ByInitials(String),
}

impl NameIndex {
    /// Enters `name` under `number`.
    pub fn enter(&mut self, name: &Name, number: usize) {
        let called = match name.keys.as_slice() {
            [] => vec![],
            [word] => vec![Called::InShort(frame(word))],
            [first, .., last] => vec![
                Called::InFull(frame(last)),
                Called::InShort(frame(first)),
                Called::InShort(frame(last)),
                Called::ByInitials(acronym(name).collect()),
            ],
        };
        for called in called {
            self.called.entry(called).or_default().push(number);
        }
        for (ends, letters) in long_surname(name) {
            let names = self.long_surnames.entry(ends).or_default();
            names.push((letters, number));
        }
    }

    /// The numbers of the entered names that may be the same as `name`, some of them more than once: all of which [`Name::same`] holds
    /// and that have as many words or more.
    pub fn may_be_same(&self, name: &Name) -> impl Iterator<Item = usize> {
        let called = match name.keys.as_slice() {
            [] => vec![],
            [word] => vec![
                Called::InShort(frame(word)),
                Called::ByInitials(name.words.concat()),
            ],
            [.., last] => vec![Called::InFull(frame(last))],
        };
        let called = called.into_iter().filter_map(|it| self.called.get(&it));
        let resembling = long_surname(name).filter_map(|(ends, letters)| {
            let names = self.long_surnames.get(&ends)?.iter();
            let allowed = names.filter(move |(other, _)| letters.allow(*other, SURNAME_LIKENESS));
            Some(allowed.map(|(_, number)| *number))
        });
        called.flatten().copied().chain(resembling.flatten())
    }
}

/// The letters of a long last word of several, once for each way in which it and the first word begin.
fn long_surname(name: &Name) -> impl Iterator<Item = ([char; 2], Letters)> {
    let ends = match name.keys.as_slice() {
        [first, .., last] if last.len() >= LONG_SURNAME => Some((first, last)),
        _ => None,
    };
    ends.into_iter().flat_map(|(first, last)| {
        let letters = Letters::of(last);
        let both = beginnings(first).cartesian_product(beginnings(last));
        both.map(move |(one, other)| ([one, other], letters))
    })
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

    fn finds(name: &Name, entered: &Name) -> bool {
        let mut index = NameIndex::default();
        index.enter(entered, 7);
        index.may_be_same(name).contains(&7)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn names_that_are_the_same_are_found(one in name(), another in name()) {
            let (full, short) = if one.words.len() < another.words.len() { (another, one) } else { (one, another) };
            prop_assert!(finds(&short, &full) || !full.same(&short));
        }
    }

    #[test]
    fn most_names_are_told_apart() {
        let name = |words: &[&str]| {
            let words = words.iter().map(|word| (*word).into()).collect();
            Name::new(Run::default(), words, NameKind::Other)
        };
        let obama = name(&["barack", "obama"]);
        assert!(finds(&name(&["obama"]), &obama));
        assert!(!finds(&name(&["barack", "rubio"]), &obama));
        assert!(!finds(&name(&["biden"]), &obama));
        let bureau = name(&["federal", "bureau", "of", "investigation"]);
        assert!(finds(&name(&["fbi"]), &bureau));
        let spelled = name(&["yevgeny", "prigozhin"]);
        assert!(finds(&name(&["evgeny", "prigoschin"]), &spelled));
    }
}
