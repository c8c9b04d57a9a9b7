//! One form for what is the same to a reader.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// `text` as it is compared: lower case, straight quotes, plain dashes and blanks, no accents, compatibility forms resolved.
///
/// Only for comparing: positions in the result say nothing about positions in `text`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .map(plain)
        .flat_map(char::to_lowercase)
        .collect()
}

/// The ASCII character that stands for a typographic one.
pub fn plain(letter: char) -> char {
    match letter {
        '‘' | '’' | '‛' | 'ʼ' | '′' => '\'',
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        other => other,
    }
}
