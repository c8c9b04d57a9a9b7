//! One claim denies what the other says, or the two say the opposite of each other.

use super::place::{content_before, mark, share_neighbor, shared_context, words};
use super::{Signal, other};
use crate::align::{Pair, Reading};
use crate::model::{Finding, Kind, Side};
use crate::text::polarity::Negation;
use crate::text::relation::opposite;
use crate::text::token::{Run, Token};

/// See the module.
pub struct Polarity;

/// So many corresponding words must stand around what is denied, and around words that are opposites.
const CONTEXT: usize = 2;

/// So many of the words after two verbs must correspond, if so many follow: one word may as well be part of another object.
const OBJECT: usize = 2;

/// What a passive verb follows.
const BE: [&str; 6] = ["is", "are", "was", "were", "been", "being"];

/// A negation may turn round words up to so many tokens after it.
const NEGATION_REACH: usize = 8;

impl Signal for Polarity {
    fn name(&self) -> &'static str {
        "polarity"
    }

    fn summary(&self) -> &'static str {
        "one claim denies what the other says, or they use words of opposite meaning for the same thing"
    }

    fn kind(&self) -> Kind {
        Kind::Polarity
    }

    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let negated = [Side::A, Side::B].map(|side| negated(pair, side));
        let opposed = opposed(pair);
        negated.into_iter().flatten().chain(opposed).collect()
    }
}

/// Where `side` denies what the other side says.
fn negated(pair: &Pair, side: Side) -> Option<Finding> {
    let (denying, saying) = (pair.reading(side), pair.reading(other(side)));
    denying.profile.negations.iter().find_map(|negation| {
        let denied = denies_a_statement(denying.tokens(), negation)
            .then_some(negation.scope)?
            .range()
            .find(|position| denying.tokens()[*position].is_content())?;
        let said = pair.partner(side, denied)?;
        let open = is_open(denying.tokens(), denied) || is_open(saying.tokens(), said);
        (!open && !is_denied(saying, said) && same_place(pair, side, denied, said))
            .then(|| negation_finding(pair, side, negation, denied, said))
    })
}

fn same_place(pair: &Pair, side: Side, here: usize, there: usize) -> bool {
    let (i, j) = match side {
        Side::A => (here, there),
        Side::B => (there, here),
    };
    share_neighbor(pair, i, j) && shared_context(pair, one(i), one(j)) >= CONTEXT
}

/// Whether a negation stands before the word at `position`, be it in an earlier clause or outside a quotation.
fn is_denied(reading: &Reading, position: usize) -> bool {
    let mut negations = reading.profile.negations.iter();
    let follows = |negation: &Negation| {
        let end = negation.cue.end as usize;
        end <= position && position < end + NEGATION_REACH
    };
    let before = &reading.tokens()[position.saturating_sub(NEGATION_REACH)..position];
    negations.any(follows)
        || before
            .iter()
            .any(|token| token.is_one_of(&["not", "never", "no"]))
}

/// Whether what follows is put as a question, a condition or a lie before `position`.
fn is_open(tokens: &[Token], position: usize) -> bool {
    const OPENERS: [&str; 5] = ["whether", "if", "unless", "lied", "lying"];
    tokens[..position]
        .iter()
        .any(|token| token.is_one_of(&OPENERS))
}

/// "denied that he left" and "denied having left" turn round what follows; "denied entry" says what was refused.
fn denies_a_statement(tokens: &[Token], negation: &Negation) -> bool {
    let is_denial = tokens[negation.cue.range()]
        .iter()
        .any(|token| &*token.stem == "deni");
    let next = tokens.get(negation.cue.end as usize);
    !is_denial || next.is_some_and(|token| token.is("that") || token.text.ends_with("ing"))
}

fn negation_finding(
    pair: &Pair,
    side: Side,
    negation: &Negation,
    denied: usize,
    said: usize,
) -> Finding {
    let negated = Run::new(negation.cue.start as usize, denied + 1);
    Finding {
        code: "polarity/negated",
        kind: Kind::Polarity,
        conflict: true,
        marks: vec![
            mark(pair, side, negated, None),
            mark(pair, other(side), one(said), None),
        ],
        note: format!(
            "One says \"{}\", the other denies it with \"{}\".",
            words(pair, other(side), one(said)),
            words(pair, side, negation.cue)
        ),
    }
}

/// Where words of opposite meaning stand in the same place.
fn opposed(pair: &Pair) -> Option<Finding> {
    let (a, b) = (pair.a.tokens(), pair.b.tokens());
    let candidates = unmatched(pair, Side::A)
        .flat_map(|i| unmatched(pair, Side::B).map(move |j| (i, j)))
        .filter(|(i, j)| opposite(&a[*i].stem, &b[*j].stem));
    candidates
        .filter(|(i, j)| is_denied(&pair.a, *i) == is_denied(&pair.b, *j))
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
        return same_place(pair, Side::A, i, j);
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

/// The first content words after a verb, which tell what it is about.
fn contents_after(tokens: &[Token], verb: usize) -> Vec<usize> {
    let after = (verb + 1..tokens.len()).filter(|position| tokens[*position].is_content());
    after.take(OBJECT + 1).collect()
}

/// The content words of one side that have no partner and are not part of a name.
fn unmatched(pair: &Pair, side: Side) -> impl Iterator<Item = usize> {
    let tokens = pair.reading(side).tokens();
    (0..tokens.len()).filter(move |position| {
        let token = &tokens[*position];
        token.is_content() && !token.capital && pair.partner(side, *position).is_none()
    })
}

fn one(position: usize) -> Run {
    Run::new(position, position + 1)
}
