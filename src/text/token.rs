//! A claim cut into words.

use unicode_segmentation::UnicodeSegmentation;

use super::lexicon::FUNCTION_WORDS;
use super::normal::fold;
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
    /// Its folded form (see [`fold`]), abbreviations without stops: `us` for "U.S.".
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

    /// Whether it says something by itself: a content word or a number.
    pub fn is_content(&self) -> bool {
        matches!(self.class, TokenClass::Content | TokenClass::Number)
    }
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

/// The tokens of the words at `span` of `text`, in order. Hyphens and possessive endings are tokens of their own.
pub fn tokenize(text: &str, span: Span, stemmer: &EnglishStemmer) -> Vec<Token> {
    let base = span.start as usize;
    let mut tokens = Vec::with_capacity(span.len() / 5);
    for (offset, piece) in span.of(text).split_word_bound_indices() {
        if piece.chars().all(char::is_whitespace) {
            continue;
        }
        let start = base + offset;
        let cut = possessive_cut(piece);
        tokens.push(token(start, &piece[..cut], stemmer));
        if cut < piece.len() {
            tokens.push(token(start + cut, &piece[cut..], stemmer));
        }
    }
    join_abbreviation_stops(text, &mut tokens);
    tokens
}

/// Where the possessive ending of a word begins ("Kiev's" → 4); the length of the word if there is none.
fn possessive_cut(piece: &str) -> usize {
    ["'s", "’s", "'S", "’S"]
        .iter()
        .find_map(|ending| piece.strip_suffix(ending))
        .filter(|rest| !rest.is_empty())
        .map_or(piece.len(), str::len)
}

fn token(start: usize, piece: &str, stemmer: &EnglishStemmer) -> Token {
    let folded = fold(piece);
    let first = piece.chars().next().unwrap_or_default();
    let alphabetic = piece.chars().any(char::is_alphabetic);
    let class = if first.is_ascii_digit() {
        TokenClass::Number
    } else if !alphabetic {
        TokenClass::Symbol
    } else if FUNCTION_WORDS.contains(folded.as_str()) && piece != "US" {
        TokenClass::Function
    } else {
        TokenClass::Content
    };
    let text = match class {
        TokenClass::Content if folded.contains('.') => folded.replace('.', ""),
        _ => folded,
    };
    let stem = match class {
        TokenClass::Content | TokenClass::Function => stemmer.stem(&text),
        TokenClass::Number | TokenClass::Symbol => text.clone(),
    };
    Token {
        span: Span::new(start..start + piece.len()),
        text: text.into(),
        stem: stem.into(),
        class,
        capital: first.is_uppercase(),
    }
}

/// Gives an abbreviation its last stop back: word boundaries leave "U.S." as "U.S" and ".".
fn join_abbreviation_stops(text: &str, tokens: &mut Vec<Token>) {
    let mut at = 1;
    while at < tokens.len() {
        let (before, stop) = (&tokens[at - 1], &tokens[at]);
        let joined = &*stop.text == "."
            && before.span.end == stop.span.start
            && before.class == TokenClass::Content
            && before.span.of(text).contains('.');
        if joined {
            tokens[at - 1].span.end = stop.span.end;
            tokens.remove(at);
        } else {
            at += 1;
        }
    }
}
