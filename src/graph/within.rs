//! Contradictions inside one source: which of its claims to hold against each other, and which of those it answers for itself.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::model::{ClaimIndex, Collection, Link, Mark, Relation, Side};
use crate::text::profile::Profile;
use crate::text::token::Token;

/// The pairs of claims of one source that other sources speak against: what stands for the one conflicts with what stands for
/// the other. An article seldom says one thing twice in words as alike as two articles do, so that its own two wordings alone
/// would not show it. The earlier claim comes first.
pub fn opposed(collection: &Collection, links: &[Link]) -> BTreeSet<(ClaimIndex, ClaimIndex)> {
    let mut standing_for: BTreeMap<ClaimIndex, Vec<ClaimIndex>> = BTreeMap::new();
    for link in links.iter().filter(|it| it.relation != Relation::Diverge) {
        standing_for.entry(link.a).or_default().push(link.b);
        standing_for.entry(link.b).or_default().push(link.a);
    }
    let with_accords = |claim: ClaimIndex| {
        let accords = standing_for.get(&claim).map_or(&[][..], Vec::as_slice);
        accords.iter().copied().chain([claim])
    };
    let source = |claim: ClaimIndex| collection.claim(claim).source;
    let conflicts = links.iter().filter(|link| link.conflict());
    conflicts
        .flat_map(|link| with_accords(link.a).cartesian_product(with_accords(link.b).collect_vec()))
        .filter(|(one, other)| one != other && source(*one) == source(*other))
        .map(|(one, other)| (one.min(other), one.max(other)))
        .collect()
}

/// Whether a link between two claims of one source is a contradiction of the source itself, not one between two speakers whom
/// it quotes. `profiles` stand in the order of the claims.
pub fn contradicts_itself(profiles: &[Profile], link: &Link) -> bool {
    let conflicts = link.evidence.findings().iter().filter(|it| it.conflict);
    let mut conflicts = conflicts.map(|finding| &finding.marks);
    conflicts.any(|marks| {
        let words = |side, claim: ClaimIndex| voice(&profiles[claim.get()], side, marks);
        match (words(Side::A, link.a), words(Side::B, link.b)) {
            (Some(one), Some(other)) => !one.is_disjoint(&other),
            _ => true,
        }
    })
}

/// The words that name who is credited with the marked words of one side. `None` if the source says them itself, or has them
/// from an outlet.
fn voice<'a>(profile: &'a Profile, side: Side, marks: &[Mark]) -> Option<BTreeSet<&'a str>> {
    let mark = marks.iter().find(|mark| mark.side == side)?;
    let holds = |token: &Token| mark.span.contains(token.span);
    let marked = profile.tokens.iter().position(holds)?;
    let mut credits = profile.attributions.iter();
    let credit = credits.find(|it| !it.outlet && it.content.holds(marked))?;
    let speaker = &profile.tokens[credit.speaker.range()];
    let telling = speaker.iter().filter(|token| token.is_content());
    let words: BTreeSet<_> = telling.map(|token| &*token.stem).collect();
    (!words.is_empty()).then_some(words)
}
