//! Text of a source made safe to show: the one way by which an article reaches a screen.

use std::borrow::Cow;

use itertools::Itertools;

/// `text` on one line and without anything that steers a terminal or the direction of writing.
///
/// Runs of blanks and line ends become one space; control characters become their pictures (`␛`); overrides of the
/// direction of writing, which can make a text read other than it is, are named (`<U+202E>`); other invisible signs go.
pub fn printable(text: &str) -> Cow<'_, str> {
    let harmless = |letter: char| letter == ' ' || letter.is_ascii_graphic();
    if text.chars().all(harmless) && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let letters = text.chars().map(|letter| match letter {
        blank if blank.is_whitespace() => ' ',
        other => other,
    });
    for letter in letters.dedup_by(|left, right| *left == ' ' && *right == ' ') {
        match letter {
            '\u{0}'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + u32::from(letter))),
            '\u{7f}' => shown.push('␡'),
            '\u{80}'..='\u{9f}' | '\u{fff9}'..='\u{fffb}' => shown.push('\u{fffd}'),
            '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{206f}' => {
                shown.push_str(&format!("<U+{:04X}>", u32::from(letter)));
            }
            '\u{ad}'
            | '\u{200b}'
            | '\u{2060}'..='\u{2065}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}' => {}
            other => shown.push(other),
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn plain_text_passes_unchanged() {
        assert_eq!(
            printable("Tea costs £3 – naïvely, 茶."),
            "Tea costs £3 – naïvely, 茶."
        );
    }

    #[test]
    fn terminal_sequences_lose_their_power() {
        assert_eq!(
            printable("a\u{1b}[31mred\u{7}\u{9b}2J"),
            "a␛[31mred␇\u{fffd}2J"
        );
    }

    #[test]
    fn direction_overrides_are_named_and_invisible_signs_go() {
        assert_eq!(printable("pay \u{202e}001"), "pay <U+202E>001");
        assert_eq!(printable("so\u{ad}ft \u{200b}x"), "soft x");
    }

    #[test]
    fn line_ends_and_runs_of_blanks_become_one_space() {
        assert_eq!(printable("a\r\n\t b  c"), "a b c");
    }

    #[test]
    fn nothing_that_steers_a_terminal_is_left_of_any_character() {
        let every = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        let shown = every
            .map(|letter| letter.to_string())
            .map(|text| printable(&text).into_owned());
        assert!(
            shown
                .flat_map(|text| text.chars().collect::<Vec<_>>())
                .all(|letter| !letter.is_control())
        );
    }
}
