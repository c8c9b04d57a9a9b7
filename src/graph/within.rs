//! Contradictions inside one source: which of its claims to hold against each other, and which of those it answers for itself.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ClaimIndex, Collection, Link, Mark, Relation, Side};
use crate::text::attribution::Attribution;
use crate::text::profile::Profile;

/// The pairs of claims of one source that other sources speak against: what stands for the one conflicts with the other itself.
/// An article seldom says one thing twice in words as alike as two articles do, so that its own two wordings alone would not
/// show it. The earlier claim comes first. Likeness is not transitive, so there is but one step of it.
pub fn opposed(collection: &Collection, links: &[Link]) -> BTreeSet<(ClaimIndex, ClaimIndex)> {
    let mut standing_for: BTreeMap<ClaimIndex, Vec<ClaimIndex>> = BTreeMap::new();
    for link in links.iter().filter(|it| it.relation != Relation::Diverge) {
        standing_for.entry(link.a).or_default().push(link.b);
        standing_for.entry(link.b).or_default().push(link.a);
    }
    let accords = |claim: ClaimIndex| standing_for.get(&claim).into_iter().flatten().copied();
    let source = |claim: ClaimIndex| collection.claim(claim).source;
    let conflicts = links.iter().filter(|link| link.conflict());
    conflicts
        .flat_map(|link| [(link.a, link.b), (link.b, link.a)])
        .flat_map(|(one, opponent)| accords(one).map(move |likewise| (likewise, opponent)))
        .filter(|(one, other)| one != other && source(*one) == source(*other))
        .map(|(one, other)| (one.min(other), one.max(other)))
        .collect()
}

/// Whether a link between two claims of one source is a contradiction of the source itself, or of one speaker: not one between
/// two speakers, or between the source and somebody whom it quotes. `profiles` stand in the order of the claims.
pub fn contradicts_itself(profiles: &[Profile], link: &Link) -> bool {
    let conflicts = link.evidence.findings().iter().filter(|it| it.conflict);
    let mut conflicts = conflicts.map(|finding| &finding.marks);
    conflicts.any(|marks| {
        let speaking = |side, claim: ClaimIndex| voice(&profiles[claim.get()], side, marks);
        match (speaking(Side::A, link.a), speaking(Side::B, link.b)) {
            (Voice::Own, Voice::Own) => true,
            (Voice::Speaker(one), Voice::Speaker(other)) => !one.is_disjoint(&other),
            _ => false,
        }
    })
}

/// Whose words some words are.
enum Voice<'a> {
    /// The source says them itself, or has them from an outlet.
    Own,
    /// The words that name who is credited with them; none where a pronoun or a quotation without a speaker tells nobody's name.
    Speaker(BTreeSet<&'a str>),
}

/// Whose the marked words of one side are.
fn voice<'a>(profile: &'a Profile, side: Side, marks: &[Mark]) -> Voice<'a> {
    let mark = marks.iter().find(|mark| mark.side == side);
    let marked = mark.and_then(|mark| {
        let mut tokens = profile.tokens.iter();
        tokens.position(|token| mark.span.contains(token.span))
    });
    let Some(marked) = marked else {
        return Voice::Own;
    };
    let holds = |credit: &&Attribution| credit.content.holds(marked);
    let mut credits = profile.attributions.iter().filter(holds);
    match credits.next() {
        Some(credit) if credit.outlet => Voice::Own,
        Some(credit) => {
            let speaker = profile.tokens[credit.speaker.range()].iter();
            let telling = speaker.filter(|token| token.is_content());
            Voice::Speaker(telling.map(|token| &*token.stem).collect())
        }
        None => {
            let mut quotations = profile.quotations.iter();
            match quotations.any(|quotation| quotation.run.holds(marked)) {
                true => Voice::Speaker(BTreeSet::new()),
                false => Voice::Own,
            }
        }
    }
}
