//! GraphML as yEd draws it: shapes, places, colours and labels stand in elements of its own, which plain GraphML does not know.

use super::graphml::{self, NAMESPACE};
use super::placement::{self, Card};
use super::target::Target;
use super::xml::Xml;
use super::{About, Format, Options, Written, style};
use crate::report::Report;
use crate::report::network::{Edge, Network, Node};

/// GraphML with the elements of yEd.
pub struct Yed;

impl Format for Yed {
    fn about(&self) -> About {
        About {
            name: "yed",
            summary: "the graph as cards with text, for the yEd editor",
            extensions: &[],
            flavours: &[],
            opens: &[("yEd", "File > Open")],
            leaves_out: "What plain GraphML does not either. Other readers want `graphml`.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let mut xml = Xml::new();
        xml.open("graphml", &[("xmlns", NAMESPACE), ("xmlns:y", PICTURE)]);
        graphml::keys::<Node>(&mut xml, "node", &[]);
        graphml::keys::<Edge>(&mut xml, "edge", &[]);
        for (owner, key, content) in PICTURE_KEYS {
            let attributes = [("id", *key), ("for", owner), ("yfiles.type", content)];
            xml.empty("key", &attributes);
        }
        graphml::open_graph(&mut xml);
        for (node, card) in network.nodes().iter().zip(placement::cards(&network)) {
            xml.open("node", &[("id", &node.id)]);
            shape(&mut xml, node, &card);
            graphml::values(&mut xml, "node", &network, node);
            xml.close("node");
        }
        for edge in network.edges() {
            graphml::open_edge(&mut xml, &network, edge);
            line(&mut xml, &network, edge);
            graphml::values(&mut xml, "edge", &network, edge);
            xml.close("edge");
        }
        xml.close("graph");
        xml.close("graphml");
        let (bytes, warnings) = xml.finish();
        target.stream(&bytes)?;
        Ok(warnings)
    }
}

const PICTURE: &str = "http://www.yworks.com/xml/graphml";

/// Owner, key and content of what yEd draws.
const PICTURE_KEYS: &[(&str, &str, &str)] = &[
    ("node", "node-picture", "nodegraphics"),
    ("edge", "edge-picture", "edgegraphics"),
];

fn shape(xml: &mut Xml, node: &Node, card: &Card) {
    let [x, y, width, height] =
        [card.corner.x, card.corner.y, Card::WIDTH, card.height].map(|pixels| pixels.to_string());
    let color = style::node_color(node).hexadecimal();
    xml.open("data", &[("key", "node-picture")]);
    xml.open("y:ShapeNode", &[]);
    let place = [
        ("x", x.as_str()),
        ("y", &y),
        ("width", &width),
        ("height", &height),
    ];
    xml.empty("y:Geometry", &place);
    xml.empty("y:Fill", &[("color", "#FFFFFF"), ("transparent", "false")]);
    let border = [
        ("color", color.as_str()),
        ("type", "line"),
        ("width", "2.0"),
    ];
    xml.empty("y:BorderStyle", &border);
    xml.text("y:NodeLabel", &[], &card.lines.join("\n"));
    xml.empty("y:Shape", &[("type", "roundrectangle")]);
    xml.close("y:ShapeNode");
    xml.close("data");
}

fn line(xml: &mut Xml, network: &Network, edge: &Edge) {
    let color = style::edge_color(network, edge).hexadecimal();
    let width = style::thickness(network, edge).to_string();
    let pattern = match style::dashed(network, edge) {
        true => "dashed",
        false => "line",
    };
    xml.open("data", &[("key", "edge-picture")]);
    xml.open("y:PolyLineEdge", &[]);
    let style = [
        ("color", color.as_str()),
        ("type", pattern),
        ("width", &width),
    ];
    xml.empty("y:LineStyle", &style);
    match network.link(edge) {
        Some(link) => xml.text("y:EdgeLabel", &[], link.relation),
        None => xml.empty("y:Arrows", &[("source", "none"), ("target", "standard")]),
    }
    xml.close("y:PolyLineEdge");
    xml.close("data");
}
