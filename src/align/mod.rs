//! Claims to scored pairs: which claims of two sources are about the same thing, and which of their words say the same.

mod aligner;
pub mod background;
mod batch;
mod candidates;
mod comparison;
pub mod context;
mod correspondence;
mod crowd;
mod expression;
pub mod feature;
mod index;
mod likeness;
pub mod meaning;
pub mod model;
mod overlap;
mod pair;
mod prepared;
mod related;
mod rival;
mod rows;
mod side;
mod source_pair;
mod trigrams;
mod vocabulary;
mod wording;
mod workspace;

pub use batch::{Batch, batches};
pub use comparison::{Comparison, Part};
pub use pair::{Pair, Reading};
pub use prepared::Prepared;
pub use source_pair::{Seen, SourcePair};
pub use workspace::Workspace;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::model::{
    ClaimIndex, Collection, Compared, Measure, Progress, ScoredPair, SourceIndex, Span,
};
use crate::text::profile::Profile;
use model::Weights;

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

/// Compares any two claims, whether they would be linked or not. Two claims of one source are compared as if its text stood
/// there twice. With them come the other pairs that `a` makes with claims of the source of `b`, and `b` with claims of the source
/// of `a`, best first: the context takes comparing those on the way. For many pairs call [`align`].
pub fn compare(
    collection: &Collection,
    profiles: &[Profile],
    weights: &Weights,
    a: ClaimIndex,
    b: ClaimIndex,
) -> (Match, Vec<ScoredPair>) {
    let prepared = Prepared::new(collection, profiles, weights);
    let source = |claim| collection.claim(claim).source;
    let mut workspace = Workspace::default();
    let compared = SourcePair::new(&prepared, source(a), source(b), &mut workspace);
    let beside = |pair: &ScoredPair| (pair.a == a) != (pair.b == b) && pair.a != pair.b;
    let others = rival::best_first(compared.scored().filter(beside));
    (compared.compare(a, b, &mut workspace), others)
}

/// What comparing all claims of different sources gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// The pairs that are links, sorted by their claims.
    pub matches: Vec<Match>,
    /// For every claim the pairs that came nearest to a link and were rejected, sorted by their claims.
    pub rivals: Vec<ScoredPair>,
    /// How many pairs were compared for it.
    pub compared: Compared,
}

/// Compares the claims of different sources that are worth comparing; a pair that scores at least `threshold` bits is a link.
/// `progress` is told of every two sources that are compared.
pub fn align(
    collection: &Collection,
    profiles: &[Profile],
    weights: &Weights,
    threshold: f64,
    progress: &dyn Progress,
) -> Alignment {
    let prepared = Prepared::new(collection, profiles, weights);
    let related = prepared.related();
    progress.begin("comparing articles, two by two", related.len());
    let related = related.into_par_iter();
    let compared = related.map_init(Workspace::default, |workspace, (a, b)| {
        progress.advance();
        let pair = SourcePair::new(&prepared, a, b, workspace);
        let matches = pair.matches(threshold, workspace);
        let compared = Compared {
            pairs: pair.seen().len(),
            nearest: rival::nearest(pair.scored(), threshold),
        };
        (matches, rival::rivals(pair.scored(), threshold), compared)
    });
    let compared: Vec<_> = compared.collect();
    let (mut matches, mut rivals) = (Vec::new(), Vec::new());
    let mut all = Compared::default();
    for (found, near, compared) in compared {
        matches.extend(found);
        rivals.extend(near);
        all.pairs += compared.pairs;
        let nearest = all.nearest.into_iter().chain(compared.nearest);
        all.nearest = rival::nearest(nearest, threshold);
    }
    matches.sort_by_key(|found| (found.a, found.b));
    rivals.sort_by_key(|rival| (rival.a, rival.b));
    Alignment {
        matches,
        rivals,
        compared: all,
    }
}

/// What the pairs of claims of each two of `sources` score that are worth comparing, in order.
pub fn scored(prepared: &Prepared, sources: &[(SourceIndex, SourceIndex)]) -> Vec<ScoredPair> {
    let sources = sources.par_iter();
    let scored = sources.map_init(Workspace::default, |workspace, (a, b)| {
        let pair = SourcePair::new(prepared, *a, *b, workspace);
        pair.scored().collect::<Vec<_>>()
    });
    scored.collect::<Vec<_>>().concat()
}

/// Claims of one source that stand so near to each other share words because the text goes on about its matter.
const ONE_BREATH: u32 = 2;

/// The pairs of claims of one source that are among `asked_for`, or that stand apart and score at least `threshold` bits; the
/// earlier claim first, sorted by their claims. They are compared as by [`compare`].
pub fn align_within(
    collection: &Collection,
    profiles: &[Profile],
    weights: &Weights,
    threshold: f64,
    asked_for: &BTreeSet<(ClaimIndex, ClaimIndex)>,
) -> Vec<Match> {
    let prepared = Prepared::new(collection, profiles, weights);
    let sources = (0..collection.sources().len() as u32).map(SourceIndex);
    let found = sources.par_bridge().flat_map_iter(|source| {
        let mut workspace = Workspace::default();
        let pair = SourcePair::new(&prepared, source, source, &mut workspace);
        let asked = asked_for.iter().copied();
        let asked = asked.filter(|(a, _)| collection.claim(*a).source == source);
        let mut found: Vec<_> = asked
            .map(|(a, b)| pair.compare(a, b, &mut workspace))
            .collect();
        let apart = pair
            .matches(threshold, &mut workspace)
            .into_iter()
            .filter(|found| {
                found.a.0 + ONE_BREATH < found.b.0 && !asked_for.contains(&(found.a, found.b))
            });
        found.extend(apart);
        found
    });
    let mut matches: Vec<_> = found.collect();
    matches.sort_by_key(|found| (found.a, found.b));
    matches
}
