//! Texts to the pieces of words that a model knows (Wu et al. 2016, in the uncased form of BERT).

use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Stands before every text, whose vectors' mean it is part of.
const FIRST: &str = "[CLS]";
/// Stands after every text.
const LAST: &str = "[SEP]";
/// Stands for a word that cannot be put together from known pieces.
const UNKNOWN: &str = "[UNK]";
/// How a piece begins that goes on a word.
const GOES_ON: &str = "##";
/// A longer word is not taken apart, as no model was taught to.
const LONGEST_WORD: usize = 100;

/// One piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its number in the vocabulary.
    pub number: u32,
    /// Where it stands.
    pub bytes: Range<usize>,
}

/// The pieces that a model knows.
#[derive(Debug)]
pub struct Vocabulary {
    numbers: HashMap<String, u32>,
    first: u32,
    last: u32,
    unknown: u32,
}

impl Vocabulary {
    /// Reads a list of pieces, one a line.
    ///
    /// # Errors
    /// Names a mark that it lacks.
    pub fn new(lines: &str) -> Result<Self, String> {
        let numbers: HashMap<String, u32> = (0..)
            .zip(lines.lines())
            .map(|(number, piece)| (piece.to_owned(), number))
            .collect();
        let number = |mark: &str| {
            let found = numbers.get(mark).copied();
            found.ok_or_else(|| format!("there is no {mark}"))
        };
        Ok(Self {
            first: number(FIRST)?,
            last: number(LAST)?,
            unknown: number(UNKNOWN)?,
            numbers,
        })
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The numbers of `pieces` between the marks that stand around every text.
    pub fn framed(&self, pieces: &[Piece]) -> Vec<u32> {
        let numbers = pieces.iter().map(|piece| piece.number);
        [self.first]
            .into_iter()
            .chain(numbers)
            .chain([self.last])
            .collect()
    }

    /// The pieces of `text`, in order.
    pub fn pieces(&self, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for word in words(text) {
            self.cut(&word, &mut pieces);
        }
        pieces
    }

    /// Takes the longest known piece from the front of what is left, again and again.
    fn cut(&self, word: &[Letter], pieces: &mut Vec<Piece>) {
        let Some(bytes) = extent(word) else { return };
        let before = pieces.len();
        let mut start = 0;
        while start < word.len() && word.len() <= LONGEST_WORD {
            let longest = (start + 1..=word.len()).rev();
            let found =
                longest.filter_map(|end| Some((end, self.number(&word[start..end], start)?)));
            let Some((end, number)) = { found }.next() else {
                break;
            };
            pieces.extend(extent(&word[start..end]).map(|bytes| Piece { number, bytes }));
            start = end;
        }
        if start < word.len() {
            pieces.truncate(before);
            pieces.push(Piece {
                number: self.unknown,
                bytes,
            });
        }
    }

    fn number(&self, letters: &[Letter], start: usize) -> Option<u32> {
        let mark = if start == 0 { "" } else { GOES_ON };
        let letters = letters.iter().map(|letter| letter.letter);
        let piece: String = mark.chars().chain(letters).collect();
        self.numbers.get(&piece).copied()
    }
}

/// A letter as models are taught it, and where what it stands for is.
#[derive(Clone, Debug)]
struct Letter {
    letter: char,
    bytes: Range<usize>,
}

fn extent(letters: &[Letter]) -> Option<Range<usize>> {
    Some(letters.first()?.bytes.start..letters.last()?.bytes.end)
}

/// Words in small letters without accents; a sign is a word of its own.
fn words(text: &str) -> Vec<Vec<Letter>> {
    let mut words = vec![Vec::new()];
    for (start, written) in text.char_indices() {
        let bytes = start..start + written.len_utf8();
        if written.is_whitespace() {
            words.push(Vec::new());
            continue;
        }
        let alone = is_sign(written) || is_ideograph(written);
        if alone {
            words.push(Vec::new());
        }
        let small = written.nfd().filter(|letter| !is_combining_mark(*letter));
        let small = small.flat_map(char::to_lowercase);
        let kept =
            small.filter(|letter| !letter.is_control() && *letter != char::REPLACEMENT_CHARACTER);
        if let Some(word) = words.last_mut() {
            word.extend(kept.map(|letter| Letter {
                letter,
                bytes: bytes.clone(),
            }));
        }
        if alone {
            words.push(Vec::new());
        }
    }
    words
}

/// Whether BERT takes the letter for punctuation: all signs of ASCII, and of the others those of the blocks that hold nothing else.
fn is_sign(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || matches!(letter, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿'
            | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}')
}

/// Whether the letter is a word of its own in the models: the ideographs of Chinese.
fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ceaf}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(&'static str, &str)> {
        static KNOWN: [&str; 8] = [
            "[CLS]", "[SEP]", "[UNK]", "talk", "##s", "cafe", "\"", "talks",
        ];
        let vocabulary = Vocabulary::new(&KNOWN.join("\n")).expect("all marks");
        let found = vocabulary.pieces(text).into_iter();
        found
            .map(|piece| (KNOWN[piece.number as usize], &text[piece.bytes]))
            .collect()
    }

    #[test]
    fn the_longest_piece_is_taken_first() {
        assert_eq!(pieces("Talks"), [("talks", "Talks")]);
        assert_eq!(pieces("Talkss"), [("talks", "Talks"), ("##s", "s")]);
    }

    #[test]
    fn signs_are_words_and_accents_are_dropped() {
        let found = pieces("\"Cafés\"\u{0}");
        assert_eq!(
            found,
            [("\"", "\""), ("cafe", "Café"), ("##s", "s"), ("\"", "\"")]
        );
    }

    #[test]
    fn a_word_that_does_not_come_out_is_unknown_as_a_whole() {
        assert_eq!(
            pieces("talked talk"),
            [("[UNK]", "talked"), ("talk", "talk")]
        );
        let endless = "talk".repeat(LONGEST_WORD);
        assert_eq!(pieces(&endless), [("[UNK]", endless.as_str())]);
    }

    #[test]
    fn a_list_without_marks_is_refused() {
        assert_eq!(
            Vocabulary::new("a\nb").expect_err("no marks"),
            "there is no [CLS]"
        );
    }
}
