//! Makes the report from the graph.

mod groups;
mod lineages;
mod links;

use itertools::Itertools;
use rayon::prelude::*;

use super::entity::Entities;
use super::facts::facts;
use super::heading::{run_id, title};
use super::identifier::sha256;
use super::*;
use crate::config::Config;
use crate::graph::ClaimGraph;
use crate::graph::lineage::Comparison;
use crate::model::{ClaimIndex, Measure, Outlet, Relation, Source, SourceIndex, Zone};
use crate::text::language::{is_read, language};

/// The report of `graph`, which was made with `config`. Without `with_text` it holds spans and hashes but no words of the sources.
pub fn report(graph: &ClaimGraph, config: &Config, with_text: bool) -> Report {
    let builder = Builder { graph, with_text };
    let (within, compared) = (graph.within(), graph.compared());
    let entities = Entities::new(graph);
    let tool = Tool {
        name: "crosscheck",
        version: env!("CARGO_PKG_VERSION"),
        config_sha256: config_sha256(config),
        threshold: rounded(config.threshold()),
    };
    let sources = builder.sources();
    let links = builder.links(graph.links());
    let groups: Vec<_> = (1..)
        .zip(graph.groups())
        .map(|(number, group)| builder.group(number, group, &links))
        .collect();
    let names = builder.words(|| entities.names());
    Report {
        schema_version: SCHEMA_VERSION,
        run: run_id(&tool, &sources, &groups),
        title: title(&names, sources.len()),
        tool,
        sources,
        claims: builder.claims(),
        groups,
        links,
        within: within.map(|links| builder.links(links)),
        rivals: graph
            .rivals()
            .iter()
            .map(|pair| builder.rival(pair))
            .collect(),
        nearest: compared.nearest.map(|pair| builder.rival(&pair)),
        lineages: (1..)
            .zip(graph.lineages())
            .map(|(number, lineage)| builder.lineage(number, lineage))
            .collect(),
        outlets: (1..)
            .zip(graph.outlets())
            .map(|(number, outlet)| builder.outlet(number, outlet))
            .collect(),
        speakers: builder.words(|| entities.speakers()),
        names,
        stats: builder.statistics(),
    }
}

/// SHA-256 of a configuration, lower-case hexadecimal.
pub fn config_sha256(config: &Config) -> String {
    sha256(serde_json::to_string(config).unwrap_or_default().as_bytes())
}

/// What speaks for and against each two sources stemming from one text, whether they are judged so or not; the most probable
/// first.
pub fn derivations(graph: &ClaimGraph) -> Vec<DerivationView> {
    let builder = Builder {
        graph,
        with_text: true,
    };
    let comparison = Comparison::of(graph);
    let sources = (0..graph.collection().sources().len() as u32).map(SourceIndex);
    let pairs = sources.array_combinations();
    let derivations = pairs.map(|[a, b]| builder.derivation(&comparison.derivation(a, b)));
    derivations
        .sorted_by(|left, right| right.probability.total_cmp(&left.probability))
        .collect()
}

struct Builder<'a> {
    graph: &'a ClaimGraph,
    with_text: bool,
}

