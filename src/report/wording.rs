//! Two wordings of one statement, cut into pieces that are the same, differ, or stand beside the matter.

use std::ops::Range;

use itertools::{EitherOrBoth, Itertools};

use super::{ClaimView, Index, LinkView};
use crate::model::Span;
use crate::text::diff::{Edit, word_diff};
use crate::text::token::{Run, Token, tokenize_unstemmed};

/// Two texts read as one with marked changes only if at least this share of their words is the same;
/// below it the eye finds its way better in two separate texts.
const READABLE_AS_ONE: f64 = 0.6;

/// What a piece of text is in the comparison of two wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Belongs to what both say.
    Shared,
    /// Words of the first wording that differ from the second.
    Old,
    /// Words of the second wording that differ from the first.
    New,
    /// Stands outside what both say.
    Beside,
}

/// A stretch of words of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The words, without blanks at their ends.
    pub text: &'a str,
    /// What they are.
    pub part: Part,
    /// Whether a blank follows.
    pub spaced: bool,
}

/// Two wordings, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording<'a> {
    /// One running text: old words stand right before the new ones that replace them.
    Merged(Vec<Piece<'a>>),
    /// One text each.
    Apart(Vec<Piece<'a>>, Vec<Piece<'a>>),
}

/// What a text is compared with several others by.
#[derive(Clone, Debug)]
pub struct Words {
    tokens: Vec<Token>,
    /// The places of all tokens, sorted by their normal forms.
    sorted: Vec<u32>,
    /// How many of the tokens are words.
    count: usize,
}

impl Words {
    /// The words of `text`.
    pub fn of(text: &str) -> Self {
        let tokens = tokenize_unstemmed(text, Span::new(0..text.len()));
        let by_form = |place: &u32| &*tokens[*place as usize].text;
        let places = 0..tokens.len() as u32;
        Self {
            sorted: places.sorted_unstable_by_key(by_form).collect(),
            count: words(&tokens).count(),
            tokens,
        }
    }

    /// The tokens, sorted by their normal forms.
    fn sorted(&self) -> impl Iterator<Item = &Token> {
        let places = self.sorted.iter();
        places.map(|place| &self.tokens[*place as usize])
    }
}

/// The wordings of the two claims of `link`. `None` where the report holds no text.
pub fn wording<'a>(
    index: &Index<'a>,
    link: &LinkView,
    a: &'a ClaimView,
    b: &'a ClaimView,
) -> Option<Wording<'a>> {
    let (old, new) = (index.worded(a)?, index.worded(b)?);
    Some(match merged(old, new) {
        Some(pieces) => Wording::Merged(pieces),
        None => Wording::Apart(
            marked(old.0, a, link, Part::Old),
            marked(new.0, b, link, Part::New),
        ),
    })
}

/// Both texts, each with its words, as one with the changes marked word by word, if they share enough words to be read that way.
pub fn merged<'a>(
    (old, old_words): (&'a str, &Words),
    (new, new_words): (&'a str, &Words),
) -> Option<Vec<Piece<'a>>> {
    let all = old_words.count + new_words.count;
    let readable = |same: usize| (2 * same) as f64 / (all.max(1) as f64) >= READABLE_AS_ONE;
    // Most pairs share too few words in whatever order, which is seen at once.
    if !readable(common_words(old_words, new_words)) {
        return None;
    }
    let (old_tokens, new_tokens) = (&old_words.tokens, &new_words.tokens);
    let edits = word_diff(old_tokens, new_tokens);
    let same: usize = edits
        .iter()
        .map(|edit| match edit {
            Edit::Same(_, run) => words(&new_tokens[run.range()]).count(),
            Edit::Changed(..) => 0,
        })
        .sum();
    if !readable(same) {
        return None;
    }
    let edits = without_crumbs(edits, new_tokens);
    let mut pieces = Vec::new();
    for (position, edit) in edits.iter().enumerate() {
        match *edit {
            Edit::Same(before, after) => {
                let follows = |text: &str, span: Span| {
                    text[span.range().end..].starts_with(char::is_whitespace)
                };
                // Where old words follow, the blank before them is that of the old text.
                let old_follow = matches!(edits.get(position + 1), Some(Edit::Changed(old, _)) if !old.is_empty());
                let spaced = match old_follow {
                    true => follows(old, before.span(old_tokens)),
                    false => follows(new, after.span(new_tokens)),
                };
                let same = piece(new, after.span(new_tokens), Part::Shared);
                pieces.extend(same.map(|same| Piece { spaced, ..same }));
            }
            Edit::Changed(before, after) => {
                let before = piece(old, before.span(old_tokens), Part::Old);
                let after = piece(new, after.span(new_tokens), Part::New);
                let spaced = |before: &Piece| before.spaced && after.is_none();
                pieces.extend(before.map(|before| Piece {
                    spaced: spaced(&before),
                    ..before
                }));
                pieces.extend(after);
            }
        }
    }
    Some(pieces)
}

