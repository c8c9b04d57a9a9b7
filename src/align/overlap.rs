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
#[derive(Debug, Default)]
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
            words: Correspondences::of_words(&a.words, &a.keys, &b.words, &b.keys),
            names: Correspondences::of_expressions(&a.names, &b.names),
            quantities: Correspondences::of_expressions(&a.quantities, &b.quantities),
        }
    }
}

/// What a claim of one source has in common with any claim of the other.
#[derive(Debug, Default)]
pub struct RowOverlap {
    words: Counterparts,
    names: Counterparts,
    quantities: Counterparts,
}

impl RowOverlap {
    /// Makes room for any claim that is held against those of `other`.
    pub fn make_room(&mut self, other: &PreparedSource) {
        self.words.make_room(other.words.things().len());
        self.names.make_room(other.names.things().len());
        self.quantities.make_room(other.quantities.things().len());
    }

    /// Takes the claim at `row` of the first source in the place of the one before; `all` is what both sources have in common.
    pub fn hold(&mut self, source: &PreparedSource, row: usize, all: &SourceOverlap) {
        self.words.hold(source.words.occurrences(row), &all.words);
        self.names.hold(source.names.occurrences(row), &all.names);
        let quantities = source.quantities.occurrences(row);
        self.quantities.hold(quantities, &all.quantities);
    }

    /// Writes to `overlap` what it has in common with the claim at `column` of the other source.
    pub fn with(&self, other: &PreparedSource, column: usize, overlap: &mut ClaimOverlap) {
        let (words, names) = (
            other.words.occurrences(column),
            other.names.occurrences(column),
        );
        self.words.among(words, &mut overlap.words);
        self.names.among(names, &mut overlap.names);
        let quantities = other.quantities.occurrences(column);
        self.quantities.among(quantities, &mut overlap.quantities);
    }
}
