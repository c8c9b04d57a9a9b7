//! How near two claims are in what a sentence encoder makes of them.

use super::prepared::PreparedSource;
use crate::text::meaning::{Direction, Meaning};
use crate::text::profile::Profile;

/// What the bits of [`MEASURED`] are called as one feature.
pub const NAME: &str = "meaning";

/// What is measured, in the order of [`Meanings::measure`].
pub const MEASURED: [&str; 4] = ["sentences", "words", "nearer_side", "shared"];

/// From about this cosine on two words in their sentences are rather like than unlike; in between each counts in part.
const LIKE: f32 = 0.6;
/// How fast: from a tenth to nine tenths over .37 of a cosine.
const STEEPNESS: f32 = 12.0;

/// The meanings of the claims of two sources.
#[derive(Debug)]
pub struct Meanings<'a> {
    a: Vec<Centred<'a>>,
    b: Vec<Centred<'a>>,
}

/// A claim's meaning, its sentence seen from the middle of all claims of both sources: all of them are about one event, and what
/// they have in common tells none of them apart.
#[derive(Debug)]
struct Centred<'a> {
    meaning: &'a Meaning,
    sentence: Direction,
}

impl<'a> Meanings<'a> {
    /// The meanings of two sources; `None` if they were not encoded.
    pub fn new(profiles: &'a [Profile], a: &PreparedSource, b: &PreparedSource) -> Option<Self> {
        let of = |source: &PreparedSource| -> Option<Vec<&'a Meaning>> {
            let claims = profiles[source.claims.clone()].iter();
            claims.map(|profile| profile.meaning.as_ref()).collect()
        };
        let (a, b) = (of(a)?, of(b)?);
        let middle = middle(a.iter().chain(&b));
        let centred = |meaning: &'a Meaning| Centred {
            meaning,
            sentence: seen_from(&middle, &meaning.sentence),
        };
        Some(Self {
            a: a.into_iter().map(centred).collect(),
            b: b.into_iter().map(centred).collect(),
        })
    }

    /// For the claims at these places, whose content words weigh so many nats: the cosine of the sentences; the mean over both
    /// sides, and that of the nearer side, of how near each word's nearest one is, by weight; and what is told on both sides by
    /// words that have a like one, in nats.
    pub fn measure(&self, places: (usize, usize), a: &[f32], b: &[f32]) -> [Option<f32>; 4] {
        let (left, right) = (&self.a[places.0], &self.b[places.1]);
        let (in_a, in_b) = nearest(&left.meaning.words, &right.meaning.words);
        let (near, nearer) = (mean(&in_a, a), mean(&in_b, b));
        [
            Some(left.sentence.cosine(&right.sentence)),
            Some((near + nearer) / 2.0),
            Some(near.max(nearer)),
            Some(like(&in_a, a).min(like(&in_b, b))),
        ]
    }
}

fn middle<'a>(meanings: impl Iterator<Item = &'a &'a Meaning>) -> Vec<f32> {
    let mut middle: Vec<f32> = Vec::new();
    let mut count = 0.0;
    for meaning in meanings {
        let size = meaning.sentence.steps().len();
        middle.resize(middle.len().max(size), 0.0);
        let each = middle.iter_mut().zip(meaning.sentence.unit());
        each.for_each(|(sum, one)| *sum += one);
        count += 1.0;
    }
    middle.iter_mut().for_each(|sum| *sum /= count);
    middle
}

fn seen_from(middle: &[f32], sentence: &Direction) -> Direction {
    let apart = sentence
        .unit()
        .zip(middle)
        .map(|(one, middle)| one - middle);
    Direction::of(&apart.collect::<Vec<_>>())
}

/// For each word of either side the cosine of the nearest word of the other.
fn nearest(a: &[Direction], b: &[Direction]) -> (Vec<f32>, Vec<f32>) {
    let (mut in_a, mut in_b) = (vec![0.0_f32; a.len()], vec![0.0_f32; b.len()]);
    for (left, best) in a.iter().zip(&mut in_a) {
        for (right, other) in b.iter().zip(&mut in_b) {
            let cosine = left.cosine(right);
            *best = best.max(cosine);
            *other = other.max(cosine);
        }
    }
    (in_a, in_b)
}

/// The mean by weight; 0 of nothing.
fn mean(nearest: &[f32], nats: &[f32]) -> f32 {
    let all: f32 = nats.iter().sum();
    let near: f32 = nearest
        .iter()
        .zip(nats)
        .map(|(near, nats)| near * nats)
        .sum();
    if all > 0.0 { near / all } else { 0.0 }
}

/// What the words weigh that have a like one.
fn like(nearest: &[f32], nats: &[f32]) -> f32 {
    let share = |cosine: f32| 1.0 / (1.0 + (-STEEPNESS * (cosine - LIKE)).exp());
    let each = nearest.iter().zip(nats);
    each.map(|(near, nats)| share(*near) * nats).sum()
}
