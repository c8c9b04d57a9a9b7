//! How often labels are right: each gold link is judged as it stands, whether it would have been found or not.

use std::collections::BTreeMap;

use super::gold::{Gold, GoldLink};
use crate::align::model::Weights;
use crate::model::{Coverage, Link, Relation};
use crate::text::profile::Profile;
use crate::{align, judge};

/// What was said of one gold link.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// What annotators say.
    pub gold: &'a GoldLink,
    /// What is said of it here.
    pub link: Link,
}

/// Judges every sure link of `gold`; `profiles` are those of its claims.
pub fn judge_gold<'a>(gold: &'a Gold, profiles: &[Profile]) -> Vec<Judged<'a>> {
    let (collection, weights) = (&gold.collection, Weights::shipped());
    // Comparing all claims of two sources at once costs little more than comparing two of them.
    let matches: BTreeMap<_, _> =
        align::align(collection, profiles, weights, f64::NEG_INFINITY, &())
            .matches
            .into_iter()
            .map(|found| ((found.a, found.b), found))
            .collect();
    gold.core()
        .map(|link| {
            let proposed = matches.get(&(link.a, link.b)).cloned();
            let found = proposed
                .unwrap_or_else(|| align::compare(collection, profiles, weights, link.a, link.b).0);
            Judged {
                gold: link,
                link: judge::judge(collection, profiles, &found),
            }
        })
        .collect()
}

/// Right, wrong and missed answers of one label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Said and accepted.
    pub right: usize,
    /// Said and not accepted.
    pub wrong: usize,
    /// Wanted and not said.
    pub missed: usize,
}

impl Tally {
    /// What is said of scored pairs, each with whether it is wanted, if all are said that score at least `threshold`.
    pub fn at(scored: &[(f64, bool)], threshold: f64) -> Self {
        let mut tally = Self::default();
        for (score, wanted) in scored {
            match (*score >= threshold, *wanted) {
                (true, true) => tally.right += 1,
                (true, false) => tally.wrong += 1,
                (false, true) => tally.missed += 1,
                (false, false) => {}
            }
        }
        tally
    }

    /// Share of what was said that is accepted; `None` if nothing was said.
    pub fn precision(self) -> Option<f64> {
        share(self.right, self.right + self.wrong)
    }

    /// Share of what was wanted that was said; `None` if nothing was wanted.
    pub fn recall(self) -> Option<f64> {
        share(self.right, self.right + self.missed)
    }

    /// Harmonic mean of precision and recall; `None` if the label neither occurs nor was said.
    pub fn f1(self) -> Option<f64> {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }

    /// The same, but `None` if the label was never wanted: then nothing was measured.
    pub fn wanted_f1(self) -> Option<f64> {
        self.recall().and(self.f1())
    }
}

/// Tallies of all labels, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelScores {
    /// Agree, paraphrase, diverge.
    pub relation: BTreeMap<&'static str, Tally>,
    /// Equal, a_adds, b_adds, both_add.
    pub coverage: BTreeMap<&'static str, Tally>,
    /// Kinds, on links that both call divergent.
    pub kinds: Tally,
    /// Each kind by itself, on all links: a kind found where annotators see none is wrong.
    pub kind: BTreeMap<&'static str, Tally>,
    /// Conflicts.
    pub conflict: Tally,
    /// How often each relation was said (second) where annotators say another (first).
    pub confusion: BTreeMap<(String, &'static str), usize>,
}

impl LabelScores {
    /// Counts what was said of each link.
    pub fn of<'a>(judged: impl IntoIterator<Item = &'a Judged<'a>>) -> Self {
        let mut scores = Self::default();
        for judged in judged {
            scores.add(judged);
        }
        scores
    }

    fn add(&mut self, Judged { gold, link }: &Judged) {
        let names = Relation::ALL.map(Relation::name);
        let said = link.relation.name();
        tally(&mut self.relation, &names, said, &gold.relations);
        let wanted = gold.relations.join("/");
        *self.confusion.entry((wanted, said)).or_default() += 1;
        let names = Coverage::ALL.map(Coverage::name);
        tally(
            &mut self.coverage,
            &names,
            link.coverage.name(),
            &gold.coverages,
        );
        self.add_kinds(gold, link);
        match (link.conflict(), gold.conflict) {
            (true, Some(false)) => self.conflict.wrong += 1,
            (true, _) => self.conflict.right += 1,
            (false, Some(true)) => self.conflict.missed += 1,
            (false, _) => {}
        }
    }

    fn add_kinds(&mut self, gold: &GoldLink, link: &Link) {
        let said = link.kinds();
        let both_diverge = link.relation == Relation::Diverge
            && gold
                .relations
                .iter()
                .any(|name| name == Relation::Diverge.name());
        for kind in crate::model::Kind::ALL {
            let is = |names: &[String]| names.iter().any(|name| name == kind.name());
            let one = match (
                said.contains(&kind),
                is(&gold.kinds_allowed),
                is(&gold.kinds),
            ) {
                (true, true, _) => (1, 0, 0),
                (true, false, _) => (0, 1, 0),
                (false, _, true) => (0, 0, 1),
                (false, _, false) => continue,
            };
            self.kind.entry(kind.name()).or_default().count(one);
            if both_diverge {
                self.kinds.count(one);
            }
        }
    }

    /// Mean F1 of the labels of one group, of those that annotators gave.
    pub fn macro_f1(group: &BTreeMap<&'static str, Tally>) -> Option<f64> {
        let each: Vec<f64> = group
            .values()
            .filter_map(|tally| tally.wanted_f1())
            .collect();
        (!each.is_empty()).then(|| each.iter().sum::<f64>() / each.len() as f64)
    }
}

impl Tally {
    fn count(&mut self, (right, wrong, missed): (usize, usize, usize)) {
        self.right += right;
        self.wrong += wrong;
        self.missed += missed;
    }
}

/// Counts one answer in a group of labels that exclude each other.
fn tally(
    group: &mut BTreeMap<&'static str, Tally>,
    names: &[&'static str],
    said: &str,
    accepted: &[String],
) {
    for name in names {
        let tally = group.entry(name).or_default();
        let taken = accepted.iter().any(|answer| answer == name);
        match (said == *name, taken) {
            (true, true) => tally.right += 1,
            (true, false) => tally.wrong += 1,
            (false, true) if accepted.len() == 1 => tally.missed += 1,
            (false, _) => {}
        }
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
