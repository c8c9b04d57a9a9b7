//! One claim speaks of more than the other: an item of a list more, "all" instead of "some", or a thing without its limits.

use super::mutual::answering;
use super::place::{in_order, mark, shared_context, words};
use super::{Signal, other, reach};
use crate::align::Pair;
use crate::model::{Finding, Kind, Side};
use crate::text::clause::noun_after;
use crate::text::extent::Extent;
use crate::text::list::List;
use crate::text::relation::same_class;
use crate::text::role::Role;
use crate::text::token::{Run, Token, TokenClass};

/// See the module.
pub struct Scope;

/// What an extent speaks of stands within this many content words after it.
const WHOLE_WORDS: usize = 3;

/// So many corresponding words must stand around two lists that are to be one, beside the item that both hold.
const LIST_CONTEXT: usize = 1;

/// Where the words right around two lists do not correspond, so many words in them and so many in the rest must.
const LIST_WORDS: usize = 3;

/// What opens a list of examples stands within so many tokens before it.
const OPENER_REACH: usize = 4;

/// What "and" joins by twos is as often two clauses or two sides: where neither list is longer, more must correspond.
const PAIR_CONTEXT: usize = 3;

/// A thing on a list has at most so many words.
const THING_WORDS: usize = 3;

impl Signal for Scope {
    fn detect(&self, pair: &Pair) -> Vec<Finding> {
        let dropped = [Side::A, Side::B].map(|side| item_dropped(pair, side));
        let limited = [Side::A, Side::B].map(|side| reach::limited(pair, side));
        let found = dropped.into_iter().flatten().chain(extents_differ(pair));
        found.chain(limited.into_iter().flatten()).collect()
    }
}

/// Where `side` lists a thing that the list of the other side leaves out.
fn item_dropped(pair: &Pair, side: Side) -> Option<Finding> {
    let longer = &pair.reading(side).profile.details().lists;
    let shorter = &pair.reading(other(side)).profile.details().lists;
    longer.iter().find_map(|long| {
        let short = shorter
            .iter()
            .find(|short| same_list(pair, side, long, short))?;
        let absent = |item: &&Run| {
            is_thing(pair, side, **item)
                && is_absent(pair, side, **item)
                && !is_told_otherwise(pair, side, **item, short)
        };
        let dropped = long.items.iter().find(absent)?;
        let dropped = in_full(pair.reading(side).tokens(), *dropped);
        let list = words(pair, other(side), short.run());
        Some(Finding {
            code: "scope/list-item-dropped",
            kind: Kind::Scope,
            conflict: false,
            marks: vec![
                mark(pair, side, dropped, None),
                mark(pair, other(side), short.run(), None),
            ],
            note: format!(
                "\"{}\" is not in the other's list \"{list}\".",
                words(pair, side, dropped)
            ),
        })
    })
}

/// Whether nothing in the other claim is what an item of `side` is by its last word, or holds the same office.
fn is_absent(pair: &Pair, side: Side, item: Run) -> bool {
    let (here, there) = (pair.reading(side), pair.reading(other(side)));
    let unmatched = |last: &usize| pair.partner(side, *last).is_none();
    let Some(last) = item.range().last().filter(unmatched) else {
        return false;
    };
    let head = &here.tokens()[last];
    let is_head = |token: &Token| token.stem == head.stem || same_class(&token.stem, &head.stem);
    let in_item = |role: &&Role| role.run.start < item.end && item.start < role.run.end;
    let mut offices = here.profile.roles.iter().filter(in_item);
    let is_held = |role: &Role| {
        there
            .profile
            .roles
            .iter()
            .any(|other| role.form == other.form)
    };
    !there.tokens().iter().any(is_head) && !offices.any(is_held)
}

/// Whether a word of an item of `side` stands in the list of the other side: "military aid and intelligence sharing" drops
/// nothing of "military and intelligence aid".
fn is_told_otherwise(pair: &Pair, side: Side, item: Run, list: &List) -> bool {
    let tokens = pair.reading(side).tokens();
    let mut words = item
        .range()
        .filter(|position| tokens[*position].is_content());
    words.any(|position| {
        let partner = pair.partner(side, position);
        partner.is_some_and(|partner| list.run().holds(partner))
    })
}

