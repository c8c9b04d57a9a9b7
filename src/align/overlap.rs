//! What two sources can have in common, and where it stands in two of their claims.

use super::correspondence::{Alike, Correspondences};
use super::prepared::PreparedSource;

/// What of one source can correspond to what of another.
#[derive(Debug)]
pub struct SourceOverlap {
    /// Words that are alike.
    pub words: Correspondences,
    /// Names of one person, place or body.
    pub names: Correspondences,
    /// Quantities that can be one value of one thing.
    pub quantities: Correspondences,
}

/// Where it stands in two claims.
#[derive(Debug)]
pub struct ClaimOverlap {
    /// Words that are alike.
    pub words: Vec<Alike>,
    /// The first words of names of one person, place or body.
    pub names: Vec<Alike>,
    /// The first words of quantities that can be one value of one thing.
    pub quantities: Vec<Alike>,
}

impl SourceOverlap {
    /// Looks up all of `a` in `b`.
    pub fn new(a: &PreparedSource, b: &PreparedSource) -> Self {
        Self {
            words: Correspondences::of_words(&a.words, &b.words, &b.keys),
            names: Correspondences::of_expressions(&a.names, &b.names),
            quantities: Correspondences::of_expressions(&a.quantities, &b.quantities),
        }
    }

    /// The overlap of the claim at `row` of `a` and the one at `column` of `b`, the two sources it was made of.
    pub fn between(
        &self,
        a: &PreparedSource,
        b: &PreparedSource,
        (row, column): (usize, usize),
    ) -> ClaimOverlap {
        let words = (a.words.occurrences(row), b.words.by_number(column));
        let names = (a.names.occurrences(row), b.names.by_number(column));
        let quantities = (
            a.quantities.occurrences(row),
            b.quantities.by_number(column),
        );
        ClaimOverlap {
            words: self.words.between(words.0, words.1),
            names: self.names.between(names.0, names.1),
            quantities: self.quantities.between(quantities.0, quantities.1),
        }
    }
}
