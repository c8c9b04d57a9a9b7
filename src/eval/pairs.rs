//! How often differences are found where people say there is one: pairs of texts with a label, each text an article of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::labels::Tally;
use crate::error::Error;
use crate::graph::ClaimGraph;
use crate::model::{Kind, Link, Relation, Source};
use crate::read;

/// Two texts that people have compared.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelledPair {
    /// Its name in the set.
    pub id: String,
    /// The part of the set that it belongs to.
    pub split: String,
    /// What people say of it.
    pub label: String,
    /// How much they say it, where the set has degrees.
    pub score: Option<f64>,
    /// One text.
    pub a: String,
    /// The other.
    pub b: String,
}

/// Reads a table with tabs between the columns, no quoting, and a head that names `id`, `split`, `label`, `text_a`, `text_b`.
///
/// # Errors
/// If the file cannot be read, or lacks a column.
pub fn load(path: &Path) -> Result<Vec<LabelledPair>, Error> {
    let wrong = |reason: String| Error::Gold {
        path: path.display().to_string(),
        reason,
    };
    let text = fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| {
        let place = head.iter().position(|column| *column == name);
        place.ok_or_else(|| wrong(format!("there is no column {name:?}")))
    };
    let places = [
        column("id")?,
        column("split")?,
        column("label")?,
        column("text_a")?,
        column("text_b")?,
    ];
    let score = column("score").ok();
    let pairs = (2..).zip(lines).map(|(number, line)| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |place: usize| {
            let cell = cells.get(place).map(|cell| (*cell).to_owned());
            cell.ok_or_else(|| wrong(format!("line {number} has too few columns")))
        };
        Ok(LabelledPair {
            id: cell(places[0])?,
            split: cell(places[1])?,
            label: cell(places[2])?,
            score: score.and_then(|place| cell(place).ok()?.parse().ok()),
            a: cell(places[3])?,
            b: cell(places[4])?,
        })
    });
    pairs.collect()
}

/// What was found between the two texts of a pair.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Whether any of their claims are linked.
    pub linked: bool,
    /// Whether any link diverges.
    pub diverges: bool,
    /// Whether any link is a conflict.
    pub conflict: bool,
    /// The kinds of all differences.
    pub kinds: Vec<Kind>,
}

impl Outcome {
    /// What was found between the texts of a whole run.
    pub fn of(graph: &ClaimGraph) -> Self {
        let links = graph.links();
        Self {
            linked: !links.is_empty(),
            diverges: links.iter().any(|link| link.relation == Relation::Diverge),
            conflict: links.iter().any(Link::conflict),
            kinds: links.iter().flat_map(Link::kinds).collect(),
        }
    }

    /// Whether the one text was found to deny the other.
    pub fn denies(&self) -> bool {
        self.conflict || self.kinds.contains(&Kind::Polarity)
    }

    /// Whether `what` was found: "linked", "diverge", "conflict" or a kind.
    fn has(&self, what: &str) -> bool {
        match what {
            "linked" => self.linked,
            "diverge" => self.diverges,
            "conflict" => self.conflict,
            kind => self.kinds.iter().any(|found| found.name() == kind),
        }
    }
}

/// The two texts of a pair as articles, to be reconciled.
///
/// # Errors
/// If a text is empty.
pub fn articles(pair: &LabelledPair) -> Result<Vec<Source>, Error> {
    let options = read::Options::default();
    let mut sources = read::read("a.txt", pair.a.as_bytes(), &options)?;
    sources.extend(read::read("b.txt", pair.b.as_bytes(), &options)?);
    Ok(sources)
}

/// What can be found of a pair, in the order of the table.
pub fn findable() -> impl Iterator<Item = &'static str> {
    let kinds = Kind::ALL.map(Kind::name);
    ["linked", "diverge", "conflict"].into_iter().chain(kinds)
}

