//! The report as nodes and edges: what every graph format is written from.

use std::collections::{HashMap, HashSet};

use super::identifier::{Unique, hashed, shortened};
use super::{ClaimView, DerivationView, GroupView, LineageView, LinkView, Report, SourceView};
use crate::model::Relation;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NodeKind {
    /// An article.
    Source,
    /// A sentence of an article's own body.
    Claim,
    /// Claims that state one proposition.
    Group,
    /// Sources that stem from one text.
    Lineage,
}

impl NodeKind {
    /// All kinds, in the order in which they are written.
    pub const ALL: [NodeKind; 4] = [
        NodeKind::Source,
        NodeKind::Claim,
        NodeKind::Group,
        NodeKind::Lineage,
    ];

    /// The word for one of them.
    pub fn name(self) -> &'static str {
        match self {
            NodeKind::Source => "source",
            NodeKind::Claim => "claim",
            NodeKind::Group => "group",
            NodeKind::Lineage => "lineage",
        }
    }

    /// The word for several of them.
    pub fn plural(self) -> &'static str {
        match self {
            NodeKind::Source => "sources",
            NodeKind::Claim => "claims",
            NodeKind::Group => "groups",
            NodeKind::Lineage => "lineages",
        }
    }
}

/// Which thing of the report a node stands for, as a position in the report's list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Entity {
    /// In [`Report::sources`].
    Source(usize),
    /// In [`Report::claims`].
    Claim(usize),
    /// In [`Report::groups`].
    Group(usize),
    /// In [`Report::lineages`].
    Lineage(usize),
}

/// One node.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Unique among nodes and edges.
    pub id: String,
    entity: Entity,
    /// What people read on it.
    pub label: String,
    /// The source that it is or belongs to, as a position in [`Report::sources`].
    pub source: Option<usize>,
}

impl Node {
    /// What it stands for.
    pub fn kind(&self) -> NodeKind {
        match self.entity {
            Entity::Source(_) => NodeKind::Source,
            Entity::Claim(_) => NodeKind::Claim,
            Entity::Group(_) => NodeKind::Group,
            Entity::Lineage(_) => NodeKind::Lineage,
        }
    }
}

/// What an edge says of its ends, read from its start to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EdgeKind {
    /// A source makes a claim.
    Makes,
    /// A claim is linked with another.
    Link,
    /// A claim is a member of a group, a source of a lineage.
    MemberOf,
    /// A source derives from another.
    DerivesFrom,
}

impl EdgeKind {
    /// All kinds, in the order in which they are written.
    pub const ALL: [EdgeKind; 4] = [
        EdgeKind::Makes,
        EdgeKind::Link,
        EdgeKind::MemberOf,
        EdgeKind::DerivesFrom,
    ];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            EdgeKind::Makes => "makes",
            EdgeKind::Link => "link",
            EdgeKind::MemberOf => "member_of",
            EdgeKind::DerivesFrom => "derives_from",
        }
    }
}

/// Which thing of the report an edge stands for, where the report has a list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Tie {
    /// Nothing but itself.
    Plain(EdgeKind),
    /// In [`Report::links`].
    Link(usize),
    /// In [`Report::lineages`], and there in its derivations.
    Derivation(usize, usize),
}

/// One edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Unique among nodes and edges; a link has the id that it has in the report.
    pub id: String,
    /// Position of the node it starts from.
    pub from: usize,
    /// Position of the node it leads to.
    pub to: usize,
    tie: Tie,
}

impl Edge {
    /// What it says.
    pub fn kind(&self) -> EdgeKind {
        match self.tie {
            Tie::Plain(kind) => kind,
            Tie::Link(_) => EdgeKind::Link,
            Tie::Derivation(..) => EdgeKind::DerivesFrom,
        }
    }
}

/// Which part of the report goes into a network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Kinds of nodes; empty for all.
    pub nodes: Vec<NodeKind>,
    /// Relations of links; empty for all. Where some are named, claims without such a link are left out too.
    pub relations: Vec<Relation>,
}

impl Selection {
    fn takes(&self, kind: NodeKind) -> bool {
        self.nodes.is_empty() || self.nodes.contains(&kind)
    }

    fn takes_link(&self, link: &LinkView) -> bool {
        let named = |relation: &Relation| relation.name() == link.relation;
        self.relations.is_empty() || self.relations.iter().any(named)
    }
}

/// The nodes and edges of a report.
#[derive(Clone, Debug)]
pub struct Network<'r> {
    report: &'r Report,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
}

