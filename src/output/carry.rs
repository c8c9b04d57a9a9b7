//! What a format can carry of a text, and how much of it had to be replaced.

use std::borrow::Cow;

/// Stands in the place of a character that a format cannot carry.
const REPLACEMENT: char = '\u{fffd}';

/// Replaces characters that a format cannot carry, and counts them.
#[derive(Debug, Default)]
pub struct Replacer {
    replaced: usize,
}

impl Replacer {
    /// `text` in the characters of XML 1.0: no control characters but tab, line feed and carriage return, no noncharacters.
    pub fn xml<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        self.replace(text, |letter| {
            matches!(letter, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
        })
    }

    /// `text` with `\u{fffd}` in the place of every letter that is `forbidden`.
    pub fn replace<'t>(&mut self, text: &'t str, forbidden: impl Fn(char) -> bool) -> Cow<'t, str> {
        self.replace_by(REPLACEMENT, text, forbidden)
    }

    /// `text` with `substitute` in the place of every letter that is `forbidden`.
    pub fn replace_by<'t>(
        &mut self,
        substitute: char,
        text: &'t str,
        forbidden: impl Fn(char) -> bool,
    ) -> Cow<'t, str> {
        let found = text.chars().filter(|letter| forbidden(*letter)).count();
        if found == 0 {
            return Cow::Borrowed(text);
        }
        self.replaced += found;
        let carried = |letter| {
            if forbidden(letter) {
                substitute
            } else {
                letter
            }
        };
        text.chars().map(carried).collect()
    }

    /// Counts what `other` replaced too.
    pub fn add(&mut self, other: &Replacer) {
        self.replaced += other.replaced;
    }

    /// What to tell the user: nothing where nothing was replaced.
    pub fn warnings(&self) -> Vec<String> {
        match self.replaced {
            0 => Vec::new(),
            1 => vec!["1 character that the format cannot carry was replaced".into()],
            many => vec![format!(
                "{many} characters that the format cannot carry were replaced"
            )],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_carry_is_replaced_and_counted() {
        let mut replacer = Replacer::default();
        assert_eq!(replacer.xml("tab\tand 🙂 stay"), "tab\tand 🙂 stay");
        assert!(replacer.warnings().is_empty());
        assert_eq!(
            replacer.xml("a\u{1}b\u{1b}[31m\u{ffff}"),
            "a\u{fffd}b\u{fffd}[31m\u{fffd}"
        );
        assert_eq!(replacer.warnings().len(), 1);
        assert!(replacer.warnings()[0].starts_with("3 characters"));
    }
}
