//! The rows of an answer: each person, body, day or number once, however the sources call it, with what every source says.

use std::collections::BTreeMap;

use itertools::Itertools;

use super::filler::{Filler, Identity};
use super::search::Hit;
use super::status::Status;
use crate::graph::ClaimGraph;
use crate::model::{ClaimIndex, SourceIndex};
use crate::text::time::TimeRelation;

/// One person, group, body, day or number that answers.
#[derive(Clone, Debug)]
pub struct Row {
    /// All names and offices that stand for it.
    known_as: Vec<Identity>,
    /// Of which country.
    side: Option<Box<str>>,
    /// Where it is spoken of, in the order of the claims.
    pub mentions: Vec<(ClaimIndex, Filler)>,
}

impl Row {
    /// What every source that speaks of it says: the status that tells most.
    pub fn statuses(&self, graph: &ClaimGraph) -> BTreeMap<SourceIndex, Status> {
        let mut statuses = BTreeMap::new();
        for (claim, filler) in &self.mentions {
            let source = graph.collection().claim(*claim).source;
            let status = statuses.entry(source).or_insert(filler.status);
            *status = (*status).max(filler.status);
        }
        statuses
    }

    /// The fullest wording: that with a name, then the longest. Of offices the normal form.
    pub fn label(&self, graph: &ClaimGraph) -> String {
        if let Some(Identity::Office(form, _)) = self.known_as.first() {
            return form.clone();
        }
        let words = self.mentions.iter().map(|(claim, filler)| {
            let named = matches!(filler.identity, Identity::Named(_));
            (named, words(graph, *claim, filler))
        });
        let fullest = words.reduce(|best, next| {
            let longer = next.1.chars().count() > best.1.chars().count();
            if (next.0, longer) > (best.0, false) {
                next
            } else {
                best
            }
        });
        fullest.map_or("", |(_, words)| words).to_owned()
    }

    /// A day or number in normal form.
    pub fn value(&self) -> Option<String> {
        self.known_as.iter().find_map(|known| match known {
            Identity::Time(time) => Some(time.normal_form()),
            Identity::Amount(amount) => {
                let measured = amount.measured.as_deref().unwrap_or_default();
                Some(amount.normal_form(measured))
            }
            _ => None,
        })
    }

    /// The office, in normal form, where one is given.
    pub fn office(&self) -> Option<&str> {
        self.known_as.iter().find_map(office)
    }

    /// The country, where one is named with it and it is no name itself.
    pub fn country(&self) -> Option<String> {
        let named = |it: &Identity| !matches!(it, Identity::Office(..) | Identity::Group(..));
        let side = self.side.as_deref();
        side.filter(|_| !self.known_as.iter().any(named))
            .map(capitalised)
    }

    /// Whether `filler` speaks of it.
    fn takes(&self, filler: &Filler, side: Option<&str>) -> bool {
        let same_side = self.side.is_none() || side.is_none() || self.side.as_deref() == side;
        self.known_as
            .iter()
            .any(|known| match (known, &filler.identity) {
                (Identity::Named(one), Identity::Named(other)) => one.same(other),
                (Identity::Time(one), Identity::Time(other)) => {
                    one.compare(other) == TimeRelation::Same
                }
                (Identity::Amount(one), Identity::Amount(other)) => {
                    one.unit == other.unit && one.agrees(other)
                }
                (Identity::Group(one, _), Identity::Group(other, _)) => {
                    one == other && self.side.as_deref() == side
                }
                (known, Identity::Office(other, _)) => {
                    office(known).is_some_and(|known| same_office(known, other)) && same_side
                }
                _ => false,
            })
    }
}

/// Whether two names of offices mean one, within one country.
fn same_office(one: &str, other: &str) -> bool {
    let means = |one: &str, other: &str| {
        let wordings = WORDINGS_OF_OFFICES
            .iter()
            .find(|(office, _)| *office == one);
        wordings.is_some_and(|(_, wordings)| wordings.contains(&other))
    };
    one == other || means(one, other) || means(other, one)
}

/// Offices that go by another name in some countries.
const WORDINGS_OF_OFFICES: [(&str, &[&str]); 3] = [
    (
        "top diplomat",
        &[
            "secretary of state",
            "foreign minister",
            "foreign secretary",
        ],
    ),
    ("defense secretary", &["defense minister"]),
    ("treasury secretary", &["finance minister"]),
];

fn office(identity: &Identity) -> Option<&str> {
    match identity {
        Identity::Named(name) => name.role.as_deref(),
        Identity::Office(form, _) => Some(form),
        _ => None,
    }
}

/// The words of a filler as they stand in its source.
pub fn words<'g>(graph: &'g ClaimGraph, claim: ClaimIndex, filler: &Filler) -> &'g str {
    let tokens = &graph.profiles()[claim.get()].tokens;
    let source = graph.collection().source_of(claim);
    source.slice(filler.run.span(tokens))
}

/// The rows of all hits: groups of persons last, before that those that most sources speak of first, then in the order of the
/// claims.
pub fn rows(graph: &ClaimGraph, hits: &[Hit]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    // Names first, so that offices find their holders.
    let fillers = hits
        .iter()
        .flat_map(|hit| hit.reply.fillers.iter().map(|it| (hit.claim, it)));
    let rank = |(_, filler): &(ClaimIndex, &Filler)| match filler.identity {
        Identity::Named(_) | Identity::Time(_) | Identity::Amount(_) => 0,
        Identity::Office(..) => 1,
        Identity::Group(..) => 2,
    };
    for (claim, filler) in fillers.sorted_by_key(rank) {
        let side = side(graph, claim, filler);
        let row = match rows
            .iter()
            .position(|row| row.takes(filler, side.as_deref()))
        {
            Some(known) => &mut rows[known],
            None => {
                rows.push(Row {
                    known_as: Vec::new(),
                    side: None,
                    mentions: Vec::new(),
                });
                rows.last_mut().expect("just pushed")
            }
        };
        row.side = row.side.take().or(side);
        row.known_as.push(filler.identity.clone());
        row.mentions.push((claim, filler.clone()));
    }
    for row in &mut rows {
        row.mentions
            .sort_by_key(|(claim, filler)| (*claim, filler.run));
    }
    let spread = |row: &Row| std::cmp::Reverse(row.statuses(graph).len());
    let is_group = |row: &Row| matches!(row.known_as[..], [Identity::Group(..), ..]);
    rows.sort_by_key(|row| {
        (
            is_group(row),
            spread(row),
            row.mentions.first().map(|(claim, it)| (*claim, it.run)),
        )
    });
    rows
}

/// The country of what fills the slot: the one named last before it in its claim.
fn side(graph: &ClaimGraph, claim: ClaimIndex, filler: &Filler) -> Option<Box<str>> {
    match &filler.identity {
        Identity::Office(_, side) | Identity::Group(_, side) => side.clone(),
        Identity::Named(_) => super::reader::side(&graph.profiles()[claim.get()], filler.run),
        Identity::Time(_) | Identity::Amount(_) => None,
    }
}

/// A folded name with capitals: "Saudi Arabia".
fn capitalised(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    };
    name.split(' ').map(capital).join(" ")
}