impl<'r> Network<'r> {
    /// The part of `report` that `selection` names. Edges whose ends are not both in it are left out.
    pub fn new(report: &'r Report, selection: &Selection) -> Self {
        let mut builder = Builder::new(report, selection);
        builder.add_nodes();
        builder.add_edges();
        builder.network
    }

    /// The nodes, by kind, then in the order of the report.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The edges, by what they say, then in the order of the report.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The report that it shows.
    pub fn report(&self) -> &'r Report {
        self.report
    }

    /// The node that `edge` starts from.
    pub fn from(&self, edge: &Edge) -> &Node {
        &self.nodes[edge.from]
    }

    /// The node that `edge` leads to.
    pub fn to(&self, edge: &Edge) -> &Node {
        &self.nodes[edge.to]
    }

    /// The source that `node` stands for.
    pub fn source(&self, node: &Node) -> Option<&'r SourceView> {
        match node.entity {
            Entity::Source(position) => self.report.sources.get(position),
            _ => None,
        }
    }

    /// The claim that `node` stands for.
    pub fn claim(&self, node: &Node) -> Option<&'r ClaimView> {
        match node.entity {
            Entity::Claim(position) => self.report.claims.get(position),
            _ => None,
        }
    }

    /// The claim group that `node` stands for.
    pub fn group(&self, node: &Node) -> Option<&'r GroupView> {
        match node.entity {
            Entity::Group(position) => self.report.groups.get(position),
            _ => None,
        }
    }

    /// The lineage that `node` stands for.
    pub fn lineage(&self, node: &Node) -> Option<&'r LineageView> {
        match node.entity {
            Entity::Lineage(position) => self.report.lineages.get(position),
            _ => None,
        }
    }

    /// What the report calls the thing that `node` stands for.
    pub fn reference(&self, node: &Node) -> &'r str {
        match node.entity {
            Entity::Source(position) => &self.report.sources[position].id,
            Entity::Claim(position) => &self.report.claims[position].id,
            Entity::Group(position) => &self.report.groups[position].id,
            Entity::Lineage(position) => &self.report.lineages[position].id,
        }
    }

    /// The link that `edge` stands for.
    pub fn link(&self, edge: &Edge) -> Option<&'r LinkView> {
        match edge.tie {
            Tie::Link(position) => self.report.links.get(position),
            _ => None,
        }
    }

    /// The derivation that `edge` stands for.
    pub fn derivation(&self, edge: &Edge) -> Option<&'r DerivationView> {
        match edge.tie {
            Tie::Derivation(lineage, position) => {
                self.report.lineages.get(lineage)?.derivations.get(position)
            }
            _ => None,
        }
    }
}

/// What the report calls a thing; identifiers are unique only among things of one kind.
type Name<'r> = (NodeKind, &'r str);

struct Builder<'r, 's> {
    network: Network<'r>,
    selection: &'s Selection,
    unique: Unique,
    /// Where a source stands in the report.
    sources: HashMap<&'r str, usize>,
    /// Where the node of a thing stands; things that were not selected have none.
    positions: HashMap<Name<'r>, usize>,
}

impl<'r, 's> Builder<'r, 's> {
    fn new(report: &'r Report, selection: &'s Selection) -> Self {
        let network = Network {
            report,
            nodes: Vec::new(),
            edges: Vec::new(),
        };
        let sources = report.sources.iter().enumerate();
        Self {
            network,
            selection,
            unique: Unique::default(),
            sources: sources
                .map(|(position, source)| (source.id.as_str(), position))
                .collect(),
            positions: HashMap::new(),
        }
    }

    fn add_nodes(&mut self) {
        let report = self.network.report;
        let ids = self.source_ids();
        for (position, source) in report.sources.iter().enumerate() {
            let label = source.outlet.as_deref().unwrap_or(&source.label);
            let id = format!("source-{}", ids[source.id.as_str()]);
            self.node(id, Entity::Source(position), &source.id, label);
        }
        let linked = self.linked();
        for (position, claim) in report.claims.iter().enumerate() {
            if self.selection.relations.is_empty() || linked.contains(claim.id.as_str()) {
                let label = claim.text.as_deref().unwrap_or(&claim.id);
                let id = claim_id(claim, &ids);
                self.node(id, Entity::Claim(position), &claim.id, label);
            }
        }
        let claim_ids: HashMap<&str, String> = report
            .claims
            .iter()
            .map(|claim| (claim.id.as_str(), claim_id(claim, &ids)))
            .collect();
        for (position, group) in report.groups.iter().enumerate() {
            let members = group.members.iter();
            let members = members.filter_map(|member| claim_ids.get(member.claim.as_str()));
            let id = hashed("group", members.map(String::as_str));
            self.node(id, Entity::Group(position), &group.id, &group.id);
        }
        for (position, lineage) in report.lineages.iter().enumerate() {
            let members = lineage.sources.iter();
            let members = members.filter_map(|source| ids.get(source.as_str()));
            let id = hashed("lineage", members.map(String::as_str));
            self.node(id, Entity::Lineage(position), &lineage.id, &lineage.id);
        }
    }

