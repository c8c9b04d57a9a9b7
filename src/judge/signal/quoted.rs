//! One speaker is quoted on one thing in different words.

use super::Signal;
use super::mutual::answering;
use super::place::{mark, words};
use crate::align::{Pair, Reading};
use crate::model::{Finding, Kind, Side};
use crate::text::diff::{Edit, word_diff};
use crate::text::name::Name;
use crate::text::token::{Run, Token, TokenClass};

/// See the module.
pub struct QuotedOtherwise;

/// So large a part of the shorter quotation must be the same words: with less, two remarks of one speaker are quoted.
const SAME_PART: f64 = 0.5;

/// What is quoted otherwise is at most so many words on each side: more are another sentence.
const CHANGED_WORDS: usize = 4;

/// A word with so many of its first letters or more left is cut short, not another: "Gen." and "General".
const ABBREVIATED: usize = 3;

impl Signal for QuotedOtherwise {
    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let (a, b) = (spoken(&pair.a), spoken(&pair.b));
        let reworded = |one: &Spoken, another: &Spoken| reworded(pair, one.words, another.words);
        let differing = answering(&a, &b, |one, another| {
            one.is_by_the_speaker_of(another) && reworded(one, another).is_some()
        });
        let found = differing.filter_map(|(one, another)| reworded(one, another));
        found
            .map(|(one, another)| finding(pair, one, another))
            .collect()
    }
}

/// Words in quotation marks with the names of who is said to have spoken them.
struct Spoken<'a> {
    words: Run,
    speakers: Vec<&'a Name>,
}

impl Spoken<'_> {
    fn is_by_the_speaker_of(&self, other: &Spoken) -> bool {
        let speaks = |one: &&Name| other.speakers.iter().any(|other| one.same(other));
        self.speakers.iter().any(speaks)
    }
}

/// The quotations of a claim that have a named speaker.
fn spoken<'a>(reading: &Reading<'a>) -> Vec<Spoken<'a>> {
    let profile = reading.profile;
    let by_whom = |words: Run| {
        let credited = profile.attributions.iter().filter(move |attribution| {
            attribution.content.start < words.end && words.start < attribution.content.end
        });
        let names = credited.flat_map(|attribution| {
            let names = profile.names.iter();
            names.filter(|name| attribution.speaker.holds(name.run.start as usize))
        });
        names.collect::<Vec<_>>()
    };
    let quotations = profile.quotations.iter().map(|quotation| Spoken {
        words: quotation.run,
        speakers: by_whom(quotation.run),
    });
    quotations
        .filter(|spoken| !spoken.speakers.is_empty())
        .collect()
}

/// The first words of one quotation that stand as others in the other, between words that both have: what one of them leaves out
/// at its ends or in its middle is only cut.
fn reworded(pair: &Pair, one: Run, another: Run) -> Option<(Run, Run)> {
    let (a, b) = (
        &pair.a.tokens()[one.range()],
        &pair.b.tokens()[another.range()],
    );
    let edits = word_diff(a, b);
    let same: usize = edits.iter().map(kept).sum();
    if (same as f64) < SAME_PART * a.len().min(b.len()) as f64 {
        return None;
    }
    edits.windows(3).find_map(|steps| match *steps {
        [Edit::Same(..), Edit::Changed(left, right), Edit::Same(..)] => {
            let (left, right) = (within(one, left), within(another, right));
            says_otherwise(pair, left, right).then_some((left, right))
        }
        _ => None,
    })
}

fn kept(edit: &Edit) -> usize {
    match edit {
        Edit::Same(words, _) => words.range().len(),
        Edit::Changed(..) => 0,
    }
}

/// A run of positions in `whole` as positions in the claim.
fn within(whole: Run, part: Run) -> Run {
    Run {
        start: whole.start + part.start,
        end: whole.start + part.end,
    }
}

/// Whether two changed stretches are words of different content: both say something, and no word of one corresponds to a word of
/// the other, be it as its synonym.
fn says_otherwise(pair: &Pair, one: Run, another: Run) -> bool {
    let (a, b) = (pair.a.tokens(), pair.b.tokens());
    let is_brief = |run: Run| run.range().len() <= CHANGED_WORDS;
    let is_plain = |tokens: &[Token]| {
        tokens
            .iter()
            .all(|token| token.class != TokenClass::Symbol && !token.is("not"))
    };
    let says = |tokens: &[Token]| tokens.iter().any(Token::is_content);
    let (left, right) = (&a[one.range()], &b[another.range()]);
    let is_abbreviated = left
        .iter()
        .any(|token| right.iter().any(|other| abbreviate(token, other)));
    let unmatched = |side: Side, run: Run| pair.partners_in(side, run) == 0;
    [one, another].into_iter().all(is_brief)
        && [left, right]
            .into_iter()
            .all(|words| is_plain(words) && says(words))
        && unmatched(Side::A, one)
        && unmatched(Side::B, another)
        && !is_abbreviated
}

/// Whether one word is the beginning of the other.
fn abbreviate(one: &Token, another: &Token) -> bool {
    let begins = |short: &str, long: &str| short.len() >= ABBREVIATED && long.starts_with(short);
    begins(&one.stem, &another.stem) || begins(&another.stem, &one.stem)
}

fn finding(pair: &Pair, one: Run, another: Run) -> Finding {
    Finding {
        code: "framing/quoted-otherwise",
        kind: Kind::Framing,
        // Both wordings may be translations of one remark.
        conflict: false,
        marks: vec![
            mark(pair, Side::A, one, None),
            mark(pair, Side::B, another, None),
        ],
        note: format!(
            "One quotes the speaker with \"{}\", the other with \"{}\".",
            words(pair, Side::A, one),
            words(pair, Side::B, another)
        ),
    }
}
