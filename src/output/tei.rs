//! TEI: a critical apparatus with the sources as witnesses, for textual scholars and for programs that draw stemmata.

use std::collections::{BTreeMap, BTreeSet};

use super::target::Target;
use super::xml::Xml;
use super::{About, Format, Options, Written};
use crate::report::Report;
use crate::report::network::{EdgeKind, Network, Node, NodeKind};

/// One apparatus entry for each claim group, and for each link whose claims no group holds together.
pub struct Tei;

impl Format for Tei {
    fn about(&self) -> About {
        About {
            name: "tei",
            summary: "what the sources say in parallel, as a TEI critical apparatus",
            extensions: &["tei"],
            flavours: &[],
            opens: &[
                ("teiphy", "teiphy apparatus.xml apparatus.nexus"),
                ("any TEI tool", "open it as a critical apparatus"),
            ],
            leaves_out: "Scores and evidence; control characters are replaced. Sources are witnesses; none is the right reading.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let mut xml = Xml::new();
        xml.open("TEI", &[("xmlns", "http://www.tei-c.org/ns/1.0")]);
        header(&mut xml, &network);
        xml.open("text", &[]);
        xml.open("body", &[]);
        let sources = source_ids(&network);
        for entry in entries(&network) {
            apparatus(&mut xml, &network, &sources, &entry);
        }
        xml.close("body");
        xml.close("text");
        xml.close("TEI");
        let (bytes, warnings) = xml.finish();
        target.stream(&bytes)?;
        Ok(warnings)
    }
}

/// Words that stand beside each other: its identifier, and positions of claims.
struct Entry {
    id: String,
    claims: Vec<usize>,
}

fn entries(network: &Network) -> Vec<Entry> {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for edge in network.edges() {
        if edge.kind() == EdgeKind::MemberOf && network.to(edge).kind() == NodeKind::Group {
            groups.entry(edge.to).or_default().push(edge.from);
        }
    }
    let links = network.edges().iter();
    let links = links.filter(|edge| edge.kind() == EdgeKind::Link);
    let together: BTreeSet<(usize, usize)> =
        groups.values().flat_map(|claims| pairs(claims)).collect();
    let alone = links.filter(|edge| !together.contains(&(edge.from, edge.to)));
    let alone = alone.map(|edge| Entry {
        id: edge.id.clone(),
        claims: vec![edge.from, edge.to],
    });
    let grouped = groups.iter().map(|(group, claims)| Entry {
        id: network.nodes()[*group].id.clone(),
        claims: claims.clone(),
    });
    grouped.chain(alone).collect()
}

fn pairs(claims: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    claims
        .iter()
        .flat_map(move |a| claims.iter().map(move |b| (*a, *b)))
}

fn header(xml: &mut Xml, network: &Network) {
    let tool = &network.report().tool;
    xml.open("teiHeader", &[]);
    xml.open("fileDesc", &[]);
    xml.open("titleStmt", &[]);
    xml.text("title", &[], "What the sources say in parallel");
    xml.close("titleStmt");
    xml.open("publicationStmt", &[]);
    xml.text("p", &[], &format!("Made by {} {}", tool.name, tool.version));
    xml.close("publicationStmt");
    xml.open("sourceDesc", &[]);
    xml.open("listWit", &[]);
    for node in network.nodes() {
        if let Some(source) = network.source(node) {
            xml.text("witness", &[("xml:id", &node.id)], source.name());
        }
    }
    xml.close("listWit");
    xml.close("sourceDesc");
    xml.close("fileDesc");
    xml.open("encodingDesc", &[]);
    let method = [
        ("method", "parallel-segmentation"),
        ("location", "internal"),
    ];
    xml.empty("variantEncoding", &method);
    xml.close("encodingDesc");
    xml.close("teiHeader");
}

/// No `lem`: none of the sources is the right one. Sources with the same words share a reading; the words of a source that
/// says it twice stand in one reading, since two of one witness would contradict each other.
fn apparatus(xml: &mut Xml, network: &Network, sources: &BTreeMap<usize, &str>, entry: &Entry) {
    let mut by_source: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for claim in &entry.claims {
        let node = &network.nodes()[*claim];
        if let Some(source) = node.source {
            by_source.entry(source).or_default().push(&node.label);
        }
    }
    let mut readings: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (source, words) in by_source {
        if let Some(id) = sources.get(&source) {
            let reading = readings.entry(words.join(" ")).or_default();
            reading.push(format!("#{id}"));
        }
    }
    xml.open("ab", &[]);
    let kind = [("xml:id", entry.id.as_str()), ("type", "substantive")];
    xml.open("app", &kind);
    for (words, witnesses) in readings {
        xml.text("rdg", &[("wit", &witnesses.join(" "))], &words);
    }
    xml.close("app");
    xml.close("ab");
}

/// The identifiers of the sources, by their position in the report.
fn source_ids<'n>(network: &'n Network) -> BTreeMap<usize, &'n str> {
    let nodes = network.nodes().iter();
    let sources = nodes.filter(|node| node.kind() == NodeKind::Source);
    let id = |node: &'n Node| Some((node.source?, node.id.as_str()));
    sources.filter_map(id).collect()
}
