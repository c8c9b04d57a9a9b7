//! Two claims use words of opposite meaning for the same thing.

use super::assertion::{is_hedged, is_negated, is_open};
use super::mutual::answering;
use super::place::{content_before, mark, one, same_place, words};
use crate::align::{Pair, Reading};
use crate::model::{Finding, Kind, Side};
use crate::text::name::{Name, NameKind};
use crate::text::relation::Opposable;
use crate::text::token::{Run, Token};

/// So many of the words after two verbs must correspond, if so many follow: one word may as well be part of another object.
const OBJECT: usize = 2;
/// They are looked for among so many content words after each verb: an adverb or a title may stand before them.
const OBJECT_REACH: usize = 4;
/// What a verb is done to may stand behind so many content words that tell how: "passed, by a majority of 35 to 23, the bill".
const LATE_OBJECT_REACH: usize = 8;

/// Forms of "be": a passive verb follows them, or what somebody is.
const BE: [&str; 6] = ["is", "are", "was", "were", "been", "being"];

/// Where words of opposite meaning stand in the same place, or else phrases.
pub fn opposed(pair: &Pair) -> Vec<Finding> {
    let mut found = opposite_words(pair);
    if found.is_empty() {
        found = opposite_phrases(pair);
    }
    let found = found.into_iter();
    found
        .map(|(left, right)| finding(pair, left, right))
        .collect()
}

/// Words that contradict each other and correspond to no other words, unless both tell what one and the same is.
fn opposite_words(pair: &Pair) -> Vec<(Run, Run)> {
    let here: Vec<_> = predicates(pair.a.tokens()).collect();
    let there: Vec<_> = predicates(pair.b.tokens()).collect();
    let is_free = |side, at, other| {
        let partner = pair.partner(side, at);
        partner.is_none_or(|partner| partner == other)
    };
    let opposites = answering(&here, &there, |(i, word), (j, other)| {
        word.opposes(other)
            && (is_free(Side::A, *i, *j) && is_free(Side::B, *j, *i) || describe_one(pair, *i, *j))
            && contradict(pair, one(*i), one(*j))
    });
    opposites
        .map(|((i, _), (j, _))| (one(*i), one(*j)))
        .collect()
}

/// Phrases that contradict each other.
fn opposite_phrases(pair: &Pair) -> Vec<(Run, Run)> {
    let (here, there) = (pair.a.profile.details(), pair.b.profile.details());
    let opposites = answering(&here.stands, &there.stands, |one, another| {
        one.opposes(another) && contradict(pair, one.run, another.run)
    });
    opposites
        .map(|(one, another)| (one.run, another.run))
        .collect()
}

/// Whether two opposites are said of one thing, by or of the same doer, and both as facts.
fn contradict(pair: &Pair, left: Run, right: Run) -> bool {
    let (i, j) = (left.start as usize, right.start as usize);
    let (a, b) = (pair.a.tokens(), pair.b.tokens());
    is_negated(&pair.a, i) == is_negated(&pair.b, j)
        && !has_another_doer(pair, i, j)
        && !is_open(a, i)
        && !is_open(b, j)
        && !is_hedged(&pair.a, i)
        && !is_hedged(&pair.b, j)
        && (share_object(pair, left, right) || describe_one(pair, i, j))
}