/// Whether two lists are one list told twice, and to its end: an item is the same to its last word, and the words around
/// correspond, or many words in both lists and in the rest of the claims.
fn same_list(pair: &Pair, side: Side, one: &List, another: &List) -> bool {
    let last = |item: &Run| (item.end as usize).checked_sub(1);
    let ends: Vec<Option<usize>> = another.items.iter().map(last).collect();
    let shares_item = one.items.iter().any(|item| {
        let partner = last(item).and_then(|position| pair.partner(side, position));
        partner.is_some() && ends.contains(&partner)
    });
    let (a, b) = in_order(side, one.run(), another.run());
    let gives_examples = |side, list: &List| is_open_list(pair.reading(side).tokens(), list);
    shares_item
        && !gives_examples(side, one)
        && !gives_examples(other(side), another)
        && share_surroundings(pair, a, b, one.items.len().max(another.items.len()))
}

fn share_surroundings(pair: &Pair, a: Run, b: Run, longest: usize) -> bool {
    let inside = pair
        .aligned_content()
        .filter(|(i, j)| a.holds(*i) && b.holds(*j))
        .count();
    let outside = pair
        .aligned_content()
        .filter(|(i, j)| !a.holds(*i) && !b.holds(*j))
        .count();
    let near = shared_context(pair, a, b);
    if longest > 2 {
        near >= LIST_CONTEXT || inside >= LIST_WORDS && outside >= LIST_WORDS
    } else {
        near >= PAIR_CONTEXT
    }
}

/// Whether a list only gives examples: what it leaves out is not denied.
fn is_open_list(tokens: &[Token], list: &List) -> bool {
    const OPENERS: [&str; 9] = [
        "including",
        "include",
        "includes",
        "included",
        "such",
        "like",
        "ranging",
        "among",
        "beyond",
    ];
    let start = list.run().start as usize;
    let before = &tokens[start.saturating_sub(OPENER_REACH)..start];
    before.iter().any(|token| token.is_one_of(&OPENERS))
}

/// Whether an item of a list is a thing: a few words, not only a number, without a verb or a denial.
fn is_thing(pair: &Pair, side: Side, item: Run) -> bool {
    const VERBAL: [&str; 9] = [
        "not", "will", "would", "can", "could", "may", "might", "must", "should",
    ];
    let tokens = &pair.reading(side).tokens()[item.range()];
    let is_content = |token: &&Token| token.is_content();
    tokens.iter().filter(is_content).count() <= THING_WORDS
        && tokens
            .iter()
            .any(|token| token.class == TokenClass::Content)
        && !tokens
            .iter()
            .any(|token| token.is_past() || token.is_one_of(&VERBAL))
}

/// An item with what it is of: "release of prisoners".
fn in_full(tokens: &[Token], item: Run) -> Run {
    let end = item.end as usize;
    let of = tokens.get(end).is_some_and(|token| token.is("of"));
    let what = noun_after(tokens, end + 1);
    if of && !what.is_empty() {
        Run {
            start: item.start,
            end: what.end,
        }
    } else {
        item
    }
}

/// Where both speak of one whole, but of another part of it.
fn extents_differ(pair: &Pair) -> Vec<Finding> {
    let (a, b) = (pair.a.profile.details(), pair.b.profile.details());
    let differing = answering(&a.extents, &b.extents, |one, another| {
        one.share != another.share && of_one_whole(pair, one, another)
    });
    let found = differing.map(|(one, another)| Finding {
        code: "scope/extent-differs",
        kind: Kind::Scope,
        conflict: false,
        marks: vec![
            mark(pair, Side::A, one.run, Some(one.share.into())),
            mark(pair, Side::B, another.run, Some(another.share.into())),
        ],
        note: format!(
            "One says \"{}\", the other \"{}\".",
            words(pair, Side::A, one.run),
            words(pair, Side::B, another.run)
        ),
    });
    found.collect()
}

fn of_one_whole(pair: &Pair, one: &Extent, another: &Extent) -> bool {
    let whole = |side: Side, extent: &Extent| {
        let tokens = pair.reading(side).tokens();
        let content = (extent.run.end as usize..tokens.len()).filter(|at| tokens[*at].is_content());
        content.take(WHOLE_WORDS).collect::<Vec<_>>()
    };
    let there = whole(Side::B, another);
    let mut here = whole(Side::A, one).into_iter();
    here.any(|at| {
        pair.partner(Side::A, at)
            .is_some_and(|partner| there.contains(&partner))
    })
}
