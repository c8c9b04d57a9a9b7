//! The whole way from sources to a graph: the one place that names all stages, in their order.

use std::sync::Arc;

use rayon::prelude::*;

use crate::align::model::Weights;
use crate::align::{Batch, Match, Prepared};
use crate::config::Config;
use crate::graph::decision::Decisions;
use crate::graph::{ClaimGraph, within};
use crate::limits::Limits;
use crate::model::{
    ClaimIndex, Collection, EVEN_ODDS, Link, Progress, ScoredPair, Source, SourceIndex,
};
use crate::text::meaning::Encoder;
use crate::text::profile::Profile;
use crate::text::relation;
use crate::text::stem::EnglishStemmer;
use crate::{align, judge, split};

/// Reconciles sources. Make one with [`Reconciler::new`]; it may be used any number of times.
#[derive(Clone, Debug)]
pub struct Reconciler {
    config: Config,
    decisions: Decisions,
    within: bool,
    encoder: Option<Arc<dyn Encoder>>,
    progress: Arc<dyn Progress>,
}

impl Default for Reconciler {
    fn default() -> Self {
        Self {
            config: Config::default(),
            decisions: Decisions::default(),
            within: false,
            encoder: None,
            progress: Arc::new(()),
        }
    }
}

impl Reconciler {
    /// A reconciler that decides by the numbers in `config`.
    pub fn new(config: Config) -> Self {
        Self {
            config,
            ..Self::default()
        }
    }

    /// The same reconciler, which groups claims as the user decided.
    #[must_use]
    pub fn with_decisions(self, decisions: Decisions) -> Self {
        Self { decisions, ..self }
    }

    /// The same reconciler, which also looks for contradictions inside every source if `within`.
    #[must_use]
    pub fn looking_within(self, within: bool) -> Self {
        Self { within, ..self }
    }

    /// The same reconciler, which also compares what `encoder` makes of claims. The weights in its configuration must be for that
    /// encoder.
    #[must_use]
    pub fn with_encoder(self, encoder: Option<Arc<dyn Encoder>>) -> Self {
        Self { encoder, ..self }
    }

    /// The same reconciler, which tells `progress` how far it has come.
    #[must_use]
    pub fn telling(self, progress: Arc<dyn Progress>) -> Self {
        Self { progress, ..self }
    }

    /// Reconciles `sources`; their order does not matter.
    pub fn reconcile(&self, sources: Vec<Source>) -> ClaimGraph {
        self.relate(cut(sources, &self.config.limits))
    }

    /// Reconciles sources that are cut already.
    pub fn relate(&self, collection: Collection) -> ClaimGraph {
        let progress = &*self.progress;
        progress.begin("reading claims", collection.claims().len());
        // The lists of related words are first needed when the profiles are there, and reading them takes as long as an article.
        let profiles = || profiled(&collection, self.encoder.as_deref(), progress);
        let (profiles, ()) = rayon::join(profiles, relation::read_lists);
        let alignment = align::align(
            &collection,
            &profiles,
            &self.config.weights,
            self.config.threshold(),
            progress,
        );
        progress.begin("judging links", alignment.matches.len());
        let links = judged(&collection, &profiles, &alignment.matches, progress);
        let graph = ClaimGraph::decided(collection, profiles, links, &self.decisions)
            .with_rivals(alignment.rivals)
            .with_compared(alignment.compared);
        match self.within {
            true => {
                let within = self.contradictions(&graph);
                graph.with_contradictions(within)
            }
            false => graph,
        }
    }

    /// Pairs of claims of one source that cannot both be true as written.
    fn contradictions(&self, graph: &ClaimGraph) -> Vec<Link> {
        let (collection, profiles) = (graph.collection(), graph.profiles());
        let matches = align::align_within(
            collection,
            profiles,
            &self.config.weights,
            // An article comes back to its matter all the time, and two of its numbers are mostly two things.
            self.config.threshold().max(EVEN_ODDS),
            &within::opposed(collection, graph.links()),
        );
        let mut links = judged(collection, profiles, &matches, &());
        links.retain(|link| link.conflict() && within::contradicts_itself(profiles, link));
        links
    }
}

fn judged(
    collection: &Collection,
    profiles: &[Profile],
    matches: &[Match],
    progress: &dyn Progress,
) -> Vec<Link> {
    let links = matches.par_iter().map(|found| {
        progress.advance();
        judge::judge(collection, profiles, found)
    });
    links.collect()
}

/// Cuts every source into units of at most [`Limits::unit_bytes`].
pub fn cut(sources: Vec<Source>, limits: &Limits) -> Collection {
    let cut: Vec<_> = sources
        .into_par_iter()
        .map(|source| {
            let units = split::split_to(&source, limits.unit_bytes);
            (source, units)
        })
        .collect();
    Collection::new(cut)
}

/// What the words of every claim mean; with an encoder, in its view as well.
pub fn profiles(collection: &Collection, encoder: Option<&dyn Encoder>) -> Vec<Profile> {
    profiled(collection, encoder, &())
}

fn profiled(
    collection: &Collection,
    encoder: Option<&dyn Encoder>,
    progress: &dyn Progress,
) -> Vec<Profile> {
    let claims = collection.claims().par_iter();
    claims
        .map_init(EnglishStemmer::new, |stemmer, claim| {
            progress.advance();
            let source = collection.source(claim.source);
            let profile = Profile::new(&source.text, claim.span, source.published, stemmer);
            match encoder {
                Some(encoder) => profile.encoded(&source.text, claim.span, encoder),
                None => profile,
            }
        })
        .collect()
}

/// What the pairs of claims score that are worth comparing, whether that makes them links or not. `take` gets them in batches of
/// sources that have `claims` claims or some more, so that what the words of an archive mean need not be held in memory at once.
pub fn score(
    collection: &Collection,
    weights: &Weights,
    claims: usize,
    mut take: impl FnMut(Vec<ScoredPair>),
) {
    if collection.claims().len() <= claims {
        let profiles = profiles(collection, None);
        let prepared = Prepared::new(collection, &profiles, weights);
        return take(align::scored(&prepared, &prepared.related()));
    }
    for Batch { sources, pairs } in align::batches(collection, &weights.background, claims) {
        let sources: Vec<_> = sources.into_iter().collect();
        let part = collection.part(&sources);
        let profiles = profiles(&part, None);
        let in_part = |source| SourceIndex(sources.partition_point(|it| *it < source) as u32);
        let pairs = pairs.into_iter().map(|(a, b)| (in_part(a), in_part(b)));
        let prepared = Prepared::new(&part, &profiles, weights);
        let scored = align::scored(&prepared, &pairs.collect::<Vec<_>>());
        let claims = sources
            .iter()
            .flat_map(|source| collection.claims_of(*source));
        let claims: Vec<_> = claims.collect();
        let in_all = |claim: ClaimIndex| ClaimIndex(claims[claim.get()] as u32);
        let scored = scored.into_iter().map(|pair| ScoredPair {
            a: in_all(pair.a),
            b: in_all(pair.b),
            ..pair
        });
        take(scored.collect());
    }
}

/// How two claims stand to each other, whether their score would make them a link or not; and what else `a` could be linked to in
/// the source of `b`, and `b` in the source of `a`: all these pairs, best first.
pub fn link(
    collection: &Collection,
    profiles: &[Profile],
    weights: &Weights,
    a: ClaimIndex,
    b: ClaimIndex,
) -> (Link, Vec<ScoredPair>) {
    let (found, others) = align::compare(collection, profiles, weights, a, b);
    (judge::judge(collection, profiles, &found), others)
}
