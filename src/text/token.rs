//! A claim cut into words.

use unicode_segmentation::UnicodeSegmentation;

use super::lexicon::{FUNCTION_WORDS, IRREGULAR_PASTS};
use super::normal::{fold, one_spelling};
use super::parted;
use super::stem::EnglishStemmer;
use crate::model::Span;

/// What kind of token it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenClass {
    /// A word that carries content.
    Content,
    /// A word that carries structure (see [`FUNCTION_WORDS`]).
    Function,
    /// Digits, with what belongs to them: `65`, `1,500`, `2.5`, `27th`.
    Number,
    /// Anything else: punctuation, symbols such as `$` and `%`.
    Symbol,
}

/// One word, number or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the source's text.
    pub span: Span,
    /// Its folded form (see [`fold`]) in the spelling common to British and American English; abbreviations without stops,
    /// numbers without thousands separators, contractions spelled out ("won't" is `will`, `not`). The country is `usa`
    /// however it is abbreviated, which keeps it apart from the pronoun.
    pub text: Box<str>,
    /// Its stem; equal to `text` for numbers and signs.
    pub stem: Box<str>,
    /// What it is.
    pub class: TokenClass,
    /// Whether it begins with a capital letter.
    pub capital: bool,
}

impl Token {
    /// Whether it is a word of either kind.
    pub fn is_word(&self) -> bool {
        matches!(self.class, TokenClass::Content | TokenClass::Function)
    }

    /// Whether it is this word or sign, in the form of [`Token::text`].
    pub fn is(&self, text: &str) -> bool {
        &*self.text == text
    }

    /// Whether it is one of these words or signs.
    pub fn is_one_of(&self, texts: &[&str]) -> bool {
        texts.contains(&&*self.text)
    }

    /// Whether it is the past form of a verb, as far as its ending or the list of irregular forms tells.
    pub fn is_past(&self) -> bool {
        (self.text.ends_with("ed") && self.text != self.stem)
            || IRREGULAR_PASTS.contains_key(&*self.text)
    }

    /// Whether it says something by itself: a content word or a number.
    pub fn is_content(&self) -> bool {
        matches!(self.class, TokenClass::Content | TokenClass::Number)
    }
}

/// Whether the words of `a` come before those of `b` in the order of their letters, or are the same. By this one of several equally good
/// ways through two texts is taken, whichever text is given first.
pub fn comes_first(a: &[Token], b: &[Token]) -> bool {
    let words = a.iter().map(|token| &token.text);
    words.le(b.iter().map(|token| &token.text))
}

/// A run of tokens of one claim, as positions in its list of tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Run {
    /// First token.
    pub start: u32,
    /// First token after the run.
    pub end: u32,
}

impl Run {
    /// The run of the positions from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// As positions.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it holds no token.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether the token at `position` is in it.
    pub fn holds(self, position: usize) -> bool {
        self.range().contains(&position)
    }

    /// Where its words stand, from the first to the last; empty for an empty run.
    pub fn span(self, tokens: &[Token]) -> Span {
        match &tokens[self.range()] {
            [] => Span::default(),
            [first, .., last] => first.span.cover(last.span),
            [only] => only.span,
        }
    }
}

/// The tokens of the words at `span` of `text`, in order.
///
/// Hyphens, possessive endings and the parts of contractions are tokens of their own; full stops that belong to an
/// abbreviation, ellipses and double dashes are not cut. A dash that parts clauses reads `--`, a hyphen `-`.
pub fn tokenize(text: &str, span: Span, stemmer: &EnglishStemmer) -> Vec<Token> {
    tokens(text, span, |word| stemmer.stem(word))
}

/// The same tokens for a comparison that asks for no stems, which take most of the time: each token's text stands for its stem.
pub fn tokenize_unstemmed(text: &str, span: Span) -> Vec<Token> {
    tokens(text, span, |word| word.into())
}

fn tokens(text: &str, span: Span, stem: impl Fn(&str) -> Box<str>) -> Vec<Token> {
    let base = span.start as usize;
    let mut tokens = Vec::with_capacity(span.len() / 5);
    for (offset, piece) in span.of(text).split_word_bound_indices() {
        if piece.chars().all(char::is_whitespace) {
            continue;
        }
        let start = base + offset;
        let contraction = contraction(piece);
        tokens.push(token(start, &piece[..contraction.cut], &stem));
        if contraction.cut < piece.len() {
            tokens.push(token(
                start + contraction.cut,
                &piece[contraction.cut..],
                &stem,
            ));
        }
        for (part, spelled) in tokens
            .iter_mut()
            .rev()
            .zip(contraction.spelled.iter().rev())
        {
            if let Some(word) = spelled {
                part.text = (*word).into();
                part.stem = stem(word);
                part.class = word_class(word);
            }
        }
    }
    parted::join(text, tokens)
}

