//! Sources, claims, links, groups and lineages as one graph. The only user of petgraph, whose indices never leave this folder.

use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{ClaimGroup, ClaimIndex, Collection, Lineage, Link, SourceIndex};

#[derive(Clone, Copy, Debug)]
enum Node {
    Source,
    Claim(ClaimIndex),
}

#[derive(Clone, Copy, Debug)]
enum Edge {
    Makes,
    Links(usize),
}

/// The whole result of one run.
#[derive(Clone, Debug)]
pub struct ClaimGraph {
    collection: Collection,
    links: Vec<Link>,
    groups: Vec<ClaimGroup>,
    lineages: Vec<Lineage>,
    graph: DiGraph<Node, Edge>,
    claim_nodes: Vec<NodeIndex>,
}

impl ClaimGraph {
    /// Joins claims and the links between them; groups and lineages follow from these.
    pub fn new(collection: Collection, mut links: Vec<Link>) -> Self {
        links.sort_by_key(|link| (link.a, link.b));
        let mut graph = DiGraph::new();
        let source_nodes: Vec<_> = collection
            .sources()
            .iter()
            .map(|_| graph.add_node(Node::Source))
            .collect();
        let claims = (0..).map(ClaimIndex).zip(collection.claims());
        let claim_nodes: Vec<_> = claims
            .map(|(index, claim)| {
                let node = graph.add_node(Node::Claim(index));
                graph.add_edge(source_nodes[claim.source.get()], node, Edge::Makes);
                node
            })
            .collect();
        for (position, link) in links.iter().enumerate() {
            graph.add_edge(
                claim_nodes[link.a.get()],
                claim_nodes[link.b.get()],
                Edge::Links(position),
            );
        }
        let alone = (0..).map(SourceIndex).take(collection.sources().len());
        let lineages = alone
            .map(|source| Lineage {
                sources: vec![source],
                derivations: Vec::new(),
            })
            .collect();
        Self {
            collection,
            links,
            groups: Vec::new(),
            lineages,
            graph,
            claim_nodes,
        }
    }

    /// The sources and claims.
    pub fn collection(&self) -> &Collection {
        &self.collection
    }

    /// All links, sorted by their claims.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// All claim groups, sorted by their first member.
    pub fn groups(&self) -> &[ClaimGroup] {
        &self.groups
    }

    /// All lineages, sorted by their first source.
    pub fn lineages(&self) -> &[Lineage] {
        &self.lineages
    }

    /// The links of one claim, sorted.
    pub fn links_of(&self, claim: ClaimIndex) -> Vec<&Link> {
        let node = self.claim_nodes[claim.get()];
        let edges = self.graph.edges_directed(node, petgraph::Outgoing);
        let edges = edges.chain(self.graph.edges_directed(node, petgraph::Incoming));
        let mut positions: Vec<_> = edges
            .filter_map(|edge| match edge.weight() {
                Edge::Links(position) => Some(*position),
                Edge::Makes => None,
            })
            .collect();
        positions.sort_unstable();
        positions
            .into_iter()
            .map(|position| &self.links[position])
            .collect()
    }
}
