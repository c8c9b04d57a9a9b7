//! Which sources stem from one text: what two sources share beyond the event itself, summed up in bits, and which of them
//! used the other. Sources of one family of publishers are joined as the user says, without any measure.
//!
//! Sources that stem from one text are one witness. That the texts are alike says nothing about whether they are right.

mod direction;
mod measure;
mod order;
mod run;
mod wording;

use std::collections::BTreeMap;

use itertools::Itertools;
use petgraph::unionfind::UnionFind;
use rayon::prelude::*;

use self::wording::Wordings;
use super::ClaimGraph;
use crate::model::{Collection, Derivation, Family, Lineage, Link, Measure, Outlet, SourceIndex};
use crate::text::normal::fold;
use crate::text::profile::Profile;

/// From this score on two sources count as of one lineage: an even chance, in bits.
const JOINED: f64 = 0.0;

/// Runs shorter than this are no evidence a reader would accept, and are not shown.
const RUN_SHOWN: usize = 6;

/// The lineages of the sources. Every source is in one; sources that share no claim are never compared.
pub fn lineages(
    collection: &Collection,
    profiles: &[Profile],
    links: &[Link],
    outlets: &[Outlet],
) -> Vec<Lineage> {
    let comparison = Comparison::new(collection, profiles, links, outlets);
    let linked: Vec<_> = comparison.linked.keys().collect();
    let mut derivations: Vec<_> = linked
        .par_iter()
        .filter_map(|(a, b)| comparison.joining(*a, *b))
        .collect();
    derivations.sort_by(|left, right| right.score().total_cmp(&left.score()));
    join(
        collection.sources().len(),
        derivations,
        families(collection),
    )
}

/// The families of publishers with two sources or more, in the order of their first sources. Case and blanks do not tell families apart.
fn families(collection: &Collection) -> Vec<Family> {
    let sources = (0..).map(SourceIndex).zip(collection.sources());
    let named = sources.filter_map(|(index, source)| Some((index, source.family.as_deref()?)));
    let mut families: Vec<(String, Family)> = Vec::new();
    for (source, name) in named {
        let key = fold(name).split_whitespace().join(" ");
        match families.iter_mut().find(|(known, _)| *known == key) {
            Some((_, family)) => family.sources.push(source),
            None => families.push((
                key,
                Family {
                    name: name.trim().to_owned(),
                    sources: vec![source],
                },
            )),
        }
    }
    let families = families.into_iter().map(|(_, family)| family);
    families.filter(|family| family.sources.len() > 1).collect()
}

/// For each pair of sources that share a claim: the linked claims of the first in order, by the place of their partner.
type LinkedPairs = BTreeMap<(SourceIndex, SourceIndex), Vec<u32>>;

fn linked_pairs(collection: &Collection, links: &[Link]) -> LinkedPairs {
    let mut best: BTreeMap<_, BTreeMap<_, &Link>> = BTreeMap::new();
    for link in links {
        let pair = (
            collection.claim(link.a).source,
            collection.claim(link.b).source,
        );
        if pair.0 == pair.1 {
            continue;
        }
        let partner = best.entry(pair).or_default().entry(link.a).or_insert(link);
        if link.score() > partner.score() {
            *partner = link;
        }
    }
    let order = |partners: BTreeMap<_, &Link>| partners.values().map(|link| link.b.0).collect();
    best.into_iter()
        .map(|(pair, partners)| (pair, order(partners)))
        .collect()
}

/// Compares sources with each other.
pub struct Comparison<'a> {
    collection: &'a Collection,
    profiles: &'a [Profile],
    outlets: &'a [Outlet],
    wordings: Wordings,
    linked: LinkedPairs,
}

impl<'a> Comparison<'a> {
    /// Prepares to compare any two sources of a graph.
    pub fn of(graph: &'a ClaimGraph) -> Self {
        Self::new(
            graph.collection(),
            graph.profiles(),
            graph.links(),
            graph.outlets(),
        )
    }

    /// Prepares to compare any two of the sources; `profiles` stand in the order of the claims.
    pub fn new(
        collection: &'a Collection,
        profiles: &'a [Profile],
        links: &[Link],
        outlets: &'a [Outlet],
    ) -> Self {
        Self {
            collection,
            profiles,
            outlets,
            wordings: Wordings::new(collection, profiles),
            linked: linked_pairs(collection, links),
        }
    }

    /// What speaks for and against `a`, which comes first, and `b` stemming from one text.
    pub fn derivation(&self, a: SourceIndex, b: SourceIndex) -> Derivation {
        self.explained(a, b, self.measures(a, b))
    }

    /// The same if it joins the two. Most pairs do not stem from one text, and what would explain it is not looked for.
    fn joining(&self, a: SourceIndex, b: SourceIndex) -> Option<Derivation> {
        let measures = self.measures(a, b);
        (measure::score(&measures) >= JOINED).then(|| self.explained(a, b, measures))
    }

    fn measures(&self, a: SourceIndex, b: SourceIndex) -> Vec<Measure> {
        let order = self.linked.get(&(a, b)).map_or(&[][..], Vec::as_slice);
        measure::measures(&self.wordings, a, b, order)
    }

    fn explained(&self, a: SourceIndex, b: SourceIndex, measures: Vec<Measure>) -> Derivation {
        let direction = self.direction(a, b);
        let (from, to) = if direction.is_known() && direction.bits < 0.0 {
            (b, a)
        } else {
            (a, b)
        };
        let mut evidence: Vec<_> = self.longest_run(a, b).into_iter().collect();
        let direction_known = direction.is_known();
        if direction_known {
            evidence.extend(direction.reasons);
        }
        Derivation {
            from,
            to,
            direction_known,
            bias: measure::BIAS,
            measures,
            evidence,
        }
    }

    fn longest_run(&self, a: SourceIndex, b: SourceIndex) -> Option<String> {
        let (span, words) = run::longest_run(self.wordings.of(a), self.wordings.of(b))?;
        let shown = self.collection.source(a).slice(span);
        let shown = shown.split_whitespace().join(" ");
        (words >= RUN_SHOWN).then(|| {
            format!("both have these {words} words in a row, outside any quotation: “{shown}”")
        })
    }
}

/// Joins sources by the strongest derivations first, each source as soon as one reaches it, then by families.
fn join(sources: usize, derivations: Vec<Derivation>, families: Vec<Family>) -> Vec<Lineage> {
    let mut joined = UnionFind::<usize>::new(sources);
    let mut used: Vec<_> = derivations
        .into_iter()
        .filter(|it| joined.union(it.from.get(), it.to.get()))
        .collect();
    used.sort_by_key(|it| (it.from, it.to));
    for family in &families {
        for source in &family.sources {
            joined.union(family.sources[0].get(), source.get());
        }
    }
    let mut lineages: BTreeMap<usize, Lineage> = BTreeMap::new();
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for source in 0..sources {
        let key = *first.entry(joined.find(source)).or_insert(source);
        let lineage = lineages.entry(key).or_default();
        lineage.sources.push(SourceIndex(source as u32));
    }
    let lineage_of = |source: SourceIndex| first[&joined.find(source.get())];
    for derivation in used {
        let lineage = lineages.entry(lineage_of(derivation.from)).or_default();
        lineage.derivations.push(derivation);
    }
    for family in families {
        let lineage = lineages.entry(lineage_of(family.sources[0])).or_default();
        lineage.families.push(family);
    }
    lineages.into_values().collect()
}
