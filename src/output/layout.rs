//! Styled text that wraps: every width is measured as a terminal shows it, and no style reaches over the end of a line.

use std::borrow::Cow;
use std::rc::Rc;

use itertools::Itertools;
use textwrap::WordSeparator;
use textwrap::core::{Fragment, Word};
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_width::UnicodeWidthStr;

use super::printable::printable;
use super::stylesheet::Role;

/// Begins the address of a hyperlink (OSC 8); an empty address ends the link.
const LINK: &str = "\u{1b}]8;;";
/// Ends the address of a hyperlink.
const END: &str = "\u{1b}\\";

/// Text in several looks, cut where lines may end. Whatever is pushed is made printable first.
#[derive(Clone, Debug, Default)]
pub struct StyledText {
    words: Vec<StyledWord>,
}

/// One line of styled text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    stretches: Vec<Stretch>,
}

/// Text of one look that leads to one place, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretch {
    text: String,
    role: Role,
    address: Option<Rc<str>>,
}

/// Letters that no line may end between.
#[derive(Clone, Debug, Default)]
struct StyledWord {
    stretches: Vec<(String, Role)>,
    /// How wide all of them are.
    columns: usize,
    /// Whether a blank follows.
    spaced: bool,
}

impl StyledText {
    /// Text of one look.
    pub fn new(text: &str, role: Role) -> Self {
        let mut styled = Self::default();
        styled.push(text, role);
        styled
    }

    /// Appends `text`. Its first word sticks to the word before unless a blank stands between.
    pub fn push(&mut self, text: &str, role: Role) {
        self.push_marked("", text, "", role);
    }

    /// Appends `text` between two marks, which no end of a line parts from its first and its last word.
    pub fn push_marked(&mut self, open: &str, text: &str, close: &str, role: Role) {
        let shown = printable(text);
        if shown.starts_with(' ') {
            self.space();
        }
        let text = shown.trim_start();
        let found = separator(text).find_words(text);
        let mut words: Vec<_> = found
            .map(|word| (word.word.to_owned(), !word.whitespace.is_empty()))
            .collect();
        if let Some((first, _)) = words.first_mut() {
            first.insert_str(0, open);
        }
        if let Some((last, _)) = words.last_mut() {
            last.push_str(close);
        }
        for (position, (word, spaced)) in words.into_iter().enumerate() {
            match self.words.last_mut() {
                Some(last) if position == 0 && !last.spaced => {
                    last.columns += word.width();
                    last.stretches.push((word, role));
                    last.spaced = spaced;
                }
                _ => self.words.push(StyledWord::new(word, role, spaced)),
            }
        }
    }

    /// Lets the next word stand apart from the last one.
    pub fn space(&mut self) {
        if let Some(last) = self.words.last_mut() {
            last.spaced = true;
        }
    }

    /// The text in lines of at most `width` columns. Only a word that is wider than a line is cut.
    pub fn lines(&self, width: usize) -> Vec<Line> {
        let width = width.max(1);
        let words = match self.words.iter().all(|word| word.columns <= width) {
            true => Cow::Borrowed(&self.words),
            false => Cow::Owned(
                self.words
                    .iter()
                    .flat_map(|word| word.fitted(width))
                    .collect(),
            ),
        };
        wrap_first_fit(&words, &[width as f64])
            .into_iter()
            .map(Line::from_words)
            .collect()
    }

    /// The text on one line, however wide.
    pub fn line(&self) -> Line {
        Line::from_words(&self.words)
    }
}

/// What tells where lines of `text` may end. Among letters and these signs only blanks part words, which is soon seen; but no line begins
/// with a stop.
fn separator(text: &str) -> WordSeparator {
    const STOPS: &[u8] = b".,:;";
    let is_plain =
        |byte: u8| byte.is_ascii_alphanumeric() || b" '\"".contains(&byte) || STOPS.contains(&byte);
    let mut pairs = text.as_bytes().windows(2);
    let is_free = |pair: &[u8]| pair[0] == b' ' && STOPS.contains(&pair[1]);
    match text.bytes().all(is_plain) && !pairs.any(is_free) {
        true => WordSeparator::AsciiSpace,
        false => WordSeparator::UnicodeBreakProperties,
    }
}

impl StyledWord {
    fn new(text: String, role: Role, spaced: bool) -> Self {
        Self {
            columns: text.width(),
            stretches: vec![(text, role)],
            spaced,
        }
    }

    /// The word in parts that are no wider than a line.
    fn fitted(&self, width: usize) -> Vec<StyledWord> {
        if self.columns <= width {
            return vec![self.clone()];
        }
        let parts = self.stretches.iter().flat_map(|(text, role)| {
            let whole = Word::from(text);
            let parts: Vec<_> = whole
                .break_apart(width)
                .map(|part| (part.word.to_owned(), *role))
                .collect();
            parts
        });
        let words = parts.map(|(text, role)| StyledWord::new(text, role, false));
        let mut words: Vec<_> = words.collect();
        if let Some(last) = words.last_mut() {
            last.spaced = self.spaced;
        }
        words
    }
}

