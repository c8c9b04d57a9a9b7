//! Makes the network from the report.

use std::collections::{HashMap, HashSet};

use super::{Edge, EdgeKind, Entity, Network, Node, NodeKind, Selection, Tie};
use crate::report::identifier::{Unique, hashed, shortened};
use crate::report::{ClaimView, EntityView, MentionView, Report};

/// The part of `report` that `selection` names.
pub fn network<'r>(report: &'r Report, selection: &Selection) -> Network<'r> {
    let mut builder = Builder::new(report, selection);
    builder.sources();
    builder.claims();
    builder.groups();
    builder.lineages();
    builder.outlets();
    builder.entities(NodeKind::Speaker, &report.speakers, Entity::Speaker);
    builder.entities(NodeKind::Name, &report.names, Entity::Name);
    builder.makes();
    builder.links();
    builder.memberships();
    builder.derivations();
    builder.credits();
    builder.mentions(EdgeKind::AttributedTo, NodeKind::Speaker, &report.speakers);
    builder.mentions(EdgeKind::Mentions, NodeKind::Name, &report.names);
    builder.network
}

/// What the report calls a thing; identifiers are unique only among things of one kind.
type Name<'r> = (NodeKind, &'r str);

struct Builder<'r, 's> {
    network: Network<'r>,
    report: &'r Report,
    selection: &'s Selection,
    unique: Unique,
    /// Where a source stands in the report.
    sources: HashMap<&'r str, usize>,
    /// The part of a source's identifier that follows from its text.
    source_ids: HashMap<&'r str, String>,
    /// The claims that a selected link touches; none where all links are selected.
    linked: Option<HashSet<&'r str>>,
    /// Where the node of a thing stands; things that were not selected have none.
    positions: HashMap<Name<'r>, usize>,
}

impl<'r, 's> Builder<'r, 's> {
    fn new(report: &'r Report, selection: &'s Selection) -> Self {
        let mut unique = Unique::default();
        let sources = report.sources.iter();
        let source_ids = sources.clone().map(|source| {
            let id = unique.name(shortened(&source.text_sha256));
            (source.id.as_str(), id)
        });
        let source_ids = source_ids.collect();
        let positions = sources.enumerate();
        let positions = positions.map(|(position, source)| (source.id.as_str(), position));
        let links = report
            .links
            .iter()
            .filter(|link| selection.takes_link(link));
        let ends = links.flat_map(|link| [link.a.as_str(), link.b.as_str()]);
        let filtered = !selection.relations.is_empty();
        Self {
            network: Network {
                report,
                nodes: Vec::new(),
                edges: Vec::new(),
            },
            report,
            selection,
            unique: Unique::default(),
            sources: positions.collect(),
            source_ids,
            linked: filtered.then(|| ends.collect()),
            positions: HashMap::new(),
        }
    }

    fn sources(&mut self) {
        for (position, source) in self.report.sources.iter().enumerate() {
            let id = format!("source-{}", self.source_ids[source.id.as_str()]);
            self.node(id, Entity::Source(position), &source.id, source.name());
        }
    }

    fn claims(&mut self) {
        for (position, claim) in self.report.claims.iter().enumerate() {
            if self.wanted(&claim.id) {
                let label = claim.text.as_deref().unwrap_or(&claim.id);
                let id = self.claim_id(claim);
                self.node(id, Entity::Claim(position), &claim.id, label);
            }
        }
    }

    fn groups(&mut self) {
        let claims = self.report.claims.iter();
        let ids: HashMap<&str, String> = claims
            .map(|claim| (claim.id.as_str(), self.claim_id(claim)))
            .collect();
        for (position, group) in self.report.groups.iter().enumerate() {
            let members = group.members.iter();
            let mut claims = members.map(|member| member.claim.as_str());
            if claims.clone().any(|claim| self.wanted(claim)) {
                let ids = claims.by_ref().filter_map(|claim| ids.get(claim));
                let id = hashed("group", ids.map(String::as_str));
                self.node(id, Entity::Group(position), &group.id, &group.id);
            }
        }
    }

    fn lineages(&mut self) {
        for (position, lineage) in self.report.lineages.iter().enumerate() {
            let sources = lineage.sources.iter();
            let ids = sources.filter_map(|source| self.source_ids.get(source.as_str()));
            let id = hashed("lineage", ids.map(String::as_str));
            self.node(id, Entity::Lineage(position), &lineage.id, &lineage.id);
        }
    }

