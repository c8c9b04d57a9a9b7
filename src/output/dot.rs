//! DOT, the language of Graphviz.

use std::fmt::Write;

use super::attr::Element;
use super::carry::Replacer;
use super::placement::{self, Point};
use super::target::Target;
use super::{About, Format, Options, Written, style};
use crate::report::Report;
use crate::report::network::{Edge, EdgeKind, Network, Node, NodeKind};

/// A DOT digraph. Everything is quoted; no HTML-like labels.
pub struct Dot;

impl Format for Dot {
    fn about(&self) -> About {
        About {
            name: "dot",
            summary: "the graph as a picture, through Graphviz",
            extensions: &["dot", "gv"],
            flavours: &[],
            opens: &[
                ("Graphviz", "dot -Tsvg graph.dot -o graph.svg"),
                ("pydot", "pydot.graph_from_dot_file('graph.dot')"),
            ],
            leaves_out: "Types of values; every backslash is doubled; control characters are replaced. Hover over a claim in the SVG to read it.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let mut document = Document::default();
        document.text.push_str(HEAD);
        for (node, point) in network.nodes().iter().zip(placement::circle(&network)) {
            document.node(&network, node, point);
        }
        for edge in network.edges() {
            document.edge(&network, edge);
        }
        document.text.push_str("}\n");
        target.stream(document.text.as_bytes())?;
        Ok(document.replacer.warnings())
    }
}

/// Every node has its place already; `neato` keeps it, and any other layout program of Graphviz may be asked for instead.
/// Places are given in pixels, of which 72 are an inch.
const HEAD: &str = r#"digraph crosscheck {
  graph [layout=neato, inputscale=72, splines=line, outputorder=edgesfirst, pad=0.5];
  node [style=filled, penwidth=0, fontname="Helvetica,Arial,sans-serif", fontsize=9, fontcolor=white];
  edge [arrowsize=0.4];
"#;

/// Longer labels would cover their neighbours; the tooltip has the whole.
const LONGEST_LABEL: usize = 24;

/// Pixels to the inch.
const SCALE: f64 = 72.0;

#[derive(Default)]
struct Document {
    text: String,
    replacer: Replacer,
}

impl Document {
    fn node(&mut self, network: &Network, node: &Node, point: Point) {
        let color = style::node_color(node).hexadecimal();
        let (x, y) = (point.x, 0.0 - point.y);
        let id = self.quoted(&node.id);
        let _ = write!(self.text, "  {id} [pos=\"{x},{y}!\", fillcolor=\"{color}\"");
        match node.kind() {
            NodeKind::Claim => {
                let reference = network.reference(node);
                let number = reference.rsplit('.').next().unwrap_or(reference);
                let size = style::size(node.kind()) / SCALE;
                let _ = write!(self.text, ", shape=circle, fixedsize=true, width={size:.2}");
                self.shown("label", number);
            }
            _ => {
                self.text.push_str(", shape=box, style=\"filled,rounded\"");
                self.shown("label", &shortened(&node.label));
            }
        }
        self.shown("tooltip", &node.label);
        self.values(network, node);
        self.text.push_str("];\n");
    }

    fn edge(&mut self, network: &Network, edge: &Edge) {
        let ends = [network.from(edge), network.to(edge)];
        let [from, to] = ends.map(|node| self.quoted(&node.id));
        let id = self.quoted(&edge.id);
        let color = style::edge_color(network, edge).hexadecimal();
        let width = style::thickness(network, edge);
        let _ = write!(
            self.text,
            "  {from} -> {to} [id={id}, color=\"{color}\", penwidth={width}"
        );
        if style::dashed(network, edge) {
            self.text.push_str(", style=dashed");
        }
        if edge.kind() == EdgeKind::Link {
            self.text.push_str(", dir=none");
        }
        self.values(network, edge);
        self.text.push_str("];\n");
    }

    fn values<T: Element>(&mut self, network: &Network, element: &T) {
        for attribute in T::attributes() {
            if let Some(value) = attribute.value(network, element) {
                let value = self.quoted(&value.text());
                let _ = write!(self.text, ", {}={value}", attribute.name);
            }
        }
    }

    /// Words that Graphviz draws: it reads entities in them.
    fn shown(&mut self, name: &str, words: &str) {
        let words = self.quoted(&words.replace('&', "&amp;"));
        let _ = write!(self.text, ", {name}={words}");
    }

    /// A quoted string. Graphviz reads escapes such as `\N` in many of its strings, so every backslash is doubled.
    fn quoted(&mut self, text: &str) -> String {
        let carried = self.replacer.xml(text);
        format!("\"{}\"", carried.replace('\\', r"\\").replace('"', "\\\""))
    }
}

fn shortened(label: &str) -> String {
    match label.char_indices().nth(LONGEST_LABEL) {
        Some((end, _)) => format!("{}…", label[..end].trim_end()),
        None => label.to_owned(),
    }
}
