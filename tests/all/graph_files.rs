//! Graph files: what the sample holds comes back from each of them, and nothing that a format cannot carry gets in.

use std::collections::BTreeSet;

use crosscheck::model::Relation;
use crosscheck::output::Options;
use crosscheck::report::network::{Network, NodeKind, Selection};
use roxmltree::Document;
use serde_json::Value;

use crate::sample::dam_report;
use crate::written::{files, folder, hostile, json, stream};

/// Numbers of nodes and edges of the sample.
fn size() -> (usize, usize) {
    let report = dam_report(true);
    let network = Network::new(&report, &Selection::default());
    (network.nodes().len(), network.edges().len())
}

#[test]
fn graphml_reads_as_expected() {
    insta::assert_snapshot!(stream("graphml"));
}

#[test]
fn gexf_reads_as_expected() {
    insta::assert_snapshot!(stream("gexf"));
}

#[test]
fn yed_reads_as_expected() {
    insta::assert_snapshot!(stream("yed"));
}

#[test]
fn dot_reads_as_expected() {
    insta::assert_snapshot!(stream("dot"));
}

#[test]
fn cytoscape_json_reads_as_expected() {
    insta::assert_snapshot!(stream("cyjs"));
}

#[test]
fn cx2_reads_as_expected() {
    insta::assert_snapshot!(stream("cx2"));
}

#[test]
fn canvas_reads_as_expected() {
    insta::assert_snapshot!(stream("canvas"));
}

#[test]
fn tables_read_as_expected() {
    insta::assert_snapshot!(folder("csv"));
}

#[test]
fn neo4j_reads_as_expected() {
    insta::assert_snapshot!(folder("neo4j"));
}

#[test]
fn xml_graphs_are_whole() {
    for format in ["graphml", "yed", "gexf"] {
        let text = stream(format);
        let document = Document::parse(&text).expect("well-formed");
        let named = |tag| {
            let elements = document.descendants();
            elements.filter(move |element| element.tag_name().name() == tag)
        };
        let attribute = |element: roxmltree::Node, name| {
            let value = element.attribute(name);
            value.expect("a required attribute").to_owned()
        };
        let nodes: BTreeSet<_> = named("node").map(|node| attribute(node, "id")).collect();
        let edges: BTreeSet<_> = named("edge").map(|edge| attribute(edge, "id")).collect();
        assert_eq!((nodes.len(), edges.len()), size(), "{format}");
        assert!(nodes.is_disjoint(&edges), "{format}");
        for edge in named("edge") {
            for end in ["source", "target"] {
                assert!(nodes.contains(&attribute(edge, end)), "{format}");
            }
        }
    }
}

#[test]
fn what_xml_cannot_carry_is_replaced_and_said() {
    let carried = hostile().replace(['\u{7}', '\u{1b}'], "\u{fffd}");
    for format in ["graphml", "yed", "gexf"] {
        let (files, warnings) = files(&dam_report(true), format, &Options::default());
        assert_eq!(warnings.len(), 1, "{format}");
        let document = Document::parse(&files[""]).expect("well-formed");
        let found = document.descendants().any(|element| {
            element.text() == Some(&carried) || element.attribute("value") == Some(&carried)
        });
        assert!(found, "{format}");
    }
}

#[test]
fn json_graphs_carry_every_character() {
    let (nodes, edges) = size();
    let elements = &json("cyjs")["elements"];
    let counts = ["nodes", "edges"].map(|part| elements[part].as_array().expect("a list").len());
    assert_eq!(counts, [nodes, edges]);
    let text = |nodes: &Value, data: &dyn Fn(&Value) -> Value| {
        let nodes = nodes.as_array().expect("a list");
        nodes.iter().any(|node| data(node) == hostile().as_str())
    };
    assert!(text(&elements["nodes"], &|node| node["data"]["text"].clone()));
    assert!(text(&json("nodelink")["nodes"], &|node| node["text"].clone()));
    assert!(text(&json("cx2")[4]["nodes"], &|node| node["v"]["text"].clone()));
}

#[test]
fn identifiers_do_not_hang_on_the_names_of_files() {
    let ids = |rename: bool| {
        let mut report = dam_report(true);
        if rename {
            for source in &mut report.sources {
                source.path = format!("elsewhere/{}", source.path);
                source.label.push_str(" (copy)");
            }
        }
        let network = Network::new(&report, &Selection::default());
        let nodes = network.nodes().iter().map(|node| node.id.clone());
        nodes.collect::<Vec<_>>()
    };
    assert_eq!(ids(false), ids(true));
    let plain = |id: &String| {
        let mut letters = id.chars();
        letters
            .next()
            .is_some_and(|first| first.is_ascii_lowercase())
            && letters.all(|letter| letter.is_ascii_alphanumeric() || "-._".contains(letter))
    };
    assert!(ids(false).iter().all(plain));
}

#[test]
fn a_selection_leaves_out_the_rest() {
    let report = dam_report(true);
    let selection = Selection {
        nodes: vec![NodeKind::Source, NodeKind::Claim],
        relations: vec![Relation::Diverge],
    };
    let network = Network::new(&report, &selection);
    let links = network.edges().iter().filter_map(|edge| network.link(edge));
    assert!(links.clone().all(|link| link.relation == "diverge"));
    assert_eq!(links.count(), report.stats.diverge);
    let claims = network
        .nodes()
        .iter()
        .filter_map(|node| network.claim(node));
    for claim in claims {
        let mut links = network.edges().iter().filter_map(|edge| network.link(edge));
        assert!(links.any(|link| [&link.a, &link.b].contains(&&claim.id)));
    }
}

#[test]
fn gexf_of_the_older_version_has_no_kinds_of_edges() {
    let options = Options {
        flavour: Some("1.2".into()),
        ..Options::default()
    };
    let (files, _) = files(&dam_report(true), "gexf", &options);
    assert!(files[""].contains(r#"xmlns="http://www.gexf.net/1.2draft""#));
    assert!(!files[""].contains(" kind="));
}

#[test]
fn tables_for_spreadsheets_may_begin_with_a_byte_order_mark() {
    let options = Options {
        flavour: Some("bom".into()),
        ..Options::default()
    };
    let (files, _) = files(&dam_report(true), "csv", &options);
    assert!(files.values().all(|text| text.starts_with("\u{feff}")));
}

#[test]
fn the_json_report_is_of_the_shape_that_its_schema_tells() {
    let report: Value = json("json");
    let schema = crosscheck::report::schema();
    check(&report, &schema, &schema, "report");
}

/// Whether `value` has the fields that `shape` declares, and no others.
fn check(value: &Value, shape: &Value, schema: &Value, path: &str) {
    let shape = match shape["$ref"].as_str() {
        Some(reference) => schema
            .pointer(reference.trim_start_matches('#'))
            .expect("a definition"),
        None => shape,
    };
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let path = format!("{path}.{name}");
                let declared = &shape["properties"][name];
                assert!(!declared.is_null(), "{path} is not in the schema");
                check(field, declared, schema, &path);
            }
            for name in shape["required"].as_array().into_iter().flatten() {
                let name = name.as_str().expect("a name");
                assert!(fields.contains_key(name), "{path}.{name} is missing");
            }
        }
        Value::Array(items) => {
            for item in items {
                check(item, &shape["items"], schema, path);
            }
        }
        Value::String(text) => {
            let mut allowed = shape["enum"].as_array().into_iter().flatten().peekable();
            assert!(
                allowed.peek().is_none() || allowed.any(|known| known == text),
                "{path}: {text}"
            );
        }
        _ => {}
    }
}
