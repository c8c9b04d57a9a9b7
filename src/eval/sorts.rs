//! What sorts of links are found and missed: where to look for what an alignment does not see.

use std::collections::BTreeMap;

use foldhash::HashSet;
use itertools::Itertools;

use super::gold::{Gold, GoldLink};
use super::score::EventScore;
use crate::reconcile;
use crate::text::profile::Profile;

/// Sure links of one sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// In what they are alike: an aspect, and what it is for them.
    pub name: String,
    /// How many there are.
    pub all: usize,
    /// How many of them were missed.
    pub missed: usize,
}

/// Something by which links are sorted.
struct Aspect {
    name: &'static str,
    of: fn(&GoldLink, &Profile, &Profile) -> String,
}

const ASPECTS: [Aspect; 4] = [
    Aspect {
        name: "words in common",
        of: |_, a, b| {
            let common = stems(a).intersection(&stems(b)).count();
            format!(
                "{}{}",
                common.min(MANY),
                if common < MANY { "" } else { " or more" }
            )
        },
    },
    Aspect {
        name: "annotators' confidence",
        of: |link, _, _| format!(".{:.0} and more", (link.confidence * 10.0).floor().min(9.0)),
    },
    Aspect {
        name: "relation",
        of: |link, _, _| link.relations.join(" or "),
    },
    Aspect {
        name: "in quotation marks",
        of: |_, a, b| {
            let quoted = [a, b].into_iter().filter(|it| !it.quotations.is_empty());
            ["neither", "one", "both"][quoted.count()].to_owned()
        },
    },
];

/// So many words in common make a link that is easily found.
const MANY: usize = 6;

/// The sure links of all events by each aspect, in order.
pub fn sorts(events: &[(&Gold, &EventScore)]) -> Vec<Sort> {
    let mut sorts: BTreeMap<(usize, String), Sort> = BTreeMap::new();
    for (gold, score) in events {
        let profiles = reconcile::profiles(&gold.collection, None);
        let missed: HashSet<_> = score.missed.iter().map(|link| (link.a, link.b)).collect();
        for link in gold.links.iter().filter(|link| link.core) {
            for (place, aspect) in ASPECTS.iter().enumerate() {
                let (a, b) = (&profiles[link.a.get()], &profiles[link.b.get()]);
                let name = format!("{}: {}", aspect.name, (aspect.of)(link, a, b));
                let sort = sorts.entry((place, name)).or_default();
                sort.all += 1;
                sort.missed += usize::from(missed.contains(&(link.a, link.b)));
            }
        }
    }
    let named = sorts.into_iter();
    named
        .map(|((_, name), sort)| Sort { name, ..sort })
        .collect_vec()
}

/// The different stems of a claim's content words.
fn stems(profile: &Profile) -> HashSet<&str> {
    let content = profile.tokens.iter().filter(|token| token.is_content());
    content.map(|token| &*token.stem).collect()
}
