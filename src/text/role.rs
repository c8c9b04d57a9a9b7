//! Titles and offices: "foreign minister", "head of office", "former president".

use std::sync::LazyLock;

use foldhash::HashSet;

use super::lexicon;
use super::phrase::Phrases;
use super::token::{Run, Token};

/// A title or office that a claim names, with or without the name of who holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its words.
    pub run: Run,
    /// Its normal form: the same for all wordings of one office ("chief of staff" for "head of office"), with what
    /// changes it before it ("former president").
    pub form: Box<str>,
}

/// The titles and offices of a claim, in order.
pub fn roles(tokens: &[Token]) -> Vec<Role> {
    ROLES
        .find(tokens)
        .map(|(run, form)| with_modifiers(tokens, run, form))
        .collect()
}

/// Whether the token is a form of address, such as "Mr."
pub fn is_honorific(token: &Token) -> bool {
    token.capital && HONORIFICS.contains(&*token.text)
}

static ROLES: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    let listed = lexicon::phrases(include_str!("data/roles.txt"));
    Phrases::new(listed)
});

static MODIFIERS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/role_modifiers.txt")));

static HONORIFICS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/honorifics.txt")));

/// Takes the modifiers before a role in: "former President", and across one word, "former U.S. President".
fn with_modifiers(tokens: &[Token], run: Run, form: &str) -> Role {
    let modifies = |position: usize| MODIFIERS.contains(&*tokens[position].text);
    let mut start = run.start as usize;
    let mut words = vec![form];
    while start > 0 && modifies(start - 1) {
        start -= 1;
        words.push(&tokens[start].text);
    }
    let across = start >= 2 && tokens[start - 1].capital && modifies(start - 2);
    if across && words.len() == 1 {
        words.push(&tokens[start - 2].text);
    }
    words.reverse();
    Role {
        run: Run::new(start, run.end as usize),
        form: words.join(" ").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    #[test]
    fn equal_offices_have_one_form() {
        for (text, expected) in [
            ("Zelensky's head of office Andriy Yermak", "chief of staff"),
            ("the chief of staff", "chief of staff"),
            ("National Security Advisor", "national security adviser"),
            ("the national security adviser", "national security adviser"),
            ("Minister of Foreign Affairs", "foreign minister"),
            ("deputy foreign minister", "deputy foreign minister"),
            ("former U.S. President Joe Biden", "former president"),
            ("Gen. Lee", "general"),
        ] {
            let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
            let found = roles(&tokens);
            let forms: Vec<_> = found.iter().map(|role| &*role.form).collect();
            assert_eq!(forms, [expected], "{text}");
        }
    }
}