impl Fragment for StyledWord {
    fn width(&self) -> f64 {
        self.columns as f64
    }

    fn whitespace_width(&self) -> f64 {
        f64::from(u8::from(self.spaced))
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

impl Line {
    fn from_words(words: &[StyledWord]) -> Self {
        let mut line = Self::default();
        for (position, word) in words.iter().enumerate() {
            for (text, role) in &word.stretches {
                line.push(text, *role);
            }
            let next = words
                .get(position + 1)
                .and_then(|next| next.stretches.first());
            if let (true, Some((_, next))) = (word.spaced, next) {
                let last = line.stretches.last().map(|stretch| stretch.role);
                let role = last.filter(|last| last == next).unwrap_or(Role::Text);
                line.push(" ", role);
            }
        }
        line
    }

    /// Appends text that is printable already.
    fn push(&mut self, text: &str, role: Role) {
        match self.stretches.last_mut() {
            Some(last) if last.role == role && last.address.is_none() => last.text.push_str(text),
            _ => self.stretches.push(Stretch {
                text: text.to_owned(),
                role,
                address: None,
            }),
        }
    }

    /// The line, all of which leads to `address` on terminals that can follow. The address must be plain ASCII.
    pub fn leading_to(mut self, address: Option<String>) -> Self {
        let address: Option<Rc<str>> = address.map(Rc::from);
        for stretch in &mut self.stretches {
            stretch.address.clone_from(&address);
        }
        self
    }

    /// Its width in columns.
    pub fn columns(&self) -> usize {
        let stretches = self.stretches.iter();
        stretches.map(|stretch| stretch.text.width()).sum()
    }

    /// The line with blanks after it, up to `width` columns.
    pub fn padded(mut self, width: usize) -> Self {
        let missing = width.saturating_sub(self.columns());
        if missing > 0 {
            self.push(&" ".repeat(missing), Role::Text);
        }
        self
    }

    /// The line without the blanks that fill its first `column` columns.
    pub fn starting_at(mut self, column: usize) -> Self {
        if let Some(first) = self.stretches.first_mut() {
            let blanks = first.text.len() - first.text.trim_start_matches(' ').len();
            first.text.drain(..blanks.min(column));
        }
        self
    }

    /// This line with `other` right after it.
    pub fn followed_by(mut self, other: &Line) -> Self {
        for stretch in &other.stretches {
            match stretch.address {
                None => self.push(&stretch.text, stretch.role),
                Some(_) => self.stretches.push(stretch.clone()),
            }
        }
        self
    }

    /// As it is written to the terminal, in its colours if `color` is set, without blanks at its end.
    pub fn render(&self, color: bool) -> String {
        let mut stretches = self.stretches.iter().map(|stretch| stretch.render(color));
        stretches.join("").trim_end().to_owned()
    }
}

impl Stretch {
    fn render(&self, color: bool) -> String {
        let style = self.role.style();
        let text = match color {
            true => format!("{}{}{}", style.render(), self.text, style.render_reset()),
            false => self.text.clone(),
        };
        match &self.address {
            Some(address) => format!("{LINK}{address}{END}{text}{LINK}{END}"),
            None => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Role, StyledText, WordSeparator, separator};

    proptest! {
        #[test]
        fn lines_end_where_unicode_lets_them(text in "[a-zA-Z0-9 .,:;'\"(-]{0,24}|[a-c0 .'\"]{0,8}") {
            let text = text.trim_start();
            let words = |separator: WordSeparator| -> Vec<_> {
                separator.find_words(text).map(|word| (word.word.to_owned(), word.whitespace.to_owned())).collect()
            };
            prop_assert_eq!(words(separator(text)), words(WordSeparator::UnicodeBreakProperties));
        }
    }

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        let lines = StyledText::new(text, Role::Text).lines(width);
        lines.iter().map(|line| line.render(false)).collect()
    }

    #[test]
    fn lines_end_between_words() {
        assert_eq!(
            wrapped("talks end in Jeddah", 9),
            ["talks end", "in Jeddah"]
        );
    }

    #[test]
    fn wide_letters_count_two_columns_and_lines_end_between_them() {
        assert_eq!(
            wrapped("会談は火曜日に開かれる", 8),
            ["会談は火", "曜日に開", "かれる"]
        );
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        assert_eq!(wrapped("aaaaaaaaaa b", 4), ["aaaa", "aaaa", "aa b"]);
    }

    #[test]
    fn signs_stick_to_the_word_before() {
        let mut text = StyledText::new("a fifth", Role::Old);
        text.push(",", Role::Text);
        text.push(" or more", Role::Text);
        let lines: Vec<_> = text
            .lines(8)
            .iter()
            .map(|line| line.render(false))
            .collect();
        assert_eq!(lines, ["a fifth,", "or more"]);
    }

    #[test]
    fn every_line_ends_its_own_styles() {
        let lines = StyledText::new("one two", Role::Old).lines(3);
        for line in lines {
            let shown = line.render(true);
            assert!(
                shown.starts_with("\u{1b}[") && shown.ends_with("\u{1b}[0m"),
                "{shown:?}"
            );
        }
    }
}
