//! What part of a comparison goes into graph files.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use crosscheck::model::Relation;
use crosscheck::report::network::{NodeKind, Selection};

/// What part of a comparison goes into graph files.
#[derive(clap::Args)]
#[command(next_help_heading = "Graph files and tables")]
pub struct SelectionArguments {
    /// Write only these kinds of nodes, and the edges between them
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = node_kind())]
    nodes: Vec<NodeKind>,
    /// Write only links of these relations, and the claims that they join
    #[arg(long = "relation", value_name = "RELATION", value_delimiter = ',', value_parser = relation())]
    relations: Vec<Relation>,
}

impl SelectionArguments {
    pub fn selection(&self) -> Selection {
        Selection {
            nodes: self.nodes.clone(),
            relations: self.relations.clone(),
        }
    }
}

fn node_kind() -> impl TypedValueParser<Value = NodeKind> {
    one_of(&NodeKind::ALL, NodeKind::plural)
}

fn relation() -> impl TypedValueParser<Value = Relation> {
    one_of(&Relation::ALL, Relation::name)
}

/// One of `all`, called by its name.
fn one_of<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let names = all.iter().map(move |item| name(*item));
    PossibleValuesParser::new(names).try_map(move |given| {
        let named = all.iter().find(|item| name(**item) == given);
        named.copied().ok_or("unknown name")
    })
}