/// Whether what two verbs are about corresponds: the content words that follow both, in whatever order; or, where one verb is
/// passive, what stands before it. Where nothing follows, the words around must correspond.
fn share_object(pair: &Pair, left: Run, right: Run) -> bool {
    let (a, b) = (pair.a.tokens(), pair.b.tokens());
    let (objects, others) = (contents_after(a, left), contents_after(b, right));
    let corresponds =
        |here: usize, there: Option<usize>| there.is_some() && pair.partner(Side::A, here) == there;
    let nearest = |objects: &[usize]| objects[..objects.len().min(OBJECT_REACH)].to_vec();
    let (near, near_others) = (nearest(&objects), nearest(&others));
    if near.is_empty() || near_others.is_empty() {
        return same_place(pair, left.start as usize, right.start as usize);
    }
    let found = |object: &&usize| {
        near_others
            .iter()
            .any(|it| corresponds(**object, Some(*it)))
    };
    let enough = OBJECT.min(near.len()).min(near_others.len());
    if near.iter().filter(found).count() >= enough {
        return true;
    }
    let passive = |tokens: &[Token], verb: Run| {
        let before = (verb.start as usize).checked_sub(1)?;
        let progressive = tokens[verb.start as usize].text.ends_with("ing");
        (tokens[before].is_one_of(&BE) && !progressive).then(|| content_before(tokens, before))?
    };
    let is_done_to_b = passive(b, right);
    let is_done_to_a = passive(a, left);
    objects.iter().any(|it| corresponds(*it, is_done_to_b))
        || is_done_to_a.is_some_and(|it| others.iter().any(|other| corresponds(it, Some(*other))))
}

/// Whether both words tell what one and the same is: "she is a liberal senator", "she was a conservative".
fn describe_one(pair: &Pair, i: usize, j: usize) -> bool {
    let subjects = described(pair.a.tokens(), i).zip(described(pair.b.tokens(), j));
    subjects.is_some_and(|(one, another)| pair.partner(Side::A, one) == Some(another))
}

/// Of what the word at `position` tells what it is.
fn described(tokens: &[Token], position: usize) -> Option<usize> {
    let article = position > 0 && tokens[position - 1].is_one_of(&["a", "an", "the"]);
    let be = position.checked_sub(1 + usize::from(article))?;
    let subject = be.checked_sub(1)?;
    (tokens[be].is_one_of(&BE) && tokens[subject].is_content()).then_some(subject)
}

/// Whether the last to be named before each of two verbs are known to be two: neither is named before the other verb too.
pub fn has_another_doer(pair: &Pair, i: usize, j: usize) -> bool {
    let doers = last_person(&pair.a, i).zip(last_person(&pair.b, j));
    doers.is_some_and(|(one, another)| {
        !one.same(another) && !is_doer(&pair.a, i, another) && !is_doer(&pair.b, j, one)
    })
}

/// Whether it is the one named who opens a claim, as its subject mostly does.
fn is_doer(reading: &Reading, position: usize, name: &Name) -> bool {
    /// A date or a title may stand before the name.
    const OPENING: u32 = 5;
    let first = reading.profile.names.first();
    first.is_some_and(|first| {
        first.run.start <= OPENING && first.run.end as usize <= position && first.same(name)
    })
}

/// The last person named before the word at `position`; without a title, persons are names that are no known place or body.
fn last_person<'a>(reading: &Reading<'a>, position: usize) -> Option<&'a Name> {
    let mut names = reading.profile.names.iter();
    names.rfind(|name| {
        matches!(name.kind, NameKind::Person | NameKind::Other) && name.run.end as usize <= position
    })
}

/// The first content words after a verb, which tell what it is about.
fn contents_after(tokens: &[Token], verb: Run) -> Vec<usize> {
    let after = (verb.end as usize..tokens.len()).filter(|position| tokens[*position].is_content());
    after.take(LATE_OBJECT_REACH).collect()
}

/// The content words that are not part of a name, with their positions.
fn predicates(tokens: &[Token]) -> impl Iterator<Item = (usize, Opposable<'_>)> {
    let words = tokens.iter().enumerate();
    let predicates = words.filter(|(_, token)| token.is_content() && !token.capital);
    predicates.map(|(position, token)| (position, Opposable::new(&token.stem)))
}

fn finding(pair: &Pair, left: Run, right: Run) -> Finding {
    Finding {
        code: "polarity/opposite",
        kind: Kind::Polarity,
        conflict: true,
        marks: vec![
            mark(pair, Side::A, left, None),
            mark(pair, Side::B, right, None),
        ],
        note: format!(
            "\"{}\" is the opposite of \"{}\".",
            words(pair, Side::A, left),
            words(pair, Side::B, right)
        ),
    }
}
