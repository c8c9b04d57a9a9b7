//! How good claim groups are, held against hand-made links.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use super::gold::Gold;
use super::labels::Tally;
use super::score::{Metric, stand_ins};
use crate::graph::ClaimGraph;
use crate::model::{ClaimIndex, SourceIndex};

/// What was right and wrong about the groups of one event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupScore {
    /// Pairs of claims of different sources in one group, held against the sure links.
    pub pairs: Tally,
    /// For each claim the other sources that are said to report it, held against the sources of its sure links.
    pub reporters: Tally,
}

type Pair = (ClaimIndex, ClaimIndex);

/// Holds the groups of `graph` against `gold`, which was loaded for the same sources. What is not sure counts neither way.
pub fn score(gold: &Gold, graph: &ClaimGraph) -> GroupScore {
    let stand_ins = stand_ins(gold, graph);
    let (mut found, mut wrong) = (BTreeSet::new(), 0);
    let known: BTreeMap<Pair, bool> = gold
        .links
        .iter()
        .map(|it| ((it.a, it.b), it.core))
        .collect();
    for (a, b) in pairs(graph) {
        let left = stand_ins[a.get()].iter().copied();
        let right = stand_ins[b.get()].iter().copied();
        let meant: Vec<Pair> = left.cartesian_product(right).collect();
        wrong += usize::from(!meant.iter().any(|pair| known.contains_key(pair)));
        found.extend(meant);
    }
    let core = known.iter().filter(|(_, core)| **core);
    let right = core
        .clone()
        .filter(|(pair, _)| found.contains(*pair))
        .count();
    GroupScore {
        pairs: Tally {
            right,
            wrong,
            missed: core.count() - right,
        },
        reporters: reporters(gold, &found),
    }
}

/// The pairs of claims of different sources that share a group, each once.
fn pairs(graph: &ClaimGraph) -> BTreeSet<Pair> {
    let source = |claim| graph.collection().claim(claim).source;
    let groups = graph.groups().iter();
    groups
        .flat_map(|group| {
            let claims = group.members.iter().map(|member| member.claim);
            claims.array_combinations().collect::<Vec<_>>()
        })
        .filter(|[a, b]| source(*a) != source(*b))
        .map(|[a, b]| (a, b))
        .collect()
}

fn reporters(gold: &Gold, found: &BTreeSet<Pair>) -> Tally {
    let said = sources_of_partners(gold, found.iter().copied());
    let core = gold.core().map(|link| (link.a, link.b));
    let sure = sources_of_partners(gold, core);
    let all = gold.links.iter().map(|link| (link.a, link.b));
    let allowed = sources_of_partners(gold, all);
    let right = said.intersection(&sure).count();
    Tally {
        right,
        wrong: said.difference(&allowed).count(),
        missed: sure.len() - right,
    }
}

/// Each claim with each source of its partners.
fn sources_of_partners(
    gold: &Gold,
    pairs: impl Iterator<Item = Pair>,
) -> BTreeSet<(ClaimIndex, SourceIndex)> {
    let source = |claim| gold.collection.claim(claim).source;
    pairs
        .flat_map(|(a, b)| [(a, source(b)), (b, source(a))])
        .collect()
}

/// The figures of several events pooled.
pub fn metrics(events: &[GroupScore]) -> Vec<Metric> {
    let pairs: Tally = events.iter().map(|event| event.pairs).sum();
    let reporters: Tally = events.iter().map(|event| event.reporters).sum();
    vec![
        ("groups.precision", pairs.precision()),
        ("groups.recall", pairs.recall()),
        ("groups.f1", pairs.f1()),
        ("reporters.precision", reporters.precision()),
        ("reporters.recall", reporters.recall()),
        ("reporters.f1", reporters.f1()),
    ]
}
