//! How well derivation is told from independence: pairs of texts of which is known who reuses whom.
//!
//! Two files: texts as JSON lines, `{"cluster": …, "sources": [{"id": …, "text": …}]}`, and pairs as a table with tabs,
//! `cluster, a_source, b_source, label` (`reuse` or `independent`) and `direction_consensus` (`MRK->MAT`, or anything else
//! where it is not known).

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use serde::Deserialize;

use crate::error::Error;
use crate::graph::ClaimGraph;
use crate::graph::lineage::Comparison;
use crate::model::{Block, Source, SourceIndex, Span};

/// Texts and what is known of their derivation.
#[derive(Clone, Debug)]
pub struct KnownDerivations {
    clusters: Vec<Cluster>,
}

#[derive(Clone, Debug)]
struct Cluster {
    sources: Vec<Source>,
    pairs: Vec<Pair>,
}

#[derive(Clone, Debug)]
struct Pair {
    a: String,
    b: String,
    reuse: bool,
    used: Option<String>,
}

/// What was said of pairs whose derivation is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DerivationScore {
    /// Scores, in bits, of the pairs in which one text reuses the other.
    pub reuse: Vec<f64>,
    /// Scores, in bits, of the independent pairs.
    pub independent: Vec<f64>,
    /// Directions told rightly, among the pairs of reuse whose direction is known.
    pub direction_right: usize,
    /// Directions told wrongly.
    pub direction_wrong: usize,
    /// Directions left open.
    pub direction_open: usize,
}

#[derive(Deserialize)]
struct ClusterLine {
    cluster: String,
    sources: Vec<SourceLine>,
}

#[derive(Deserialize)]
struct SourceLine {
    id: String,
    text: String,
}

impl KnownDerivations {
    /// Reads the texts in `texts` and what is known of their pairs in `pairs`.
    ///
    /// # Errors
    /// If a file is missing or malformed.
    pub fn load(texts: &Path, pairs: &Path) -> Result<Self, Error> {
        let mut known = known_pairs(pairs)?;
        let mut clusters = Vec::new();
        for line in content(texts)?
            .lines()
            .filter(|line| !line.trim().is_empty())
        {
            let line: ClusterLine =
                serde_json::from_str(line).map_err(|failed| wrong(texts, failed.to_string()))?;
            clusters.push(Cluster {
                sources: line.sources.into_iter().map(source).collect(),
                pairs: known.remove(&line.cluster).unwrap_or_default(),
            });
        }
        Ok(Self { clusters })
    }

    /// Scores all pairs. `reconcile` makes the graph of one cluster.
    pub fn score(&self, reconcile: impl Fn(Vec<Source>) -> ClaimGraph + Sync) -> DerivationScore {
        let scores: Vec<_> = self
            .clusters
            .par_iter()
            .map(|cluster| cluster.score(&reconcile(cluster.sources.clone())))
            .collect();
        scores
            .into_iter()
            .fold(DerivationScore::default(), DerivationScore::plus)
    }
}

impl Cluster {
    fn score(&self, graph: &ClaimGraph) -> DerivationScore {
        let comparison = Comparison::of(graph);
        let sources = graph.collection().sources();
        let place = |id: &str| sources.iter().position(|source| source.id == id);
        let mut score = DerivationScore::default();
        for pair in &self.pairs {
            let (Some(a), Some(b)) = (place(&pair.a), place(&pair.b)) else {
                continue;
            };
            let index = |place: usize| SourceIndex(place as u32);
            let derivation = comparison.derivation(index(a.min(b)), index(a.max(b)));
            if !pair.reuse {
                score.independent.push(derivation.score());
                continue;
            }
            score.reuse.push(derivation.score());
            let Some(used) = &pair.used else { continue };
            let told = &sources[derivation.from.get()].id;
            match derivation.direction_known {
                true if told == used => score.direction_right += 1,
                true => score.direction_wrong += 1,
                false => score.direction_open += 1,
            }
        }
        score
    }
}

impl DerivationScore {
    /// Chance that a pair of reuse scores higher than an independent one (area under the ROC curve); `None` without
    /// pairs of both.
    pub fn auc(&self) -> Option<f64> {
        let mut independent = self.independent.clone();
        independent.sort_by(f64::total_cmp);
        let lower = |score: f64| {
            let below = independent.partition_point(|other| *other < score);
            let not_above = independent.partition_point(|other| *other <= score);
            (below + not_above) as f64 / 2.0
        };
        let pairs = self.reuse.len() * self.independent.len();
        let won: f64 = self.reuse.iter().map(|score| lower(*score)).sum();
        (pairs > 0).then(|| won / pairs as f64)
    }

    fn plus(mut self, other: Self) -> Self {
        self.reuse.extend(other.reuse);
        self.independent.extend(other.independent);
        self.direction_right += other.direction_right;
        self.direction_wrong += other.direction_wrong;
        self.direction_open += other.direction_open;
        self
    }
}

fn known_pairs(path: &Path) -> Result<BTreeMap<String, Vec<Pair>>, Error> {
    let mut pairs: BTreeMap<String, Vec<Pair>> = BTreeMap::new();
    for line in content(path)?.lines().skip(1) {
        let fields: Vec<_> = line.split('\t').collect();
        let [cluster, a, b, label, direction] = fields[..] else {
            return Err(wrong(path, format!("not five fields: {line:?}")));
        };
        let used = direction.split_once("->").map(|(used, _)| used);
        pairs.entry(cluster.to_owned()).or_default().push(Pair {
            a: a.to_owned(),
            b: b.to_owned(),
            reuse: label == "reuse",
            used: used.filter(|used| [a, b].contains(used)).map(str::to_owned),
        });
    }
    Ok(pairs)
}

fn source(line: SourceLine) -> Source {
    let span = Span::new(0..line.text.len()).trimmed(&line.text);
    Source {
        id: line.id.clone(),
        path: line.id.clone(),
        label: line.id,
        outlet: None,
        family: None,
        published: None,
        url: None,
        sha256: String::new(),
        blocks: vec![Block { zone: None, span }],
        text: line.text,
        warnings: Vec::new(),
    }
}

fn content(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|failed| wrong(path, failed.to_string()))
}

fn wrong(path: &Path, reason: String) -> Error {
    Error::Gold {
        path: path.display().to_string(),
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::DerivationScore;

    #[test]
    fn the_area_counts_ties_as_half() {
        let score = DerivationScore {
            reuse: vec![2.0, 1.0],
            independent: vec![1.0, 0.0],
            ..DerivationScore::default()
        };
        assert_eq!(score.auc(), Some(0.875));
        assert_eq!(DerivationScore::default().auc(), None);
    }
}
