//! Where quotations begin and end.

/// A quotation between double quotation marks, as byte positions of both marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The opening mark.
    pub open: usize,
    /// The closing mark.
    pub close: usize,
}

/// The quotations of a paragraph, in order; one within another is part of the outer one. A mark that nothing closes opens none:
/// where a speech goes on for several paragraphs, only the last closes it.
pub fn quotations(text: &str) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (at, mark) in text.char_indices() {
        let after = text[at + mark.len_utf8()..].chars().next().unwrap_or(' ');
        open = match (open, role(mark, before, after)) {
            (Some((open, '„')), _) if mark == '“' => {
                found.push(Quotation { open, close: at });
                None
            }
            (_, Some(Role::Opens)) => Some((at, mark)),
            (None, Some(Role::Either)) => Some((at, mark)),
            (Some((open, _)), Some(Role::Closes | Role::Either)) => {
                found.push(Quotation { open, close: at });
                None
            }
            (open, _) => open,
        };
        before = mark;
    }
    found
}

enum Role {
    Opens,
    Closes,
    /// Straight marks: the first opens and the second closes.
    Either,
}

/// What a character does as a quotation mark. A straight mark with a blank on one side only shows by that what it does.
fn role(mark: char, before: char, after: char) -> Option<Role> {
    match mark {
        '“' | '„' | '«' => Some(Role::Opens),
        '”' | '»' => Some(Role::Closes),
        // Six feet two inches.
        '"' if before.is_ascii_digit() && !after.is_alphabetic() => Some(Role::Closes),
        '"' if before.is_whitespace() && after.is_alphanumeric() => Some(Role::Opens),
        '"' if is_closing(before, after) => Some(Role::Closes),
        '"' => Some(Role::Either),
        _ => None,
    }
}

/// Whether a straight mark between these two can only close: it touches the words before it and not what follows.
pub fn is_closing(before: char, after: char) -> bool {
    !before.is_whitespace()
        && !matches!(before, '(' | '[' | '—' | '–')
        && (after.is_whitespace() || matches!(after, '.' | ',' | ';' | ':' | '?' | '!' | ')'))
}
