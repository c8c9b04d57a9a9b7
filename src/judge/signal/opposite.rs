//! Two claims use words of opposite meaning for the same thing.

use super::assertion::{is_hedged, is_negated, is_open};
use super::place::{content_before, mark, one, same_place, words};
use crate::align::{Pair, Reading};
use crate::model::{Finding, Kind, Side};
use crate::text::name::{Name, NameKind};
use crate::text::relation;
use crate::text::token::Token;

/// So many of the words after two verbs must correspond, if so many follow: one word may as well be part of another object.
const OBJECT: usize = 2;
/// They are looked for among so many content words after each verb: an adverb or a title may stand before them.
const OBJECT_REACH: usize = 4;

/// What a passive verb follows.
const BE: [&str; 6] = ["is", "are", "was", "were", "been", "being"];

/// Where words of opposite meaning stand in the same place.
pub fn opposed(pair: &Pair) -> Option<Finding> {
    let (a, b) = (pair.a.tokens(), pair.b.tokens());
    let candidates = predicates(a).flat_map(|i| predicates(b).map(move |j| (i, j)));
    let candidates = candidates
        .filter(|(i, j)| {
            pair.partner(Side::A, *i)
                .is_none_or(|partner| partner == *j)
        })
        .filter(|(i, j)| {
            pair.partner(Side::B, *j)
                .is_none_or(|partner| partner == *i)
        })
        .filter(|(i, j)| relation::opposite(&a[*i].stem, &b[*j].stem));
    candidates
        .filter(|(i, j)| is_negated(&pair.a, *i) == is_negated(&pair.b, *j))
        .filter(|(i, j)| !has_another_doer(pair, *i, *j))
        .filter(|(i, j)| !is_open(a, *i) && !is_open(b, *j))
        .filter(|(i, j)| !is_hedged(&pair.a, *i) && !is_hedged(&pair.b, *j))
        .find(|(i, j)| share_object(pair, *i, *j))
        .map(|(i, j)| Finding {
            code: "polarity/opposite",
            kind: Kind::Polarity,
            conflict: true,
            marks: vec![
                mark(pair, Side::A, one(i), None),
                mark(pair, Side::B, one(j), None),
            ],
            note: format!(
                "\"{}\" is the opposite of \"{}\".",
                words(pair, Side::A, one(i)),
                words(pair, Side::B, one(j))
            ),
        })
}

/// Whether what two verbs are about corresponds: the content words that follow both, in whatever order; or, where one verb is
/// passive, what stands before it. Where nothing follows, the words around must correspond.
fn share_object(pair: &Pair, i: usize, j: usize) -> bool {
    let (a, b) = (pair.a.tokens(), pair.b.tokens());
    let (objects, others) = (contents_after(a, i), contents_after(b, j));
    let corresponds = |here: &usize, there: Option<usize>| {
        there.is_some() && pair.partner(Side::A, *here) == there
    };
    if objects.is_empty() || others.is_empty() {
        return same_place(pair, i, j);
    }
    let found = |object: &&usize| others.iter().any(|it| corresponds(object, Some(*it)));
    let enough = OBJECT.min(objects.len()).min(others.len());
    if objects.iter().filter(found).count() >= enough {
        return true;
    }
    let passive = |tokens: &[Token], verb: usize| {
        let before = verb.checked_sub(1)?;
        tokens[before]
            .is_one_of(&BE)
            .then(|| content_before(tokens, before))?
    };
    corresponds(&objects[0], passive(b, j))
        || passive(a, i).is_some_and(|it| corresponds(&it, Some(others[0])))
}

/// Whether the last to be named before each of two verbs are known to be two.
fn has_another_doer(pair: &Pair, i: usize, j: usize) -> bool {
    let doers = last_person(&pair.a, i).zip(last_person(&pair.b, j));
    doers.is_some_and(|(one, another)| !one.same(another))
}

/// The last person named before the word at `position`; without a title, persons are names that are no known place or body.
fn last_person<'a>(reading: &Reading<'a>, position: usize) -> Option<&'a Name> {
    let mut names = reading.profile.names.iter();
    names.rfind(|name| {
        matches!(name.kind, NameKind::Person | NameKind::Other) && name.run.end as usize <= position
    })
}

/// The first content words after a verb, which tell what it is about.
fn contents_after(tokens: &[Token], verb: usize) -> Vec<usize> {
    let after = (verb + 1..tokens.len()).filter(|position| tokens[*position].is_content());
    after.take(OBJECT_REACH).collect()
}

/// The content words that are not part of a name.
fn predicates(tokens: &[Token]) -> impl Iterator<Item = usize> {
    (0..tokens.len())
        .filter(|position| tokens[*position].is_content() && !tokens[*position].capital)
}
