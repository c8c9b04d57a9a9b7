//! Which of the claims that answer speak of another event: another meeting, elsewhere or on another day, than the one that the
//! sources have in common.

use std::collections::HashSet;

use itertools::Itertools;

use super::question::Wanted;
use super::search::Hit;
use crate::graph::ClaimGraph;
use crate::model::SourceIndex;
use crate::text::name::Name;
use crate::text::profile::Profile;
use crate::text::time::{TimeReference, TimeRelation};

/// So many sources must name a day or a place for it to be that of the event asked for.
const NAMED_BY: usize = 2;

/// Leaves out claims that speak of another event, of sources that speak of the one asked for elsewhere. What is asked for
/// itself is never held against a claim: who disagrees about the day answers the question for the day.
pub fn asked_for(graph: &ClaimGraph, wanted: Wanted, mut hits: Vec<Hit>) -> Vec<Hit> {
    let event = Event {
        graph,
        day: (wanted != Wanted::When)
            .then(|| usual(graph, &hits, |hit| &hit.reply.times, same_day))
            .flatten(),
        place: (wanted != Wanted::Where)
            .then(|| usual(graph, &hits, |hit| &hit.reply.places, Name::same))
            .flatten(),
    };
    let speaking: HashSet<_> = hits
        .iter()
        .filter(|hit| !event.is_elsewhere(hit))
        .map(|hit| source(graph, hit))
        .collect();
    hits.retain(|hit| !event.is_elsewhere(hit) || !speaking.contains(&source(graph, hit)));
    hits
}

/// What the sources have in common of the event asked for.
struct Event<'a> {
    graph: &'a ClaimGraph,
    day: Option<TimeReference>,
    place: Option<Name>,
}

impl Event<'_> {
    fn is_elsewhere(&self, hit: &Hit) -> bool {
        let (times, places) = (&hit.reply.times, &hit.reply.places);
        let other_day = |day: &TimeReference| lacks(times, |it| same_day(day, it));
        let other_place = |place: &Name| lacks(places, |it| one_place(self.graph, place, it));
        self.day.as_ref().is_some_and(other_day) || self.place.as_ref().is_some_and(other_place)
    }
}

fn source(graph: &ClaimGraph, hit: &Hit) -> SourceIndex {
    graph.collection().claim(hit.claim).source
}

/// Whether there is something, and nothing of it `fits`.
fn lacks<T>(named: &[T], fits: impl Fn(&T) -> bool) -> bool {
    !named.is_empty() && !named.iter().any(fits)
}

/// What most sources name, of equals the first, if it is not just one that names it.
fn usual<T: Clone>(
    graph: &ClaimGraph,
    hits: &[Hit],
    named: impl Fn(&Hit) -> &Vec<T>,
    same: impl Fn(&T, &T) -> bool,
) -> Option<T> {
    let names = |hit: &&Hit, wanted: &T| named(hit).iter().any(|it| same(wanted, it));
    let naming = |wanted: &T| {
        let naming = hits.iter().filter(|hit| names(hit, wanted));
        naming.map(|hit| source(graph, hit)).unique().count()
    };
    let all = hits.iter().flat_map(&named);
    let counted = all.map(|it| (naming(it), it));
    let most = counted.reduce(|most, next| if next.0 > most.0 { next } else { most });
    let common = most.filter(|(count, _)| *count >= NAMED_BY);
    common.map(|(_, most)| most.clone())
}

fn same_day(one: &TimeReference, other: &TimeReference) -> bool {
    matches!(
        one.compare(other),
        TimeRelation::Same | TimeRelation::Within
    )
}

/// Whether two names stand for one place, or any source names one as lying in the other: "Jeddah, Saudi Arabia".
fn one_place(graph: &ClaimGraph, one: &Name, other: &Name) -> bool {
    let joined = |profile: &Profile| {
        profile.names.array_windows().any(|[left, right]| {
            let between = left.run.end as usize..right.run.start as usize;
            let comma = matches!(&profile.tokens[between], [sign] if sign.is(","));
            let both = |one: &Name, other: &Name| left.same(one) && right.same(other);
            comma && (both(one, other) || both(other, one))
        })
    };
    one.same(other) || graph.profiles().iter().any(joined)
}
