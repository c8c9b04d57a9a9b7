//! How much alike two words are spelled.

use strsim::jaro_winkler;

/// Longer words, in bytes, are not words of news, and comparing two takes time that grows with the product of their lengths. The
/// longest in English dictionaries have 45 letters.
const LONGEST: usize = 128;

/// The likeness of two words by Jaro-Winkler, from 0 to 1; words that are too long to be words are either equal or not alike.
pub fn resemblance(one: &str, another: &str) -> f64 {
    if one.len().max(another.len()) <= LONGEST {
        jaro_winkler(one, another)
    } else {
        f64::from(u8::from(one == another))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_be_words_is_compared_letter_by_letter() {
        assert!(resemblance("adviser", "advisor") > 0.9);
        let (one, another) = ("a".repeat(LONGEST + 1), "a".repeat(LONGEST + 2));
        assert_eq!(resemblance(&one, &another), 0.0);
        assert_eq!(resemblance(&one, &one), 1.0);
    }
}