/// `text`, the words of `claim`, in which the words that the findings of `link` point at are `differing`.
pub fn marked<'a>(
    text: &'a str,
    claim: &ClaimView,
    link: &LinkView,
    differing: Part,
) -> Vec<Piece<'a>> {
    let within = |start: u32, end: u32| {
        let start = start.checked_sub(claim.start)? as usize;
        let end = end.checked_sub(claim.start)? as usize;
        text.get(start..end).is_some().then_some(start..end)
    };
    let findings = link.evidence.findings.iter();
    let marks: Vec<Range<usize>> = findings
        .flat_map(|finding| &finding.marks)
        .filter(|mark| mark.claim == claim.id)
        .filter_map(|mark| within(mark.start, mark.end))
        .collect();
    let aligned = link.aligned.iter().filter_map(|pair| {
        let [start, end] = if claim.id == link.a { pair.a } else { pair.b };
        within(start, end)
    });
    let shared = aligned
        .chain(marks.iter().cloned())
        .reduce(|left, right| left.start.min(right.start)..left.end.max(right.end));
    let part_at = |at: usize| {
        if marks.iter().any(|mark| mark.contains(&at)) {
            differing
        } else if shared.as_ref().is_none_or(|shared| shared.contains(&at)) {
            Part::Shared
        } else {
            Part::Beside
        }
    };
    let ends = marks.iter().chain(&shared);
    let ends = ends.flat_map(|range| [range.start, range.end]);
    ends.chain([0, text.len()])
        .sorted()
        .dedup()
        .tuple_windows()
        .map(|(start, end)| (part_at(start), start..end))
        .coalesce(|left, right| match left.0 == right.0 {
            true => Ok((left.0, left.1.start..right.1.end)),
            false => Err((left, right)),
        })
        .filter_map(|(part, range)| piece(text, Span::new(range), part))
        .collect()
}

/// The piece of `text` at `span`; `None` if nothing but blanks stands there.
fn piece(text: &str, span: Span, part: Part) -> Option<Piece<'_>> {
    let span = span.trimmed(text);
    let follows = text[span.range().end..].chars().next();
    (!span.is_empty()).then_some(Piece {
        text: span.of(text),
        part,
        spaced: follows.is_some_and(char::is_whitespace),
    })
}

/// Joins changes that only signs and function words part: such crumbs of sameness hide what was replaced by what.
fn without_crumbs(edits: Vec<Edit>, new: &[Token]) -> Vec<Edit> {
    let crumb = |edit: &Edit| match edit {
        Edit::Same(_, run) => !new[run.range()].iter().any(Token::is_content),
        Edit::Changed(..) => false,
    };
    let last = edits.len().saturating_sub(1);
    let mut joined: Vec<Edit> = Vec::new();
    for (position, edit) in edits.into_iter().enumerate() {
        let inner = position > 0 && position < last && crumb(&edit);
        match joined.last_mut() {
            Some(Edit::Changed(old, new)) if inner || matches!(edit, Edit::Changed(..)) => {
                let (Edit::Same(before, after) | Edit::Changed(before, after)) = edit;
                *old = Run {
                    end: before.end,
                    ..*old
                };
                *new = Run {
                    end: after.end,
                    ..*new
                };
            }
            _ => joined.push(edit),
        }
    }
    joined
}

/// How many words of the new text stand anywhere in the old one: no diff finds more that are the same.
fn common_words(old: &Words, new: &Words) -> usize {
    let new = new.sorted().filter(|token| is_word(token));
    let both = old
        .sorted()
        .merge_join_by(new, |old, new| old.text.cmp(&new.text));
    both.filter(|it| matches!(it, EitherOrBoth::Both(..)))
        .count()
}

fn words(tokens: &[Token]) -> impl Iterator<Item = &Token> {
    tokens.iter().filter(|token| is_word(token))
}

fn is_word(token: &Token) -> bool {
    token.is_word() || token.is_content()
}
