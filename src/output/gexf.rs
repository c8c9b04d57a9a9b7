//! GEXF, the format of Gephi: nodes and edges with typed attributes, places and colours.

use super::attr::{self, Element};
use super::graphml::type_name;
use super::placement::{self, Point};
use super::style::{self, Color};
use super::target::Target;
use super::xml::Xml;
use super::{About, Format, Options, Written};
use crate::report::Report;
use crate::report::network::{Edge, Network, Node};

/// GEXF 1.3, or 1.2 for older readers.
pub struct Gexf;

impl Format for Gexf {
    fn about(&self) -> About {
        About {
            name: "gexf",
            summary: "the graph for Gephi and Sigma, laid out and coloured",
            extensions: &["gexf"],
            flavours: &[V1_2.version],
            opens: &[
                ("Gephi from 0.9.3", "File > Open"),
                (
                    "networkx",
                    "networkx.read_gexf('graph.gexf', version='1.3')",
                ),
                ("graphology, Sigma", "gexf.parse(MultiDirectedGraph, text)"),
            ],
            leaves_out: "Lists are joined by `; `; control characters are replaced. Version 1.2 has no kinds of edges, by which Gephi keeps parallel edges apart.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let version = match options.flavour.as_deref() {
            Some("1.2") => &V1_2,
            _ => &V1_3,
        };
        let mut document = Document {
            xml: Xml::new(),
            network: &network,
            version,
        };
        document.write(report);
        let (bytes, warnings) = document.xml.finish();
        target.stream(&bytes)?;
        Ok(warnings)
    }
}

/// What differs between versions of the format.
struct Version {
    version: &'static str,
    namespace: &'static str,
    picture: &'static str,
    /// Whether edges have kinds; without them Gephi takes parallel edges for one.
    kinds: bool,
}

const V1_3: Version = Version {
    version: "1.3",
    namespace: "http://gexf.net/1.3",
    picture: "http://gexf.net/1.3/viz",
    kinds: true,
};

const V1_2: Version = Version {
    version: "1.2",
    namespace: "http://www.gexf.net/1.2draft",
    picture: "http://www.gexf.net/1.2draft/viz",
    kinds: false,
};

struct Document<'d, 'r> {
    xml: Xml,
    network: &'d Network<'r>,
    version: &'d Version,
}

impl Document<'_, '_> {
    /// No schema location: the format's own RELAX NG grammar refuses it. No date: the same input gives the same bytes.
    fn write(&mut self, report: &Report) {
        let root = [
            ("xmlns", self.version.namespace),
            ("xmlns:viz", self.version.picture),
            ("version", self.version.version),
        ];
        self.xml.open("gexf", &root);
        self.xml.open("meta", &[]);
        let creator = format!("{} {}", report.tool.name, report.tool.version);
        self.xml.text("creator", &[], &creator);
        self.xml.close("meta");
        self.xml.open("graph", &[("defaultedgetype", "directed")]);
        self.attributes::<Node>("node");
        self.attributes::<Edge>("edge");
        self.nodes();
        self.edges();
        self.xml.close("graph");
        self.xml.close("gexf");
    }

    /// Every attribute's id is its title, since some readers show the one, some the other.
    fn attributes<T: Element>(&mut self, class: &str) {
        self.xml.open("attributes", &[("class", class)]);
        for attribute in T::attributes() {
            let (name, of) = (attribute.name, type_name(attribute.value_type()));
            let attributes = [("id", name), ("title", name), ("type", of)];
            self.xml.empty("attribute", &attributes);
        }
        self.xml.close("attributes");
    }

    fn nodes(&mut self) {
        self.xml.open("nodes", &[]);
        let network = self.network;
        for (node, point) in network.nodes().iter().zip(placement::circle(network)) {
            let label = one_line(&node.label);
            self.xml
                .open("node", &[("id", &node.id), ("label", &label)]);
            self.values(node);
            self.color(style::node_color(node));
            self.position(point);
            let size = style::size(node.kind()).to_string();
            self.xml.empty("viz:size", &[("value", &size)]);
            self.xml.close("node");
        }
        self.xml.close("nodes");
    }

    fn edges(&mut self) {
        self.xml.open("edges", &[]);
        let network = self.network;
        for edge in network.edges() {
            let weight = attr::weight(network, edge).to_string();
            let kind = network
                .link(edge)
                .map_or(edge.kind().name(), |link| link.relation);
            let mut attributes = vec![
                ("id", edge.id.as_str()),
                ("source", &network.from(edge).id),
                ("target", &network.to(edge).id),
                ("label", kind),
                ("weight", &weight),
            ];
            if self.version.kinds {
                attributes.push(("kind", kind));
            }
            self.xml.open("edge", &attributes);
            self.values(edge);
            self.color(style::edge_color(network, edge));
            let thickness = style::thickness(network, edge).to_string();
            self.xml.empty("viz:thickness", &[("value", &thickness)]);
            if style::dashed(network, edge) {
                self.xml.empty("viz:shape", &[("value", "dashed")]);
            }
            self.xml.close("edge");
        }
        self.xml.close("edges");
    }

    fn values<T: Element>(&mut self, element: &T) {
        self.xml.open("attvalues", &[]);
        for attribute in T::attributes() {
            if let Some(value) = attribute.value(self.network, element) {
                let attributes = [("for", attribute.name), ("value", &value.text())];
                self.xml.empty("attvalue", &attributes);
            }
        }
        self.xml.close("attvalues");
    }

    fn color(&mut self, color: Color) {
        let [red, green, blue] =
            [color.red, color.green, color.blue].map(|channel| channel.to_string());
        let attributes = [("r", red.as_str()), ("g", &green), ("b", &blue)];
        self.xml.empty("viz:color", &attributes);
    }

    fn position(&mut self, point: Point) {
        let (x, y) = (point.x.to_string(), (0.0 - point.y).to_string());
        let attributes = [("x", x.as_str()), ("y", &y), ("z", "0")];
        self.xml.empty("viz:position", &attributes);
    }
}

/// Labels are drawn on one line; the text of a claim stands in its attribute as it is.
fn one_line(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ")
}