/// How well each thing that can be found tells each label: (what, label) → how often it was right, wrong, missed.
pub fn tallies(found: &[(&LabelledPair, Outcome)]) -> BTreeMap<(&'static str, String), Tally> {
    let mut labels: Vec<&str> = found.iter().map(|(pair, _)| pair.label.as_str()).collect();
    labels.sort_unstable();
    labels.dedup();
    let mut tallies = BTreeMap::new();
    for what in findable() {
        for label in &labels {
            let count = |said: bool, wanted: bool| {
                let fits = |(pair, outcome): &&(&LabelledPair, Outcome)| {
                    outcome.has(what) == said && (pair.label == *label) == wanted
                };
                found.iter().filter(fits).count()
            };
            let tally = Tally {
                right: count(true, true),
                wrong: count(true, false),
                missed: count(false, true),
            };
            tallies.insert((what, (*label).to_owned()), tally);
        }
    }
    tallies
}

/// Of each sort of changed text, how many were found to deny the other text where the text before the change was not.
///
/// A part `x` of the set holds the changed texts of the part `x_original`; the first number in their ids joins them, and
/// the last word of the id names the sort of change.
pub fn told_apart(found: &[(&LabelledPair, Outcome)]) -> BTreeMap<String, (usize, usize)> {
    let originals: BTreeMap<(&str, &str), bool> = found
        .iter()
        .filter_map(|(pair, outcome)| {
            let split = pair.split.strip_suffix("_original")?;
            Some(((split, number(&pair.id)), outcome.denies()))
        })
        .collect();
    let mut sorts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (pair, outcome) in found {
        let Some(before) = originals.get(&(pair.split.as_str(), number(&pair.id))) else {
            continue;
        };
        let sort = pair.id.rsplit('-').next().unwrap_or_default();
        let (right, all) = sorts.entry(sort.to_owned()).or_default();
        *all += 1;
        *right += usize::from(outcome.denies() && !before);
    }
    sorts
}

/// The first number in an id.
fn number(id: &str) -> &str {
    let start = id
        .find(|letter: char| letter.is_ascii_digit())
        .unwrap_or(id.len());
    let rest = &id[start..];
    let end = rest
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(rest.len());
    &rest[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(id: &str, split: &str, label: &str) -> LabelledPair {
        LabelledPair {
            id: id.into(),
            split: split.into(),
            label: label.into(),
            score: None,
            a: String::new(),
            b: String::new(),
        }
    }

    fn conflict() -> Outcome {
        Outcome {
            conflict: true,
            ..Outcome::default()
        }
    }

    #[test]
    fn what_was_found_is_held_against_each_label() {
        let pairs = [
            pair("1", "s", "NO"),
            pair("2", "s", "YES"),
            pair("3", "s", "NO"),
        ];
        let found = [
            (&pairs[0], conflict()),
            (&pairs[1], conflict()),
            (&pairs[2], Outcome::default()),
        ];
        let tally = tallies(&found)[&("conflict", "NO".to_owned())];
        assert_eq!((tally.right, tally.wrong, tally.missed), (1, 1, 1));
    }

    #[test]
    fn a_change_counts_where_the_text_before_it_denies_nothing() {
        let pairs = [
            pair("new-7-negation", "s", ""),
            pair("old-7", "s_original", ""),
            pair("new-8-negation", "s", ""),
            pair("old-8", "s_original", ""),
        ];
        let found = [
            (&pairs[0], conflict()),
            (&pairs[1], Outcome::default()),
            (&pairs[2], conflict()),
            (&pairs[3], conflict()),
        ];
        assert_eq!(told_apart(&found)["negation"], (1, 2));
    }

    #[test]
    fn a_table_is_read_by_the_names_of_its_columns() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("pairs.tsv");
        fs::write(
            &path,
            "label\tid\tsplit\ttext_b\ttext_a\nNO\t1\tdev\tsays \"b\"\tsays a\n",
        )
        .expect("written");
        let pairs = load(&path).expect("well-formed");
        assert_eq!(
            (pairs[0].a.as_str(), pairs[0].b.as_str()),
            ("says a", "says \"b\"")
        );
        fs::write(&path, "id\tlabel\n").expect("written");
        let error = load(&path).expect_err("no texts").to_string();
        assert!(error.contains("no column \"split\""), "{error}");
    }
}
