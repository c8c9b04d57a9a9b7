//! Node-link JSON: what networkx and D3 read.

use serde_json::{Map, Value, json};

use super::attr;
use super::target::Target;
use super::{About, Format, Options, Written, json};
use crate::report::Report;
use crate::report::network::{Edge, Network, Node};

/// One object with nodes and edges.
pub struct NodeLink;

/// The flavour for D3 and for networkx before 3.4, which look for the edges under this name.
const LINKS: &str = "links";

impl Format for NodeLink {
    fn about(&self) -> About {
        About {
            name: "nodelink",
            summary: "the graph as plain JSON for networkx and D3",
            extensions: &[],
            flavours: &[LINKS],
            opens: &[
                ("networkx", "networkx.node_link_graph(data, edges='edges')"),
                ("D3, older networkx", "nodelink:links"),
            ],
            leaves_out: "Places and colours.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let edges_name = match options.flavour.as_deref() {
            Some(LINKS) => LINKS,
            _ => "edges",
        };
        let network = Network::new(report, &options.selection);
        let nodes = network.nodes().iter().map(|node| node_data(&network, node));
        let edges = network.edges().iter().map(|edge| edge_data(&network, edge));
        let document = json!({
            "directed": true,
            "multigraph": true,
            "graph": {"name": report.tool.name, "version": report.tool.version},
            "nodes": nodes.collect::<Vec<_>>(),
            edges_name: edges.collect::<Vec<_>>(),
        });
        json::document(&document, target)?;
        Ok(Vec::new())
    }
}

fn node_data(network: &Network, node: &Node) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("id".into(), json!(node.id));
    data.insert("label".into(), json!(node.label));
    data.extend(attr::json(network, node));
    data
}

fn edge_data(network: &Network, edge: &Edge) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("source".into(), json!(network.from(edge).id));
    data.insert("target".into(), json!(network.to(edge).id));
    data.insert("key".into(), json!(edge.id));
    data.insert("weight".into(), json!(attr::weight(network, edge)));
    data.extend(attr::json(network, edge));
    data
}
