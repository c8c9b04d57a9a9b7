//! Joins tokens that word boundaries part: an abbreviation and its stop, initials, an ellipsis, a dash.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::lexicon;
use super::token::{Token, TokenClass, country};

/// Joins what word boundaries part: abbreviations and their last stop, the stops of an ellipsis, the halves of a dash.
pub fn join(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut rest = tokens.into_iter().peekable();
    while let Some(mut token) = rest.next() {
        let after = rest.peek();
        if let Some(last) = joined.last_mut()
            && last.span.end == token.span.start
            && token.class == TokenClass::Symbol
        {
            if token.is(".") && keeps_stop(text, last, after) {
                last.span.end = token.span.end;
                if last.is("no") {
                    last.text = "number".into();
                }
                continue;
            }
            if token.text.starts_with('.') && last.text.starts_with('.') {
                last.span.end = token.span.end;
                last.text = "...".into();
                last.stem = last.text.clone();
                continue;
            }
            if token.is("-") && last.is("-") {
                last.span.end = token.span.end;
                last.text = "--".into();
                last.stem = last.text.clone();
                continue;
            }
        }
        if let Some(last) = joined.last_mut()
            && continues_initials(text, last, &token)
        {
            last.span.end = token.span.end;
            last.text = country("", format!("{}{}", last.text, token.text)).into();
            last.stem = last.text.clone();
            last.class = TokenClass::Content;
            continue;
        }
        if token.is("-") && parts_clauses(text, &token) {
            token.text = "--".into();
            token.stem = token.text.clone();
        }
        joined.push(token);
    }
    joined
}

static ABBREVIATIONS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/abbreviations.txt")));

/// Whether a full stop directly after `word` belongs to it.
fn keeps_stop(text: &str, word: &Token, after: Option<&Token>) -> bool {
    if !word.is_word() {
        return false;
    }
    let written = word.span.of(text);
    let initial = word.capital && written.chars().count() == 1;
    written.contains('.')
        || initial && after.is_some_and(|next| next.capital)
        || word.capital && ABBREVIATIONS.contains(&*word.text)
        || word.is_one_of(&["vs", "etc", "est"])
        || written == "No" && after.is_some_and(|next| next.class == TokenClass::Number)
}

/// Whether `token` is a further initial of the abbreviation `last`, set apart by a blank: "U. S."
fn continues_initials(text: &str, last: &Token, token: &Token) -> bool {
    let is_initial =
        |letters: &str| letters.chars().count() == 1 && !letters.eq_ignore_ascii_case("i");
    let gap = text.get(last.span.end as usize..token.span.start as usize);
    let mut parts = last.span.of(text).split_whitespace();
    let are_initials = parts.all(|part| part.strip_suffix('.').is_some_and(is_initial));
    last.capital && token.capital && is_initial(&token.text) && gap == Some(" ") && are_initials
}

/// Whether a dash stands between clauses, not inside a compound or a range.
fn parts_clauses(text: &str, dash: &Token) -> bool {
    let blank = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
    dash.span.of(text) == "—"
        || blank(text[..dash.span.start as usize].chars().next_back())
            && blank(text[dash.span.end as usize..].chars().next())
}
