//! Learning the weights of alignment from hand-made truth.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use rayon::prelude::*;

use super::gold::{Gold, GoldLink};
use super::labels::Tally;
use super::regression::{Row, Sign, fit_model};
use crate::align::background::{Background, FEWEST};
use crate::align::context::NAMES;
use crate::align::feature::FEATURES;
use crate::align::meaning;
use crate::align::model::{MeaningModel, Model, Weights};
use crate::align::{Prepared, SourcePair, Workspace};
use crate::model::{ClaimIndex, Collection, Relation, SourceIndex};
use crate::text::profile::Profile;

/// One event with what its words mean.
#[derive(Debug)]
pub struct Event {
    /// Its sources, claims and links.
    pub gold: Gold,
    /// The profiles of its claims.
    pub profiles: Vec<Profile>,
}

/// What people said of one pair of claims, and what was measured on it.
struct Example<'a> {
    pair: (ClaimIndex, ClaimIndex),
    /// The link they gave; `None`: no link.
    link: Option<&'a GoldLink>,
    values: Vec<Option<f32>>,
    meaning: Vec<Option<f32>>,
    weight: f64,
}

/// What can correspond in two claims must weigh this share of a word that only they hold, or they are not compared. Of the pairs
/// that would become links, one in some hundred shares less (docs/ACCURACY.md).
const WORTH_COMPARING: f32 = 0.6;

/// So many links an event has of which every pair counts as one.
const USUAL_LINKS: f64 = 50.0;

/// Learns all weights from `events`, whose profiles `encoder` has seen, if any: its identity. The same events in the same order
/// give the same weights to the bit.
pub fn fit(events: &[&Event], encoder: Option<&str>) -> Weights {
    let mut weights = Weights {
        words: untrained(),
        link: untrained(),
        content: untrained(),
        threshold: 0.0,
        // Learning sees all pairs, so that what keeps pairs apart is learnt as well.
        worth_comparing: 0.0,
        meaning: None,
        background: background(events),
    };
    let alone = examples(events, &weights);
    weights.words = fit_model(&names(false), &signs(false), &linked(&alone, of_words));
    weights.meaning = encoder.map(|encoder| MeaningModel {
        encoder: encoder.to_owned(),
        measured: fit_model(
            &meaning::MEASURED,
            &meaning::MEASURED.map(|_| Sign::Any),
            &linked(&alone, of_meaning),
        ),
    });
    let examples = examples(events, &weights);
    let (mut names_of_link, mut signs_of_link) = (names(true), signs(true));
    names_of_link.extend(encoder.map(|_| meaning::NAME));
    signs_of_link.extend(encoder.map(|_| Sign::NotNegative));
    weights.link = fit_model(&names_of_link, &signs_of_link, &linked(&examples, of_words));
    weights.content = fit_model(&names(false), &signs(false), &same_words(&examples));
    weights.worth_comparing = WORTH_COMPARING;
    weights.threshold = threshold(events, &weights);
    weights
}

/// For each event, the weights that all the others give.
pub fn leave_one_out(events: &[&Event], encoder: Option<&str>) -> Vec<Weights> {
    let others = |left_out: usize| -> Vec<&Event> {
        let kept = events.iter().enumerate().filter(|(at, _)| *at != left_out);
        kept.map(|(_, event)| *event).collect()
    };
    (0..events.len())
        .into_par_iter()
        .map(|left_out| fit(&others(left_out), encoder))
        .collect()
}

/// Scores of all pairs of one event that count, in bits, each with whether people linked it. Unsure links count neither way; pairs
/// that were not worth comparing score as low as can be.
pub fn scored(event: &Event, weights: &Weights) -> Vec<(f64, bool)> {
    let examples = examples(&[event], weights);
    let compared = examples.iter().filter_map(|example| {
        let score = weights.link.score(&example.values);
        Some((example.pair, (score, is_link(example.link)?)))
    });
    let mut compared: BTreeMap<_, _> = compared.collect();
    let links = links(&event.gold);
    let sure = pairs(&event.gold.collection).filter_map(|pair| {
        let positive = is_link(links.get(&pair).copied())?;
        let seen = compared.remove(&pair);
        Some(seen.unwrap_or((f64::NEG_INFINITY, positive)))
    });
    sure.collect()
}

/// Whether what people said of two claims makes a link; `None` where they were not sure.
fn is_link(said: Option<&GoldLink>) -> Option<bool> {
    match said {
        None => Some(false),
        Some(link) => link.core.then_some(true),
    }
}

/// What people said of pairs of claims.
fn links(gold: &Gold) -> BTreeMap<(ClaimIndex, ClaimIndex), &GoldLink> {
    let links = gold.links.iter();
    links.map(|link| ((link.a, link.b), link)).collect()
}

/// All pairs of claims of different sources.
fn pairs(collection: &Collection) -> impl Iterator<Item = (ClaimIndex, ClaimIndex)> {
    let claims = |source| {
        let places = collection.claims_of(source);
        places.map(|claim| ClaimIndex(claim as u32))
    };
    let sources = (0..collection.sources().len() as u32).map(SourceIndex);
    let pairs = sources.array_combinations();
    pairs.flat_map(move |[a, b]| claims(a).cartesian_product(claims(b)))
}

