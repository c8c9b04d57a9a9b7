//! The claims of two sources against each other.

use itertools::Itertools;

use super::Match;
use super::aligner::{self, Line};
use super::candidates::candidates;
use super::comparison::Comparison;
use super::context::Context;
use super::feature::FEATURES;
use super::meaning::Meanings;
use super::overlap::SourceOverlap;
use super::pair::{Pair, Reading};
use super::prepared::{Prepared, PreparedSource};
use super::rows::Rows;
use super::side::Side;
use super::workspace::Workspace;
use crate::model::{ClaimIndex, ScoredPair, SourceIndex};

/// What one comparison saw.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// What each feature measured that the score asks for, then what the context did, then what the meanings are worth in bits.
    pub values: &'a [Option<f32>],
    /// What was measured on the meanings; nothing without an encoder.
    pub meaning: &'a [Option<f32>],
}

/// Two sources, with all pairs of their claims that are worth comparing compared.
#[derive(Debug)]
pub struct SourcePair<'a> {
    prepared: &'a Prepared<'a>,
    a: Side<'a>,
    b: Side<'a>,
    overlap: SourceOverlap,
    meanings: Option<Meanings<'a>>,
    context: Context,
    /// The places of the claims that were compared, in order.
    places: Vec<(usize, usize)>,
    /// What was seen of each two of them: the values, and what was measured on the meanings.
    values: Rows<Option<f32>>,
    meaning: Rows<Option<f32>>,
}

impl<'a> SourcePair<'a> {
    /// Compares the claims of two sources; `a` is the one that comes first.
    pub fn new(
        prepared: &'a Prepared<'a>,
        a: SourceIndex,
        b: SourceIndex,
        workspace: &mut Workspace,
    ) -> Self {
        let profiles = |source| &prepared.profiles[prepared.source(source).claims.clone()];
        let mut pair = Self {
            a: Side::new(prepared, a, b),
            b: Side::new(prepared, b, a),
            overlap: SourceOverlap::new(prepared.source(a), prepared.source(b)),
            meanings: Meanings::new(profiles(a), profiles(b)),
            context: Context::default(),
            places: Vec::new(),
            values: Rows::default(),
            meaning: Rows::default(),
            prepared,
        };
        let enough = prepared.weights.worth_comparing;
        pair.places = candidates(&pair.a, &pair.b, &pair.overlap, enough);
        let alone = pair.see_all(workspace);
        let words = &prepared.weights.words;
        let scores = pair.places.iter().zip(alone.rows());
        pair.context = Context::new(scores.map(|(places, seen)| (*places, words.score(seen))));
        pair.meaning = pair.places.iter().map(|it| pair.see_meaning(*it)).collect();
        let compared = pair.places.iter().zip(alone.rows());
        let compared = compared.zip(pair.meaning.rows());
        let values = compared.map(|((places, alone), meaning)| {
            let alone = alone.iter().copied();
            alone.chain(pair.around(*places, meaning))
        });
        pair.values = values.collect();
        pair
    }

    /// What was seen of every pair of claims that was worth comparing, in order.
    pub fn seen(&self) -> impl ExactSizeIterator<Item = (ClaimIndex, ClaimIndex, Seen<'_>)> {
        self.places.iter().enumerate().map(|(at, places)| {
            let (a, b) = self.claims(*places);
            let (values, meaning) = (self.values.row(at), self.meaning.row(at));
            (a, b, Seen { values, meaning })
        })
    }

    /// The same pairs with the bits that they score.
    pub fn scored(&self) -> impl Iterator<Item = ScoredPair> {
        let link = &self.prepared.weights.link;
        self.seen().map(|(a, b, seen)| ScoredPair {
            a,
            b,
            score: link.score(seen.values),
        })
    }

    /// The pairs that score at least `threshold` bits, in order.
    pub fn matches(&self, threshold: f64, workspace: &mut Workspace) -> Vec<Match> {
        let link = &self.prepared.weights.link;
        let compared = self.places.iter().zip(self.values.rows());
        let good = compared.filter(|(_, values)| link.score(values) >= threshold);
        let rows = good.map(|(places, _)| *places).chunk_by(|places| places.0);
        self.make_room(workspace);
        let mut matches = Vec::new();
        for (row, pairs) in &rows {
            self.hold(row, workspace);
            matches.extend(pairs.map(|places| self.explained(places, workspace)));
        }
        matches
    }

    /// One pair, whether it was worth comparing or not.
    pub fn compare(&self, a: ClaimIndex, b: ClaimIndex, workspace: &mut Workspace) -> Match {
        let row = a.get() - self.a.source.claims.start;
        let column = b.get() - self.b.source.claims.start;
        self.make_room(workspace);
        self.hold(row, workspace);
        self.explained((row, column), workspace)
    }

