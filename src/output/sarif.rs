//! SARIF 2.1.0: differences between the sources as results of a check, for editors and continuous integration.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use super::location::Locator;
use super::target::Target;
use super::{About, Format, Options, Written, json};
use crate::model::Kind;
use crate::report::network::Network;
use crate::report::{FindingView, Index, LinkView, MarkView, Report};

/// One result for each finding.
pub struct Sarif;

impl Format for Sarif {
    fn about(&self) -> About {
        About {
            name: "sarif",
            summary: "the differences as check results, for editors and continuous integration",
            extensions: &["sarif"],
            flavours: &[],
            opens: &[
                ("sarif-tools", "sarif summary differences.sarif"),
                ("editors, continuous integration", "load it as SARIF 2.1.0"),
            ],
            leaves_out: "What agrees. Conflicts are warnings; other differences are for review.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let results = Results::new(report).all(&network);
        let document = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": {"driver": {
                    "name": report.tool.name,
                    "semanticVersion": report.tool.version,
                    "rules": rules(),
                }},
                "columnKind": "unicodeCodePoints",
                "artifacts": artifacts(report),
                "results": results,
            }],
        });
        json::document(&document, target)?;
        Ok(Vec::new())
    }
}

/// One rule for each kind in which claims can differ.
fn rules() -> Value {
    let rule = |kind: Kind| {
        let text = format!("Two sources differ in {}.", kind.name());
        json!({"id": rule_id(kind.name()), "shortDescription": {"text": text}})
    };
    Kind::ALL.map(rule).to_vec().into()
}

fn rule_id(kind: &str) -> String {
    format!("diverge/{kind}")
}

fn artifacts(report: &Report) -> Vec<Value> {
    let artifact = |source: &crate::report::SourceView| json!({"location": {"uri": uri(&source.path)}, "hashes": {"sha-256": source.sha256}});
    report.sources.iter().map(artifact).collect()
}

struct Results<'r> {
    index: Index<'r>,
    locators: HashMap<&'r str, Locator<'r>>,
}

impl<'r> Results<'r> {
    fn new(report: &'r Report) -> Self {
        let sources = report.sources.iter();
        let locators = sources.filter_map(|source| {
            let text = source.text.as_deref()?;
            Some((source.id.as_str(), Locator::new(text)))
        });
        Self {
            index: Index::new(report),
            locators: locators.collect(),
        }
    }

    fn all(&self, network: &Network) -> Vec<Value> {
        let links = network.edges().iter().filter_map(|edge| network.link(edge));
        let results = links.flat_map(|link| {
            let findings = link.evidence.findings.iter();
            findings.map(move |finding| self.result(link, finding))
        });
        results.collect()
    }

    /// What cannot both be true is a failure; the standard gives no level to what is only for review.
    fn result(&self, link: &LinkView, finding: &FindingView) -> Value {
        let (kind, level) = match finding.conflict {
            true => ("fail", "warning"),
            false => ("review", "none"),
        };
        let (first, others) = self.locations(link, finding);
        let mut fingerprints = BTreeMap::new();
        fingerprints.insert("linkAndCode/v1", format!("{}:{}", link.id, finding.code));
        json!({
            "ruleId": rule_id(finding.kind),
            "kind": kind,
            "level": level,
            "message": {"text": self.message(link, finding)},
            "locations": first,
            "relatedLocations": others,
            "partialFingerprints": fingerprints,
            "rank": (link.probability * 100.0).clamp(0.0, 100.0),
        })
    }

    /// Words of the first claim that is marked come first; all other marks are related.
    fn locations(&self, link: &LinkView, finding: &FindingView) -> (Vec<Value>, Vec<Value>) {
        let marked = finding.marks.iter().filter_map(|mark| self.location(mark));
        let mut marked: Vec<_> = marked.collect();
        let rest = marked.split_off(marked.len().min(1));
        let ends = [&link.a, &link.b].map(|claim| self.whole(claim));
        let ends = ends.into_iter().flatten();
        let related = (1..).zip(rest.into_iter().chain(ends));
        let numbered = related.map(|(number, mut location)| {
            location["id"] = json!(number);
            location
        });
        (marked, numbered.collect())
    }

    fn location(&self, mark: &MarkView) -> Option<Value> {
        let words = mark.value.as_deref();
        self.place(&mark.claim, mark.start, mark.end, words)
    }

    fn whole(&self, claim: &str) -> Option<Value> {
        let (start, end) = self
            .index
            .claim(claim)
            .map(|claim| (claim.start, claim.end))?;
        self.place(claim, start, end, Some(claim))
    }

    fn place(&self, claim: &str, start: u32, end: u32, words: Option<&str>) -> Option<Value> {
        let source = self.index.source_of(self.index.claim(claim)?)?;
        let region = match self.locators.get(source.id.as_str()) {
            Some(locator) => region(locator, start, end),
            None => json!({"byteOffset": start, "byteLength": end - start}),
        };
        let mut location = json!({
            "physicalLocation": {
                "artifactLocation": {"uri": uri(&source.path)},
                "region": region,
            },
        });
        if let Some(words) = words {
            location["message"] = json!({"text": words});
        }
        Some(location)
    }

    fn message(&self, link: &LinkView, finding: &FindingView) -> String {
        let (a, b) = (&link.a, &link.b);
        format!("{a} and {b}: {}", finding.note)
    }
}

fn region(locator: &Locator, start: u32, end: u32) -> Value {
    let (first, last) = (locator.line_column(start), locator.line_column(end));
    let offset = locator.letters_before(start);
    json!({
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": offset,
        "charLength": locator.letters_before(end) - offset,
        "snippet": {"text": locator.text().get(start as usize..end as usize).unwrap_or_default()},
    })
}

/// A path as a relative or `file:` reference; every byte that is not plain is written as `%XX`.
fn uri(path: &str) -> String {
    let mut uri = match path.starts_with('/') {
        true => "file://".to_owned(),
        false => String::new(),
    };
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(byte.into()),
            plain if plain.is_ascii_alphanumeric() => uri.push(plain.into()),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references_that_no_reader_takes_apart() {
        assert_eq!(uri("seeds/a b.txt"), "seeds/a%20b.txt");
        assert_eq!(uri("/news/a:ü#?.txt"), "file:///news/a%3A%C3%BC%23%3F.txt");
    }
}
