//! Articles of many events whose sentences people have linked by the happenings they mention, as in ECB+.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::fit::Event;
use super::gold::{Gold, GoldLink, lines, wrong};
use super::whole;
use crate::error::Error;
use crate::model::{ClaimIndex, Collection, Unit};
use crate::reconcile::profiles;
use crate::text::meaning::Encoder;

/// The articles that are compared with each other.
#[derive(Clone, Debug, Deserialize)]
struct Cluster {
    cluster: String,
    split: String,
    sources: Vec<Article>,
}

#[derive(Clone, Debug, Deserialize)]
struct Article {
    id: String,
    text: String,
    sentences: Vec<String>,
    /// The places of the sentences that people have looked at.
    scored: BTreeSet<usize>,
}

/// Two sentences, each as its cluster, its article and its place there.
type Pair<'a> = [(&'a str, &'a str, usize); 2];

/// Reads clusters of articles, one a line, each as an event with the part of the set that it belongs to. Two of its sentences are
/// linked if the table `links` gives the pair the label `tier`; sentences that nobody has looked at are no claims.
///
/// # Errors
/// If a file is missing or malformed.
pub fn load(
    clusters: &Path,
    links: &Path,
    tier: &str,
    encoder: Option<&dyn Encoder>,
) -> Result<Vec<(String, Event)>, Error> {
    let table = fs::read_to_string(links).map_err(|error| wrong(links, error.to_string()))?;
    let linked: BTreeSet<Pair> = table
        .lines()
        .filter_map(|line| linked(line, tier))
        .collect();
    let clusters: Vec<Cluster> = lines(clusters)?;
    let event = |cluster: Cluster| Ok((cluster.split.clone(), event(&cluster, &linked, encoder)?));
    clusters.into_iter().map(event).collect()
}

/// What a line says, if it is a link of this sort: cluster, article, place, article, place, label.
fn linked<'a>(line: &'a str, tier: &str) -> Option<Pair<'a>> {
    let mut cells = line.split('\t');
    let cluster = cells.next()?;
    let mut sentence = || Some((cluster, cells.next()?, cells.next()?.parse().ok()?));
    let pair = [sentence()?, sentence()?];
    (cells.next()? == tier).then_some(pair)
}

fn event(
    cluster: &Cluster,
    linked: &BTreeSet<Pair>,
    encoder: Option<&dyn Encoder>,
) -> Result<Event, Error> {
    let mut cut = Vec::new();
    for article in &cluster.sources {
        let sentences: Vec<&str> = article.sentences.iter().map(String::as_str).collect();
        let (source, mut units) = whole::sentences(&article.id, &article.text, &sentences)?;
        units.retain(|unit| article.scored.contains(&place(unit)));
        cut.push((source, units));
    }
    let collection = Collection::new(cut);
    let claims: BTreeMap<(&str, usize), ClaimIndex> = (0..)
        .map(ClaimIndex)
        .zip(collection.claims())
        .map(|(index, claim)| {
            let source = collection.source(claim.source).id.as_str();
            ((source, claim.number as usize - 1), index)
        })
        .collect();
    let links = linked
        .iter()
        .filter(|[a, _]| a.0 == cluster.cluster)
        .filter_map(|[a, b]| {
            let (a, b) = (*claims.get(&(a.1, a.2))?, *claims.get(&(b.1, b.2))?);
            Some(link(a.min(b), a.max(b)))
        });
    let links = links.collect();
    let profiles = profiles(&collection, encoder);
    Ok(Event {
        gold: Gold { collection, links },
        profiles,
    })
}

/// The place of a sentence in its article, from 0.
fn place(unit: &Unit) -> usize {
    unit.number as usize - 1
}

/// A link of which nothing is known but that it is one.
fn link(a: ClaimIndex, b: ClaimIndex) -> GoldLink {
    GoldLink {
        a,
        b,
        core: true,
        relations: Vec::new(),
        kinds: Vec::new(),
        kinds_allowed: Vec::new(),
        conflict: None,
        coverages: Vec::new(),
        confidence: 1.0,
        shared: String::new(),
    }
}
