//! How near two claims are in what a sentence encoder makes of them.

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
    /// The meanings of the claims of two sources; `None` if they were not encoded.
    pub fn new(a: &'a [Profile], b: &'a [Profile]) -> Option<Self> {
        let of = |claims: &'a [Profile]| -> Option<Vec<&'a Meaning>> {
            let meanings = claims.iter().map(|profile| profile.meaning.as_ref());
            meanings.collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    /// More than is lost to the few bits of a [`Direction`].
    const ROUNDING: f32 = 0.02;

    fn meaning(sentence: &[f32], words: &[[f32; 2]]) -> Meaning {
        Meaning {
            sentence: Direction::of(sentence),
            words: words.iter().map(|word| Direction::of(word)).collect(),
        }
    }

    fn encoded(meaning: Meaning) -> [Profile; 1] {
        [Profile {
            meaning: Some(meaning),
            ..Profile::default()
        }]
    }

    fn assert_near(found: &[f32], expected: &[f32]) {
        let near = |(one, other): (&f32, &f32)| (one - other).abs() < ROUNDING;
        let all = found.len() == expected.len() && found.iter().zip(expected).all(near);
        assert!(all, "{found:?} is not {expected:?}");
    }

    #[test]
    fn sentences_are_held_against_each_other_and_words_against_their_nearest() {
        let a = meaning(&[1.0, 0.0], &[[1.0, 0.0], [0.0, 1.0]]);
        let b = meaning(&[0.0, 1.0], &[[0.6, 0.8]]);
        let (a, b) = (encoded(a), encoded(b));
        let meanings = Meanings::new(&a, &b).expect("encoded");
        let found = meanings.measure((0, 0), &[1.0, 3.0], &[2.0]);
        // Seen from their middle the sentences are opposite. The words of the one are near by .6 and .8, that of the other by .8.
        let words = (0.6 + 3.0 * 0.8) / 4.0;
        let of_other = 2.0 / (1.0 + (-12.0 * 0.2_f32).exp());
        assert_near(
            &found.map(|one| one.expect("measured")),
            &[-1.0, (words + 0.8) / 2.0, 0.8, of_other],
        );
    }

    #[test]
    fn claims_that_were_not_encoded_are_not_measured() {
        let claim = encoded(meaning(&[1.0, 0.0], &[[1.0, 0.0]]));
        assert!(Meanings::new(&claim, &claim).is_some());
        assert!(Meanings::new(&claim, &[Profile::default()]).is_none());
    }

    #[test]
    fn the_middle_is_the_mean_of_all_even_where_some_point_nowhere() {
        let all = [
            meaning(&[], &[]),
            meaning(&[1.0, 0.0], &[]),
            meaning(&[0.0, -1.0], &[]),
            meaning(&[1.0, 0.0], &[]),
        ];
        assert_near(
            &middle(all.iter().collect::<Vec<_>>().iter()),
            &[0.5, -0.25],
        );
    }

    #[test]
    fn what_has_nothing_near_it_counts_as_far_and_not_as_opposite() {
        let [east, west] = [[1.0, 0.0], [-1.0, 0.0]].map(|to| [Direction::of(&to)]);
        assert_eq!(nearest(&east, &west), (vec![0.0], vec![0.0]));
        assert_eq!(nearest(&east, &[]), (vec![0.0], vec![]));
    }

    #[test]
    fn what_weighs_nothing_is_near_to_nothing() {
        assert_eq!(mean(&[0.9], &[0.0]), 0.0);
        assert_eq!(mean(&[], &[]), 0.0);
    }

    #[test]
    fn words_count_as_shared_the_more_the_nearer_they_are() {
        assert_near(&[like(&[1.0, 0.0], &[2.0, 5.0])], &[2.0]);
        assert_near(&[like(&[0.6, 0.6], &[2.0, 5.0])], &[3.5]);
    }
}
