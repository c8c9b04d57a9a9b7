//! How words stand to each other: which can say the same, and which say the opposite.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::lexicon;
use super::normal::one_spelling;
use super::stem::EnglishStemmer;

/// Whether two stems belong to one group of words that news uses for the same thing ("halt", "suspend").
/// A stem is not in one class with itself unless it is listed.
pub fn same_class(one: &str, another: &str) -> bool {
    share_class(classes(one), classes(another))
}

/// The groups that a stem is in, for comparing it with many others.
pub fn classes(stem: &str) -> &'static [usize] {
    CLASSES.get(stem).map_or(&[], Vec::as_slice)
}

/// Whether two lists of groups have one in common.
pub fn share_class(one: &[usize], another: &[usize]) -> bool {
    one.iter().any(|group| another.contains(group))
}

/// Whether two stems say the opposite when they stand in the same place ("confirm", "deny").
pub fn opposite(one: &str, another: &str) -> bool {
    let pair = if one < another {
        (one, another)
    } else {
        (another, one)
    };
    OPPOSITES
        .get(pair.0)
        .is_some_and(|others| others.contains(pair.1))
}

/// Stem → the groups it is in.
static CLASSES: LazyLock<HashMap<Box<str>, Vec<usize>>> = LazyLock::new(|| {
    let mut classes: HashMap<Box<str>, Vec<usize>> = HashMap::new();
    for (group, line) in lexicon::entries(include_str!("data/synonyms.txt")).enumerate() {
        for stem in stems(line) {
            let groups = classes.entry(stem).or_default();
            if groups.last() != Some(&group) {
                groups.push(group);
            }
        }
    }
    classes
});

/// The stem that sorts first → the stems that are opposite to it.
static OPPOSITES: LazyLock<HashMap<Box<str>, HashSet<Box<str>>>> = LazyLock::new(|| {
    let mut opposites: HashMap<Box<str>, HashSet<Box<str>>> = HashMap::new();
    for line in lexicon::entries(include_str!("data/antonyms.txt")) {
        let Some((left, right)) = line.split_once('/') else {
            continue;
        };
        for one in stems(left) {
            for another in stems(right) {
                let (first, second) = if one < another {
                    (one.clone(), another)
                } else {
                    (another, one.clone())
                };
                opposites.entry(first).or_default().insert(second);
            }
        }
    }
    opposites
});

fn stems(words: &str) -> Vec<Box<str>> {
    let stemmer = EnglishStemmer::new();
    words
        .split_whitespace()
        .map(|word| stemmer.stem(&one_spelling(word.to_owned())).into())
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
