//! The table: every attribute of nodes and edges, one row each.

use super::{Attribute, Read};
use crate::report::network::{Edge, EdgeKind, Network, Node, NodeKind};

const SOURCE: &[NodeKind] = &[NodeKind::Source];
const CLAIM: &[NodeKind] = &[NodeKind::Claim];
const LINK: &[EdgeKind] = &[EdgeKind::Link];
/// What was inferred, with some probability.
const JUDGED: &[EdgeKind] = &[EdgeKind::Link, EdgeKind::DerivesFrom];

/// The attributes of nodes.
pub static NODE: &[Attribute<Node>] = &[
    Attribute::new(
        "node_type",
        "what the node is: source, claim, group, lineage, outlet, speaker, name",
        &NodeKind::ALL,
        Read::Text(|_, node| Some(node.kind().name())),
    ),
    Attribute::new(
        "reference",
        "what the report calls it: 000, 000.4, g1, L1",
        &NodeKind::ALL,
        Read::Text(|network, node| Some(network.reference(node))),
    ),
    Attribute::new(
        "text",
        "the words of a claim",
        CLAIM,
        Read::Text(|network, node| network.claim(node)?.text.as_deref()),
    ),
    Attribute::new(
        "source_id",
        "the source of a claim, as the report calls it",
        CLAIM,
        Read::Text(|network, node| Some(&network.claim(node)?.source)),
    ),
    Attribute::new(
        "start_byte",
        "first byte of a claim in its source's text (UTF-8)",
        CLAIM,
        Read::Integer(|network, node| Some(network.claim(node)?.start.into())),
    ),
    Attribute::new(
        "end_byte",
        "first byte after a claim",
        CLAIM,
        Read::Integer(|network, node| Some(network.claim(node)?.end.into())),
    ),
    Attribute::new(
        "outlet",
        "the publisher of a source",
        SOURCE,
        Read::Text(|network, node| network.source(node)?.outlet.as_deref()),
    ),
    Attribute::new(
        "family",
        "the family of publishers that the outlet of a source belongs to",
        SOURCE,
        Read::Text(|network, node| network.source(node)?.family.as_deref()),
    ),
    Attribute::new(
        "published",
        "day of publication of a source, ISO 8601",
        SOURCE,
        Read::Text(|network, node| network.source(node)?.published.as_deref()),
    ),
    Attribute::new(
        "url",
        "address of a source",
        SOURCE,
        Read::Text(|network, node| network.source(node)?.url.as_deref()),
    ),
    Attribute::new(
        "path",
        "where a source was read from",
        SOURCE,
        Read::Text(|network, node| Some(&network.source(node)?.path)),
    ),
    Attribute::new(
        "sha256",
        "hash of the bytes of a source",
        SOURCE,
        Read::Text(|network, node| Some(&network.source(node)?.sha256)),
    ),
    Attribute::new(
        "sources",
        "how many sources a group or lineage has",
        &[NodeKind::Group, NodeKind::Lineage],
        Read::Integer(|network, node| {
            let group = network.group(node).map(|group| group.sources);
            let lineage = || network.lineage(node).map(|lineage| lineage.sources.len());
            count(group.or_else(lineage))
        }),
    ),
    Attribute::new(
        "mentions",
        "how often an outlet is credited, a speaker or name mentioned",
        &[NodeKind::Outlet, NodeKind::Speaker, NodeKind::Name],
        Read::Integer(|network, node| {
            let credits = network.outlet(node).map(|outlet| outlet.credits.len());
            let mentions = || network.entity(node).map(|entity| entity.mentions.len());
            count(credits.or_else(mentions))
        }),
    ),
    Attribute::new(
        "lineages",
        "how many lineages report a group",
        &[NodeKind::Group],
        Read::Integer(|network, node| count(network.group(node).map(|group| group.lineages))),
    ),
];