impl Builder<'_> {
    fn sources(&self) -> Vec<SourceView> {
        let collection = self.graph.collection();
        let indexes = (0..collection.sources().len() as u32).into_par_iter();
        let indexes = indexes.map(SourceIndex);
        indexes
            .map(|index| self.source(index, collection.source(index)))
            .collect()
    }

    fn source(&self, index: SourceIndex, source: &Source) -> SourceView {
        let language = self.language(index);
        let foreign = language.filter(|language| !is_read(Some(language)));
        let foreign = foreign.map(|language| {
            format!("this reads as {language}; it is compared as if it were English")
        });
        SourceView {
            id: source.id.clone(),
            path: source.path.clone(),
            label: source.label.clone(),
            outlet: source.outlet.clone(),
            family: source.family.clone(),
            published: source.published.map(|day| day.to_string()),
            url: source.url.clone(),
            language,
            sha256: source.sha256.clone(),
            text_sha256: sha256(source.text.as_bytes()),
            text: self.with_text.then(|| source.text.clone()),
            lineage: self.lineage_id(index),
            zones: self.zones(index),
            warnings: source.warnings.iter().cloned().chain(foreign).collect(),
        }
    }

    /// The language of the claims of a source.
    fn language(&self, source: SourceIndex) -> Option<&'static str> {
        let collection = self.graph.collection();
        let claims = collection.claims_of(source);
        let claims = claims.map(|claim| collection.text(ClaimIndex(claim as u32)));
        language(&claims.into_iter().join(" "))
    }

    fn zones(&self, source: SourceIndex) -> Vec<ZoneView> {
        let collection = self.graph.collection();
        let units = collection
            .units(source)
            .iter()
            .filter(|unit| unit.zone != Zone::Claim);
        let view = |unit: &crate::model::Unit| ZoneView {
            id: format!("{}.{}", collection.source(source).id, unit.number),
            zone: unit.zone.name(),
            start: unit.span.start,
            end: unit.span.end,
        };
        units.map(view).collect()
    }

    fn claims(&self) -> Vec<ClaimView> {
        let collection = self.graph.collection();
        let view = |((index, claim), groups): ((usize, &crate::model::Claim), _)| ClaimView {
            id: collection.claim_id(ClaimIndex(index as u32)),
            source: collection.source(claim.source).id.clone(),
            start: claim.span.start,
            end: claim.span.end,
            text: self
                .with_text
                .then(|| collection.text(ClaimIndex(index as u32)).to_owned()),
            facts: match self.with_text {
                true => facts(
                    collection.source(claim.source),
                    &self.graph.profiles()[index],
                ),
                false => Vec::new(),
            },
            groups,
        };
        let claims = collection.claims().par_iter().enumerate();
        claims.zip(self.groups_of_claims()).map(view).collect()
    }

    /// For each claim the ids of the groups that hold it.
    fn groups_of_claims(&self) -> Vec<Vec<String>> {
        let mut groups = vec![Vec::new(); self.graph.collection().claims().len()];
        for (number, group) in (1..).zip(self.graph.groups()) {
            for member in &group.members {
                groups[member.claim.get()].push(format!("g{number}"));
            }
        }
        groups
    }

    fn lineage_id(&self, source: SourceIndex) -> String {
        let position = self
            .graph
            .lineages()
            .iter()
            .position(|lineage| lineage.sources.contains(&source));
        format!("L{}", position.unwrap_or_default() + 1)
    }

    fn outlet(&self, number: usize, outlet: &Outlet) -> OutletView {
        let collection = self.graph.collection();
        let id = |source: SourceIndex| collection.source(source).id.clone();
        let credits = outlet.credits.iter().map(|credit| MentionView {
            source: id(credit.source),
            claim: credit.claim.map(|claim| collection.claim_id(claim)),
            start: credit.span.start,
            end: credit.span.end,
        });
        OutletView {
            id: format!("o{number}"),
            name: outlet.name.clone(),
            source: outlet.source.map(id),
            credits: credits.collect(),
        }
    }

    /// What is made of the words of the sources, where these may be told.
    fn words<T>(&self, made: impl FnOnce() -> Vec<T>) -> Vec<T> {
        match self.with_text {
            true => made(),
            false => Vec::new(),
        }
    }

    fn statistics(&self) -> Statistics {
        let (collection, links) = (self.graph.collection(), self.graph.links());
        let related = |relation| {
            links
                .iter()
                .filter(|link| link.relation == relation)
                .count()
        };
        let claims = (0..).map(ClaimIndex).take(collection.claims().len());
        Statistics {
            sources: collection.sources().len(),
            claims: collection.claims().len(),
            compared: self.graph.compared().pairs,
            links: links.len(),
            within: self.graph.within().map(<[_]>::len),
            agree: related(Relation::Agree),
            paraphrase: related(Relation::Paraphrase),
            diverge: related(Relation::Diverge),
            conflicts: links.iter().filter(|link| link.conflict()).count(),
            alone: claims
                .filter(|claim| self.graph.links_of(*claim).is_empty())
                .count(),
            groups: self.graph.groups().len(),
            lineages: self.graph.lineages().len(),
        }
    }
}

fn measure(measure: &Measure) -> MeasureView {
    MeasureView {
        feature: measure.feature,
        value: measure.value.map(rounded),
        contribution: rounded(measure.contribution),
    }
}

/// The probability that log2 odds of `bits` stand for.
fn probability(bits: f64) -> f64 {
    1.0 / (1.0 + (-bits).exp2())
}

/// Four decimals: enough for every use, and the same on every machine. A zero has no sign.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0 + 0.0
}
