//! One claim denies what the other says.

use super::assertion::{is_asserted, is_open, is_said};
use super::other;
use super::place::{in_order, mark, one, same_place, words};
use crate::align::{Pair, Reading};
use crate::model::{Finding, Kind, Side};
use crate::text::clause::clause_around;
use crate::text::polarity::Negation;
use crate::text::relation;
use crate::text::token::{Run, Token};

/// Of a denying clause, so large a part must be told by the other claim before the denial is of what that says: what is left
/// is then the verb, or a word told otherwise.
const TOLD: f64 = 0.7;

/// A clause with fewer words than this is told by chance.
const SHORTEST_CLAUSE: usize = 3;

/// Of a claim that is nothing but a denial, this part is enough: that both are about one thing was
/// decided by these words. With a half, plain restatements of a denial are taken for contradictions.
const TOLD_OF_CLAIM: f64 = 0.6;

/// Such a claim's words must be at least this part of the words among which they stand in the other: words scattered over a long claim
/// are told of several things.
const TOLD_TOGETHER: f64 = 0.25;

/// Such a claim may be shorter: who, and what they are denied to be.
const SHORTEST_CLAIM: usize = 2;

/// So many content words may open such a claim: a time, a place.
const LONGEST_OPENING: usize = 2;

/// Where `side` denies what the other side says.
pub fn denied(pair: &Pair, side: Side) -> Option<Finding> {
    let reading = pair.reading(side);
    let mut negations = reading.profile.negations.iter();
    negations.find_map(|negation| {
        let scope = denies_a_statement(reading.tokens(), negation).then_some(negation.scope)?;
        let said_of = || {
            scope
                .range()
                .find(|position| is_statement(reading, *position))
        };
        // "is not in Thessaly": without a verb or noun of its own, the name is what is denied.
        let denied = said_of().or_else(|| content_in(reading.tokens(), scope).next())?;
        let said = denied_word(pair, side, denied)
            .or_else(|| denied_clause(pair, side, negation, denied))?;
        Some(finding(pair, side, negation, denied, &said))
    })
}

/// What the other claim says that is denied.
struct Said {
    words: Run,
    /// Whether it says so as a fact; what is only planned or held possible may fail to come without a contradiction.
    is_fact: bool,
}

/// The word of the other claim that corresponds to the denied one, if it is asserted there in the same place.
fn denied_word(pair: &Pair, side: Side, denied: usize) -> Option<Said> {
    let said = pair.partner(side, denied)?;
    let (i, j) = in_order(side, denied, said);
    let (here, there) = (
        pair.reading(side).tokens(),
        pair.reading(other(side)).tokens(),
    );
    let (word, other_word) = (&here[denied].stem, &there[said].stem);
    // "no" denies a thing, and a thing that is only alike is another one.
    let thing = denied > 0 && here[denied - 1].is("no");
    let another = thing && word != other_word;
    let asserted = !another
        && !relation::opposite(word, other_word)
        && is_asserted(pair.reading(other(side)), said);
    let open = is_open(pair.reading(side).tokens(), denied);
    (asserted && !open && same_place(pair, i, j)).then(|| Said {
        words: one(said),
        is_fact: true,
    })
}

/// The words of the other claim that tell nearly all of the clause which is denied: in one place and as a fact, unless the denial
/// is all that its claim says.
fn denied_clause(pair: &Pair, side: Side, negation: &Negation, denied: usize) -> Option<Said> {
    let (denying, saying) = (pair.reading(side), pair.reading(other(side)));
    let clause = clause_around(denying.tokens(), negation.cue, negation.scope);
    let whole = is_whole_claim(denying.tokens(), clause);
    let denial = if whole {
        Run::new(0, denying.tokens().len())
    } else {
        clause
    };
    let words = content_in(denying.tokens(), denial).filter(|word| !negation.cue.holds(*word));
    let partners: Vec<Option<usize>> = words.map(|word| pair.partner(side, word)).collect();
    let told: Vec<usize> = partners.iter().flatten().copied().collect();
    let (first, last) = (told.iter().min()?, told.iter().max()?);
    let place = Run::new(*first, last + 1);
    let there = content_in(saying.tokens(), place).count();
    let is_enough = |shortest: usize, of_denial: f64, of_place: f64| {
        let told = told.len() as f64;
        partners.len() >= shortest
            && told >= of_denial * partners.len() as f64
            && told >= of_place * there as f64
    };
    let is_told = if whole {
        is_enough(SHORTEST_CLAIM, TOLD_OF_CLAIM, TOLD_TOGETHER)
            && told.iter().all(|word| is_said(saying, *word))
            && saying.profile.negations.is_empty()
    } else {
        is_enough(SHORTEST_CLAUSE, TOLD, TOLD)
            && place.range().all(|word| is_asserted(saying, word))
    };
    let is_opposite = |word: usize| {
        let stem = &saying.tokens()[word].stem;
        relation::opposite(stem, &denying.tokens()[denied].stem)
    };
    let open = is_open(denying.tokens(), denial.end as usize);
    (is_told && !open && !place.range().any(is_opposite)).then(|| Said {
        words: place,
        is_fact: told.iter().all(|word| is_asserted(saying, *word)),
    })
}

/// Whether a claim says nothing outside of a clause, but for a few words that open it ("In 2001, ...").
fn is_whole_claim(tokens: &[Token], clause: Run) -> bool {
    let opening = content_in(tokens, Run::new(0, clause.start as usize)).count();
    let rest = Run::new(clause.end as usize, tokens.len());
    opening <= LONGEST_OPENING && content_in(tokens, rest).next().is_none()
}

fn content_in(tokens: &[Token], run: Run) -> impl Iterator<Item = usize> {
    run.range()
        .filter(|position| tokens[*position].is_content())
}

/// Whether the word at `position` says something that can be denied: names are only what it is said of.
fn is_statement(reading: &Reading, position: usize) -> bool {
    let named = |position| {
        reading
            .profile
            .names
            .iter()
            .any(|name| name.run.holds(position))
    };
    reading.tokens()[position].is_content() && !named(position)
}

/// "denied that he left" and "denied having left" turn round what follows; "denied entry" says what was refused. "Not something
/// that he wanted" says what a thing is not, and leaves what follows to be true of others.
fn denies_a_statement(tokens: &[Token], negation: &Negation) -> bool {
    const THINGS: [&str; 3] = ["something", "someone", "what"];
    let Some(next) = tokens.get(negation.cue.end as usize) else {
        return false;
    };
    if is_denial(tokens, negation) {
        next.is("that") || next.text.ends_with("ing")
    } else {
        !next.is_one_of(&THINGS)
    }
}

fn is_denial(tokens: &[Token], negation: &Negation) -> bool {
    let mut cue = tokens[negation.cue.range()].iter();
    cue.any(|token| &*token.stem == "deni")
}

fn finding(pair: &Pair, side: Side, negation: &Negation, denied: usize, said: &Said) -> Finding {
    let negated = Run::new(negation.cue.start as usize, denied + 1);
    Finding {
        code: "polarity/negated",
        kind: Kind::Polarity,
        // Whoever reports that somebody denies it does not deny it.
        conflict: said.is_fact && !is_denial(pair.reading(side).tokens(), negation),
        marks: vec![
            mark(pair, side, negated, None),
            mark(pair, other(side), said.words, None),
        ],
        note: format!(
            "One says \"{}\", the other denies it with \"{}\".",
            words(pair, other(side), said.words),
            words(pair, side, negation.cue)
        ),
    }
}
