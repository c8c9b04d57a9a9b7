//! Whether a saved report still holds: its hashes, spans and quoted words against the articles it was made from.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::identifier::{link_id, sha256};
use crate::error::Error;
use crate::model::Source;
use crate::read::saved::{self, SavedClaim, SavedLink, SavedReport, SavedSource};
use crate::read::{self, Options, Reading};

/// What was found out about a saved report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// How many sources were compared with their files.
    pub sources: usize,
    /// How many spans were looked up in the texts: of claims, other units and marks.
    pub spans: usize,
    /// What does not hold.
    pub problems: Vec<Problem>,
}

/// One thing that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Of what: the id of a source, a unit or a link.
    pub of: String,
    /// What is wrong, in words.
    pub what: String,
}

/// Checks the report at `path` against its articles: where they were, or in the folder `sources` under the names they had. A report may
/// come from anybody, so that neither standard input nor the network nor whole folders are read on its behalf.
///
/// # Errors
/// If the report cannot be read or is none of ours.
pub fn verify(path: &str, sources: Option<&Path>) -> Result<Verification, Error> {
    let report = saved::load(path)?;
    let paths: BTreeSet<String> = report
        .sources
        .iter()
        .map(|source| place(source, sources))
        .filter(|path| read::may_be_file(path))
        .collect();
    let reading = read::open(&paths.into_iter().collect::<Vec<_>>(), &Options::default());
    let mut check = Check {
        texts: BTreeMap::new(),
        found: Verification::default(),
    };
    if report.sources.is_empty() {
        check.problem(
            path,
            "it names no sources, so that nothing in it can be checked",
        );
    }
    for source in &report.sources {
        check.source(source, &place(source, sources), &reading);
    }
    check.units(&report);
    check.links(&report);
    Ok(check.found)
}

/// Where the file of a source is to be found.
fn place(source: &SavedSource, folder: Option<&Path>) -> String {
    let name = Path::new(&source.path).file_name();
    match (folder, name) {
        (Some(folder), Some(name)) => folder.join(name).display().to_string(),
        _ => source.path.clone(),
    }
}

struct Check {
    /// The texts that spans are looked up in, by the ids of their sources.
    texts: BTreeMap<String, String>,
    found: Verification,
}

impl Check {
    fn problem(&mut self, of: &str, what: impl Into<String>) {
        self.found.problems.push(Problem {
            of: of.to_owned(),
            what: what.into(),
        });
    }

    /// Compares a source with its file and keeps the file's text; without a file, the text that the report carries.
    fn source(&mut self, saved: &SavedSource, path: &str, reading: &Reading) {
        if saved
            .text
            .as_ref()
            .is_some_and(|text| sha256(text.as_bytes()) != saved.text_sha256)
        {
            self.problem(
                &saved.id,
                "the text in the report is not the one that was hashed",
            );
        }
        let text = match file_of(saved, path, reading) {
            Some(source) => {
                self.found.sources += 1;
                if source.sha256 != saved.sha256 {
                    self.problem(&saved.id, format!("the file {path} has changed"));
                }
                if sha256(source.text.as_bytes()) != saved.text_sha256 {
                    self.problem(&saved.id, format!("the text of {path} has changed"));
                }
                Some(source.text.clone())
            }
            None if !read::may_be_file(path) => {
                let what = format!(
                    "it came from {path}, which is no file and not asked again; keep its articles in a folder (--sources)"
                );
                self.problem(&saved.id, what);
                saved.text.clone()
            }
            None => {
                let reasons = reading.errors.iter().map(ToString::to_string);
                let reason = reasons.into_iter().find(|reason| reason.contains(path));
                self.problem(
                    &saved.id,
                    reason.unwrap_or_else(|| format!("{path} does not hold it any more")),
                );
                saved.text.clone()
            }
        };
        if let Some(text) = text {
            self.texts.insert(saved.id.clone(), text);
        }
    }

