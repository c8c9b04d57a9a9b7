//! What a link was chosen over: the other claims of one source that came near to being about the same thing.

use itertools::Itertools;

use super::{Index, LinkView};

/// So many are told of each side of a link: those that a reader may think should have been chosen.
const TOLD: usize = 2;

/// A claim that could have stood in the place of one end of a link.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contender<'a> {
    /// Its id.
    pub claim: &'a str,
    /// Log2 odds that it is about the same thing as the other end of the link, in bits.
    pub score: f64,
    /// Whether it is linked to that end as well.
    pub linked: bool,
}

/// The claims of the source of `instead_of`, one end of `link`, that come nearest to the other end, best first.
pub fn contenders<'a>(index: &Index<'a>, link: &LinkView, instead_of: &str) -> Vec<Contender<'a>> {
    let end = link.other(instead_of);
    let source = |claim| index.claim(claim).map(|claim| &claim.source);
    let linked = index.links_of(end).iter().map(|link| Contender {
        claim: link.other(end),
        score: link.score,
        linked: true,
    });
    let rejected = index.rivals_of(end).iter().map(|rival| Contender {
        claim: rival.other(end),
        score: rival.score,
        linked: false,
    });
    linked
        .chain(rejected)
        .filter(|it| it.claim != instead_of && source(it.claim) == source(instead_of))
        .sorted_by(|left, right| right.score.total_cmp(&left.score))
        .take(TOLD)
        .collect()
}
