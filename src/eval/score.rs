//! How good a whole run is: its claims, links and labels held against hand-made gold.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Sum;

use itertools::Itertools;

use super::gold::{Gold, GoldLink};
use super::labels::{Judged, LabelScores, Tally};
use crate::graph::ClaimGraph;
use crate::model::{Claim, ClaimIndex, Coverage, Link, Relation, SourceIndex};

/// What was right and wrong about one event.
#[derive(Clone, Debug)]
pub struct EventScore<'a> {
    /// Claims found with exactly the right ends.
    pub claims: Tally,
    /// Links found: the missed ones are the sure gold links without one, the wrong ones join what no annotator joined.
    pub links: Tally,
    /// The sure gold links that were found, with what was said of them.
    pub found: Vec<Judged<'a>>,
    /// The sure gold links that were not found.
    pub missed: Vec<&'a GoldLink>,
    /// The pairs that were linked and should not have been, by the ids of their claims.
    pub wrong: Vec<(String, String)>,
    /// Conflicts, found or not.
    pub conflicts: Conflicts,
}

/// Conflicts count on all gold links, sure or not; where annotators did not agree, either answer is accepted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Conflicts {
    /// Said to be conflicts.
    pub said: usize,
    /// Of these, accepted.
    pub accepted: usize,
    /// Surely conflicts.
    pub wanted: usize,
    /// Of these, said.
    pub found: usize,
}

/// A figure with its name; `None` where there is nothing to measure.
pub type Metric = (&'static str, Option<f64>);

/// Holds `graph` against `gold`, which was loaded for the same sources.
pub fn score<'a>(gold: &'a Gold, graph: &ClaimGraph) -> EventScore<'a> {
    let stand_ins = stand_ins(gold, graph);
    let mut tracker = Tracker::new(gold);
    let source = |claim| graph.collection().claim(claim).source;
    let across = |link: &&Link| source(link.a) != source(link.b);
    for link in graph.links().iter().filter(across) {
        tracker.add(link, &stand_ins[link.a.get()], &stand_ins[link.b.get()]);
    }
    tracker.finish(gold, graph)
}

/// Two claims: of the gold, or of the run where these stand for none of the gold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Pair {
    Gold(ClaimIndex, ClaimIndex),
    Unknown(ClaimIndex, ClaimIndex),
}

/// What the links of a run come to, one after the other.
struct Tracker<'a> {
    gold: BTreeMap<(ClaimIndex, ClaimIndex), &'a GoldLink>,
    found: BTreeMap<(ClaimIndex, ClaimIndex), Link>,
    wrong: BTreeSet<Pair>,
    conflicts: BTreeSet<Pair>,
}

impl<'a> Tracker<'a> {
    fn new(gold: &'a Gold) -> Self {
        Self {
            gold: gold.links.iter().map(|it| ((it.a, it.b), it)).collect(),
            found: BTreeMap::new(),
            wrong: BTreeSet::new(),
            conflicts: BTreeSet::new(),
        }
    }

    /// Counts `link`, whose claims stand for the gold claims `left` and `right`.
    fn add(&mut self, link: &Link, left: &[ClaimIndex], right: &[ClaimIndex]) {
        let pairs: Vec<_> = left
            .iter()
            .copied()
            .cartesian_product(right.iter().copied())
            .collect();
        let known = pairs.iter().find(|pair| self.gold.contains_key(pair));
        let named = match known.or(pairs.first()) {
            Some((a, b)) => Pair::Gold(*a, *b),
            None => Pair::Unknown(link.a, link.b),
        };
        if link.conflict() {
            self.conflicts.insert(named);
        }
        if known.is_none() {
            self.wrong.insert(named);
        }
        for pair in pairs {
            if self.gold.get(&pair).is_some_and(|gold| gold.core) {
                self.found.entry(pair).or_insert_with(|| link.clone());
            }
        }
    }

