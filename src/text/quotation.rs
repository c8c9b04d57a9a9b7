//! Words in quotation marks.

use super::token::{Run, Token};
use crate::model::Span;

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words between the marks.
    pub run: Run,
    /// The same with the marks, in the source's text.
    pub span: Span,
}

/// The quotations of a claim, in order; of nested ones the outer. A quotation that is not closed ends with the claim, one
/// that was opened before it begins with it.
pub fn quotations(text: &str, tokens: &[Token]) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Option<(usize, bool)> = None;
    for (position, token) in tokens.iter().enumerate() {
        let Some(mark) = mark(text, tokens, position) else {
            continue;
        };
        let double = token.is("\"");
        match (open, mark) {
            (None, Mark::Opens | Mark::Either) => open = Some((position, double)),
            (Some((start, is_double)), Mark::Closes | Mark::Either) if is_double == double => {
                found.extend(quotation(tokens, Some(start), Some(position)));
                open = None;
            }
            (None, Mark::Closes) if double && found.is_empty() => {
                found.extend(quotation(tokens, None, Some(position)));
            }
            _ => {}
        }
    }
    // An apostrophe looks like a single mark: one that is never closed is none.
    if let Some((start, true)) = open {
        found.extend(quotation(tokens, Some(start), None));
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Opens,
    Closes,
    Either,
}

/// Whether the sign at `position` is a quotation mark, and which: told by its shape, else by what it touches.
fn mark(text: &str, tokens: &[Token], position: usize) -> Option<Mark> {
    let token = &tokens[position];
    if !token.is_one_of(&["\"", "'"]) {
        return None;
    }
    match token.span.of(text) {
        "“" | "„" | "‘" | "«" => return Some(Mark::Opens),
        "”" | "»" => return Some(Mark::Closes),
        _ => {}
    }
    let before = position.checked_sub(1).map(|at| &tokens[at]);
    let touches_before = before.is_some_and(|before| {
        before.span.end == token.span.start && !before.is_one_of(&["(", "-", "--"])
    });
    let after = tokens.get(position + 1);
    let touches_after = after.is_some_and(|after| after.span.start == token.span.end);
    let single = token.is("'");
    match (touches_before, touches_after) {
        (false, true) => Some(Mark::Opens),
        (true, false) => Some(Mark::Closes),
        // Within a word a single mark is an apostrophe.
        (true, true) if single && after.is_none_or(Token::is_word) => None,
        (true, true) if after.is_some_and(|after| !after.is_word()) => Some(Mark::Closes),
        _ => (!single).then_some(Mark::Either),
    }
}

/// The quotation between two marks; a missing one is the start or the end of the claim.
fn quotation(tokens: &[Token], open: Option<usize>, close: Option<usize>) -> Option<Quotation> {
    let run = Run::new(open.map_or(0, |at| at + 1), close.unwrap_or(tokens.len()));
    let marked = Run::new(open.unwrap_or(0), close.map_or(tokens.len(), |at| at + 1));
    (!run.is_empty()).then(|| Quotation {
        run,
        span: marked.span(tokens),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    #[test]
    fn quotations_are_found_whatever_their_marks() {
        for (text, expected) in [
            ("He said “no” and “yes”.", vec!["“no”", "“yes”"]),
            (
                "\"It is 'over' now,\" he said.",
                vec!["\"It is 'over' now,\""],
            ),
            ("He called it ‘a farce’ of Kiev’s.", vec!["‘a farce’"]),
            ("“We won’t go. We stay", vec!["“We won’t go. We stay"]),
            ("and that is all,” he said.", vec!["and that is all,”"]),
            ("The Russians' plan is Kiev's.", vec![]),
        ] {
            let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
            let found = quotations(text, &tokens);
            let shown: Vec<_> = found
                .iter()
                .map(|quotation| quotation.span.of(text))
                .collect();
            assert_eq!(shown, expected, "{text}");
        }
    }
}
