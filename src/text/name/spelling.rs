//! Spellings of one word that differ by transliteration.

use itertools::Itertools;

use crate::text::resemblance::resemble;

/// A folded word as most transliterations of it would be written alike: `kh` as `h`, `q` as `k`, `y` and `j` as `i`, `ou`
/// as `u`, no doubled letters, no Arabic article, one ending for `-iy`, `-yi`, `-yy`, `-y`.
pub fn key(word: &str) -> String {
    let word = ["al-", "el-", "ul-"]
        .iter()
        .find_map(|article| word.strip_prefix(article))
        .unwrap_or(word);
    let mut key = String::with_capacity(word.len());
    let mut letters = word
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let plain = match (letter, next) {
            ('k' | 'g' | 'd', Some('h')) => {
                letters.next();
                if letter == 'k' { 'h' } else { letter }
            }
            ('o', Some('u' | 'o')) => {
                letters.next();
                'u'
            }
            ('q', _) => 'k',
            ('y' | 'j', _) => 'i',
            (other, _) => other,
        };
        if !key.ends_with(plain) {
            key.push(plain);
        }
    }
    key
}

/// Whether two spelling keys are of one word: equal, or of the same consonants and much alike.
pub fn same_spelling(one: &str, another: &str) -> bool {
    one == another
        || one.len().min(another.len()) >= LONG_SURNAME
            && one.as_bytes()[0] == another.as_bytes()[0]
            && consonants(one).eq(consonants(another))
            && resemble(one, another, VOWELS_LIKENESS)
}

/// Surnames shorter than this must be spelled the same.
pub const LONG_SURNAME: usize = 5;

/// The smallest likeness of two surnames of the same consonants, when no given name helps: "Mohammed", "Muhammad".
const VOWELS_LIKENESS: f64 = 0.8;

/// The letters of a key that its vowels leave.
fn consonants(key: &str) -> impl Iterator<Item = char> + '_ {
    key.chars().filter(|letter| !"aeiou".contains(*letter))
}

/// What all keys have in common that [`same_spelling`] calls the same: the first letter and the consonants.
pub fn frame(key: &str) -> String {
    let first = key.chars().next().filter(char::is_ascii);
    first.into_iter().chain(consonants(key)).collect()
}

/// How a key begins: with its first letter, and with its first consonant, as a vowel before that may be left out.
pub fn beginnings(key: &str) -> impl Iterator<Item = char> + Clone + '_ {
    let first = key.chars().next();
    let consonant = consonants(key).next().filter(|it| Some(*it) != first);
    first.into_iter().chain(consonant)
}

/// Whether two keys may begin alike in another spelling.
pub fn begin_alike(one: &str, another: &str) -> bool {
    beginnings(one).any(|it| beginnings(another).contains(&it))
}