    fn finish(mut self, gold: &Gold, graph: &ClaimGraph) -> EventScore<'a> {
        let (mut found, mut missed) = (Vec::new(), Vec::new());
        for (pair, gold) in self.gold.iter().filter(|(_, gold)| gold.core) {
            match self.found.remove(pair) {
                Some(link) => found.push(Judged { gold, link }),
                None => missed.push(*gold),
            }
        }
        EventScore {
            claims: exact(gold, graph),
            links: Tally {
                right: found.len(),
                wrong: self.wrong.len(),
                missed: missed.len(),
            },
            conflicts: self.conflicts(),
            wrong: self
                .wrong
                .iter()
                .map(|pair| ids(*pair, gold, graph))
                .collect(),
            found,
            missed,
        }
    }

    fn conflicts(&self) -> Conflicts {
        let answer = |pair: &Pair| match pair {
            Pair::Gold(a, b) => self.gold.get(&(*a, *b)).map(|gold| gold.conflict),
            Pair::Unknown(..) => None,
        };
        let answers: Vec<_> = self.conflicts.iter().map(answer).collect();
        let is_sure = |gold: &&&GoldLink| gold.conflict == Some(true);
        Conflicts {
            said: answers.len(),
            accepted: answers
                .iter()
                .filter(|it| matches!(it, Some(None | Some(true))))
                .count(),
            wanted: self.gold.values().filter(is_sure).count(),
            found: answers.iter().filter(|it| **it == Some(Some(true))).count(),
        }
    }
}

/// For every claim of the run the gold claims that it stands for: all of which it covers at least half, or else the one it
/// overlaps most.
pub(super) fn stand_ins(gold: &Gold, graph: &ClaimGraph) -> Vec<Vec<ClaimIndex>> {
    let claims = graph.collection().claims().iter();
    claims
        .map(|claim| {
            let overlaps = overlaps(gold, graph, *claim);
            let half: Vec<_> = overlaps
                .iter()
                .filter(|(other, overlap)| 2 * overlap >= gold.collection.claim(*other).span.len())
                .map(|(other, _)| *other)
                .collect();
            let most = overlaps.iter().rev().max_by_key(|(_, overlap)| *overlap);
            match (half.as_slice(), most) {
                ([], Some((nearest, _))) => vec![*nearest],
                _ => half,
            }
        })
        .collect()
}

/// The gold claims that share bytes with a claim of the run, and how many, in their order.
fn overlaps(gold: &Gold, graph: &ClaimGraph, claim: Claim) -> Vec<(ClaimIndex, usize)> {
    let Some(source) = gold_source(gold, graph, claim) else {
        return Vec::new();
    };
    let rivals = gold
        .collection
        .claims_of(source)
        .map(|at| ClaimIndex(at as u32));
    rivals
        .filter_map(|rival| {
            let span = gold.collection.claim(rival).span;
            let overlap = span
                .end
                .min(claim.span.end)
                .checked_sub(span.start.max(claim.span.start))?;
            (overlap > 0).then_some((rival, overlap as usize))
        })
        .collect()
}

/// The gold's source of a claim of the run.
fn gold_source(gold: &Gold, graph: &ClaimGraph, claim: Claim) -> Option<SourceIndex> {
    let id = &graph.collection().source(claim.source).id;
    let sources = gold.collection.sources();
    let at = sources.binary_search_by(|source| source.id.cmp(id)).ok()?;
    Some(SourceIndex(at as u32))
}

/// Claims of the run whose ends are exactly those of a gold claim.
fn exact(gold: &Gold, graph: &ClaimGraph) -> Tally {
    let wanted: BTreeSet<_> = gold
        .collection
        .claims()
        .iter()
        .map(|claim| (claim.source, claim.span))
        .collect();
    let said: BTreeSet<_> = graph
        .collection()
        .claims()
        .iter()
        .filter_map(|claim| Some((gold_source(gold, graph, *claim)?, claim.span)))
        .collect();
    let right = said.intersection(&wanted).count();
    Tally {
        right,
        wrong: said.len() - right,
        missed: wanted.len() - right,
    }
}

fn ids(pair: Pair, gold: &Gold, graph: &ClaimGraph) -> (String, String) {
    let (collection, a, b) = match pair {
        Pair::Gold(a, b) => (&gold.collection, a, b),
        Pair::Unknown(a, b) => (graph.collection(), a, b),
    };
    (collection.claim_id(a), collection.claim_id(b))
}

/// All figures of `events` pooled: counts are added up over the events, then divided. From two events on also their means.
pub fn metrics(events: &[EventScore]) -> Vec<Metric> {
    let mut metrics = pooled(events);
    if events.len() > 1 {
        let each: Vec<_> = events
            .iter()
            .map(|event| pooled(std::slice::from_ref(event)))
            .collect();
        for (mean, name) in MEANS {
            let values = each.iter().map(|event| value(event, name).unwrap_or(0.0));
            metrics.push((mean, Some(values.sum::<f64>() / events.len() as f64)));
        }
    }
    metrics
}

