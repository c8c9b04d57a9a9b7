//! How nodes and edges look in a picture. The colours can be told apart also by people who see red and green alike, and none
//! carries a meaning that words do not carry too.

use crate::model::Relation;
use crate::report::network::{Edge, EdgeKind, Network, Node, NodeKind};

/// A colour of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Red, of 255.
    pub red: u8,
    /// Green, of 255.
    pub green: u8,
    /// Blue, of 255.
    pub blue: u8,
}

impl Color {
    const fn new(hexadecimal: u32) -> Self {
        let [_, red, green, blue] = hexadecimal.to_be_bytes();
        Self { red, green, blue }
    }

    /// `#rrggbb`
    pub fn hexadecimal(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// Blue: the same.
const AGREE: Color = Color::new(0x0072b2);
/// Light blue: the same in other words.
const PARAPHRASE: Color = Color::new(0x56b4e9);
/// Orange: different.
const DIVERGE: Color = Color::new(0xe69f00);
/// Vermilion: cannot both be true.
const CONFLICT: Color = Color::new(0xc8320a);
/// Grey: what holds the picture together.
const FRAME: Color = Color::new(0xc4c4c4);

const GROUP: Color = Color::new(0x7f7f7f);
const OUTLET: Color = Color::new(0x5f4b8b);
const SPEAKER: Color = Color::new(0x8c5a2b);
const NAME: Color = Color::new(0x6b8e9e);
const LINEAGE: Color = Color::new(0x3d3d3d);

/// One for each source and its claims; they begin again after the last.
const SOURCES: [Color; 8] = [
    Color::new(0x332288),
    Color::new(0x44aa99),
    Color::new(0xcc6677),
    Color::new(0x117733),
    Color::new(0xaa4499),
    Color::new(0x88ccee),
    Color::new(0x999933),
    Color::new(0x882255),
];

/// The colour of a node: its source's where it belongs to one, else that of its kind.
pub fn node_color(node: &Node) -> Color {
    match (node.source, node.kind()) {
        (Some(position), _) => SOURCES[position % SOURCES.len()],
        (None, NodeKind::Lineage) => LINEAGE,
        (None, NodeKind::Outlet) => OUTLET,
        (None, NodeKind::Speaker) => SPEAKER,
        (None, NodeKind::Name) => NAME,
        (None, _) => GROUP,
    }
}

/// The colour of an edge: that of its relation.
pub fn edge_color(network: &Network, edge: &Edge) -> Color {
    match network.link(edge) {
        Some(link) if link.conflict => CONFLICT,
        Some(link) => relation(link.relation),
        None if edge.kind() == EdgeKind::DerivesFrom => LINEAGE,
        None => FRAME,
    }
}

/// Diameter of a node, in pixels.
pub fn size(kind: NodeKind) -> f64 {
    match kind {
        NodeKind::Source | NodeKind::Lineage => 40.0,
        NodeKind::Group | NodeKind::Outlet | NodeKind::Speaker => 24.0,
        NodeKind::Claim | NodeKind::Name => 20.0,
    }
}

/// Width of an edge, in pixels: links stand out, conflicts most.
pub fn thickness(network: &Network, edge: &Edge) -> f64 {
    match network.link(edge) {
        Some(link) if link.conflict => 3.0,
        Some(_) => 2.0,
        None => 0.5,
    }
}

/// Whether an edge is drawn with gaps, as is what says the same in other words.
pub fn dashed(network: &Network, edge: &Edge) -> bool {
    let link = network.link(edge);
    link.is_some_and(|link| link.relation == Relation::Paraphrase.name())
}

fn relation(name: &str) -> Color {
    match name {
        "agree" => AGREE,
        "paraphrase" => PARAPHRASE,
        _ => DIVERGE,
    }
}
