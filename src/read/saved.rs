//! Saved reports, as JSON or JSON lines: their sources, to be compared again, and what points at the words of these, to be verified.

use std::collections::HashMap;
use std::path::Path;

use rayon::prelude::*;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Deserializer;

use super::{failed, unreadable};
use crate::error::Error;
use crate::model::{Block, Source, Span, Zone};

/// A saved report; `L` is what is read of its links.
#[derive(Debug, Deserialize)]
pub struct SavedReport<L = SavedLink> {
    /// Its sources.
    pub sources: Vec<SavedSource>,
    /// Its claims.
    pub claims: Vec<SavedClaim>,
    /// Its links.
    pub links: Vec<L>,
    /// Its contradictions inside one source, if they were looked for.
    #[serde(default = "Vec::new")]
    pub within: Vec<L>,
}

/// A source of a saved report.
#[derive(Debug, Deserialize)]
pub struct SavedSource {
    /// Its id.
    pub id: String,
    /// Where it was read from.
    pub path: String,
    /// What people call it.
    pub label: String,
    /// Publisher.
    pub outlet: Option<String>,
    /// Family of publishers.
    #[serde(default)]
    pub family: Option<String>,
    /// Day of publication.
    pub published: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// SHA-256 of the bytes it was read from.
    pub sha256: String,
    /// SHA-256 of its text.
    pub text_sha256: String,
    /// Its text, unless the report was to hold none.
    pub text: Option<String>,
    /// Its units that are no claims.
    pub zones: Vec<SavedZone>,
    /// What was not as it should be.
    pub warnings: Vec<String>,
}

/// A unit of a saved source that is no claim.
#[derive(Debug, Deserialize)]
pub struct SavedZone {
    /// Its id.
    pub id: String,
    /// What it is.
    pub zone: String,
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
}

/// A claim of a saved report.
#[derive(Debug, Deserialize)]
pub struct SavedClaim {
    /// Its id.
    pub id: String,
    /// The id of its source.
    pub source: String,
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    /// Its words, unless the report was to hold none.
    pub text: Option<String>,
}

/// A link of a saved report.
#[derive(Debug, Deserialize)]
pub struct SavedLink {
    /// Its id.
    pub id: String,
    /// The id of its first claim.
    pub a: String,
    /// The id of its second claim.
    pub b: String,
    /// Why it is what it is.
    pub evidence: SavedEvidence,
}

/// The evidence of a saved link.
#[derive(Debug, Deserialize)]
pub struct SavedEvidence {
    /// The differences.
    pub findings: Vec<SavedFinding>,
}

/// A finding of a saved link.
#[derive(Debug, Deserialize)]
pub struct SavedFinding {
    /// Its name.
    pub code: String,
    /// The words it points at.
    pub marks: Vec<SavedMark>,
}

/// A mark of a saved finding.
#[derive(Debug, Deserialize)]
pub struct SavedMark {
    /// The id of the claim.
    pub claim: String,
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
}

/// The sources of the report that `text` holds, cut as they were when it was written; nothing if it holds none. The text was read
/// from `path`.
///
/// # Errors
/// If the report was written without texts, or has been cut off, or changed so that spans do not fit its texts.
pub fn sources(path: &str, text: &str) -> Option<Result<Vec<Source>, Error>> {
    let form = Form::of(text)?;
    // What is linked is found again, which takes less time than to read it.
    let report = SavedReport::<IgnoredAny>::read(path, text, form);
    Some(report.and_then(|report| restored(path, report)))
}

/// The report at `path`.
///
/// # Errors
/// If it cannot be read or is no report of ours.
pub fn load(path: &str) -> Result<SavedReport, Error> {
    let bytes = std::fs::read(path).map_err(|error| failed(Path::new(path), &error))?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|error| unreadable(path, format!("it is no valid JSON: {error}")))?;
    let text = text.trim_start_matches('\u{feff}');
    match Form::of(text) {
        Some(form) => SavedReport::read(path, text, form),
        None => Err(unreadable(path, no_report(text))),
    }
}

/// Why `text` is no report.
fn no_report(text: &str) -> String {
    let mut values = Deserializer::from_str(text).into_iter::<IgnoredAny>();
    match values.next() {
        Some(Err(error)) => format!("it is no valid JSON: {error}"),
        _ => "it is no report that crosscheck wrote with -o json or -o jsonl".to_owned(),
    }
}

/// How a report is laid out.
#[derive(Clone, Copy)]
enum Form {
    Document,
    Lines,
}

/// What a report says of who made it: one document by fields of its own, JSON lines in their first line.
#[derive(Deserialize)]
struct Maker {
    record: Option<IgnoredAny>,
    tool: Tool,
}

#[derive(Deserialize)]
struct Tool {
    name: String,
}

impl Form {
    /// That of the report that `text` holds, if it holds one of ours.
    fn of(text: &str) -> Option<Self> {
        let mut values = Deserializer::from_str(text).into_iter::<Maker>();
        let maker = values.next()?.ok()?;
        let form = match maker.record {
            Some(_) => Self::Lines,
            None => Self::Document,
        };
        (maker.tool.name == "crosscheck").then_some(form)
    }
}

impl<L: DeserializeOwned + Send> SavedReport<L> {
    /// The report that `text` holds.
    fn read(path: &str, text: &str, form: Form) -> Result<Self, Error> {
        let report = match form {
            Form::Document => serde_json::from_str(text).map_err(|error| error.to_string()),
            Form::Lines => Self::of_lines(text),
        };
        report.map_err(|reason| unreadable(path, format!("it is not a whole report: {reason}")))
    }