    /// A pair with all that can be measured; `workspace` holds the first claim.
    fn explained(&self, places: (usize, usize), workspace: &mut Workspace) -> Match {
        self.see_alone(places, |_| true, workspace);
        let meaning = self.see_meaning(places);
        let around = self.around(places, &meaning);
        workspace.values.extend(around);
        let weights = self.prepared.weights;
        let (a, b) = self.claims(places);
        Match {
            a,
            b,
            aligned: workspace.aligned.clone(),
            bias: weights.link.bias,
            measures: weights.link.measures(&workspace.values),
            same_content: weights.content.score(&workspace.values),
        }
    }

    /// For each two claims that are worth comparing what they show by themselves, as far as the score asks for it.
    fn see_all(&self, workspace: &mut Workspace) -> Rows<Option<f32>> {
        let mut seen = Rows::default();
        self.make_room(workspace);
        for of_row in self.places.chunk_by(|one, next| one.0 == next.0) {
            self.hold(of_row[0].0, workspace);
            for places in of_row {
                self.see_alone(*places, |feature| self.prepared.scoring[feature], workspace);
                seen.push(workspace.values.iter().copied());
            }
        }
        seen
    }

    /// Makes room for the claims of these two sources.
    fn make_room(&self, workspace: &mut Workspace) {
        workspace.row.make_room(self.b.source);
        workspace.trigrams.make_room(self.prepared.trigrams);
    }

    /// Takes the claim at `row` of the first source in the place of the one before, laid out so that many claims of the other are soon
    /// held against it.
    fn hold(&self, row: usize, workspace: &mut Workspace) {
        workspace.row.hold(self.a.source, row, &self.overlap);
        workspace.trigrams.hold(&self.a.source.trigrams, row);
    }

    /// What the two claims show by themselves, as far as it is `asked_for`; `workspace` holds the first, and gets the values.
    fn see_alone(
        &self,
        places: (usize, usize),
        asked_for: impl Fn(usize) -> bool,
        workspace: &mut Workspace,
    ) {
        let (source, other) = (self.a.source, self.b.source);
        let Workspace {
            row,
            trigrams,
            overlap,
            room,
            aligned,
            content,
            values,
        } = workspace;
        row.with(other, places.1, overlap);
        let (left, right) = (self.line(source, places.0), self.line(other, places.1));
        aligner::align_words(left, right, overlap, room, aligned);
        let (tokens, others) = (&left.profile.tokens, &right.profile.tokens);
        let is_content =
            |(i, j): &(usize, usize)| tokens[*i].is_content() || others[*j].is_content();
        content.clear();
        content.extend(aligned.iter().copied().filter(is_content));
        let comparison = Comparison {
            pair: Pair {
                a: self.reading(source, places.0),
                b: self.reading(other, places.1),
                aligned,
            },
            content,
            a: self.a.part(places.0),
            b: self.b.part(places.1),
            overlap,
            trigrams: trigrams.cosine(&other.trigrams, places.1),
        };
        values.clear();
        values.extend(FEATURES.iter().enumerate().map(|(at, feature)| {
            let measured = asked_for(at).then(|| feature.measure(&comparison));
            measured.flatten()
        }));
    }

    fn see_meaning(&self, places: (usize, usize)) -> Vec<Option<f32>> {
        let weights = |side: &Side, place: usize| -> Vec<f32> {
            let words = side.source.words.occurrences(place).iter();
            let weights = side.part(place).weights;
            words.map(|word| weights[word.position()]).collect()
        };
        let meanings = self.meanings.iter();
        meanings
            .flat_map(|meanings| {
                let (a, b) = (weights(&self.a, places.0), weights(&self.b, places.1));
                meanings.measure(places, &a, &b)
            })
            .collect()
    }

    fn line<'s>(&'s self, source: &'s PreparedSource, place: usize) -> Line<'s> {
        let claim = source.claims.start + place;
        Line {
            profile: &self.prepared.profiles[claim],
            terms: self.prepared.vocabulary.terms(ClaimIndex(claim as u32)),
            content: source.words.occurrences(place),
        }
    }

    fn reading(&self, source: &PreparedSource, place: usize) -> Reading<'_> {
        let claim = ClaimIndex((source.claims.start + place) as u32);
        Reading::of(self.prepared.collection, self.prepared.profiles, claim)
    }

    /// What the context measured of the pair, then what its meanings are worth in bits.
    fn around(
        &self,
        (row, column): (usize, usize),
        meaning: &[Option<f32>],
    ) -> impl Iterator<Item = Option<f32>> + use<> {
        let model = self.prepared.weights.meaning.as_ref();
        let bits = model.map(|model| Some(model.measured.score(meaning) as f32));
        self.context.measure(row, column).into_iter().chain(bits)
    }

    /// The claims at two places.
    fn claims(&self, (row, column): (usize, usize)) -> (ClaimIndex, ClaimIndex) {
        let index = |claim: usize| ClaimIndex(claim as u32);
        let (a, b) = (self.a.source.claims.start, self.b.source.claims.start);
        (index(a + row), index(b + column))
    }
}
