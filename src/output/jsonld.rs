//! JSON-LD: the same statements as TriG, as JSON.

use serde_json::{Map, Value, json};

use super::rdf::{Dataset, Object, PREFIXES, Resource};
use super::target::Target;
use super::{About, Format, Options, Written, json};
use crate::report::Report;
use crate::report::network::Network;

/// One document with its context inline: nothing has to be fetched to read it.
pub struct JsonLd;

impl Format for JsonLd {
    fn about(&self) -> About {
        About {
            name: "jsonld",
            summary: "the same statements as trig, as JSON-LD",
            extensions: &["jsonld"],
            flavours: &[],
            opens: &[
                (
                    "rdflib",
                    "rdflib.Dataset().parse('graph.jsonld', format='json-ld')",
                ),
                ("pyld", "pyld.jsonld.to_rdf(document)"),
            ],
            leaves_out: "What `trig` does not either. Nothing has to be fetched to read it.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let dataset = Dataset::new(&Network::new(report, &options.selection));
        let context: Map<String, Value> = PREFIXES
            .into_iter()
            .map(|(prefix, namespace)| (prefix.to_owned(), json!(namespace)))
            .collect();
        let mut resources: Vec<_> = dataset.run.iter().map(described).collect();
        let statements = dataset.statements.iter().map(described);
        resources.push(json!({"@id": dataset.graph, "@graph": statements.collect::<Vec<_>>()}));
        let document = json!({"@context": context, "@graph": resources});
        json::document(&document, target)?;
        Ok(Vec::new())
    }
}

fn described(resource: &Resource) -> Value {
    let mut members = Map::new();
    members.insert("@id".into(), json!(resource.iri));
    members.insert("@type".into(), json!(resource.types));
    for (property, object) in &resource.properties {
        let objects = members.entry(property).or_insert_with(|| json!([]));
        if let Value::Array(objects) = objects {
            objects.push(written(object));
        }
    }
    members.into()
}

/// Numbers are written as words with a type: a bare number of JSON-LD may come back in another form.
fn written(object: &Object) -> Value {
    match object {
        Object::Resource(iri) => json!({"@id": iri}),
        Object::Text(words) => json!({"@value": words}),
        Object::Typed(value, of) => json!({"@value": value, "@type": of}),
    }
}