fn untrained() -> Model {
    Model {
        bias: 0.0,
        terms: Vec::new(),
    }
}

/// Names of the values, with or without those of the context.
fn names(with_context: bool) -> Vec<&'static str> {
    let context = NAMES.iter().copied().filter(|_| with_context);
    FEATURES
        .iter()
        .map(|feature| feature.name())
        .chain(context)
        .collect()
}

/// Which way each value may speak.
fn signs(with_context: bool) -> Vec<Sign> {
    let feature = FEATURES.iter().map(|feature| match feature.speaks_for() {
        Some(true) => Sign::NotNegative,
        Some(false) => Sign::NotPositive,
        None => Sign::Any,
    });
    feature
        .chain(NAMES.iter().map(|_| Sign::Any).filter(|_| with_context))
        .collect()
}

/// In how many events each stem stands.
fn background(events: &[&Event]) -> Background {
    let mut stems: BTreeMap<String, u32> = BTreeMap::new();
    for event in events {
        let tokens = event.profiles.iter().flat_map(|profile| &profile.tokens);
        let distinct: BTreeSet<_> = tokens
            .filter(|token| token.is_content())
            .map(|token| &token.stem)
            .collect();
        for stem in distinct {
            *stems.entry(stem.to_string()).or_default() += 1;
        }
    }
    stems.retain(|_, count| *count >= FEWEST);
    Background {
        events: events.len() as u32,
        stems,
    }
}

fn examples<'a>(events: &[&'a Event], weights: &Weights) -> Vec<Example<'a>> {
    let each = events.par_iter().map(|event| examples_of(event, weights));
    each.collect::<Vec<_>>().into_iter().flatten().collect()
}

fn examples_of<'a>(event: &'a Event, weights: &Weights) -> Vec<Example<'a>> {
    let gold = &event.gold;
    let links = links(gold);
    // The mean over events is what counts, so that one with many links must not drown the others.
    let weight = USUAL_LINKS / gold.core().count().max(1) as f64;
    let prepared = Prepared::new(&gold.collection, &event.profiles, weights);
    let mut workspace = Workspace::default();
    let pairs = prepared.related().into_iter();
    let examples = pairs.flat_map(|(a, b)| {
        let pair = SourcePair::new(&prepared, a, b, &mut workspace);
        let examples = pair.seen().map(|(a, b, seen)| Example {
            link: links.get(&(a, b)).copied(),
            pair: (a, b),
            values: seen.values.to_vec(),
            meaning: seen.meaning.to_vec(),
            weight,
        });
        examples.collect::<Vec<_>>()
    });
    examples.collect()
}

fn of_words<'a>(example: &'a Example) -> &'a [Option<f32>] {
    &example.values
}

fn of_meaning<'a>(example: &'a Example) -> &'a [Option<f32>] {
    &example.meaning
}

/// Rows of these values that tell links from no links.
fn linked<'a>(
    examples: &'a [Example],
    values: impl Fn(&'a Example<'a>) -> &'a [Option<f32>],
) -> Vec<Row<'a>> {
    let rows = examples.iter().filter_map(|example| {
        Some(Row {
            values: values(example),
            target: f64::from(u8::from(is_link(example.link)?)),
            weight: example.weight,
        })
    });
    rows.collect()
}

/// Rows that tell agreement from paraphrase, of links where people chose one of them.
fn same_words<'a>(examples: &'a [Example]) -> Vec<Row<'a>> {
    let rows = examples.iter().filter_map(|example| {
        let relation = example
            .link
            .filter(|link| link.core)?
            .relations
            .iter()
            .exactly_one()
            .ok()?;
        let positive = relation == Relation::Agree.name();
        (positive || relation == Relation::Paraphrase.name()).then_some(Row {
            values: &example.values,
            target: f64::from(u8::from(positive)),
            weight: 1.0,
        })
    });
    rows.collect()
}

/// The score at which the mean over the events of the links' F1 is highest, around it as well: a peak of one tenth of a bit is
/// the luck of a few pairs.
fn threshold(events: &[&Event], weights: &Weights) -> f64 {
    /// Between which scores it is looked for, in tenths of a bit.
    const TENTHS: std::ops::RangeInclusive<i32> = -50..=50;
    /// So many tenths to either side must do well too.
    const AROUND: i32 = 5;
    let scored: Vec<_> = events
        .par_iter()
        .map(|event| scored(event, weights))
        .collect();
    let bits = |tenths: i32| f64::from(tenths) / 10.0;
    let mean_f1 = |tenths: i32| -> f64 {
        let of_each = scored
            .iter()
            .filter_map(|pairs| Tally::at(pairs, bits(tenths)).f1());
        of_each.sum()
    };
    let smooth = |tenths: i32| -> f64 { (tenths - AROUND..=tenths + AROUND).map(mean_f1).sum() };
    let candidates = TENTHS.map(|tenths| (smooth(tenths), tenths));
    let best = candidates.max_by(|left, right| left.0.total_cmp(&right.0));
    best.map(|(_, tenths)| bits(tenths)).unwrap_or_default()
}
