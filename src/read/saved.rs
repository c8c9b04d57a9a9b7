//! Saved reports, as far as they tell of their sources.

use std::collections::HashMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::{failed, unreadable};
use crate::error::Error;
use crate::model::{Block, Source, Span, Zone};

/// A report that was written as JSON.
#[derive(Debug, Deserialize)]
pub struct SavedReport {
    /// Its sources.
    pub sources: Vec<SavedSource>,
    /// Its claims.
    pub claims: Vec<SavedClaim>,
    /// Its links.
    pub links: Vec<SavedLink>,
    /// Its contradictions inside one source, if they were looked for.
    #[serde(default)]
    pub within: Vec<SavedLink>,
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

/// Whether a JSON value is a report that crosscheck wrote.
pub fn is_report(value: &Value) -> bool {
    value["tool"]["name"] == "crosscheck" && value["schema_version"].is_number()
}

/// The report at `path`.
///
/// # Errors
/// If it cannot be read or is no report of ours.
pub fn load(path: &str) -> Result<SavedReport, Error> {
    let bytes = std::fs::read(path).map_err(|error| failed(Path::new(path), &error))?;
    let value = serde_json::from_slice(&bytes)
        .map_err(|error| unreadable(path, format!("it is no valid JSON: {error}")))?;
    report(path, value)
}

fn report(path: &str, value: Value) -> Result<SavedReport, Error> {
    if !is_report(&value) {
        return Err(unreadable(
            path,
            "it is no report that crosscheck wrote with -o json",
        ));
    }
    serde_json::from_value(value)
        .map_err(|error| unreadable(path, format!("it is not a whole report: {error}")))
}

/// The sources of the report at `path`, cut as they were when it was written.
///
/// # Errors
/// If it was written without texts, or has been changed so that spans do not fit them.
pub fn sources(path: &str, value: Value) -> Result<Vec<Source>, Error> {
    let report = report(path, value)?;
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
            restored(path, source, claims)
        })
        .collect()
}

/// `saved` as a source again; `claims` are its claims.
fn restored(path: &str, saved: SavedSource, claims: &[&SavedClaim]) -> Result<Source, Error> {
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
