//! The report as nodes and edges: what every graph format is written from.

mod build;

use super::{
    ClaimView, DerivationView, EntityView, GroupView, LineageView, LinkView, OutletView, Report,
    SourceView,
};
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
    /// A publisher or agency that sources credit.
    Outlet,
    /// Someone whom claims credit with a statement.
    Speaker,
    /// A person, place or body that claims name.
    Name,
}

impl NodeKind {
    /// All kinds, in the order in which they are written.
    pub const ALL: [NodeKind; 7] = [
        NodeKind::Source,
        NodeKind::Claim,
        NodeKind::Group,
        NodeKind::Lineage,
        NodeKind::Outlet,
        NodeKind::Speaker,
        NodeKind::Name,
    ];

    /// The word for one of them.
    pub fn name(self) -> &'static str {
        match self {
            NodeKind::Source => "source",
            NodeKind::Claim => "claim",
            NodeKind::Group => "group",
            NodeKind::Lineage => "lineage",
            NodeKind::Outlet => "outlet",
            NodeKind::Speaker => "speaker",
            NodeKind::Name => "name",
        }
    }

    /// The word for several of them.
    pub fn plural(self) -> &'static str {
        match self {
            NodeKind::Source => "sources",
            NodeKind::Claim => "claims",
            NodeKind::Group => "groups",
            NodeKind::Lineage => "lineages",
            NodeKind::Outlet => "outlets",
            NodeKind::Speaker => "speakers",
            NodeKind::Name => "names",
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
    /// In [`Report::outlets`].
    Outlet(usize),
    /// In [`Report::speakers`].
    Speaker(usize),
    /// In [`Report::names`].
    Name(usize),
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
            Entity::Outlet(_) => NodeKind::Outlet,
            Entity::Speaker(_) => NodeKind::Speaker,
            Entity::Name(_) => NodeKind::Name,
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
    /// A claim, or a source as a whole, credits an outlet.
    Credits,
    /// A claim is attributed to a speaker.
    AttributedTo,
    /// A claim mentions a name.
    Mentions,
}

impl EdgeKind {
    /// All kinds, in the order in which they are written.
    pub const ALL: [EdgeKind; 7] = [
        EdgeKind::Makes,
        EdgeKind::Link,
        EdgeKind::MemberOf,
        EdgeKind::DerivesFrom,
        EdgeKind::Credits,
        EdgeKind::AttributedTo,
        EdgeKind::Mentions,
    ];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            EdgeKind::Makes => "makes",
            EdgeKind::Link => "link",
            EdgeKind::MemberOf => "member_of",
            EdgeKind::DerivesFrom => "derives_from",
            EdgeKind::Credits => "credits",
            EdgeKind::AttributedTo => "attributed_to",
            EdgeKind::Mentions => "mentions",
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
    /// Relations of links; empty for all. Where some are named, claims without such a link are left out, and what only they
    /// name.
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
        build::network(report, selection)
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

    /// The outlet that `node` stands for.
    pub fn outlet(&self, node: &Node) -> Option<&'r OutletView> {
        match node.entity {
            Entity::Outlet(position) => self.report.outlets.get(position),
            _ => None,
        }
    }

    /// The speaker or name that `node` stands for.
    pub fn entity(&self, node: &Node) -> Option<&'r EntityView> {
        match node.entity {
            Entity::Speaker(position) => self.report.speakers.get(position),
            Entity::Name(position) => self.report.names.get(position),
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
            Entity::Outlet(position) => &self.report.outlets[position].id,
            Entity::Speaker(position) => &self.report.speakers[position].id,
            Entity::Name(position) => &self.report.names[position].id,
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