    /// Looks up every claim and every other unit.
    fn units(&mut self, report: &SavedReport) {
        for source in &report.sources {
            for zone in &source.zones {
                self.span(&source.id, &zone.id, zone.start..zone.end, None);
            }
        }
        let sources: BTreeSet<_> = report.sources.iter().map(|source| &source.id).collect();
        for claim in &report.claims {
            if !sources.contains(&claim.source) {
                let what = format!("its source {} is none of the report", claim.source);
                self.problem(&claim.id, what);
            }
            self.span(
                &claim.source,
                &claim.id,
                claim.start..claim.end,
                claim.text.as_deref(),
            );
        }
    }

    /// Looks up both claims of every link, and every mark within its claim.
    fn links(&mut self, report: &SavedReport) {
        let claims: BTreeMap<_, _> = report
            .claims
            .iter()
            .map(|claim| (claim.id.as_str(), claim))
            .collect();
        for link in report.links.iter().chain(&report.within) {
            self.ends(link, &claims);
            let findings = link.evidence.findings.iter();
            for (finding, mark) in
                findings.flat_map(|finding| finding.marks.iter().map(move |mark| (finding, mark)))
            {
                let claim = claims.get(mark.claim.as_str());
                let Some(claim) =
                    claim.filter(|claim| claim.start <= mark.start && mark.end <= claim.end)
                else {
                    self.problem(
                        &link.id,
                        format!("{} marks words outside claim {}", finding.code, mark.claim),
                    );
                    continue;
                };
                self.span(&claim.source, &link.id, mark.start..mark.end, None);
            }
        }
    }

    /// Whether a link is that of the two claims it names: its id follows from their words.
    fn ends(&mut self, link: &SavedLink, claims: &BTreeMap<&str, &SavedClaim>) {
        let ends = [&link.a, &link.b].map(|id| (id, claims.get(id.as_str())));
        for (id, _) in ends.iter().filter(|(_, claim)| claim.is_none()) {
            self.problem(&link.id, format!("there is no claim {id}"));
        }
        let words = ends.map(|(_, claim)| {
            let claim = claim?;
            let there = || self.texts.get(&claim.source)?.get(claim.start..claim.end);
            claim.text.as_deref().or_else(there)
        });
        if let [Some(a), Some(b)] = words
            && !link.id.starts_with(&link_id(a, b))
        {
            let reason = format!("it is not the link of {} and {}", link.a, link.b);
            self.problem(&link.id, reason);
        }
    }

    /// Looks up one span, and the words that are said to stand there.
    fn span(&mut self, source: &str, of: &str, range: std::ops::Range<usize>, words: Option<&str>) {
        let Some(text) = self.texts.get(source) else {
            return;
        };
        self.found.spans += 1;
        let place = format!("bytes {} to {}", range.start, range.end);
        match text.get(range) {
            Some(found) if found.trim().is_empty() => {
                self.problem(of, format!("nothing stands at {place}"))
            }
            Some(found) if words.is_some_and(|words| words != found) => {
                let found = found.to_owned();
                self.problem(of, format!("at {place} stands {found:?}"));
            }
            Some(_) => {}
            None => self.problem(of, format!("{place} are not in the text of {source}")),
        }
    }
}

/// The source that was read from the file again: of several in one file, that of the same text, or else of the same address or id.
fn file_of<'r>(saved: &SavedSource, path: &str, reading: &'r Reading) -> Option<&'r Source> {
    let candidates: Vec<_> = reading
        .sources
        .iter()
        .filter(|source| source.path == path)
        .collect();
    let by =
        |same: &dyn Fn(&Source) -> bool| candidates.iter().copied().find(|source| same(source));
    match candidates.as_slice() {
        [only] => Some(only),
        _ => by(&|source| sha256(source.text.as_bytes()) == saved.text_sha256)
            .or_else(|| by(&|source| source.url.is_some() && source.url == saved.url))
            .or_else(|| by(&|source| source.id == saved.id)),
    }
}
