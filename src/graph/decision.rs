//! What the user decided about pairs of claims, by their words, so that it holds for every later run.
//!
//! ```toml
//! [[together]]
//! a = "Russia holds around a fifth of Ukraine's territory."
//! b = "It has controlled about 20% of Ukrainian territory."
//!
//! [[apart]]
//! a = "Both sides will have to make concessions."
//! b = "Best of luck to both sides!"
//! ```

use std::collections::{BTreeSet, HashMap};

use itertools::Itertools;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::model::{ClaimIndex, Collection};
use crate::text::normal::fold;

/// Pairs of claims that the user wants in one group, or never in one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Decisions {
    /// State one proposition.
    pub together: Vec<Decided>,
    /// Do not.
    pub apart: Vec<Decided>,
}

/// Two claims, by their words. Case, blanks and the form of quotation marks do not matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// The words of one.
    pub a: String,
    /// The words of the other.
    pub b: String,
}

impl Decisions {
    /// The decisions in the TOML document `text`. `path` is what errors call it.
    ///
    /// # Errors
    /// If it is no TOML or holds something else.
    pub fn from_toml(path: &str, text: &str) -> Result<Self, Error> {
        toml::from_str(text).map_err(|wrong| Error::Config {
            path: path.to_owned(),
            reason: wrong.to_string().trim_end().to_owned(),
        })
    }
}

/// Decisions as they concern the claims of one run; each pair with the lower claim first.
#[derive(Clone, Debug, Default)]
pub struct Ruling {
    /// Pairs that belong in one group.
    pub together: BTreeSet<(ClaimIndex, ClaimIndex)>,
    /// Pairs that may not be in one group.
    pub apart: BTreeSet<(ClaimIndex, ClaimIndex)>,
}

impl Ruling {
    /// Finds the claims that were decided about. A pair decided both ways is kept apart.
    pub fn new(collection: &Collection, decisions: &Decisions) -> Self {
        if *decisions == Decisions::default() {
            return Self::default();
        }
        let mut claims: HashMap<String, Vec<ClaimIndex>> = HashMap::new();
        for claim in (0..collection.claims().len() as u32).map(ClaimIndex) {
            let known = claims.entry(words(collection.text(claim))).or_default();
            known.push(claim);
        }
        let pairs = |decided: &[Decided]| {
            decided
                .iter()
                .flat_map(|pair| find(&claims, pair))
                .collect()
        };
        let apart: BTreeSet<_> = pairs(&decisions.apart);
        let together: BTreeSet<_> = pairs(&decisions.together);
        Self {
            together: together.difference(&apart).copied().collect(),
            apart,
        }
    }
}

fn find(
    claims: &HashMap<String, Vec<ClaimIndex>>,
    pair: &Decided,
) -> Vec<(ClaimIndex, ClaimIndex)> {
    let of = |text: &str| claims.get(&words(text)).map_or(&[][..], Vec::as_slice);
    let pairs = of(&pair.a).iter().cartesian_product(of(&pair.b));
    pairs
        .filter(|(a, b)| a != b)
        .map(|(a, b)| (*a.min(b), *a.max(b)))
        .collect()
}

fn words(text: &str) -> String {
    fold(text).split_whitespace().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Decisions;

    #[test]
    fn decisions_are_pairs_of_wordings() {
        let text = "[[together]]\na = \"One.\"\nb = \"Two.\"\n";
        let decisions = Decisions::from_toml("d.toml", text).expect("valid");
        assert_eq!(decisions.together[0].b, "Two.");
        assert!(decisions.apart.is_empty());
    }

    #[test]
    fn a_word_that_is_no_decision_is_refused() {
        let wrong = Decisions::from_toml("d.toml", "[[appart]]\na = \"One.\"\nb = \"Two.\"\n");
        let message = wrong.expect_err("a slip").to_string();
        assert!(
            message.contains("d.toml") && message.contains("appart"),
            "{message}"
        );
    }
}
