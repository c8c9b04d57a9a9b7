//! Interchange: RDF, claims of schema.org, annotations, an apparatus and check results hold what the sample holds, and
//! hostile words stay words.

use std::collections::BTreeSet;

use crosscheck::output::Options;
use crosscheck::report::Report;
use roxmltree::Document;
use serde_json::Value;

use crate::sample::dam_report;
use crate::written::{files, hostile, json, stream, strings};

/// The formats of this file, all of them one stream.
const FORMATS: [&str; 6] = ["trig", "jsonld", "claims", "webannotation", "tei", "sarif"];

/// Those of them that are JSON documents.
const DOCUMENTS: [&str; 4] = ["jsonld", "claims", "webannotation", "sarif"];

#[test]
fn trig_reads_as_expected() {
    insta::assert_snapshot!(stream("trig"));
}

#[test]
fn json_ld_reads_as_expected() {
    insta::assert_snapshot!(stream("jsonld"));
}

#[test]
fn claims_read_as_expected() {
    insta::assert_snapshot!(stream("claims"));
}

#[test]
fn annotations_read_as_expected() {
    insta::assert_snapshot!(stream("webannotation"));
}

#[test]
fn the_apparatus_reads_as_expected() {
    insta::assert_snapshot!(stream("tei"));
}

#[test]
fn check_results_read_as_expected() {
    insta::assert_snapshot!(stream("sarif"));
}

/// The sample, with hostile words also in a path, a name, and the note of a finding.
fn hostile_report() -> Report {
    let mut report = dam_report(true);
    for source in &mut report.sources {
        source.path = format!("{}/{}", hostile(), source.path);
        source.label = hostile();
        source.outlet = Some(hostile());
    }
    for link in &mut report.links {
        for finding in &mut link.evidence.findings {
            finding.note = hostile();
        }
    }
    for name in &mut report.names {
        name.name = hostile();
    }
    report
}

fn written(format: &str) -> (String, Vec<String>) {
    let (mut files, warnings) = files(&hostile_report(), format, &Options::default());
    let text = files.remove("").expect("a single stream");
    (text, warnings)
}

#[test]
fn no_control_character_is_written_as_it_is() {
    for format in FORMATS {
        let (text, _) = written(format);
        let raw = text
            .chars()
            .find(|letter| letter.is_control() && *letter != '\n');
        assert_eq!(raw, None, "{format}");
    }
}

#[test]
fn json_documents_carry_hostile_words_exactly() {
    for format in DOCUMENTS {
        let (text, warnings) = written(format);
        let document: Value = serde_json::from_str(&text).expect("JSON");
        let exact = strings(&document)
            .into_iter()
            .any(|text| text.ends_with(&hostile()));
        assert!(exact, "{format}");
        assert!(warnings.is_empty(), "{format}: {warnings:?}");
    }
}

#[test]
fn trig_escapes_what_would_end_a_string() {
    let (text, warnings) = written("trig");
    let quoted = format!(
        "\"{}\"",
        hostile()
            .replace('\u{1b}', "\\u001B")
            .replace('\u{7}', "\\u0007")
    );
    assert!(text.contains(&format!("crosscheck:text {quoted}")));
    assert!(warnings.is_empty());
    let sentence = "He said \"no\\yes\".\nThen\r\"\"\" left.";
    let mut report = dam_report(true);
    report.claims[0].text = Some(sentence.into());
    let (files, _) = files(&report, "trig", &Options::default());
    assert!(files[""].contains(r#""He said \"no\\yes\".\nThen\r\"\"\" left.""#));
}

#[test]
fn an_apparatus_replaces_what_xml_cannot_carry_and_counts_it() {
    let (text, warnings) = written("tei");
    let document = Document::parse(&text).expect("well-formed");
    let carried = hostile().replace(['\u{7}', '\u{1b}'], "\u{fffd}");
    let witnesses = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.tei-c.org/ns/1.0", "witness")));
    let names: BTreeSet<_> = witnesses.map(|witness| witness.text()).collect();
    assert_eq!(names, BTreeSet::from([Some(carried.as_str())]));
    let replaced = text.matches('\u{fffd}').count();
    assert_eq!(
        warnings,
        [format!(
            "{replaced} characters that the format cannot carry were replaced"
        )]
    );
}

#[test]
fn an_apparatus_names_each_thing_once_and_nothing_that_is_not_there() {
    let text = stream("tei");
    let document = Document::parse(&text).expect("well-formed");
    let elements = document.descendants();
    let ids = elements.filter_map(|node| node.attribute((roxmltree::NS_XML_URI, "id")));
    let ids: Vec<_> = ids.collect();
    let unique: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len());
    let witnesses = document
        .descendants()
        .filter_map(|node| node.attribute("wit"));
    for witness in witnesses.flat_map(str::split_whitespace) {
        assert!(
            unique.contains(witness.trim_start_matches('#')),
            "{witness}"
        );
    }
    assert!(ids.iter().all(|id| plain(id)));
}

/// Whether an identifier needs no escape in any format.
fn plain(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter))
}

