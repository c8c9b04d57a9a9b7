//! Which claims of two sources are worth comparing: those that share enough, as the index tells.

use itertools::Itertools;

use super::correspondence::Correspondences;
use super::expression::{Expression, Meant};
use super::index::{Index, Number, Posting};
use super::side::Side;
use crate::text::token::Run;

/// The pairs of claims in which what can correspond weighs `enough` nats, as their places in their sources, in order.
pub fn candidates(a: &Side, b: &Side, words: &Correspondences, enough: f32) -> Vec<(usize, usize)> {
    let names = other_words(a, b, words, &a.source.names, &b.source.names);
    let quantities = other_words(a, b, words, &a.source.quantities, &b.source.quantities);
    let mut shared = vec![0.0_f32; b.source.words.claims()];
    let mut found = Vec::new();
    for row in 0..a.source.words.claims() {
        shared.fill(0.0);
        let mut add = |postings: &[Posting], nats: f32| {
            for posting in postings {
                shared[posting.place] += nats;
            }
        };
        for occurrence in a.source.words.occurrences(row) {
            for other in words.of(occurrence.number) {
                let nats = (a.nats(occurrence.number) + b.nats(other.number)) / 2.0;
                add(b.source.words.postings(other.number), nats);
            }
        }
        for occurrence in a.source.names.occurrences(row) {
            for (other, nats) in &names[occurrence.number as usize] {
                add(b.source.names.postings(*other), *nats);
            }
        }
        for occurrence in a.source.quantities.occurrences(row) {
            for (other, nats) in &quantities[occurrence.number as usize] {
                add(b.source.quantities.postings(*other), *nats);
            }
        }
        let columns = shared.iter().positions(|nats| *nats >= enough);
        found.extend(columns.map(|column| (row, column)));
    }
    found
}

/// For each expression of `a`, those of `b` that say the same in other words, with what they weigh in nats.
fn other_words<E: Expression>(
    a: &Side,
    b: &Side,
    words: &Correspondences,
    left: &Index<Meant<E>>,
    right: &Index<Meant<E>>,
) -> Vec<Vec<(Number, f32)>> {
    let same = Correspondences::of_expressions(left, right);
    let found = (0..left.things().len() as Number).map(|one| {
        let one_words = words_of(a, left, one);
        let others = same.of(one).iter().filter_map(|other| {
            let other_words = words_of(b, right, other.number);
            let counted = one_words.iter().any(|word| {
                words
                    .of(*word)
                    .iter()
                    .any(|other| other_words.contains(&other.number))
            });
            let weight = |side: &Side, words: &[Number]| -> f32 {
                words.iter().map(|word| side.nats(*word)).sum()
            };
            (!counted).then(|| {
                let nats = (weight(a, &one_words) + weight(b, &other_words)) / 2.0;
                (other.number, nats)
            })
        });
        others.collect()
    });
    found.collect()
}

/// The content words of an expression, where it stands first.
fn words_of<E: Expression>(side: &Side, index: &Index<Meant<E>>, number: Number) -> Vec<Number> {
    let run: Run = index.things()[number as usize].0.run();
    let place = index.postings(number)[0].place;
    let occurrences = side.source.words.occurrences(place).iter();
    let inside = occurrences.filter(|it| run.holds(it.position));
    inside.map(|it| it.number).collect()
}
