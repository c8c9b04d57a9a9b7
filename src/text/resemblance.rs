//! How much alike two words are spelled.

use strsim::jaro_winkler;

/// Longer words, in bytes, are not words of news, and comparing two takes time that grows with the product of their lengths. The
/// longest in English dictionaries have 45 letters.
const LONGEST: usize = 128;
/// So many letters that both begin with count for more in the likeness by Winkler.
const PREFIX: usize = 4;
/// What each of them takes from what is missing to full likeness.
const PREFIX_SHARE: f64 = 0.1;

/// What is lost where fractions are multiplied instead of divided.
const ROUNDING: f64 = 1e-6;

/// Whether the likeness of two words by Jaro and Winkler, from 0 to 1, is at least `least`. Words that are empty or too long to be
/// words are either equal or not alike.
pub fn resemble(one: &str, another: &str, least: f64) -> bool {
    Spelling::of(one).resembles(&Spelling::of(another), least)
}

/// A word that is held against many others.
#[derive(Clone, Copy, Debug)]
pub struct Spelling<'a> {
    word: &'a str,
    letters: Letters,
}

impl<'a> Spelling<'a> {
    /// The spelling of `word`.
    pub fn of(word: &'a str) -> Self {
        Self {
            word,
            letters: Letters::of(word),
        }
    }

    /// As [`resemble`].
    pub fn resembles(&self, other: &Spelling, least: f64) -> bool {
        let is_word = |word: &str| (1..=LONGEST).contains(&word.len());
        if !is_word(self.word) || !is_word(other.word) {
            return self.word == other.word;
        }
        // Most words that are held against each other share too few letters, which is seen at once.
        self.letters.allow(other.letters, least)
            && greatest_likeness(self, other) >= least
            && jaro_winkler(self.word, other.word) >= least
    }
}

/// The likeness of two words can be no greater than this, by the letters that one has and the other lacks.
fn greatest_likeness(one: &Spelling, another: &Spelling) -> f64 {
    let jaro = one.letters.greatest_likeness(&another.letters);
    let prefix = one.word.chars().zip(another.word.chars()).take(PREFIX);
    let prefix = prefix.take_while(|(left, right)| left == right).count();
    jaro + PREFIX_SHARE * prefix as f64 * (1.0 - jaro)
}

/// Which letters a word has, roughly.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    /// How many, each as often as it stands there.
    count: u32,
    /// One bit for each letter; letters whose numbers differ by a multiple of 64 share a bit.
    set: u64,
}

impl Letters {
    /// The letters of `word`.
    pub fn of(word: &str) -> Self {
        let letters = word.chars().map(|letter| 1_u64 << (u32::from(letter) % 64));
        letters.fold(Self { count: 0, set: 0 }, |sum, bit| Self {
            count: sum.count + 1,
            set: sum.set | bit,
        })
    }

    /// Whether the words of these letters can resemble each other at least so much.
    pub fn allow(self, other: Self, least: f64) -> bool {
        const MOST_BY_PREFIX: f64 = PREFIX_SHARE * PREFIX as f64;
        let jaro = (least - MOST_BY_PREFIX) / (1.0 - MOST_BY_PREFIX);
        let (one, another) = (f64::from(self.count), f64::from(other.count));
        // As in `greatest_likeness`, without dividing: this is asked of every two words of one first letter.
        f64::from(self.common(&other)) * (one + another)
            >= (3.0 * jaro - 1.0) * one * another - ROUNDING
    }

    /// The likeness of both words by Jaro can be no greater than this.
    fn greatest_likeness(&self, other: &Self) -> f64 {
        let common = f64::from(self.common(other));
        (common / f64::from(self.count) + common / f64::from(other.count) + 1.0) / 3.0
    }

    /// They have no more letters in common than so many.
    fn common(&self, other: &Self) -> u32 {
        let found = self.found_in_at_most(other);
        found.min(other.found_in_at_most(self))
    }

    /// Of its letters, no more than so many stand in the other word too.
    fn found_in_at_most(&self, other: &Self) -> u32 {
        self.count - (self.set & !other.set).count_ones()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_may_be_words_is_compared_letter_by_letter() {
        assert!(resemble("adviser", "advisor", 0.9));
        let (one, another) = ("a".repeat(LONGEST + 1), "a".repeat(LONGEST + 2));
        assert!(!resemble(&one, &another, 0.9));
        assert!(resemble(&one, &one, 0.9));
    }

    proptest! {
        #[test]
        fn no_likeness_is_greater_than_its_bound(one in "[a-eé]{1,8}", another in "[a-eé]{1,8}") {
            let bound = greatest_likeness(&Spelling::of(&one), &Spelling::of(&another));
            let likeness = jaro_winkler(&one, &another);
            prop_assert!(bound >= likeness - 1e-9);
            prop_assert!(Letters::of(&one).allow(Letters::of(&another), likeness));
        }
    }
}
