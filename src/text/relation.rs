//! How words stand to each other: which can say the same, and which say the opposite.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::lexicon;
use super::normal::one_spelling;
use super::stem::EnglishStemmer;

/// Whether two stems belong to one group of words that news uses for the same thing ("halt", "suspend").
/// A stem is not in one class with itself unless it is listed.
pub fn same_class(one: &str, another: &str) -> bool {
    share_class(classes(one), classes(another))
}

/// The groups that a stem is in, for comparing it with many others.
pub fn classes(stem: &str) -> &'static [u32] {
    CLASSES.get(stem).map_or(&[], Vec::as_slice)
}

/// Whether two lists of groups have one in common.
pub fn share_class(one: &[u32], another: &[u32]) -> bool {
    one.iter().any(|group| another.contains(group))
}

/// Whether two stems say the opposite when they stand in the same place ("confirm", "deny"; "certain", "uncertain").
pub fn opposite(one: &str, another: &str) -> bool {
    Opposable::new(one).opposes(&Opposable::new(another))
}

/// A stem that is held against many others: is it the opposite?
#[derive(Clone, Copy, Debug)]
pub struct Opposable<'a> {
    stem: &'a str,
    /// What is left of it without a negative prefix.
    negated: Option<&'a str>,
    sides: &'static [Pole],
}

impl<'a> Opposable<'a> {
    /// Looks `stem` up.
    pub fn new(stem: &'a str) -> Self {
        Self {
            stem,
            negated: negated(stem),
            sides: sides(stem),
        }
    }

    /// As [`opposite`].
    pub fn opposes(&self, other: &Self) -> bool {
        oppose(self.sides, other.sides)
            || self.negated == Some(other.stem)
            || other.negated == Some(self.stem)
    }
}

/// Prefixes that turn round the rest of the word. "in-" and "dis-" do so in few words only ("inform", "discover").
const NEGATIVE_PREFIXES: [&str; 2] = ["un", "non"];

/// What is left of a word without such a prefix has at least so many letters: "union" negates nothing.
const SHORTEST_NEGATED: usize = 4;

/// What is left of a stem without a negative prefix.
fn negated(stem: &str) -> Option<&str> {
    let mut prefixes = NEGATIVE_PREFIXES.iter();
    let rest = prefixes.find_map(|prefix| stem.strip_prefix(prefix));
    rest.filter(|rest| rest.len() >= SHORTEST_NEGATED)
}

/// On which side of which pairs of opposite groups a stem stands, for comparing it with many others.
pub fn sides(stem: &str) -> &'static [Pole] {
    SIDES.get(stem).map_or(&[], Vec::as_slice)
}

/// Whether two words stand across from each other.
pub fn oppose(one: &[Pole], another: &[Pole]) -> bool {
    one.iter().any(|pole| another.contains(&pole.across()))
}

/// One side of a pair of groups of words that are opposites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pole {
    pair: u32,
    left: bool,
}

impl Pole {
    /// The other side of the pair.
    pub fn across(self) -> Self {
        Self {
            left: !self.left,
            ..self
        }
    }
}

/// Reads the lists now, not when the first word is looked up.
pub fn read_lists() {
    LazyLock::force(&CLASSES);
    LazyLock::force(&SIDES);
}

/// Stem → the groups it is in.
static CLASSES: LazyLock<HashMap<Box<str>, Vec<u32>>> = LazyLock::new(|| {
    let mut classes: HashMap<Box<str>, Vec<u32>> = HashMap::default();
    for (group, line) in (0..).zip(lexicon::entries(include_str!("data/synonyms.txt"))) {
        for stem in stems(line) {
            let groups = classes.entry(stem).or_default();
            if groups.last() != Some(&group) {
                groups.push(group);
            }
        }
    }
    classes
});

/// Stem → the sides on which it stands.
static SIDES: LazyLock<HashMap<Box<str>, Vec<Pole>>> = LazyLock::new(|| {
    let mut sides: HashMap<Box<str>, Vec<Pole>> = HashMap::default();
    for (pair, line) in (0..).zip(lexicon::entries(include_str!("data/antonyms.txt"))) {
        for (left, words) in [true, false].into_iter().zip(line.split('/')) {
            for stem in stems(words) {
                sides.entry(stem).or_default().push(Pole { pair, left });
            }
        }
    }
    sides
});

fn stems(words: &str) -> Vec<Box<str>> {
    let stemmer = EnglishStemmer::new();
    words
        .split_whitespace()
        .map(|word| stemmer.stem(&one_spelling(word.to_owned())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stem(word: &str) -> Box<str> {
        stems(word).remove(0)
    }

    #[test]
    fn words_for_the_same_thing_are_of_one_class() {
        for (one, another) in [
            ("halted", "suspending"),
            ("killed", "died"),
            ("announced", "unveils"),
            ("attorney", "lawyer"),
        ] {
            assert!(same_class(&stem(one), &stem(another)), "{one} / {another}");
        }
        for (one, another) in [
            ("halted", "started"),
            ("killed", "announced"),
            ("unlisted", "unlisted"),
        ] {
            assert!(!same_class(&stem(one), &stem(another)), "{one} / {another}");
        }
    }

    #[test]
    fn opposites_are_symmetric() {
        for (one, another) in [
            ("confirmed", "denies"),
            ("rise", "fell"),
            ("guilty", "innocent"),
            ("continues", "stopped"),
        ] {
            let (one, another) = (stem(one), stem(another));
            assert!(
                opposite(&one, &another) && opposite(&another, &one),
                "{one} / {another}"
            );
            assert!(!same_class(&one, &another), "{one} / {another}");
        }
    }
}
