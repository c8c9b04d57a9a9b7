//! `sources.toml`: a list of articles with what is known of them.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::{failed, identity, unreadable};
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
    id: Option<Spanned<String>>,
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
/// If it cannot be read, is no valid TOML, holds a key that means nothing, or gives one id twice; with the line.
pub fn load(path: &Path) -> Result<Vec<(PathBuf, Details)>, Error> {
    let text = std::fs::read_to_string(path).map_err(|error| failed(path, &error))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    parse(&text, folder).map_err(|reason| unreadable(&path.display().to_string(), reason))
}

fn parse(text: &str, folder: &Path) -> Result<Vec<(PathBuf, Details)>, String> {
    let manifest: Manifest = toml::from_str(text).map_err(|wrong| {
        let start = wrong.span().unwrap_or_default().start;
        at_line(text, start, &wrong.message().replace('\n', ", "))
    })?;
    let mut ids = HashSet::new();
    let entries = manifest.source.into_iter().map(|entry| {
        if let Some(id) = &entry.id
            && !ids.insert(id.get_ref().clone())
        {
            let reason = format!("the id {:?} is given to another file already", id.get_ref());
            return Err(at_line(text, id.span().start, &reason));
        }
        let published = entry.published.map(|day| date(&day, text));
        let details = Details {
            id: entry.id.map(Spanned::into_inner),
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
    let reason = || format!("{written} is no date; write 2025-03-10");
    leading_date(&written)
        .map(|(date, _)| date)
        .ok_or_else(|| at_line(text, value.span().start, &reason()))
}

/// What is wrong, with the line of the byte at `position`.
fn at_line(text: &str, position: usize, what: &str) -> String {
    let before = text.bytes().take(position);
    let line = 1 + before.filter(|byte| *byte == b'\n').count();
    format!("line {line}: {what}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, told) in [
            (
                "[[source]]\npath = \"a\"\noutlit = \"X\"\n",
                "line 3: unknown field `outlit`",
            ),
            (
                "[[source]]\noutlet = \"X\"\n",
                "line 1: missing field `path`",
            ),
            ("[[source]]\npath = \n", "line 2: "),
            (
                "[[source]]\npath = \"a\"\npublished = \"soon\"\n",
                "line 3: soon is no date",
            ),
            (
                "[[source]]\npath = \"a\"\nid = \"x\"\n[[source]]\npath = \"b\"\nid = \"x\"\n",
                "line 6: the id \"x\" is given",
            ),
            ("", "line 1: missing field `source`"),
        ] {
            let said = parse(text, Path::new("")).expect_err(text);
            assert!(said.starts_with(told), "{said}");
            assert!(!said.contains('\n'), "{said}");
        }
    }
}
