//! JSON Canvas 1.0: the claims as cards on Obsidian's canvas.

use serde_json::{Value, json};

use super::placement::{self, Card};
use super::target::Target;
use super::{About, Format, Options, Written, json, style};
use crate::report::Report;
use crate::report::network::{Edge, Network, Node, NodeKind};

/// Cards with words, a column for each source, and lines between them.
pub struct Canvas;

impl Format for Canvas {
    fn about(&self) -> About {
        About {
            name: "canvas",
            summary: "the claims as cards on an Obsidian canvas",
            extensions: &["canvas"],
            flavours: &[],
            opens: &[("Obsidian", "put the file into a vault and open it")],
            leaves_out: "Attributes, but for labels and colours.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let cards = placement::cards(&network);
        let nodes = network.nodes().iter().zip(&cards);
        let edges = network.edges().iter();
        let document = json!({
            "nodes": nodes.map(|(node, card)| text_node(node, card)).collect::<Vec<_>>(),
            "edges": edges.map(|edge| line(&network, &cards, edge)).collect::<Vec<_>>(),
        });
        json::document(&document, target)?;
        Ok(Vec::new())
    }
}

/// The format asks for whole pixels.
fn text_node(node: &Node, card: &Card) -> Value {
    let words = literal(&node.label);
    let text = match node.kind() {
        NodeKind::Source => format!("# {words}"),
        _ => words,
    };
    json!({
        "id": node.id,
        "type": "text",
        "text": text,
        "x": card.corner.x as i64,
        "y": card.corner.y as i64,
        "width": Card::WIDTH as i64,
        "height": card.height as i64,
        "color": style::node_color(node).hexadecimal(),
    })
}

/// Sides are given, because some versions of Obsidian draw no line without them.
fn line(network: &Network, cards: &[Card], edge: &Edge) -> Value {
    let (from, to) = (cards[edge.from].corner.x, cards[edge.to].corner.x);
    let (from_side, to_side) = match from.total_cmp(&to) {
        std::cmp::Ordering::Less => ("right", "left"),
        std::cmp::Ordering::Equal => ("left", "left"),
        std::cmp::Ordering::Greater => ("left", "right"),
    };
    let mut line = json!({
        "id": edge.id,
        "fromNode": network.from(edge).id,
        "fromSide": from_side,
        "toNode": network.to(edge).id,
        "toSide": to_side,
        "color": style::edge_color(network, edge).hexadecimal(),
    });
    if let Some(link) = network.link(edge) {
        line["label"] = json!(link.relation);
        line["toEnd"] = json!("none");
    }
    line
}

/// `text` so that Markdown shows it as it is: a backslash before every sign that could mean something.
fn literal(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut begins = true;
    for letter in text.chars() {
        let means = match letter {
            '-' | '+' | '.' | ')' => begins,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '=' | '$' | '%'
            | '^' | '!' | '&' => true,
            _ => false,
        };
        if means {
            shown.push('\\');
        }
        shown.push(letter);
        begins = letter == '\n' || (begins && (letter.is_ascii_digit() || letter.is_whitespace()));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_and_not_obeyed() {
        assert_eq!(literal("1. A *b* - [[c]]"), r"1\. A \*b\* - \[\[c\]\]");
        assert_eq!(literal("- <b>#tag\n+ x"), "\\- \\<b\\>\\#tag\n\\+ x");
        assert_eq!(
            literal("It cost 2.5, said U.S. staff."),
            "It cost 2.5, said U.S. staff."
        );
    }
}