    fn outlets(&mut self) {
        for (position, outlet) in self.report.outlets.iter().enumerate() {
            if self.any_wanted(&outlet.credits) {
                let id = hashed("outlet", [outlet.name.as_str()]);
                self.node(id, Entity::Outlet(position), &outlet.id, &outlet.name);
            }
        }
    }

    fn entities(
        &mut self,
        kind: NodeKind,
        entities: &'r [EntityView],
        entity: fn(usize) -> Entity,
    ) {
        for (position, found) in entities.iter().enumerate() {
            if self.any_wanted(&found.mentions) {
                let id = hashed(kind.name(), [found.name.as_str()]);
                self.node(id, entity(position), &found.id, &found.name);
            }
        }
    }

    fn makes(&mut self) {
        for claim in &self.report.claims {
            let source = (NodeKind::Source, claim.source.as_str());
            self.plain(EdgeKind::Makes, source, (NodeKind::Claim, &claim.id));
        }
    }

    fn links(&mut self) {
        for (position, link) in self.report.links.iter().enumerate() {
            if self.selection.takes_link(link) {
                let ends = [&link.a, &link.b].map(|claim| (NodeKind::Claim, claim.as_str()));
                self.edge(Tie::Link(position), ends[0], ends[1]);
            }
        }
    }

    fn memberships(&mut self) {
        for group in &self.report.groups {
            for member in &group.members {
                let claim = (NodeKind::Claim, member.claim.as_str());
                self.plain(EdgeKind::MemberOf, claim, (NodeKind::Group, &group.id));
            }
        }
        for lineage in &self.report.lineages {
            for source in &lineage.sources {
                let source = (NodeKind::Source, source.as_str());
                self.plain(EdgeKind::MemberOf, source, (NodeKind::Lineage, &lineage.id));
            }
        }
    }

    fn derivations(&mut self) {
        for (position, lineage) in self.report.lineages.iter().enumerate() {
            for (derivation, derived) in lineage.derivations.iter().enumerate() {
                let ends = [&derived.to, &derived.from];
                let [user, used] = ends.map(|source| (NodeKind::Source, source.as_str()));
                self.edge(Tie::Derivation(position, derivation), user, used);
            }
        }
    }

    fn credits(&mut self) {
        for outlet in &self.report.outlets {
            let to = (NodeKind::Outlet, outlet.id.as_str());
            self.mention_edges(EdgeKind::Credits, &outlet.credits, to);
        }
    }

    fn mentions(&mut self, kind: EdgeKind, of: NodeKind, entities: &'r [EntityView]) {
        for entity in entities {
            self.mention_edges(kind, &entity.mentions, (of, &entity.id));
        }
    }

    /// One edge from every claim that mentions `to`, however often it does, and from sources that do so as a whole.
    fn mention_edges(&mut self, kind: EdgeKind, mentions: &'r [MentionView], to: Name<'r>) {
        let mut seen = HashSet::new();
        for mention in mentions {
            let from = match &mention.claim {
                Some(claim) => (NodeKind::Claim, claim.as_str()),
                None => (NodeKind::Source, mention.source.as_str()),
            };
            if seen.insert(from) {
                self.plain(kind, from, to);
            }
        }
    }

    fn wanted(&self, claim: &str) -> bool {
        let linked = self.linked.as_ref();
        linked.is_none_or(|linked| linked.contains(claim))
    }

    fn any_wanted(&self, mentions: &[MentionView]) -> bool {
        mentions.iter().any(|mention| {
            let claim = mention.claim.as_deref();
            claim.is_none_or(|claim| self.wanted(claim))
        })
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
                let source = self.report.claims[position].source.as_str();
                self.sources.get(source).copied()
            }
            _ => None,
        }
    }

    fn plain(&mut self, kind: EdgeKind, from: Name<'r>, to: Name<'r>) {
        self.edge(Tie::Plain(kind), from, to);
    }

    /// Adds an edge if both of its ends are there.
    fn edge(&mut self, tie: Tie, from: Name<'r>, to: Name<'r>) {
        let ends = (self.positions.get(&from), self.positions.get(&to));
        let (Some(&from), Some(&to)) = ends else {
            return;
        };
        let id = match tie {
            Tie::Link(position) => self.report.links[position].id.clone(),
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

    fn claim_id(&self, claim: &ClaimView) -> String {
        let source = self.source_ids.get(claim.source.as_str());
        let number = claim.id.rsplit('.').next().unwrap_or_default();
        format!("claim-{}.{number}", source.map_or("", String::as_str))
    }
}
