//! Sources, claims, links, groups and lineages as one graph. The only user of petgraph, whose indices never leave this folder.

mod credit;
pub mod decision;
mod group;
pub mod lineage;
pub mod within;

use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::visit::EdgeRef;

use crate::model::{
    ClaimGroup, ClaimIndex, Collection, Compared, Lineage, Link, Outlet, ScoredPair,
};
use crate::text::profile::Profile;
use decision::{Decisions, Ruling};

/// The whole result of one run.
#[derive(Clone, Debug)]
pub struct ClaimGraph {
    collection: Collection,
    profiles: Vec<Profile>,
    links: Vec<Link>,
    groups: Vec<ClaimGroup>,
    outlets: Vec<Outlet>,
    lineages: Vec<Lineage>,
    within: Option<Vec<Link>>,
    rivals: Vec<ScoredPair>,
    compared: Compared,
    /// Nodes are the claims and edges the links, both in their order.
    graph: UnGraph<(), ()>,
}

impl ClaimGraph {
    /// Joins claims and the links between them; groups and lineages follow from these. `profiles` stand in the order of the
    /// claims.
    pub fn new(collection: Collection, profiles: Vec<Profile>, links: Vec<Link>) -> Self {
        Self::decided(collection, profiles, links, &Decisions::default())
    }

    /// The same with what the user decided about the grouping of claims.
    pub fn decided(
        collection: Collection,
        profiles: Vec<Profile>,
        mut links: Vec<Link>,
        decisions: &Decisions,
    ) -> Self {
        links.sort_by_key(|link| (link.a, link.b));
        let mut graph = UnGraph::with_capacity(collection.claims().len(), links.len());
        for _ in collection.claims() {
            graph.add_node(());
        }
        for link in &links {
            graph.add_edge(node(link.a), node(link.b), ());
        }
        let outlets = credit::outlets(&collection, &profiles);
        let ruling = Ruling::new(&collection, decisions);
        let (groups, lineages) = rayon::join(
            || group::groups(&collection, &links, &ruling),
            || lineage::lineages(&collection, &profiles, &links, &outlets),
        );
        Self {
            collection,
            profiles,
            links,
            groups,
            outlets,
            lineages,
            within: None,
            rivals: Vec::new(),
            compared: Compared::default(),
            graph,
        }
    }

    /// The same graph with the contradictions found inside its sources: links between two claims of one source that cannot
    /// both be true as written, sorted by their claims.
    #[must_use]
    pub fn with_contradictions(self, within: Vec<Link>) -> Self {
        Self {
            within: Some(within),
            ..self
        }
    }

    /// The same graph with the pairs that came nearest to a link and were rejected, sorted by their claims.
    #[must_use]
    pub fn with_rivals(self, rivals: Vec<ScoredPair>) -> Self {
        Self { rivals, ..self }
    }

    /// The same graph with how much was compared for it.
    #[must_use]
    pub fn with_compared(self, compared: Compared) -> Self {
        Self { compared, ..self }
    }

    /// The sources and claims.
    pub fn collection(&self) -> &Collection {
        &self.collection
    }

    /// What the words of every claim mean, in the order of the claims.
    pub fn profiles(&self) -> &[Profile] {
        &self.profiles
    }

    /// All links, sorted by their claims.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// All claim groups, sorted by their first member.
    pub fn groups(&self) -> &[ClaimGroup] {
        &self.groups
    }

    /// The outlets that are credited, in the order of their names.
    pub fn outlets(&self) -> &[Outlet] {
        &self.outlets
    }

    /// All lineages, sorted by their first source.
    pub fn lineages(&self) -> &[Lineage] {
        &self.lineages
    }

    /// The contradictions inside one source, sorted by their claims. `None` if they were not looked for.
    pub fn within(&self) -> Option<&[Link]> {
        self.within.as_deref()
    }

    /// The pairs that came nearest to a link and were rejected, sorted by their claims.
    pub fn rivals(&self) -> &[ScoredPair] {
        &self.rivals
    }

    /// How much was compared, and what came nearest to a link without becoming one.
    pub fn compared(&self) -> Compared {
        self.compared
    }

    /// The links of one claim, sorted.
    pub fn links_of(&self, claim: ClaimIndex) -> Vec<&Link> {
        let edges = self.graph.edges(node(claim));
        let mut positions: Vec<_> = edges.map(|edge| edge.id().index()).collect();
        positions.sort_unstable();
        positions
            .into_iter()
            .map(|position| &self.links[position])
            .collect()
    }
}

fn node(claim: ClaimIndex) -> NodeIndex {
    NodeIndex::new(claim.get())
}
