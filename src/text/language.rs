//! In which language a text is written.

use whatlang::{Lang, detect};

/// So many bytes tell the language; more would tell no more.
const ENOUGH: usize = 2_000;

/// A language by its name in English: "English", "French". `None` where `text` is too short, or too mixed, to tell.
pub fn language(text: &str) -> Option<&'static str> {
    let beginning = &text[..text.floor_char_boundary(ENOUGH)];
    let found = detect(beginning).filter(|found| found.is_reliable())?;
    Some(found.lang().eng_name())
}

/// Whether the word lists and rules of this library are for texts in `language`, as [`language`] names it. Where nobody can tell
/// the language, they are tried.
pub fn is_read(language: Option<&str>) -> bool {
    language.is_none_or(|name| name == Lang::Eng.eng_name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_sentences_tell_their_language() {
        let english = "Engineers had warned of cracks in the dam, and the mayor said that nobody had listened to them for years.";
        let french = "Les ingénieurs avaient signalé des fissures dans le barrage, et le maire a déclaré que personne ne les avait écoutés.";
        assert_eq!(language(english), Some("English"));
        assert_eq!(language(french), Some("French"));
        assert!(is_read(language(english)));
        assert!(!is_read(language(french)));
    }

    #[test]
    fn what_says_nothing_has_no_language() {
        assert_eq!(language(""), None);
        assert_eq!(language("12, 14, 20 %"), None);
        assert!(is_read(None));
    }
}
