//! Claims to scored pairs: which claims of two sources are about the same thing, and which of their words say the same.

mod pair;

pub use pair::{Pair, Reading};

use crate::model::{ClaimIndex, Collection, Measure, Span};
use crate::text::profile::Profile;

/// Two claims that were compared, with the words that correspond and what that is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The claim of the source that comes first.
    pub a: ClaimIndex,
    /// The other claim.
    pub b: ClaimIndex,
    /// Positions of tokens of `a` and `b` that correspond, in the order of `a`, each at most once.
    pub aligned: Vec<(usize, usize)>,
    /// What the score is before anything was measured, in bits.
    pub bias: f64,
    /// What each feature saw; with the bias they add up to the score.
    pub measures: Vec<Measure>,
    /// Log2 odds that both say the same, given that they are about the same thing.
    pub same_content: f64,
}

impl Match {
    /// Log2 odds that the two claims are about the same thing.
    pub fn score(&self) -> f64 {
        self.bias
            + self
                .measures
                .iter()
                .map(|measure| measure.contribution)
                .sum::<f64>()
    }

    /// The corresponding words as spans.
    pub fn spans(&self, profiles: &[Profile]) -> Vec<(Span, Span)> {
        let (a, b) = (
            &profiles[self.a.get()].tokens,
            &profiles[self.b.get()].tokens,
        );
        self.aligned
            .iter()
            .map(|(i, j)| (a[*i].span, b[*j].span))
            .collect()
    }
}

/// Compares any two claims, whether they would be linked or not.
pub fn compare(
    _collection: &Collection,
    profiles: &[Profile],
    a: ClaimIndex,
    b: ClaimIndex,
) -> Match {
    let (left, right) = (&profiles[a.get()].tokens, &profiles[b.get()].tokens);
    let mut aligned = Vec::new();
    for (i, token) in left
        .iter()
        .enumerate()
        .filter(|(_, token)| token.is_content())
    {
        let taken = |j: &usize| aligned.iter().any(|(_, k)| k == j);
        if let Some(j) = (0..right.len()).find(|j| right[*j].stem == token.stem && !taken(j)) {
            aligned.push((i, j));
        }
    }
    let content = |tokens: &[crate::text::token::Token]| {
        tokens.iter().filter(|token| token.is_content()).count()
    };
    let value = 2.0 * aligned.len() as f64 / (content(left) + content(right)).max(1) as f64;
    Match {
        a,
        b,
        aligned,
        bias: -6.0,
        measures: vec![Measure {
            feature: "shared_words",
            value: Some(value),
            contribution: value * 18.0,
        }],
        same_content: value * 18.0 - 9.0,
    }
}

/// The pairs of claims of different sources that score at least `threshold` bits, sorted by their claims.
pub fn align(collection: &Collection, profiles: &[Profile], threshold: f64) -> Vec<Match> {
    let count = collection.claims().len() as u32;
    let pairs =
        (0..count).flat_map(|a| (a + 1..count).map(move |b| (ClaimIndex(a), ClaimIndex(b))));
    pairs
        .filter(|(a, b)| collection.claim(*a).source != collection.claim(*b).source)
        .map(|(a, b)| compare(collection, profiles, a, b))
        .filter(|found| found.score() >= threshold)
        .collect()
}
