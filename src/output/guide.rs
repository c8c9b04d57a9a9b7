//! The page that tells of all formats, made from the formats themselves.

use std::fmt::Write;

use super::attr::{Element, Type};
use super::{About, FORMATS};
use crate::report::network::{Edge, Node};

/// `docs/FORMATS.md`.
pub fn page() -> String {
    let mut page = HEAD.to_owned();
    page.push_str("\n| format | file endings | flavours | what it is for |\n|---|---|---|---|\n");
    for format in FORMATS {
        let about = format.about();
        let (name, summary) = (about.name, about.summary);
        let (endings, flavours) = (codes(about.extensions), codes(about.flavours));
        let _ = writeln!(
            page,
            "| [{name}](#{name}) | {endings} | {flavours} | {summary} |"
        );
    }
    for format in FORMATS {
        section(&mut page, format.about());
    }
    page.push_str(ATTRIBUTES);
    attributes::<Node>(&mut page, "Nodes");
    attributes::<Edge>(&mut page, "Edges");
    page
}

const HEAD: &str = "\
# Formats

*Made from the formats themselves; a test keeps it equal to them.*

`-o FILE` writes what the ending of FILE says, `-o FORMAT=FILE` any format, `-o FORMAT:FLAVOUR=FILE` one of its flavours; `-` is
standard output. `csv`, `neo4j` and `parquet` write several files: for them FILE is a folder. `--nodes claims,sources` and `--relation diverge`
pick what goes into graph files and tables, `--no-text` leaves the words of the articles out.

Identifiers follow from content, so the same article has the same ones in every run and every format; they are made of ASCII
letters, digits, `-`, `_` and `.` and start with a letter. A link has the identifier that the JSON report gives it. Characters that a
format cannot carry are replaced, and a warning says how many.

`tests/readers/run` reads everything back with networkx, igraph, pydot, graphology, cytoscape.js, ndex2, Graphviz, DuckDB, Kuzu, pyarrow,
rdflib, pyld, pyshacl, jsonschema, anchorpoint, teiphy, sarif-tools and lxml, and compares each identifier, value, type and text.

The pictures show the five seed articles (`tests/readers/draw` makes them): claims on a circle, in the colour of their article and
with their number; chords are links. Blue: the same; dashed light blue: the same in other words; orange: different; red: cannot
both be true.

![The claims of the seed articles and all links between them](graph.svg)

*All links, drawn by Graphviz from `crosscheck compare seeds --nodes claims,sources -o graph.dot`.*

![The claims that agree or diverge, with articles, lineages and outlets](graph-gexf.svg)

*What agrees or diverges, with lineages and the outlets that are credited, drawn with graphology from the places and colours in
`crosscheck compare seeds --nodes claims,sources,lineages,outlets --relation agree,diverge -o graph.gexf`.*
";

const ATTRIBUTES: &str = "
## Attributes

All graph formats and tables carry the same attributes, from one table. Where a format has no lists, their parts are joined by `; `.
";

fn section(page: &mut String, about: About) {
    let (name, summary) = (about.name, about.summary);
    let _ = writeln!(page, "\n## {name}\n\n{}.\n", capitalized(summary));
    for (program, how) in about.opens {
        let _ = writeln!(page, "- {program}: `{how}`");
    }
    let _ = writeln!(page, "\nLeaves out: {}", about.leaves_out);
}

fn attributes<T: Element>(page: &mut String, title: &str) {
    let _ = writeln!(
        page,
        "\n### {title}\n\n| attribute | type | what it says |\n|---|---|---|"
    );
    for attribute in T::attributes() {
        let of = match attribute.value_type() {
            Type::Boolean => "true or false",
            Type::Integer => "whole number",
            Type::Real => "number",
            Type::Text => "text",
            Type::List => "list of texts",
        };
        let _ = writeln!(
            page,
            "| `{}` | {of} | {} |",
            attribute.name, attribute.summary
        );
    }
}

fn codes(names: &[&str]) -> String {
    let codes: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    codes.join(" ")
}

fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
