//! TriG: RDF with named graphs, for triple stores.

use std::fmt::Write;

use super::rdf::{Dataset, Object, PREFIXES, Resource};
use super::target::Target;
use super::{About, Format, Options, Written};
use crate::report::Report;
use crate::report::network::Network;

/// One named graph, and the run that made it.
pub struct Trig;

impl Format for Trig {
    fn about(&self) -> About {
        About {
            name: "trig",
            summary: "the graph as RDF for triple stores, with its provenance (PROV-O)",
            extensions: &["trig"],
            flavours: &[],
            opens: &[
                ("rdflib", "rdflib.Dataset().parse('graph.trig')"),
                ("any triple store", "load the file into the default graph"),
            ],
            leaves_out: "The order of lists; findings, but for their notes.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let dataset = Dataset::new(&Network::new(report, &options.selection));
        let mut text = String::new();
        for (prefix, namespace) in PREFIXES {
            let _ = writeln!(text, "@prefix {prefix}: <{namespace}> .");
        }
        text.push('\n');
        for resource in &dataset.run {
            describe(&mut text, resource);
        }
        let _ = writeln!(text, "\n<{}> {{", dataset.graph);
        for resource in &dataset.statements {
            describe(&mut text, resource);
        }
        text.push_str("}\n");
        target.stream(text.as_bytes())?;
        Ok(Vec::new())
    }
}

fn describe(text: &mut String, resource: &Resource) {
    let _ = write!(text, "<{}> a {}", resource.iri, resource.types.join(", "));
    for (property, object) in &resource.properties {
        let _ = write!(text, " ;\n  {property} {}", written(object));
    }
    text.push_str(" .\n");
}

fn written(object: &Object) -> String {
    match object {
        Object::Resource(iri) => format!("<{iri}>"),
        Object::Text(words) => quoted(words),
        Object::Typed(value, of) => format!("{}^^{of}", quoted(value)),
    }
}

fn quoted(words: &str) -> String {
    let mut quoted = String::with_capacity(words.len() + 2);
    quoted.push('"');
    for letter in words.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str(r"\\"),
            '\n' => quoted.push_str(r"\n"),
            '\r' => quoted.push_str(r"\r"),
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}
