//! Hand-made truth: which claims an event's sources hold, and how they are linked.
//!
//! A gold folder holds `claims.jsonl` (units with byte spans) and `links.jsonl` (accepted answers for each link).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::model::{ClaimIndex, Collection, Source, Span, Unit, Zone};

/// One event: its sources cut as the annotators cut them, and the links they gave.
#[derive(Clone, Debug)]
pub struct Gold {
    /// The sources and their claims.
    pub collection: Collection,
    /// The links between different sources.
    pub links: Vec<GoldLink>,
}

/// One link that annotators gave, with every answer that is accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct GoldLink {
    /// The claim of the source that comes first.
    pub a: ClaimIndex,
    /// The other claim.
    pub b: ClaimIndex,
    /// Whether it is sure; others count neither for nor against.
    pub core: bool,
    /// Accepted relations, by name.
    pub relations: Vec<String>,
    /// Kinds that must be found, by name.
    pub kinds: Vec<String>,
    /// Kinds that may be found, by name.
    pub kinds_allowed: Vec<String>,
    /// Whether the two cannot both be true; `None` where the annotators did not agree.
    pub conflict: Option<bool>,
    /// Accepted coverages, by name.
    pub coverages: Vec<String>,
    /// How sure the annotators were, from 0 to 1.
    pub confidence: f64,
    /// The shared proposition in their words.
    pub shared: String,
}

#[derive(Deserialize)]
struct UnitLine {
    id: String,
    source: String,
    zone: String,
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct LinkLine {
    a: String,
    b: String,
    tier: String,
    relation: Vec<String>,
    kinds: Vec<String>,
    kinds_allowed: Vec<String>,
    conflict: Option<bool>,
    coverage: Vec<String>,
    confidence: f64,
    #[serde(default)]
    shared: String,
    #[serde(default)]
    within: bool,
}

impl Gold {
    /// Reads the gold in `folder` for `sources`, each of which goes by the longest gold name that its file name starts with.
    ///
    /// # Errors
    /// If a file is missing or malformed, if a unit does not fit its source's text, or if a source of the gold is not given.
    pub fn load(folder: &Path, sources: Vec<Source>) -> Result<Self, Error> {
        let mut units: BTreeMap<String, Vec<UnitLine>> = BTreeMap::new();
        for unit in lines::<UnitLine>(&folder.join("claims.jsonl"))? {
            units.entry(unit.source.clone()).or_default().push(unit);
        }
        let mut sources: Vec<_> = sources.into_iter().map(Some).collect();
        let (mut cut, mut places) = (Vec::new(), BTreeMap::new());
        for (name, units) in units.iter().rev() {
            let source = sources
                .iter_mut()
                .find(|source| source.as_ref().is_some_and(|it| goes_by(it, name)))
                .and_then(Option::take)
                .ok_or_else(|| wrong(folder, format!("no source given for {name:?}")))?;
            for (number, unit) in (1..).zip(units) {
                places.insert(unit.id.clone(), (source.id.clone(), number));
            }
            let units = units_of(&source, units).map_err(|reason| wrong(folder, reason))?;
            cut.push((source, units));
        }
        let collection = Collection::new(cut);
        let links = links(folder, &collection, &places)?;
        Ok(Self { collection, links })
    }

    /// The links that are sure.
    pub fn core(&self) -> impl Iterator<Item = &GoldLink> {
        self.links.iter().filter(|link| link.core)
    }
}

/// Whether the file of `source` is the one that the gold calls `name`.
fn goes_by(source: &Source, name: &str) -> bool {
    let file = Path::new(&source.path).file_name().unwrap_or_default();
    file.to_string_lossy().starts_with(name)
}

fn units_of(source: &Source, lines: &[UnitLine]) -> Result<Vec<Unit>, String> {
    (1..)
        .zip(lines)
        .map(|(number, line)| {
            let fits = source.text.get(line.start..line.end).is_some();
            let zone = if line.zone == Zone::Claim.name() {
                Zone::Claim
            } else {
                Zone::Boilerplate
            };
            let span = fits.then(|| Span::new(line.start..line.end));
            let span = span.ok_or_else(|| format!("{} does not fit its text", line.id))?;
            Ok(Unit { number, zone, span })
        })
        .collect()
}

fn links(
    folder: &Path,
    collection: &Collection,
    places: &BTreeMap<String, (String, u32)>,
) -> Result<Vec<GoldLink>, Error> {
    let indices: BTreeMap<(&str, u32), ClaimIndex> = (0..)
        .map(ClaimIndex)
        .zip(collection.claims())
        .map(|(index, claim)| {
            let source = collection.source(claim.source);
            ((source.id.as_str(), claim.number), index)
        })
        .collect();
    let find = |id: &str| {
        places
            .get(id)
            .and_then(|(source, number)| indices.get(&(source.as_str(), *number)))
            .copied()
            .ok_or_else(|| wrong(folder, format!("a link names {id:?}, which is no claim")))
    };
    let mut found = Vec::new();
    for line in lines::<LinkLine>(&folder.join("links.jsonl"))? {
        if line.within {
            continue;
        }
        let (a, b) = (find(&line.a)?, find(&line.b)?);
        if a > b {
            let reason = format!("link {} {}: the earlier source comes first", line.a, line.b);
            return Err(wrong(folder, reason));
        }
        found.push(GoldLink {
            a,
            b,
            core: line.tier == "core",
            relations: line.relation,
            kinds: line.kinds,
            kinds_allowed: line.kinds_allowed,
            conflict: line.conflict,
            coverages: line.coverage,
            confidence: line.confidence,
            shared: line.shared,
        });
    }
    Ok(found)
}

/// The JSON values of a file, one a line.
pub(super) fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Error> {
    let text = fs::read_to_string(path).map_err(|error| wrong(path, error.to_string()))?;
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            serde_json::from_str(line)
                .map_err(|error| wrong(path, format!("line {number}: {error}")))
        })
        .collect()
}

pub(super) fn wrong(path: &Path, reason: String) -> Error {
    Error::Gold {
        path: path.display().to_string(),
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    fn event(claims: &str, links: &str) -> Result<Gold, Error> {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).expect("written");
            path.display().to_string()
        };
        write("claims.jsonl", claims);
        write("links.jsonl", links);
        let texts = [
            write("x-1.txt", "Rain fell."),
            write("x-10.txt", "It rained."),
        ];
        Gold::load(
            folder.path(),
            read::open(&texts, &read::Options::default()).sources,
        )
    }

    const CLAIMS: &str = r#"{"id":"x-1#0","source":"x-1","zone":"claim","start":0,"end":10}
{"id":"x-10#0","source":"x-10","zone":"claim","start":0,"end":10}"#;

    #[test]
    fn a_source_goes_by_the_longest_name_that_fits() {
        let links = r#"{"a":"x-1#0","b":"x-10#0","tier":"core","relation":["agree"],"kinds":[],"kinds_allowed":[],"conflict":false,"coverage":["equal"],"confidence":1.0}"#;
        let gold = event(CLAIMS, links).expect("well-formed");
        let link = gold.core().next().expect("one link");
        assert_eq!(gold.collection.text(link.a), "Rain fell.");
        assert_eq!(gold.collection.text(link.b), "It rained.");
    }

    #[test]
    fn what_is_malformed_is_named_with_its_line() {
        let error = event("\n{", "").expect_err("no JSON");
        assert!(error.to_string().contains("line 2"), "{error}");
        let error = event(&CLAIMS.replace("\"end\":10", "\"end\":11"), "").expect_err("too long");
        assert!(error.to_string().contains("x-10#0 does not fit"), "{error}");
    }
}
