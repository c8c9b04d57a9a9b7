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

/// This part is enough where the other claim tells them as facts.
const TOLD_AS_FACT: f64 = 0.2;

/// Such a claim may be shorter: who, and what they are denied to be.
const SHORTEST_CLAIM: usize = 2;

/// So many content words may open such a claim: a time, a place.
const LONGEST_OPENING: usize = 3;

/// Who does what is denied, and to what it is done, stand among so many content words before and after it.
const ARGUMENT_WORDS: usize = 4;

/// Where the other claim says it, they stand at most so many tokens from it.
const ARGUMENT_REACH: usize = 8;

/// Verbs that say little but that what their object names was done.
const CARRIERS: [&str; 16] = [
    "hold",
    "held",
    "make",
    "made",
    "give",
    "given",
    "take",
    "taken",
    "stage",
    "staged",
    "conduct",
    "conducted",
    "deliver",
    "delivered",
    "play",
    "played",
];

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
        let said = denied_word(pair, side, negation, denied)
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
fn denied_word(pair: &Pair, side: Side, negation: &Negation, denied: usize) -> Option<Said> {
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
        && !is_limited(there, said)
        && !relation::opposite(word, other_word)
        && is_asserted(pair.reading(other(side)), said);
    let open = is_open(pair.reading(side).tokens(), denied);
    let is_same =
        || same_place(pair, i, j) || is_said_of_the_same(pair, side, negation, (denied, said));
    (asserted && !open && is_same()).then(|| Said {
        words: one(said),
        is_fact: true,
    })
}

/// Whether what the word at `position` says holds of some things only, and so not of others: "interested only in ...".
fn is_limited(tokens: &[Token], position: usize) -> bool {
    let near = position.saturating_sub(1)..tokens.len().min(position + 2);
    tokens[near].iter().any(is_limit)
}

fn is_limit(token: &Token) -> bool {
    token.is_one_of(&["only", "solely", "exclusively"])
}

/// Whether a word before the negation corresponds to one before the word said, and a word after what is denied to one after it:
/// who does it, and what it is done to.
fn is_said_of_the_same(
    pair: &Pair,
    side: Side,
    negation: &Negation,
    (denied, said): (usize, usize),
) -> bool {
    let tokens = pair.reading(side).tokens();
    if tokens[denied].text.ends_with("ly") {
        return false;
    }
    let start = (negation.cue.start as usize).min(denied);
    let before = (0..start)
        .rev()
        .filter(|position| tokens[*position].is_content());
    let after = (denied + 1..tokens.len()).filter(|position| tokens[*position].is_content());
    let partner = |position: usize| pair.partner(side, position);
    let near = |partner: usize| partner.abs_diff(said) <= ARGUMENT_REACH;
    let mut before = before.take(ARGUMENT_WORDS).filter_map(partner);
    let mut after = after.take(ARGUMENT_WORDS).filter_map(partner);
    before.any(|partner| partner < said && near(partner))
        && after.any(|partner| partner > said && near(partner))
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
    let words = content_in(denying.tokens(), denial)
        .filter(|word| !negation.cue.holds(*word) && !is_carrier(denying.tokens(), denied, *word));
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
    let is_fact = told.iter().all(|word| is_asserted(saying, *word));
    let is_told = if whole {
        let together = if is_fact { TOLD_AS_FACT } else { TOLD_TOGETHER };
        is_enough(SHORTEST_CLAIM, TOLD_OF_CLAIM, together)
            && told.iter().all(|word| is_said(saying, *word))
            && saying
                .profile
                .negations
                .iter()
                .all(|negation| leaves_alone(saying.tokens(), negation, &told))
    } else {
        is_enough(SHORTEST_CLAUSE, TOLD, TOLD)
            && place.range().all(|word| is_asserted(saying, word))
    };
    // "Did not buy it" and "it was sold to him" are no two ways to say one thing.
    let subject = content_in(denying.tokens(), Run::new(0, negation.cue.start as usize));
    let subject: Vec<usize> = subject
        .filter_map(|word| pair.partner(side, word))
        .collect();
    let is_opposite = |word: usize| {
        let stem = &saying.tokens()[word].stem;
        let of_the_same = subject.is_empty() || subject.iter().any(|it| *it < word);
        of_the_same && relation::opposite(stem, &denying.tokens()[denied].stem)
    };
    let open = is_open(denying.tokens(), denial.end as usize);
    let turned_round = pair.partner(side, denied).is_none() && place.range().any(is_opposite);
    let limited = place.range().any(|word| is_limit(&saying.tokens()[word]));
    let said = Said {
        words: place,
        is_fact,
    };
    (is_told && !open && !turned_round && !limited).then_some(said)
}

/// Whether a claim says nothing outside of a clause, but for a few words that open it ("In 2001, ...").
fn is_whole_claim(tokens: &[Token], clause: Run) -> bool {
    const OPENERS: [&str; 10] = [
        "in", "on", "at", "by", "before", "after", "during", "since", "until", "under",
    ];
    let opening = content_in(tokens, Run::new(0, clause.start as usize)).count();
    let rest = Run::new(clause.end as usize, tokens.len());
    let is_adverbial = opening == 0 || tokens[0].is_one_of(&OPENERS);
    opening <= LONGEST_OPENING && is_adverbial && content_in(tokens, rest).next().is_none()
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

/// Whether the word at `position` is the denied one and says no more than that its object was done: "did not hold a concert".
fn is_carrier(tokens: &[Token], denied: usize, position: usize) -> bool {
    position == denied && tokens[position].is_one_of(&CARRIERS)
}

/// Whether a negation turns round none of the words that the other claim denies: it stands outside of what its claim states, or in a
/// clause without them.
fn leaves_alone(tokens: &[Token], negation: &Negation, told: &[usize]) -> bool {
    let clause = clause_around(tokens, negation.cue, negation.scope);
    is_incidental(tokens, negation) || told.iter().all(|word| !clause.holds(*word))
}

/// Whether a negation stands outside of what its claim states: "resigned without warning", "criticized for not paying".
fn is_incidental(tokens: &[Token], negation: &Negation) -> bool {
    const PREPOSITIONS: [&str; 4] = ["for", "by", "of", "about"];
    let (start, end) = (negation.cue.start as usize, negation.cue.end as usize);
    let after_preposition = start > 0 && tokens[start - 1].is_one_of(&PREPOSITIONS);
    let is_gerund = tokens
        .get(end)
        .is_some_and(|next| next.text.ends_with("ing"));
    tokens[start].is("without") || after_preposition && is_gerund
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
