//! DOT, the language of Graphviz.

use std::fmt::Write;

use super::attr::{self, Attribute};
use super::carry::Replacer;
use super::target::Target;
use super::{Format, Options, palette};
use crate::error::Error;
use crate::report::Report;
use crate::report::network::{Edge, Network, Node, NodeKind};

/// A DOT digraph. Everything is quoted; no HTML-like labels.
pub struct Dot;

impl Format for Dot {
    fn name(&self) -> &'static str {
        "dot"
    }

    fn summary(&self) -> &'static str {
        "the graph as a picture, through Graphviz"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["dot", "gv"]
    }

    fn write(
        &self,
        report: &Report,
        options: &Options,
        target: &mut dyn Target,
    ) -> Result<Vec<String>, Error> {
        let network = Network::new(report, &options.selection);
        let mut document = Document::default();
        document.text.push_str(HEAD);
        for node in network.nodes() {
            document.node(&network, node);
        }
        for edge in network.edges() {
            document.edge(&network, edge);
        }
        document.text.push_str("}\n");
        target.stream(document.text.as_bytes())?;
        Ok(document.replacer.warnings())
    }
}

const HEAD: &str = "digraph crosscheck {
  graph [rankdir=LR, outputorder=edgesfirst];
  node [shape=box, style=\"filled,rounded\", fontname=\"Helvetica\", fontcolor=white];
  edge [arrowsize=0.5];
";

#[derive(Default)]
struct Document {
    text: String,
    replacer: Replacer,
}

impl Document {
    fn node(&mut self, network: &Network, node: &Node) {
        let label = match node.kind() {
            NodeKind::Claim => network.reference(node),
            _ => &node.label,
        };
        let color = palette::node(node).hexadecimal();
        let id = self.quoted(&node.id);
        let _ = write!(self.text, "  {id} [color=\"{color}\"");
        self.shown("label", label);
        self.shown("tooltip", &node.label);
        self.values(attr::NODE, network, node);
        self.text.push_str("];\n");
    }

    fn edge(&mut self, network: &Network, edge: &Edge) {
        let ends = [network.from(edge), network.to(edge)];
        let [from, to] = ends.map(|node| self.quoted(&node.id));
        let color = palette::edge(network, edge).hexadecimal();
        let id = self.quoted(&edge.id);
        let _ = write!(self.text, "  {from} -> {to} [id={id}, color=\"{color}\"");
        self.values(attr::EDGE, network, edge);
        self.text.push_str("];\n");
    }

    fn values<T>(&mut self, all: &[Attribute<T>], network: &Network, element: &T) {
        for attribute in all {
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