/// The figure called `name`.
pub fn value(metrics: &[Metric], name: &str) -> Option<f64> {
    metrics.iter().find(|metric| metric.0 == name)?.1
}

/// Means over the events, and what they are the means of. An event with nothing to measure counts as zero.
const MEANS: [(&str, &str); 3] = [
    ("mean.claims.f1", "claims.f1"),
    ("mean.links.f1", "links.f1"),
    ("mean.endtoend.f1", "endtoend.f1"),
];

fn pooled(events: &[EventScore]) -> Vec<Metric> {
    let claims: Tally = events.iter().map(|event| event.claims).sum();
    let links: Tally = events.iter().map(|event| event.links).sum();
    let conflicts: Conflicts = events.iter().map(|event| event.conflicts).sum();
    let found = events.iter().flat_map(|event| &event.found);
    let labels = LabelScores::of(found);
    let right: usize = labels.relation.values().map(|tally| tally.right).sum();
    let covered: usize = labels.coverage.values().map(|tally| tally.right).sum();
    let end_to_end = harmonic(
        share(right, links.right + links.wrong),
        share(right, links.right + links.missed),
    );
    let related = |relation: Relation| labels.relation.get(relation.name())?.wanted_f1();
    let coverage = |coverage: Coverage| labels.coverage.get(coverage.name())?.wanted_f1();
    vec![
        ("claims.f1", harmonic(claims.precision(), claims.recall())),
        ("links.precision", links.precision()),
        ("links.recall", links.recall()),
        ("links.f1", harmonic(links.precision(), links.recall())),
        ("endtoend.f1", end_to_end),
        ("relation.accuracy", share(right, links.right)),
        ("relation.agree.f1", related(Relation::Agree)),
        ("relation.paraphrase.f1", related(Relation::Paraphrase)),
        ("relation.diverge.f1", related(Relation::Diverge)),
        ("relation.macro_f1", LabelScores::macro_f1(&labels.relation)),
        ("coverage.equal.f1", coverage(Coverage::Equal)),
        ("coverage.a_adds.f1", coverage(Coverage::AAdds)),
        ("coverage.b_adds.f1", coverage(Coverage::BAdds)),
        ("coverage.both_add.f1", coverage(Coverage::BothAdd)),
        ("coverage.macro_f1", LabelScores::macro_f1(&labels.coverage)),
        ("coverage.accuracy", share(covered, links.right)),
        (
            "kinds.f1",
            harmonic(labels.kinds.precision(), labels.kinds.recall()),
        ),
        ("conflict.precision", conflicts.precision()),
        ("conflict.recall", conflicts.recall()),
        ("conflict.f1", conflicts.f1()),
    ]
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Tally>>(tallies: I) -> Tally {
        tallies.fold(Tally::default(), |sum, next| Tally {
            right: sum.right + next.right,
            wrong: sum.wrong + next.wrong,
            missed: sum.missed + next.missed,
        })
    }
}

impl Sum for Conflicts {
    fn sum<I: Iterator<Item = Conflicts>>(conflicts: I) -> Conflicts {
        conflicts.fold(Conflicts::default(), |sum, next| Conflicts {
            said: sum.said + next.said,
            accepted: sum.accepted + next.accepted,
            wanted: sum.wanted + next.wanted,
            found: sum.found + next.found,
        })
    }
}

impl Conflicts {
    fn precision(self) -> Option<f64> {
        share(self.accepted, self.said)
    }

    fn recall(self) -> Option<f64> {
        share(self.found, self.wanted)
    }

    /// Nothing said where something was wanted is a zero.
    fn f1(self) -> Option<f64> {
        match self.precision() {
            None => (self.wanted > 0).then_some(0.0),
            precision => harmonic(precision, self.recall()),
        }
    }
}

pub(super) fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The harmonic mean, zero where both are zero.
fn harmonic(left: Option<f64>, right: Option<f64>) -> Option<f64> {
    let (left, right) = (left?, right?);
    let sum = left + right;
    Some(if sum > 0.0 {
        2.0 * left * right / sum
    } else {
        0.0
    })
}
