//! One form for what is the same to a reader.

use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::lexicon;

/// `text` as it is compared: lower case, straight quotes, plain dashes and blanks, no accents, compatibility forms resolved.
///
/// Only for comparing: positions in the result say nothing about positions in `text`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        // Most letters of most texts are what they decompose to.
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else {
            // Letters decompose by themselves; only the marks after them would change places, and those are left out.
            let parts = std::iter::once(letter).nfkd();
            let parts = parts.filter(|part| !is_combining_mark(*part)).map(plain);
            folded.extend(parts.flat_map(char::to_lowercase));
        }
    }
    folded
}

/// The ASCII character that stands for a typographic one.
pub fn plain(letter: char) -> char {
    match letter {
        '‘' | '’' | '‛' | 'ʼ' | '′' => '\'',
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        // Letters that decomposition leaves whole.
        'ø' | 'Ø' => 'o',
        'ł' | 'Ł' => 'l',
        'đ' | 'Đ' => 'd',
        'ı' => 'i',
        other => other,
    }
}

/// A folded word in the spelling that stands for both the British and the American one ("defence" → "defense",
/// "organised" → "organized").
pub fn one_spelling(word: String) -> String {
    if !word.is_ascii() || word.len() <= KEY {
        return word;
    }
    if let Some((british, american)) = SPELLINGS
        .get(&word[..KEY])
        .and_then(|known| known.iter().find(|(british, _)| word.starts_with(british)))
    {
        return format!("{american}{}", &word[british.len()..]);
    }
    with_z(word)
}

/// Spellings are looked up by this many letters; none of the list is shorter.
const KEY: usize = 4;

static SPELLINGS: LazyLock<HashMap<&'static str, Vec<(&'static str, &'static str)>>> =
    LazyLock::new(|| {
        let mut table: HashMap<_, Vec<_>> = HashMap::default();
        let pairs = lexicon::entries(include_str!("data/spelling.txt"))
            .filter_map(|line| line.split_once(' '))
            .filter(|(british, _)| british.len() >= KEY);
        for (british, american) in pairs {
            table
                .entry(&british[..KEY])
                .or_default()
                .push((british, american));
        }
        table
    });

static SPELLED_WITH_S: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/spelled_with_s.txt")));

/// "-ise" and "-yse" with their inflections as "-ize" and "-yze".
fn with_z(word: String) -> String {
    const ENDINGS: [&str; 8] = [
        "isations", "isation", "ising", "ised", "ises", "ise", "isers", "iser",
    ];
    // Below this length the "-ise" belongs to the word itself ("raise", "poised").
    const SHORTEST_BASE: usize = 4;
    let mut pairs = word.as_bytes().windows(2);
    if !pairs.any(|pair| matches!(pair, b"is" | b"ys")) {
        return word;
    }
    for ending in ENDINGS {
        let Some(base) = word.strip_suffix(ending) else {
            continue;
        };
        let native = SPELLED_WITH_S.contains(&word[..base.len() + "is".len()]);
        return if native || base.len() < SHORTEST_BASE {
            word
        } else {
            format!("{base}{}", ending.replacen('s', "z", 1))
        };
    }
    for ending in ["alyse", "alysed", "alyses", "alysing"] {
        // "analyses" is the plural of "analysis" as well, which compares no worse for it.
        if let Some(base) = word.strip_suffix(ending) {
            return format!("{base}{}", ending.replacen('s', "z", 1));
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn letters_are_folded_one_by_one(text in "\\PC{0,12}|[a-zé\u{301}\u{323}…ﬁ’ŁΣ]{0,8}") {
            let whole = text.nfkd().filter(|letter| !is_combining_mark(*letter));
            let whole: String = whole.map(plain).flat_map(char::to_lowercase).collect();
            prop_assert_eq!(fold(&text), whole);
        }
    }

    #[test]
    fn folding_removes_what_readers_do_not_compare() {
        for (text, folded) in [
            ("Kiev’s", "kiev's"),
            ("“Séoul”", "\"seoul\""),
            ("ﬁre", "fire"),
            ("Łódź", "lodz"),
            ("1–2", "1-2"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn both_spellings_of_a_word_become_one() {
        for (british, american) in [
            ("defence", "defense"),
            ("advisor", "adviser"),
            ("favoured", "favored"),
            ("organisation", "organization"),
            ("criticised", "criticized"),
            ("analysed", "analyzed"),
            ("centres", "centers"),
        ] {
            assert_eq!(
                one_spelling(british.into()),
                one_spelling(american.into()),
                "{british}"
            );
        }
    }

    #[test]
    fn words_that_are_spelled_with_s_everywhere_stay() {
        for word in [
            "promised", "raise", "surprise", "exercise", "advised", "rising",
        ] {
            assert_eq!(one_spelling(word.into()), word);
        }
    }
}
