//! Cytoscape JSON: for Cytoscape, cytoscape.js and networkx.

use serde_json::{Map, Value, json};

use super::attr;
use super::target::Target;
use super::{About, Format, Options, Written, json, placement, style};
use crate::report::Report;
use crate::report::network::{Edge, Network, Node};

/// One JSON document with elements, places and a style.
pub struct CytoscapeJson;

impl Format for CytoscapeJson {
    fn about(&self) -> About {
        About {
            name: "cyjs",
            summary: "the graph for Cytoscape and cytoscape.js, laid out and coloured",
            extensions: &["cyjs"],
            flavours: &[],
            opens: &[
                ("Cytoscape", "File > Import > Network from File"),
                (
                    "cytoscape.js",
                    "cytoscape({container, ...JSON.parse(text)})",
                ),
                ("networkx", "networkx.cytoscape_graph(data)"),
            ],
            leaves_out: "Nothing of the graph.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let points = placement::circle(&network);
        let nodes = network.nodes().iter().zip(points);
        let nodes = nodes.map(|(node, point)| {
            let position = json!({"x": point.x, "y": point.y});
            json!({"data": node_data(&network, node), "position": position, "group": "nodes"})
        });
        let edges = network.edges().iter();
        let edges = edges.map(|edge| json!({"data": edge_data(&network, edge), "group": "edges"}));
        let document = json!({
            "format_version": "1.0",
            "generated_by": format!("{} {}", report.tool.name, report.tool.version),
            "target_cytoscapejs_version": "~3",
            "directed": true,
            "multigraph": true,
            "data": {"name": report.tool.name, "shared_name": report.tool.name},
            "elements": {"nodes": nodes.collect::<Value>(), "edges": edges.collect::<Value>()},
            "layout": {"name": "preset"},
            "style": style_sheet(),
        });
        json::document(&document, target)?;
        Ok(Vec::new())
    }
}

/// `name` and `shared_name` are what Cytoscape shows; networkx cannot do without `value`.
fn node_data(network: &Network, node: &Node) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("id".into(), json!(node.id));
    data.insert("name".into(), json!(node.label));
    data.insert("shared_name".into(), json!(node.label));
    data.insert("value".into(), json!(node.id));
    data.extend(attr::json(network, node));
    data.insert("color".into(), json!(style::node_color(node).hexadecimal()));
    data.insert("size".into(), json!(style::size(node.kind())));
    data
}

/// `key` keeps parallel edges apart in networkx.
fn edge_data(network: &Network, edge: &Edge) -> Map<String, Value> {
    let color = style::edge_color(network, edge).hexadecimal();
    let line = match style::dashed(network, edge) {
        true => "dashed",
        false => "solid",
    };
    let mut data = Map::new();
    data.insert("id".into(), json!(edge.id));
    data.insert("key".into(), json!(edge.id));
    data.insert("source".into(), json!(network.from(edge).id));
    data.insert("target".into(), json!(network.to(edge).id));
    data.insert("name".into(), json!(edge.id));
    data.insert("shared_name".into(), json!(edge.id));
    data.insert("weight".into(), json!(attr::weight(network, edge)));
    data.extend(attr::json(network, edge));
    data.insert("color".into(), json!(color));
    data.insert("line".into(), json!(line));
    data.insert("thickness".into(), json!(style::thickness(network, edge)));
    data
}

/// The style of cytoscape.js; Cytoscape itself keeps its own.
fn style_sheet() -> Value {
    json!([
        {"selector": "node", "style": {
            "background-color": "data(color)", "width": "data(size)", "height": "data(size)",
            "label": "data(reference)", "font-size": 8}},
        {"selector": "edge", "style": {
            "line-color": "data(color)", "line-style": "data(line)", "width": "data(thickness)",
            "curve-style": "bezier"}},
        {"selector": "edge[edge_type != 'link']", "style": {
            "target-arrow-shape": "triangle", "target-arrow-color": "data(color)", "arrow-scale": 0.5}},
    ])
}