/// The attributes of edges.
pub static EDGE: &[Attribute<Edge>] = &[
    Attribute::new(
        "edge_type",
        "what the edge says: makes, link, member_of, derives_from, credits, attributed_to, mentions",
        &EdgeKind::ALL,
        Read::Text(|_, edge| Some(edge.kind().name())),
    ),
    Attribute::new(
        "interaction",
        "the relation of a link, else the type of the edge",
        &EdgeKind::ALL,
        Read::Text(|network, edge| {
            let relation = network.link(edge).map(|link| link.relation);
            Some(relation.unwrap_or(edge.kind().name()))
        }),
    ),
    Attribute::new(
        "relation",
        "of a link: agree, paraphrase, diverge",
        LINK,
        Read::Text(|network, edge| Some(network.link(edge)?.relation)),
    ),
    Attribute::new(
        "kinds",
        "in what the claims of a link differ",
        LINK,
        Read::List(|network, edge| Some(network.link(edge)?.kinds.clone())),
    ),
    Attribute::new(
        "conflict",
        "whether the claims of a link cannot both be true as written",
        LINK,
        Read::Boolean(|network, edge| Some(network.link(edge)?.conflict)),
    ),
    Attribute::new(
        "coverage",
        "of a link: equal, a_adds, b_adds, both_add",
        LINK,
        Read::Text(|network, edge| Some(network.link(edge)?.coverage)),
    ),
    Attribute::new(
        "score",
        "log2 odds, in bits, that both claims of a link are about the same thing",
        LINK,
        Read::Real(|network, edge| Some(network.link(edge)?.score)),
    ),
    Attribute::new(
        "probability",
        "the same as a probability; of a derivation, that it is one",
        JUDGED,
        Read::Real(probability),
    ),
    Attribute::new(
        "too_close_to_call",
        "whether a link is less likely than not, and for a reader to decide",
        LINK,
        Read::Boolean(|network, edge| Some(network.link(edge)?.too_close_to_call)),
    ),
    Attribute::new(
        "rule",
        "the rule that decided the relation of a link",
        LINK,
        Read::Text(|network, edge| Some(network.link(edge)?.evidence.rule)),
    ),
    Attribute::new(
        "evidence",
        "what speaks for it: the findings of a link, the reasons of a derivation",
        JUDGED,
        Read::List(|network, edge| {
            if let Some(link) = network.link(edge) {
                let findings = link.evidence.findings.iter();
                return Some(findings.map(|finding| finding.note.as_str()).collect());
            }
            let reasons = network.derivation(edge)?.evidence.iter();
            Some(reasons.map(String::as_str).collect())
        }),
    ),
    Attribute::new(
        "direction_known",
        "whether a derivation could not as well be the other way round",
        &[EdgeKind::DerivesFrom],
        Read::Boolean(|network, edge| Some(network.derivation(edge)?.direction_known)),
    ),
];

/// How probable it is that an edge is there, where that was inferred.
pub fn probability(network: &Network, edge: &Edge) -> Option<f64> {
    let link = network.link(edge).map(|link| link.probability);
    link.or_else(|| Some(network.derivation(edge)?.probability))
}

fn count(number: Option<usize>) -> Option<i64> {
    i64::try_from(number?).ok()
}

#[cfg(test)]
mod tests {
    use itertools::Itertools;

    use super::{EDGE, NODE};

    #[test]
    fn names_are_unique_and_none_is_taken_by_a_reader() {
        const TAKEN: [&str; 8] = [
            "id", "label", "weight", "pid", "for", "type", "start", "end",
        ];
        let nodes: Vec<_> = NODE.iter().map(|attribute| attribute.name).collect();
        let edges: Vec<_> = EDGE.iter().map(|attribute| attribute.name).collect();
        for names in [nodes, edges] {
            assert!(names.iter().all_unique());
            assert!(names.iter().all(|name| !TAKEN.contains(name)));
        }
    }
}
