//! Which claims of two sources are worth comparing: those that share enough, as the index tells.

use super::correspondence::Correspondences;
use super::crowd::Crowd;
use super::expression::{Expression, Meant};
use super::index::{Index, Number};
use super::overlap::SourceOverlap;
use super::rows::Rows;
use super::side::Side;

/// The pairs of claims in which what can correspond weighs enough, as their places in their sources, in order. `enough` is a share
/// of what a word weighs that only these two claims hold. A claim that has too many such pairs keeps the strongest.
pub fn candidates(a: &Side, b: &Side, overlap: &SourceOverlap, enough: f32) -> Vec<(usize, usize)> {
    let enough = enough * a.most;
    let (source, other) = (a.source, b.source);
    let words = same_words(a, b, &overlap.words);
    let names = other_words(a, b, &source.names, &other.names, overlap, &overlap.names);
    let quantities = other_words(
        a,
        b,
        &source.quantities,
        &other.quantities,
        overlap,
        &overlap.quantities,
    );
    let mut found = Crowd::new(source.words.claims(), other.words.claims());
    let mut shared = vec![0.0; other.words.claims()];
    for row in 0..source.words.claims() {
        shared.fill(0.0);
        add(&mut shared, row, &source.words, &other.words, &words);
        add(&mut shared, row, &source.names, &other.names, &names);
        let (left, right) = (&source.quantities, &other.quantities);
        add(&mut shared, row, left, right, &quantities);
        for (column, nats) in shared.iter().enumerate() {
            if *nats >= enough {
                found.add((row, column), *nats);
            }
        }
    }
    found.pairs()
}

/// For each thing of one source, what of the other can correspond to it and what that weighs, in nats.
type Weighed = Rows<(Number, f32)>;

/// Adds what the claim at `row` shares with each claim of the other source.
fn add<T>(shared: &mut [f32], row: usize, left: &Index<T>, right: &Index<T>, weighed: &Weighed) {
    for occurrence in left.occurrences(row) {
        for (other, nats) in weighed.row(occurrence.number as usize) {
            for place in right.postings(*other) {
                shared[*place as usize] += nats;
            }
        }
    }
}

fn same_words(a: &Side, b: &Side, words: &Correspondences) -> Weighed {
    let weighed = (0..a.source.words.things().len() as Number).map(|word| {
        let others = words.of(word).iter();
        let nats = move |other| (a.nats(word) + b.nats(other)) / 2.0;
        others.map(move |it| (it.number, nats(it.number)))
    });
    weighed.collect()
}

/// Expressions that say the same without a word that is alike: what their words weigh was not counted with the words.
fn other_words<E: Expression>(
    a: &Side,
    b: &Side,
    left: &Index<Meant<E>>,
    right: &Index<Meant<E>>,
    overlap: &SourceOverlap,
    same: &Correspondences,
) -> Weighed {
    let weigh =
        |side: &Side, words: &[Number]| -> f32 { words.iter().map(|word| side.nats(*word)).sum() };
    let are_alike = |one: &Number, others: &[Number]| {
        let mut alike = overlap.words.of(*one).iter();
        alike.any(|it| others.contains(&it.number))
    };
    let weighed = (0..left.things().len() as Number).map(|number| {
        let same = same.of(number);
        // Most say what nothing in the other source says.
        let words = match same {
            [] => Vec::new(),
            _ => words_of(a, left, number),
        };
        let others = same.iter().filter_map(|it| {
            let others = words_of(b, right, it.number);
            let nats = (weigh(a, &words) + weigh(b, &others)) / 2.0;
            let counted = words.iter().any(|word| are_alike(word, &others));
            (!counted).then_some((it.number, nats))
        });
        others.collect::<Vec<_>>()
    });
    weighed.collect()
}

/// The content words of an expression, where it stands first.
fn words_of<E: Expression>(side: &Side, index: &Index<Meant<E>>, number: Number) -> Vec<Number> {
    let run = index.things()[number as usize].0.run();
    let place = index.postings(number)[0] as usize;
    let occurrences = side.source.words.occurrences(place).iter();
    let inside = occurrences.filter(|it| run.holds(it.position()));
    inside.map(|it| it.number).collect()
}
