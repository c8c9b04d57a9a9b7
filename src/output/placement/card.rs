//! Every node as a card that shows its words, the cards of a source below each other.

use itertools::Itertools;

use super::Point;
use crate::report::network::{Network, Node, NodeKind};

/// A box with words.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its upper left corner, in whole pixels.
    pub corner: Point,
    /// In whole pixels.
    pub height: f64,
    /// Its words, wrapped.
    pub lines: Vec<String>,
}

impl Card {
    /// Width of every card, in pixels.
    pub const WIDTH: f64 = 360.0;
}

/// Columns of text on a card; wide scripts take two for each letter. At 9 pixels a column they fill the card but its margins.
const COLUMNS: usize = 36;
/// Pixels that a line takes in the editors that show cards.
const LINE_HEIGHT: f64 = 24.0;
/// Pixels above and below the lines, together.
const MARGIN: f64 = 36.0;
/// Pixels between two cards of a column.
const GAP: f64 = 24.0;
/// Pixels between two columns: room for the lines that join cards.
const ALLEY: f64 = 200.0;

/// The cards of all nodes: one column for each source and its claims, in the order of the text, and one for every other kind.
pub fn cards(network: &Network) -> Vec<Card> {
    let sources = network.report().sources.len();
    let column = |node: &Node| node.source.unwrap_or(sources + rank(node.kind()));
    let used: Vec<_> = network
        .nodes()
        .iter()
        .map(column)
        .sorted()
        .dedup()
        .collect();
    let mut filled = vec![0.0; used.len()];
    let place = |node: &Node| {
        let column = used.partition_point(|other| *other < column(node));
        let lines = wrapped(&node.label);
        let height = lines.len() as f64 * LINE_HEIGHT + MARGIN;
        let y = filled[column];
        filled[column] += height + GAP;
        let x = column as f64 * (Card::WIDTH + ALLEY);
        Card {
            corner: Point { x, y },
            height,
            lines,
        }
    };
    network.nodes().iter().map(place).collect()
}

fn rank(kind: NodeKind) -> usize {
    let position = NodeKind::ALL.iter().position(|other| *other == kind);
    position.unwrap_or_default()
}

fn wrapped(label: &str) -> Vec<String> {
    let lines = textwrap::wrap(label.trim(), COLUMNS);
    lines.into_iter().map(|line| line.into_owned()).collect()
}
