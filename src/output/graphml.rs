//! GraphML: nodes and edges with typed attributes, read by igraph, networkx, Gephi, Cytoscape and yEd.

use super::attr::{self, Element, Type};
use super::target::Target;
use super::xml::Xml;
use super::{About, Format, Options, Written};
use crate::report::Report;
use crate::report::network::{Edge, Network, Node};

/// The namespace of its elements; readers insist on it.
pub const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";

/// Plain GraphML 1.0, valid by its schema.
pub struct GraphMl;

impl Format for GraphMl {
    fn about(&self) -> About {
        About {
            name: "graphml",
            summary: "the graph for igraph, networkx, Gephi and Cytoscape",
            extensions: &["graphml"],
            flavours: &[],
            opens: &[
                (
                    "networkx",
                    "networkx.read_graphml('graph.graphml', force_multigraph=True)",
                ),
                ("igraph", "igraph.Graph.Read_GraphML('graph.graphml')"),
                ("graphology", "graphml.parse(MultiDirectedGraph, text)"),
                (
                    "Gephi, Cytoscape",
                    "File > Open, File > Import > Network from File",
                ),
            ],
            leaves_out: "Places and colours; lists are joined by `; `; control characters are replaced.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let mut xml = Xml::new();
        xml.open("graphml", &[("xmlns", NAMESPACE)]);
        keys::<Node>(&mut xml, "node", NODE_LABELS);
        keys::<Edge>(&mut xml, "edge", EDGE_LABELS);
        open_graph(&mut xml);
        nodes(&mut xml, &network);
        edges(&mut xml, &network);
        xml.close("graph");
        xml.close("graphml");
        let (bytes, warnings) = xml.finish();
        target.stream(&bytes)?;
        Ok(warnings)
    }
}

/// The keys that readers look for by name: Gephi draws `label`, Cytoscape `name`.
const NODE_LABELS: &[(&str, &str)] = &[("label", "string"), ("name", "string")];
/// Cytoscape calls edges by `name`, and igraph loses their identifiers; most readers take `weight` as the strength of an edge.
const EDGE_LABELS: &[(&str, &str)] = &[("name", "string"), ("weight", "double")];

fn nodes(xml: &mut Xml, network: &Network) {
    for node in network.nodes() {
        xml.open("node", &[("id", &node.id)]);
        data(xml, "node", "label", &node.label);
        data(xml, "node", "name", &node.label);
        values(xml, "node", network, node);
        xml.close("node");
    }
}

fn edges(xml: &mut Xml, network: &Network) {
    for edge in network.edges() {
        open_edge(xml, network, edge);
        data(xml, "edge", "name", &edge.id);
        data(
            xml,
            "edge",
            "weight",
            &attr::weight(network, edge).to_string(),
        );
        values(xml, "edge", network, edge);
        xml.close("edge");
    }
}

/// `<graph>`; all edges are directed, since some readers refuse a mixture.
pub fn open_graph(xml: &mut Xml) {
    let attributes = [("id", "crosscheck"), ("edgedefault", "directed")];
    xml.open("graph", &attributes);
}

/// `<edge>` with its ends.
pub fn open_edge(xml: &mut Xml, network: &Network, edge: &Edge) {
    let (from, to) = (&network.from(edge).id, &network.to(edge).id);
    let attributes = [("id", edge.id.as_str()), ("source", from), ("target", to)];
    xml.open("edge", &attributes);
}

/// The keys of all attributes, after `labels`, given as name and type.
pub fn keys<T: Element>(xml: &mut Xml, owner: &str, labels: &[(&str, &str)]) {
    let typed = T::attributes()
        .iter()
        .map(|attribute| (attribute.name, type_name(attribute.value_type())));
    for (name, type_name) in labels.iter().copied().chain(typed) {
        let id = key(owner, name);
        let attributes = [
            ("id", id.as_str()),
            ("for", owner),
            ("attr.name", name),
            ("attr.type", type_name),
        ];
        xml.empty("key", &attributes);
    }
}

/// The attributes that an element has.
pub fn values<T: Element>(xml: &mut Xml, owner: &str, network: &Network, element: &T) {
    for attribute in T::attributes() {
        if let Some(value) = attribute.value(network, element) {
            data(xml, owner, attribute.name, &value.text());
        }
    }
}

/// What GraphML calls a type; GEXF calls it the same.
pub fn type_name(value_type: Type) -> &'static str {
    match value_type {
        Type::Boolean => "boolean",
        Type::Integer => "long",
        Type::Real => "double",
        Type::Text | Type::List => "string",
    }
}

fn data(xml: &mut Xml, owner: &str, name: &str, value: &str) {
    xml.text("data", &[("key", &key(owner, name))], value);
}

/// Keys of nodes and of edges live in one space, attribute names do not.
fn key(owner: &str, name: &str) -> String {
    format!("{owner}-{name}")
}