    fn add_edges(&mut self) {
        let report = self.network.report;
        for claim in &report.claims {
            let source = (NodeKind::Source, claim.source.as_str());
            self.edge(
                Tie::Plain(EdgeKind::Makes),
                source,
                (NodeKind::Claim, &claim.id),
            );
        }
        for (position, link) in report.links.iter().enumerate() {
            if self.selection.takes_link(link) {
                let (a, b) = ((NodeKind::Claim, &*link.a), (NodeKind::Claim, &*link.b));
                self.edge(Tie::Link(position), a, b);
            }
        }
        for group in &report.groups {
            for member in &group.members {
                let claim = (NodeKind::Claim, member.claim.as_str());
                self.edge(
                    Tie::Plain(EdgeKind::MemberOf),
                    claim,
                    (NodeKind::Group, &group.id),
                );
            }
        }
        for lineage in &report.lineages {
            for source in &lineage.sources {
                let source = (NodeKind::Source, source.as_str());
                self.edge(
                    Tie::Plain(EdgeKind::MemberOf),
                    source,
                    (NodeKind::Lineage, &lineage.id),
                );
            }
        }
        for (position, lineage) in report.lineages.iter().enumerate() {
            for (derivation, derived) in lineage.derivations.iter().enumerate() {
                let user = (NodeKind::Source, derived.to.as_str());
                let used = (NodeKind::Source, derived.from.as_str());
                self.edge(Tie::Derivation(position, derivation), user, used);
            }
        }
    }

    /// The part of each source's identifier that follows from its text.
    fn source_ids(&mut self) -> HashMap<&'r str, String> {
        let mut unique = Unique::default();
        let sources = self.network.report.sources.iter();
        sources
            .map(|source| {
                (
                    source.id.as_str(),
                    unique.name(shortened(&source.text_sha256)),
                )
            })
            .collect()
    }

    /// The claims that a selected link touches.
    fn linked(&self) -> HashSet<&'r str> {
        let links = self.network.report.links.iter();
        links
            .filter(|link| self.selection.takes_link(link))
            .flat_map(|link| [link.a.as_str(), link.b.as_str()])
            .collect()
    }

    fn node(&mut self, id: String, entity: Entity, called: &'r str, label: &str) {
        let node = Node {
            id,
            entity,
            label: label.to_owned(),
            source: self.source_of(entity),
        };
        if self.selection.takes(node.kind()) {
            let position = self.network.nodes.len();
            self.positions.insert((node.kind(), called), position);
            let id = self.unique.name(node.id);
            self.network.nodes.push(Node { id, ..node });
        }
    }

    fn source_of(&self, entity: Entity) -> Option<usize> {
        match entity {
            Entity::Source(position) => Some(position),
            Entity::Claim(position) => {
                let source = self.network.report.claims[position].source.as_str();
                self.sources.get(source).copied()
            }
            _ => None,
        }
    }

    fn edge(&mut self, tie: Tie, from: Name<'r>, to: Name<'r>) {
        let ends = (self.positions.get(&from), self.positions.get(&to));
        let (Some(&from), Some(&to)) = ends else {
            return;
        };
        let id = match tie {
            Tie::Link(position) => self.network.report.links[position].id.clone(),
            Tie::Plain(kind) => self.edge_id(kind, from, to),
            Tie::Derivation(..) => self.edge_id(EdgeKind::DerivesFrom, from, to),
        };
        let id = self.unique.name(id);
        self.network.edges.push(Edge { id, from, to, tie });
    }

    fn edge_id(&self, kind: EdgeKind, from: usize, to: usize) -> String {
        let ends = [from, to].map(|end| self.network.nodes[end].id.as_str());
        hashed(kind.name(), ends)
    }
}

fn claim_id(claim: &ClaimView, source_ids: &HashMap<&str, String>) -> String {
    let source = source_ids.get(claim.source.as_str());
    let number = claim.id.rsplit('.').next().unwrap_or_default();
    format!("claim-{}.{number}", source.map_or("", String::as_str))
}
