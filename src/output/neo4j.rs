//! Neo4j: a folder of tables for `neo4j-admin database import` and for other graph databases, and a script that loads them.

use std::fmt::Write;

use itertools::Itertools;

use super::attr::{Attribute, Element, Type, Value};
use super::carry::Replacer;
use super::table::{Dialect, Table, columns, values};
use super::target::Target;
use super::{About, Format, Options, Written};
use crate::report::Report;
use crate::report::network::{Edge, EdgeKind, Network, Node, NodeKind};

/// One table for each kind of node and of edge, and `import.cypher`.
pub struct Neo4j;

impl Format for Neo4j {
    fn about(&self) -> About {
        About {
            name: "neo4j",
            summary: "a folder of tables for Neo4j and other graph databases, with a script that loads them",
            extensions: &[],
            flavours: &[],
            opens: &[
                ("Neo4j", "cypher-shell --file import.cypher"),
                (
                    "Kuzu",
                    "COPY Claim FROM 'claim.csv' (HEADER=true, PARALLEL=false)",
                ),
                ("DuckDB", "duckdb -c \"from 'neo4j/claim.csv'\""),
            ],
            leaves_out: "Line breaks, and `;` within the parts of a list; a text with a backslash before a quotation mark loses its backslashes.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let mut replaced = Replacer::default();
        let mut script = HEAD.to_owned();
        for kind in node_kinds(&network) {
            let (bytes, replacer) = node_table(&network, kind).finish();
            target.file(&node_file(kind), &bytes)?;
            replaced.add(&replacer);
            load_nodes(&mut script, kind);
        }
        for route in routes(&network) {
            let (bytes, replacer) = edge_table(&network, route).finish();
            target.file(&route.file(), &bytes)?;
            replaced.add(&replacer);
            load_edges(&mut script, route);
        }
        target.file("import.cypher", script.as_bytes())?;
        Ok(replaced.warnings())
    }
}

const HEAD: &str = "\
// Loads the tables beside this file. Put them into the database's import folder, then: cypher-shell --file import.cypher
// Into an empty database, faster: neo4j-admin database import full --array-delimiter=';' with --nodes=FILE for every table
// named after a kind of node, and --relationships=FILE for the others.
";

/// Edges of one kind between two kinds of nodes: a table of theirs has one type of start and of end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Route {
    kind: EdgeKind,
    from: NodeKind,
    to: NodeKind,
}

impl Route {
    fn of(network: &Network, edge: &Edge) -> Self {
        Self {
            kind: edge.kind(),
            from: network.from(edge).kind(),
            to: network.to(edge).kind(),
        }
    }

    fn file(self) -> String {
        let (from, to) = (self.from.name(), self.to.name());
        format!("{from}_{}_{to}.csv", self.kind.name())
    }

    fn start(self) -> String {
        format!(":START_ID({})", label(self.from))
    }

    fn end(self) -> String {
        format!(":END_ID({})", label(self.to))
    }

    fn relationship(self) -> String {
        self.kind.name().to_ascii_uppercase()
    }
}

fn node_kinds(network: &Network) -> Vec<NodeKind> {
    let nodes = network.nodes().iter();
    nodes.map(Node::kind).sorted().dedup().collect()
}

fn routes(network: &Network) -> Vec<Route> {
    let edges = network.edges().iter();
    let routes = edges.map(|edge| Route::of(network, edge));
    routes.sorted().dedup().collect()
}

fn node_table(network: &Network, kind: NodeKind) -> Table {
    let columns = columns::<Node>(kind);
    let header = [id_column(kind), "name".to_owned()].into_iter();
    let header = header.chain(columns.iter().map(|column| typed(column)));
    let header = header.chain([":LABEL".to_owned()]).collect_vec();
    let mut table = Table::new(Dialect::Database, header.iter().map(String::as_str));
    let label = label(kind);
    for node in network.nodes().iter().filter(|node| node.kind() == kind) {
        let first = [Value::Text(&node.id), Value::Text(&node.label)].map(Some);
        let row = first.into_iter().chain(values(&columns, network, node));
        table.push(row.chain([Some(Value::Text(&label))]));
    }
    table
}

fn edge_table(network: &Network, route: Route) -> Table {
    let columns = columns::<Edge>(route.kind);
    let header = [route.start(), route.end(), "id".to_owned()].into_iter();
    let header = header.chain(columns.iter().map(|column| typed(column)));
    let header = header.chain([":TYPE".to_owned()]).collect_vec();
    let mut table = Table::new(Dialect::Database, header.iter().map(String::as_str));
    let relationship = route.relationship();
    let edges = network.edges().iter();
    for edge in edges.filter(|edge| Route::of(network, edge) == route) {
        let (from, to) = (&network.from(edge).id, &network.to(edge).id);
        let first = [from, to, &edge.id].map(|id| Some(Value::Text(id)));
        let row = first.into_iter().chain(values(&columns, network, edge));
        table.push(row.chain([Some(Value::Text(&relationship))]));
    }
    table
}

fn load_nodes(script: &mut String, kind: NodeKind) {
    let (label, file, id) = (label(kind), node_file(kind), id_column(kind));
    let name = kind.name();
    let _ = writeln!(
        script,
        "
CREATE CONSTRAINT {name}_id IF NOT EXISTS FOR (node:{label}) REQUIRE node.id IS UNIQUE;
LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row
MERGE (node:{label} {{id: row.`{id}`}})
SET node.name = row.name{};",
        assignments("node", &columns::<Node>(kind))
    );
}

fn load_edges(script: &mut String, route: Route) {
    let (from, to, file) = (label(route.from), label(route.to), route.file());
    let (start, end) = (route.start(), route.end());
    let relationship = route.relationship();
    let _ = writeln!(
        script,
        "
LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row
MATCH (start:{from} {{id: row.`{start}`}}), (end:{to} {{id: row.`{end}`}})
MERGE (start)-[edge:{relationship} {{id: row.id}}]->(end)
SET edge.id = row.id{};",
        assignments("edge", &columns::<Edge>(route.kind))
    );
}

/// `, node.start_byte = toInteger(row.`start_byte:long`), …`
fn assignments<T: Element>(owner: &str, columns: &[&Attribute<T>]) -> String {
    let assignment = |column: &&Attribute<T>| {
        let cell = format!("row.`{}`", typed(column));
        let value = match column.value_type() {
            Type::Boolean => format!("toBoolean({cell})"),
            Type::Integer => format!("toInteger({cell})"),
            Type::Real => format!("toFloat({cell})"),
            Type::Text => cell,
            Type::List => format!("split({cell}, ';')"),
        };
        format!(", {owner}.{} = {value}", column.name)
    };
    columns.iter().map(assignment).collect()
}

/// `score:double`
fn typed<T: Element>(attribute: &Attribute<T>) -> String {
    let name = attribute.name;
    match attribute.value_type() {
        Type::Boolean => format!("{name}:boolean"),
        Type::Integer => format!("{name}:long"),
        Type::Real => format!("{name}:double"),
        Type::Text => name.to_owned(),
        Type::List => format!("{name}:string[]"),
    }
}

/// `claimId:ID(Claim)`
fn id_column(kind: NodeKind) -> String {
    format!("{}Id:ID({})", kind.name(), label(kind))
}

/// `Claim`
fn label(kind: NodeKind) -> String {
    let (first, rest) = kind.name().split_at(1);
    first.to_ascii_uppercase() + rest
}

fn node_file(kind: NodeKind) -> String {
    format!("{}.csv", kind.name())
}
