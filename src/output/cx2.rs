//! CX2, the exchange format of NDEx and Cytoscape.

use serde_json::{Map, Value, json};

use super::attr::{self, Element, Type};
use super::target::Target;
use super::{About, Format, Options, Written, json, placement, style};
use crate::report::Report;
use crate::report::network::{Edge, Network, Node};

/// CX2: a list of aspects, in the order that the format prescribes.
pub struct Cx2;

impl Format for Cx2 {
    fn about(&self) -> About {
        About {
            name: "cx2",
            summary: "the graph for NDEx and Cytoscape, laid out and coloured",
            extensions: &["cx2"],
            flavours: &[],
            opens: &[
                ("ndex2", "RawCX2NetworkFactory().get_cx2network(document)"),
                ("Cytoscape", "File > Import > Network from File"),
            ],
            leaves_out: "Nothing of the graph; nodes have numbers, their identifiers are the attribute `id`.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let aspects = [
            ("attributeDeclarations", vec![declarations()]),
            ("networkAttributes", vec![json!({"name": report.tool.name})]),
            ("nodes", nodes(&network)),
            ("edges", edges(&network)),
            ("visualProperties", vec![visual_properties()]),
        ];
        let counts = aspects
            .iter()
            .map(|(name, elements)| json!({"name": name, "elementCount": elements.len()}));
        let mut document = vec![
            json!({"CXVersion": "2.0", "hasFragments": false}),
            json!({"metaData": counts.collect::<Vec<_>>()}),
        ];
        document.extend(
            aspects
                .iter()
                .map(|(name, elements)| json!({*name: elements})),
        );
        document.push(json!({"status": [{"success": true, "error": ""}]}));
        json::document(&document, target)?;
        Ok(Vec::new())
    }
}

/// Attributes of nodes that every graph of Cytoscape has or that carry the style, with their types.
const NODE_EXTRA: &[(&str, &str)] = &[("id", "string"), ("name", "string"), ("color", "string")];
/// The same of edges.
const EDGE_EXTRA: &[(&str, &str)] = &[
    ("id", "string"),
    ("weight", "double"),
    ("color", "string"),
    ("thickness", "double"),
];

fn declarations() -> Value {
    json!({
        "networkAttributes": {"name": {"d": "string"}},
        "nodes": declared::<Node>(NODE_EXTRA),
        "edges": declared::<Edge>(EDGE_EXTRA),
    })
}

fn declared<T: Element>(extra: &[(&str, &str)]) -> Map<String, Value> {
    let attributes = T::attributes().iter();
    let typed = attributes.map(|attribute| (attribute.name, type_name(attribute.value_type())));
    let all = extra.iter().copied().chain(typed);
    all.map(|(name, of)| (name.to_owned(), json!({"d": of})))
        .collect()
}

/// The format wants numbers for ids; ours stand among the attributes.
fn nodes(network: &Network) -> Vec<Value> {
    let points = placement::circle(network);
    let nodes = network.nodes().iter().zip(points).enumerate();
    let element = |(number, (node, point)): (usize, (&Node, placement::Point))| {
        let mut values = attr::json(network, node);
        values.insert("id".into(), json!(node.id));
        values.insert("name".into(), json!(node.label));
        values.insert("color".into(), json!(style::node_color(node).hexadecimal()));
        json!({"id": number, "x": point.x, "y": point.y, "v": values})
    };
    nodes.map(element).collect()
}

fn edges(network: &Network) -> Vec<Value> {
    let element = |(number, edge): (usize, &Edge)| {
        let color = style::edge_color(network, edge).hexadecimal();
        let mut values = attr::json(network, edge);
        values.insert("id".into(), json!(edge.id));
        values.insert("weight".into(), json!(attr::weight(network, edge)));
        values.insert("color".into(), json!(color));
        values.insert("thickness".into(), json!(style::thickness(network, edge)));
        json!({"id": number, "s": edge.from, "t": edge.to, "v": values})
    };
    network.edges().iter().enumerate().map(element).collect()
}

/// Labels, colours and widths are taken from attributes.
fn visual_properties() -> Value {
    let passed = |attribute: &str, of: &str| json!({"type": "PASSTHROUGH", "definition": {"attribute": attribute, "type": of}});
    json!({
        "default": {
            "network": {"NETWORK_BACKGROUND_COLOR": "#FFFFFF"},
            "node": {"NODE_SHAPE": "ellipse", "NODE_WIDTH": 24, "NODE_HEIGHT": 24, "NODE_LABEL_FONT_SIZE": 8},
            "edge": {"EDGE_TARGET_ARROW_SHAPE": "none"},
        },
        "nodeMapping": {
            "NODE_LABEL": passed("reference", "string"),
            "NODE_BACKGROUND_COLOR": passed("color", "string"),
        },
        "edgeMapping": {
            "EDGE_LINE_COLOR": passed("color", "string"),
            "EDGE_WIDTH": passed("thickness", "double"),
        },
    })
}

fn type_name(value_type: Type) -> &'static str {
    match value_type {
        Type::Boolean => "boolean",
        Type::Integer => "long",
        Type::Real => "double",
        Type::Text => "string",
        Type::List => "list_of_string",
    }
}
