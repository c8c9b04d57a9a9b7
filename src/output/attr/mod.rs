//! The attributes of nodes and edges, with their types: the one table that all graph formats are written from.
//!
//! The type of an attribute is that of the function that reads it, so it is the same on every node or edge of every file.

mod table;
mod value;

pub use value::{Type, Value};

use serde_json::Map;

use crate::report::network::{Edge, EdgeKind, Network, Node, NodeKind};
use table::{EDGE, NODE, probability};

/// A node or an edge.
pub trait Element: 'static {
    /// What it may be.
    type Kind: Copy + PartialEq + 'static;

    /// What it is.
    fn kind(&self) -> Self::Kind;

    /// All its attributes.
    fn attributes() -> &'static [Attribute<Self>]
    where
        Self: Sized;
}

impl Element for Node {
    type Kind = NodeKind;

    fn kind(&self) -> NodeKind {
        self.kind()
    }

    fn attributes() -> &'static [Attribute<Self>] {
        NODE
    }
}

impl Element for Edge {
    type Kind = EdgeKind;

    fn kind(&self) -> EdgeKind {
        self.kind()
    }

    fn attributes() -> &'static [Attribute<Self>] {
        EDGE
    }
}

/// One attribute of nodes or edges.
pub struct Attribute<T: Element> {
    /// What it is called in every file. Never `id`, `label`, `pid`, `for` or `type`, which some readers take for their own.
    pub name: &'static str,
    /// What it says, in one line.
    pub summary: &'static str,
    /// What has it.
    of: &'static [T::Kind],
    read: Read<T>,
}

/// The function that reads an attribute; `None` where an element does not have it.
enum Read<T> {
    Boolean(fn(&Network, &T) -> Option<bool>),
    Integer(fn(&Network, &T) -> Option<i64>),
    Real(fn(&Network, &T) -> Option<f64>),
    Text(for<'n> fn(&'n Network, &'n T) -> Option<&'n str>),
    List(for<'n> fn(&'n Network, &'n T) -> Option<Vec<&'n str>>),
}

impl<T: Element> Attribute<T> {
    /// Whether elements of this kind may have it.
    pub fn belongs_to(&self, kind: T::Kind) -> bool {
        self.of.contains(&kind)
    }

    /// The type of all its values.
    pub fn value_type(&self) -> Type {
        match self.read {
            Read::Boolean(_) => Type::Boolean,
            Read::Integer(_) => Type::Integer,
            Read::Real(_) => Type::Real,
            Read::Text(_) => Type::Text,
            Read::List(_) => Type::List,
        }
    }

    /// Its value on `element`, if that has one. Numbers that are not finite are no values.
    pub fn value<'n>(&self, network: &'n Network, element: &'n T) -> Option<Value<'n>> {
        if !self.belongs_to(element.kind()) {
            return None;
        }
        match self.read {
            Read::Boolean(read) => read(network, element).map(Value::Boolean),
            Read::Integer(read) => read(network, element).map(Value::Integer),
            Read::Real(read) => read(network, element)
                .filter(|value| value.is_finite())
                .map(Value::Real),
            Read::Text(read) => read(network, element).map(Value::Text),
            Read::List(read) => read(network, element).map(Value::List),
        }
    }

    const fn new(
        name: &'static str,
        summary: &'static str,
        of: &'static [T::Kind],
        read: Read<T>,
    ) -> Self {
        Self {
            name,
            summary,
            of,
            read,
        }
    }
}

/// All attributes of `element` that have a value, with their types.
pub fn json<T: Element>(network: &Network, element: &T) -> Map<String, serde_json::Value> {
    let attributes = T::attributes().iter();
    attributes
        .filter_map(|attribute| {
            let value = attribute.value(network, element)?;
            Some((attribute.name.to_owned(), value.json()))
        })
        .collect()
}

/// How much an edge weighs in a layout or a path: its probability, else one.
pub fn weight(network: &Network, edge: &Edge) -> f64 {
    probability(network, edge).unwrap_or(1.0)
}