    /// The report of a text with one record a line.
    fn of_lines(text: &str) -> Result<Self, String> {
        let numbered = (1..).zip(text.lines());
        let lines: Vec<(usize, &str)> = numbered
            .filter(|(_, line)| !line.trim().is_empty())
            .collect();
        let read = lines.par_iter().map(|(number, line)| {
            Line::of(line).map_err(|error| format!("line {number}: {error}"))
        });
        let mut report = Self {
            sources: Vec::new(),
            claims: Vec::new(),
            links: Vec::new(),
            within: Vec::new(),
        };
        let mut said = None;
        for line in read.collect::<Vec<_>>() {
            match line? {
                Line::Run(run) if said.is_none() => said = Some(run.stats),
                Line::Run(_) => return Err("its lines are of several runs".to_owned()),
                Line::Source(source) => report.sources.push(source),
                Line::Claim(claim) => report.claims.push(claim),
                Line::Link(link) => report.links.push(link),
                Line::Within(link) => report.within.push(link),
                Line::Other => {}
            }
        }
        report.checked(&said.ok_or("no line tells of the run")?)
    }

    /// The same report, if it holds as much as it says: lines may have been cut off.
    fn checked(self, said: &Said) -> Result<Self, String> {
        let counts = [
            ("sources", self.sources.len(), said.sources),
            ("claims", self.claims.len(), said.claims),
            ("links", self.links.len(), said.links),
            (
                "contradictions inside one source",
                self.within.len(),
                said.within,
            ),
        ];
        match counts.iter().find(|(_, found, said)| found != said) {
            Some((what, found, said)) => Err(format!("it holds {found} of its {said} {what}")),
            None => Ok(self),
        }
    }
}

/// A line of a report.
enum Line<L> {
    Run(Run),
    Source(SavedSource),
    Claim(SavedClaim),
    Link(L),
    Within(L),
    Other,
}

#[derive(Deserialize)]
struct Run {
    stats: Said,
}

/// How much a report holds, as it says itself.
#[derive(Deserialize)]
struct Said {
    sources: usize,
    claims: usize,
    links: usize,
    #[serde(default)]
    within: usize,
}

/// What a line of a report says that it is.
#[derive(Deserialize)]
struct Kind {
    record: Record,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Record {
    Run,
    Source,
    Claim,
    Link,
    Within,
    #[serde(other)]
    Other,
}

impl<L: DeserializeOwned> Line<L> {
    fn of(line: &str) -> serde_json::Result<Self> {
        let kind: Kind = serde_json::from_str(line)?;
        Ok(match kind.record {
            Record::Run => Self::Run(serde_json::from_str(line)?),
            Record::Source => Self::Source(serde_json::from_str(line)?),
            Record::Claim => Self::Claim(serde_json::from_str(line)?),
            Record::Link => Self::Link(serde_json::from_str(line)?),
            Record::Within => Self::Within(serde_json::from_str(line)?),
            Record::Other => Self::Other,
        })
    }
}

/// The sources of `report`.
fn restored(path: &str, report: SavedReport<IgnoredAny>) -> Result<Vec<Source>, Error> {
    let mut claims: HashMap<&str, Vec<&SavedClaim>> = HashMap::new();
    for claim in &report.claims {
        claims.entry(&claim.source).or_default().push(claim);
    }
    let sources = report.sources.into_iter();
    sources
        .map(|source| {
            let claims = claims
                .get(source.id.as_str())
                .map_or(&[][..], Vec::as_slice);
            restored_source(path, source, claims)
        })
        .collect()
}

/// `saved` as a source again; `claims` are its claims.
fn restored_source(
    path: &str,
    saved: SavedSource,
    claims: &[&SavedClaim],
) -> Result<Source, Error> {
    let Some(text) = saved.text else {
        return Err(unreadable(
            path,
            "the report was written without texts; name the articles themselves",
        ));
    };
    let zones = saved
        .zones
        .iter()
        .map(|unit| (zone(&unit.zone), unit.start..unit.end));
    let claims = claims
        .iter()
        .map(|claim| (Some(Zone::Claim), claim.start..claim.end));
    let mut blocks = Vec::new();
    for (zone, range) in zones.chain(claims) {
        if range.is_empty() || text.get(range.clone()).is_none() {
            let reason = format!(
                "a span does not fit the text of source {:?}; `crosscheck verify` says more",
                saved.id
            );
            return Err(unreadable(path, reason));
        }
        blocks.push(Block {
            zone,
            span: Span::new(range),
        });
    }
    blocks.sort_by_key(|block| block.span);
    if blocks
        .windows(2)
        .any(|pair| pair[0].span.overlaps(pair[1].span))
    {
        return Err(unreadable(
            path,
            format!("spans of source {:?} overlap", saved.id),
        ));
    }
    Ok(Source {
        id: saved.id,
        path: saved.path,
        label: saved.label,
        outlet: saved.outlet,
        family: saved.family,
        published: saved.published.and_then(|day| day.parse().ok()),
        url: saved.url,
        sha256: saved.sha256,
        text,
        blocks,
        warnings: saved.warnings,
    })
}

fn zone(name: &str) -> Option<Zone> {
    Zone::ALL.into_iter().find(|zone| zone.name() == name)
}