/// How a word is cut in two and what its parts stand for, where that is another word than is written.
struct Contraction {
    cut: usize,
    spelled: [Option<&'static str>; 2],
}

/// Endings that are cut off, with the word they stand for.
const ENDINGS: [(&str, Option<&str>); 6] = [
    ("'s", None),
    ("n't", Some("not")),
    ("'ll", Some("will")),
    ("'re", Some("are")),
    ("'ve", Some("have")),
    ("'m", Some("am")),
];

/// Verbs that change before "n't".
const BEFORE_NOT: [(&str, &str); 4] = [
    ("ca", "can"),
    ("wo", "will"),
    ("sha", "shall"),
    ("ai", "is"),
];

/// Where a possessive ending or a contracted word begins; nowhere in most words.
fn contraction(piece: &str) -> Contraction {
    let whole = Contraction {
        cut: piece.len(),
        spelled: [None, None],
    };
    if piece.eq_ignore_ascii_case("cannot") {
        return Contraction {
            cut: "can".len(),
            spelled: [Some("can"), Some("not")],
        };
    }
    if let Some(cut) = unit_cut(piece) {
        return Contraction { cut, ..whole };
    }
    if !piece.contains(['\'', '’']) {
        return whole;
    }
    let folded = fold(piece);
    let Some((ending, word)) = ENDINGS
        .iter()
        .find(|(ending, _)| folded.len() > ending.len() && folded.ends_with(ending))
    else {
        return whole;
    };
    let letters = ending.chars().count();
    let Some((cut, _)) = piece.char_indices().rev().nth(letters - 1) else {
        return whole;
    };
    let base = &folded[..folded.len() - ending.len()];
    let verb = BEFORE_NOT
        .iter()
        .find(|(cropped, _)| *ending == "n't" && *cropped == base)
        .map(|(_, verb)| *verb);
    Contraction {
        cut,
        spelled: [verb, *word],
    }
}

/// Where a unit begins that is written to its number: "65bn", "600m", "10am".
fn unit_cut(piece: &str) -> Option<usize> {
    const UNITS: [&str; 22] = [
        "k", "m", "mn", "mln", "b", "bn", "t", "tn", "am", "pm", "km", "kg", "ft", "mph", "kph",
        "lb", "lbs", "cm", "mm", "hrs", "mw", "gw",
    ];
    if !piece.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let cut = piece.find(|letter: char| letter.is_ascii_alphabetic())?;
    let is_unit = |unit: &&str| unit.eq_ignore_ascii_case(&piece[cut..]);
    UNITS.iter().any(is_unit).then_some(cut)
}

fn token(start: usize, piece: &str, stem: impl Fn(&str) -> Box<str>) -> Token {
    let folded = fold(piece);
    let first = piece.chars().next().unwrap_or_default();
    let class = if first.is_ascii_digit() {
        TokenClass::Number
    } else if !piece.chars().any(char::is_alphabetic) {
        TokenClass::Symbol
    } else if is_body(piece) {
        TokenClass::Content
    } else {
        word_class(&folded)
    };
    let text = match class {
        TokenClass::Content => country(piece, without_stops(folded)),
        TokenClass::Number => folded.replace(',', ""),
        TokenClass::Function | TokenClass::Symbol => folded,
    };
    let stem = match class {
        TokenClass::Content | TokenClass::Function => stem(&text),
        TokenClass::Number | TokenClass::Symbol => text.as_str().into(),
    };
    Token {
        span: Span::new(start..start + piece.len()),
        text: text.into(),
        stem,
        class,
        capital: first.is_uppercase(),
    }
}

/// Whether a word is the short name of a country or body that is spelled like a function word.
fn is_body(piece: &str) -> bool {
    matches!(piece, "US" | "WHO")
}

fn word_class(folded: &str) -> TokenClass {
    if FUNCTION_WORDS.contains(folded) {
        TokenClass::Function
    } else {
        TokenClass::Content
    }
}

fn without_stops(folded: String) -> String {
    if folded.contains('.') {
        folded.replace('.', "")
    } else {
        folded
    }
}

/// A word as one spelling of it; "US" is the country unless it is written like the pronoun.
pub fn country(piece: &str, folded: String) -> String {
    match folded.as_str() {
        "us" if piece != "us" => "usa".to_owned(),
        _ => one_spelling(folded),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
        let words: Vec<_> = tokens.iter().map(|token| &*token.text).collect();
        words.join(" ")
    }

    #[test]
    fn words_are_cut_as_a_reader_would() {
        for (text, expected) in [
            ("$65bn by 10am", "$ 65 bn by 10 am"),
            ("The U.S. told us.", "the usa told us ."),
            ("US and U.S forces", "usa and usa forces"),
            (
                "He won't, can’t and cannot",
                "he will not , can not and can not",
            ),
            ("They're Kiev’s", "they are kiev 's"),
            ("a 35-year-old", "a 35 - year - old"),
            ("$1,500.50 or 20%", "$ 1500.50 or 20 %"),
            ("on Dec. 27, Gen. Lee", "on dec 27 , gen lee"),
            ("John F. Kennedy", "john f kennedy"),
            ("so... and … then", "so ... and ... then"),
            (
                "talks -- in 2–3 days — ended",
                "talks -- in 2 - 3 days -- ended",
            ),
            ("“Yes,” he said", "\" yes , \" he said"),
            ("the defence adviser", "the defense adviser"),
            ("No. 10 has no plan", "number 10 has no plan"),
            ("the U. S. Army", "the usa army"),
            ("Plan B. I went", "plan b i went"),
        ] {
            assert_eq!(words(text), expected);
        }
    }
}
