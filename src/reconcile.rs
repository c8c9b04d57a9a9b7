//! The whole way from sources to a graph: the one place that names all stages, in their order.

use rayon::prelude::*;

use crate::align::model::Weights;
use crate::config::Config;
use crate::graph::ClaimGraph;
use crate::graph::decision::Decisions;
use crate::model::{ClaimIndex, Collection, Link, Source};
use crate::text::profile::Profile;
use crate::text::stem::EnglishStemmer;
use crate::{align, judge, split};

/// Reconciles sources. Make one with [`Reconciler::new`]; it may be used any number of times.
#[derive(Clone, Debug, Default)]
pub struct Reconciler {
    config: Config,
    decisions: Decisions,
}

impl Reconciler {
    /// A reconciler that decides by the numbers in `config`.
    pub fn new(config: Config) -> Self {
        Self {
            config,
            decisions: Decisions::default(),
        }
    }

    /// The same reconciler, which groups claims as the user decided.
    #[must_use]
    pub fn with_decisions(self, decisions: Decisions) -> Self {
        Self { decisions, ..self }
    }

    /// Reconciles `sources`; their order does not matter.
    pub fn reconcile(&self, sources: Vec<Source>) -> ClaimGraph {
        let collection = cut(sources);
        let profiles = profiles(&collection);
        let matches = align::align(
            &collection,
            &profiles,
            &self.config.weights,
            self.config.threshold(),
        );
        let links = matches
            .par_iter()
            .map(|found| judge::judge(&collection, &profiles, found))
            .collect();
        ClaimGraph::decided(collection, profiles, links, &self.decisions)
    }
}

/// Cuts every source into units.
pub fn cut(sources: Vec<Source>) -> Collection {
    let cut: Vec<_> = sources
        .into_par_iter()
        .map(|source| {
            let units = split::split(&source);
            (source, units)
        })
        .collect();
    Collection::new(cut)
}

/// What the words of every claim mean.
pub fn profiles(collection: &Collection) -> Vec<Profile> {
    let claims = collection.claims().par_iter();
    claims
        .map_init(EnglishStemmer::new, |stemmer, claim| {
            let source = collection.source(claim.source);
            Profile::new(&source.text, claim.span, source.published, stemmer)
        })
        .collect()
}

/// How two claims stand to each other, whether their score would make them a link or not.
pub fn link(
    collection: &Collection,
    profiles: &[Profile],
    weights: &Weights,
    a: ClaimIndex,
    b: ClaimIndex,
) -> Link {
    let found = align::compare(collection, profiles, weights, a, b);
    judge::judge(collection, profiles, &found)
}
