//! Reports that carry their texts, as sources.

use serde::Deserialize;
use serde_json::Value;

use super::unreadable;
use crate::error::Error;
use crate::model::{Block, Source, Span, Zone};

/// A report of ours, as far as its sources go.
#[derive(Deserialize)]
struct SavedReport {
    sources: Vec<SavedSource>,
    claims: Vec<SavedClaim>,
}

#[derive(Deserialize)]
struct SavedSource {
    id: String,
    path: String,
    label: String,
    outlet: Option<String>,
    published: Option<String>,
    url: Option<String>,
    sha256: String,
    text: Option<String>,
    zones: Vec<SavedZone>,
    warnings: Vec<String>,
}

#[derive(Deserialize)]
struct SavedZone {
    zone: String,
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct SavedClaim {
    source: String,
    start: usize,
    end: usize,
}

/// Whether a JSON value is a report that crosscheck wrote.
pub fn is_report(value: &Value) -> bool {
    value["tool"]["name"] == "crosscheck" && value["schema_version"].is_number()
}

/// The sources of the report at `path`, cut as they were when it was written.
///
/// # Errors
/// If it was written without texts, or has been changed so that spans do not fit them.
pub fn sources(path: &str, value: Value) -> Result<Vec<Source>, Error> {
    let report: SavedReport = serde_json::from_value(value)
        .map_err(|error| unreadable(path, format!("it is no report that can be read: {error}")))?;
    let claims = &report.claims;
    let sources = report.sources.into_iter();
    sources
        .map(|source| restored(path, source, claims))
        .collect()
}

fn restored(path: &str, saved: SavedSource, claims: &[SavedClaim]) -> Result<Source, Error> {
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
    let claims = claims.iter().filter(|claim| claim.source == saved.id);
    let claims = claims.map(|claim| (Some(Zone::Claim), claim.start..claim.end));
    let mut blocks = Vec::new();
    for (zone, range) in zones.chain(claims) {
        if text.get(range.clone()).is_none() || range.is_empty() {
            return Err(unreadable(
                path,
                format!(
                    "a span does not fit the text of source {:?}; `crosscheck verify` says more",
                    saved.id
                ),
            ));
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
