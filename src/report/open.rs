//! What would settle a dispute: facts that the articles leave open and that somebody could find out.

use itertools::Itertools;

use super::dispute::Dispute;
use super::{ClaimView, Index};

/// Looks for one sort of missing facts, and names them.
type Search = fn(&Index, &Dispute) -> Option<String>;

/// The sorts of facts that are looked for, in the order in which they are told.
const SEARCHES: [Search; 6] = [
    whether_one_matter,
    days_of_publication,
    dates,
    units,
    speakers,
    further_witnesses,
];

/// What the articles leave open of a dispute: "who says so in 001.2 and 002.4", ...
pub fn open_points(index: &Index, dispute: &Dispute) -> Vec<String> {
    let found = SEARCHES.iter().filter_map(|search| search(index, dispute));
    found.collect()
}

/// The same in one sentence; empty where nothing is open.
pub fn open_sentence(index: &Index, dispute: &Dispute) -> String {
    match open_points(index, dispute) {
        points if points.is_empty() => String::new(),
        points => format!("Still open: {}.", points.join("; ")),
    }
}

/// Where all its links are too close to call, the claims may as well tell of different things.
fn whether_one_matter(_: &Index, dispute: &Dispute) -> Option<String> {
    let mut links = dispute.links.iter();
    let doubtful = links.all(|link| link.too_close_to_call);
    doubtful.then(|| "whether they speak of one matter, which is too close to call".to_owned())
}

/// Later reports may be right where earlier ones were, too.
fn days_of_publication(index: &Index, dispute: &Dispute) -> Option<String> {
    let sources = dispute.claims().filter_map(|claim| index.source_of(claim));
    let undated = sources.filter(|source| source.published.is_none());
    let ids = undated.map(|source| source.id.as_str());
    named("the day of publication of", ids.sorted().unique())
}

/// "Tuesday" is no date where nobody knows which.
fn dates(_: &Index, dispute: &Dispute) -> Option<String> {
    let undated = facts(dispute, "time").filter(|(_, value)| !names_a_year(value));
    named("the date of", undated.map(|(place, _)| place).unique())
}

/// A bare number does not tell what it counts.
fn units(_: &Index, dispute: &Dispute) -> Option<String> {
    let bare = facts(dispute, "quantity")
        .filter(|(_, value)| value.ends_with(|last: char| last.is_ascii_digit()));
    named("what is counted by", bare.map(|(place, _)| place).unique())
}

fn speakers(_: &Index, dispute: &Dispute) -> Option<String> {
    let told = dispute.claims().filter(|claim| claim.text.is_some());
    let speaks = |claim: &ClaimView| claim.facts.iter().any(|fact| fact.kind == "speaker");
    let silent = told.filter(|claim| !speaks(claim));
    named("who says so in", silent.map(|claim| claim.id.as_str()))
}

/// A position that one lineage alone takes rests on one witness.
fn further_witnesses(index: &Index, dispute: &Dispute) -> Option<String> {
    let alone = dispute.positions.iter().filter_map(|position| {
        let sources = position
            .iter()
            .filter_map(|stated| index.source_of(stated.claim));
        let mut lineages = sources.map(|source| source.lineage.as_str());
        let lineage = lineages.all_equal_value().ok()?;
        let words = position.first()?.words(index).into_iter().next()?;
        Some(format!("{words} besides {lineage}"))
    });
    named("a witness for", alone)
}

/// The facts of one kind in a dispute about such facts: each with its words and its claim, and with its value.
fn facts<'a>(dispute: &Dispute<'a>, kind: &'static str) -> impl Iterator<Item = (String, &'a str)> {
    let disputed = dispute.kinds().contains(&kind);
    let claims = dispute.claims().filter(move |_| disputed);
    claims.flat_map(move |claim| {
        let facts = claim.facts.iter().filter(move |fact| fact.kind == kind);
        facts.map(|fact| {
            let place = (fact.start - claim.start) as usize..(fact.end - claim.start) as usize;
            let words = claim.text.as_deref().and_then(|text| text.get(place));
            let words = words.unwrap_or(&fact.value);
            (format!("“{words}” in {}", claim.id), fact.value.as_str())
        })
    })
}

fn names_a_year(value: &str) -> bool {
    value
        .split(|letter: char| !letter.is_ascii_digit())
        .any(|digits| digits.len() == 4)
}

/// `what` and then the names, where there are any.
fn named(what: &str, names: impl IntoIterator<Item = impl std::fmt::Display>) -> Option<String> {
    let names: Vec<_> = names.into_iter().map(|name| name.to_string()).collect();
    let (last, others) = names.split_last()?;
    Some(match others {
        [] => format!("{what} {last}"),
        others => format!("{what} {} and {last}", others.join(", ")),
    })
}
