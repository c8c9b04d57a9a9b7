//! When the words of two names are of one person, place or body.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::spelling::{LONG_SURNAME, begin_alike, same_spelling};
use super::{Name, NameKind};
use crate::text::lexicon;
use crate::text::resemblance::resemble;

/// Whether one is the other in full, or both are in full and agree.
pub fn same_words(a: &Name, b: &Name) -> bool {
    let (Some(last), Some(other_last)) = (a.keys.last(), b.keys.last()) else {
        return false;
    };
    match (a.keys.as_slice(), b.keys.as_slice()) {
        // What tells most names apart is asked first.
        ([one], [another]) => {
            same_spelling(one, another) && ![a, b].iter().any(|name| too_general(&name.words[0]))
        }
        ([one], many) | (many, [one]) => {
            let (single, whole) = if a.keys.len() == 1 { (a, b) } else { (b, a) };
            (same_spelling(one, &many[many.len() - 1])
                || same_spelling(one, &many[0]) && may_be_first(single, whole))
                && !too_general(&single.words[0])
        }
        ([first, ..], [other_first, ..]) => {
            let surnames = same_spelling(last, other_last)
                || last.len().min(other_last.len()) >= LONG_SURNAME
                    && begin_alike(last, other_last)
                    && begin_alike(first, other_first)
                    && resemble(last, other_last, SURNAME_LIKENESS);
            surnames && same_given(first, other_first)
                || a.keys.len() == b.keys.len()
                    && a.keys
                        .iter()
                        .zip(&b.keys)
                        .all(|(one, another)| same_spelling(one, another))
        }
        _ => false,
    }
}

/// Whether `short` is made of the first letters of the words of `long`.
pub fn is_acronym(short: &Name, long: &Name) -> bool {
    let [word] = short.words.as_slice() else {
        return false;
    };
    long.words.len() >= 2 && word.len() >= 2 && word.chars().eq(acronym(long))
}

/// The first letters of the words of a name.
pub fn acronym(name: &Name) -> impl Iterator<Item = char> + '_ {
    let words = name.words.iter().filter(|word| !is_connector(word));
    words.filter_map(|word| word.chars().next())
}

/// Whether a word says too little to be a name alone ("Committee").
pub fn too_general(word: &str) -> bool {
    ORGANIZATION_HEADS.contains(word)
}

/// Whether a word joins the words of a name.
pub fn is_connector(word: &str) -> bool {
    matches!(word, "of" | "for" | "the" | "and" | "on" | "in" | "to")
}

/// Words for kinds of bodies.
pub static ORGANIZATION_HEADS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("../data/organization_heads.txt")));

/// Family names that stand first.
pub static FAMILY_NAME_FIRST: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("../data/family_name_first.txt")));

/// The smallest likeness (Jaro-Winkler) at which two surnames are one when the given names agree.
pub const SURNAME_LIKENESS: f64 = 0.92;

/// Whether one word, used alone, can be the first of the other name: the family name of an East Asian person, or the given
/// name of a royal one.
fn may_be_first(single: &Name, whole: &Name) -> bool {
    FAMILY_NAME_FIRST.contains(&*single.words[0]) && whole.words.len() <= 3
        || single.kind == NameKind::Person
            && whole.kind == NameKind::Person
            && single.role == whole.role
            && single.role.is_some()
}

/// Given names agree when they sound the same or one is the initial of the other.
fn same_given(one: &str, another: &str) -> bool {
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    same_spelling(one, another)
        || initial(one, another)
        || initial(another, one)
        || resemble(one, another, SURNAME_LIKENESS)
}