/// The identifiers that a format gives, without what all begin with.
fn ids(format: &str) -> BTreeSet<String> {
    let text = stream(format);
    let parts = text.split("urn:crosscheck:").skip(1);
    let ends = |letter: char| matches!(letter, '"' | '>');
    let ids = parts.filter_map(|part| part.split(ends).next());
    ids.filter(|id| !id.starts_with("vocabulary:"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn identifiers_are_plain_and_the_same_in_every_format() {
    let graph: Value = json("nodelink");
    let named = |list: &str, field: &str| {
        let elements = graph[list].as_array().expect("a list").iter();
        let ids =
            elements.map(|element| element[field].as_str().expect("an identifier").to_owned());
        ids.collect::<BTreeSet<_>>()
    };
    let (nodes, edges) = (named("nodes", "id"), named("edges", "key"));
    let [trig, linked, claims] = ["trig", "jsonld", "claims"].map(ids);
    assert_eq!(trig, linked);
    assert!(nodes.is_subset(&trig));
    let claimed = |id: &String| nodes.contains(id.trim_start_matches("quotation-"));
    assert!(claims.iter().all(claimed));
    let links = dam_report(true).links.into_iter().map(|link| link.id);
    let links: BTreeSet<_> = links.collect();
    assert!(links.is_subset(&edges) && links.is_subset(&trig));
    let annotations = ids("webannotation");
    for id in links
        .iter()
        .chain(nodes.iter().filter(|id| id.starts_with("c-")))
    {
        assert!(annotations.contains(&format!("annotation-{id}")), "{id}");
    }
    assert!(trig.iter().chain(&annotations).all(|id| plain(id)));
}

#[test]
fn selectors_count_code_points_and_find_the_words() {
    let report = dam_report(true);
    let page = json("webannotation");
    let mut count = 0;
    for item in page["items"].as_array().expect("a list") {
        for target in item["target"].as_array().expect("a list") {
            let [quote, position] = [0, 1].map(|at| &target["selector"][at]);
            let ends = ["start", "end"].map(|end| position[end].as_u64().expect("a number"));
            let exact = quote["exact"].as_str().expect("words");
            assert_eq!(exact.chars().count() as u64, ends[1] - ends[0]);
            let found = report
                .sources
                .iter()
                .filter_map(|source| source.text.as_deref())
                .any(|text| {
                    let letters = text.chars().skip(ends[0] as usize);
                    letters.take(exact.chars().count()).eq(exact.chars())
                });
            assert!(found, "{exact}");
            count += 1;
        }
    }
    assert!(count > report.claims.len(), "{count}");
}

#[test]
fn check_results_name_files_so_that_no_reader_takes_them_apart() {
    let (text, _) = written("sarif");
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let artifacts = &document["runs"][0]["artifacts"];
    for artifact in artifacts.as_array().expect("a list") {
        let uri = artifact["location"]["uri"].as_str().expect("a path");
        assert!(
            uri.chars()
                .all(|letter| letter.is_ascii_alphanumeric() || "/%-._~".contains(letter)),
            "{uri}"
        );
    }
}
