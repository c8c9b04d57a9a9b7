//! `sources.toml`: a list of articles with what is known of them.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::{identity, unreadable};
use crate::error::Error;
use crate::model::Source;
use crate::text::date::leading_date;

/// A folder with a file of this name is described by it.
pub const FILE_NAME: &str = "sources.toml";

/// Endings of names of manifests.
pub const EXTENSION: &str = "toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    source: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: PathBuf,
    id: Option<String>,
    outlet: Option<String>,
    published: Option<Spanned<toml::Value>>,
    url: Option<String>,
    family: Option<String>,
}

/// What a manifest says of one file; it counts for more than what the file itself says.
#[derive(Clone, Debug, Default)]
pub struct Details {
    id: Option<String>,
    outlet: Option<String>,
    published: Option<Date>,
    url: Option<String>,
    family: Option<String>,
}

impl Details {
    /// What is known of a page that came from `address`.
    pub fn of_address(address: &str) -> Self {
        Self {
            url: Some(address.to_owned()),
            ..Self::default()
        }
    }

    /// Gives the details to the sources of one file. Several sources keep ids and addresses of their own.
    pub fn give(self, sources: &mut [Source]) {
        let alone = sources.len() == 1;
        for source in sources {
            if alone {
                source.id = self
                    .id
                    .as_deref()
                    .map_or_else(|| source.id.clone(), identity::from_name);
                source.url = self.url.clone().or_else(|| source.url.take());
            }
            source.outlet = self.outlet.clone().or_else(|| source.outlet.take());
            source.published = self.published.or(source.published);
            source.family = self.family.clone().or_else(|| source.family.take());
        }
    }
}

/// The files that the manifest at `path` names, each relative to the folder of the manifest.
///
/// # Errors
/// If it cannot be read, is no valid TOML, or holds a key that means nothing; with the line.
pub fn load(path: &Path) -> Result<Vec<(PathBuf, Details)>, Error> {
    let name = path.display().to_string();
    let text =
        std::fs::read_to_string(path).map_err(|error| unreadable(&name, error.to_string()))?;
    let manifest: Manifest =
        toml::from_str(&text).map_err(|error| unreadable(&name, error.to_string()))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let entries = manifest.source.into_iter().map(|entry| {
        let published = entry
            .published
            .map(|day| date(&day, &text).map_err(|reason| unreadable(&name, reason)));
        let details = Details {
            id: entry.id,
            outlet: entry.outlet,
            published: published.transpose()?,
            url: entry.url,
            family: entry.family,
        };
        Ok((folder.join(entry.path), details))
    });
    entries.collect()
}

/// A day, written as a date of TOML or as text.
fn date(value: &Spanned<toml::Value>, text: &str) -> Result<Date, String> {
    let written = match value.get_ref() {
        toml::Value::String(written) => written.clone(),
        other => other.to_string(),
    };
    let line = text[..value.span().start].lines().count().max(1);
    leading_date(&written)
        .map(|(date, _)| date)
        .ok_or_else(|| format!("line {line}: {written} is no date; write 2025-03-10"))
}
