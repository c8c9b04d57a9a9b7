//! What two sources can have in common, and where it stands in two of their claims.

use super::correspondence::{Alike, Correspondences, Counterparts};
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
}

/// What a claim of one source has in common with any claim of the other.
#[derive(Debug)]
pub struct RowOverlap {
    words: Counterparts,
    names: Counterparts,
    quantities: Counterparts,
}

impl RowOverlap {
    /// Room for any claim of the first source that is held against `other`.
    pub fn new(other: &PreparedSource) -> Self {
        Self {
            words: Counterparts::new(other.words.things().len()),
            names: Counterparts::new(other.names.things().len()),
            quantities: Counterparts::new(other.quantities.things().len()),
        }
    }

    /// Takes the claim at `row` of the first source in the place of the one before; `all` is what both sources have in common.
    pub fn hold(&mut self, source: &PreparedSource, row: usize, all: &SourceOverlap) {
        self.words.hold(source.words.occurrences(row), &all.words);
        self.names.hold(source.names.occurrences(row), &all.names);
        let quantities = source.quantities.occurrences(row);
        self.quantities.hold(quantities, &all.quantities);
    }

    /// The overlap with the claim at `column` of the other source.
    pub fn with(&self, other: &PreparedSource, column: usize) -> ClaimOverlap {
        ClaimOverlap {
            words: self.words.among(other.words.occurrences(column)),
            names: self.names.among(other.names.occurrences(column)),
            quantities: self.quantities.among(other.quantities.occurrences(column)),
        }
    }
}
