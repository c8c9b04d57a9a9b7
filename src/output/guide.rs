//! The page that tells of all formats, made from the formats themselves.

use std::fmt::Write;

use super::attr::{Element, Type};
use super::{FORMATS, Format};
use crate::report::network::{Edge, Node};

/// What a user of a format has to know.
#[derive(Clone, Copy, Debug)]
pub struct Guide {
    /// What opens it, and how: a command, or what to choose.
    pub opens: &'static [(&'static str, &'static str)],
    /// What it cannot carry, in one or two sentences.
    pub leaves_out: &'static str,
}

/// `docs/FORMATS.md`.
pub fn page() -> String {
    let mut page = HEAD.to_owned();
    page.push_str("\n| format | file endings | flavours | what it is for |\n|---|---|---|---|\n");
    for format in FORMATS {
        let (name, summary) = (format.name(), format.summary());
        let (endings, flavours) = (codes(format.extensions()), codes(format.flavours()));
        let _ = writeln!(
            page,
            "| [{name}](#{name}) | {endings} | {flavours} | {summary} |"
        );
    }
    for format in FORMATS {
        section(&mut page, *format);
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
standard output. `csv` and `neo4j` write several files: for them FILE is a folder. `--nodes claims,sources` and `--relation diverge`
pick what goes into graph files and tables, `--no-text` leaves the words of the articles out.

Identifiers follow from content, so the same article has the same ones in every run and every format; they are made of ASCII
letters, digits, `-` and `.` and start with a letter. A link has the identifier that the JSON report gives it. Characters that a
format cannot carry are replaced, and a warning says how many.

`tests/readers/run` reads everything back with networkx, igraph, pydot, graphology, cytoscape.js, ndex2, Graphviz, DuckDB, Kuzu, rdflib,
pyld, pyshacl, jsonschema, anchorpoint, teiphy, sarif-tools and lxml, and compares each identifier, value, type and text.

![The graph of the five seed articles](graph.svg)

*The five seed articles, drawn by Graphviz from `dot`: claims on a circle, in the colour of their article and with their number;
chords are links. Blue: the same; dashed light blue: the same in other words; orange: different; red: cannot both be true.*
";

const ATTRIBUTES: &str = "
## Attributes

All graph formats and tables carry the same attributes, from one table. Where a format has no lists, their parts are joined by `; `.
";

fn section(page: &mut String, format: &dyn Format) {
    let (name, summary, guide) = (format.name(), format.summary(), format.guide());
    let _ = writeln!(page, "\n## {name}\n\n{}.\n", capitalized(summary));
    for (program, how) in guide.opens {
        let _ = writeln!(page, "- {program}: `{how}`");
    }
    let _ = writeln!(page, "\nLeaves out: {}", guide.leaves_out);
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
