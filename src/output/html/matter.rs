//! A matter: cards that belong together, and who stands against whom in it.

use itertools::Itertools;

use super::card::Card;
use super::text::shown;
use crate::report::dispute::{Dispute, Stated};
use crate::report::open::open_sentence;
use crate::report::{Index, LinkView};

/// A dispute of more links shows only those in which some claim comes first: all claims are seen, not all pairs of them.
const LINKS_SHOWN: usize = 24;

/// Cards that belong together.
pub struct Matter<'a> {
    /// Who says what, where several links differ over the same words.
    pub positions: Vec<Position>,
    pub cards: Vec<Card<'a>>,
    /// How many links have no card.
    pub left_out: usize,
    /// What would settle it; empty where nothing is open.
    pub open: String,
}

/// The words of a position, and who takes it.
pub struct Position {
    pub words: String,
    pub takers: String,
}

impl<'a> Matter<'a> {
    /// What sources differ over.
    pub fn disputed(index: &Index<'a>, dispute: &Dispute<'a>) -> Self {
        let positions = dispute.positions.iter().map(|position| Position {
            words: shown(&words(index, position)),
            takers: shown(&takers(index, position)),
        });
        let several = dispute.links.len() > 1;
        let links = telling(dispute);
        Self {
            positions: positions.filter(|_| several).collect(),
            left_out: dispute.links.len() - links.len(),
            open: shown(&open_sentence(index, dispute)),
            ..Self::undisputed(index, &links)
        }
    }

    /// How many links belong to it.
    pub fn links(&self) -> usize {
        self.cards.len() + self.left_out
    }

    /// Links over which nobody differs.
    pub fn undisputed(index: &Index<'a>, links: &[&'a LinkView]) -> Self {
        let cards = links.iter().filter_map(|link| Card::new(index, link));
        Self {
            positions: Vec::new(),
            cards: cards.collect(),
            left_out: 0,
            open: String::new(),
        }
    }
}

/// The links that show every claim of a dispute.
fn telling<'a>(dispute: &Dispute<'a>) -> Vec<&'a LinkView> {
    if dispute.links.len() <= LINKS_SHOWN {
        return dispute.links.clone();
    }
    let stated = dispute.positions.iter().flatten();
    let links = stated.map(|stated| stated.link);
    links.unique_by(|link| &link.id).collect()
}

/// The words in question, each once.
fn words(index: &Index, position: &[Stated]) -> String {
    let words = position.iter().flat_map(|stated| stated.words(index));
    words.unique().join(", ")
}

fn takers(index: &Index, position: &[Stated]) -> String {
    let sources = position
        .iter()
        .filter_map(|stated| index.source_of(stated.claim));
    let names = sources.sorted_by_key(|source| &source.id);
    names.map(|source| source.name()).unique().join(", ")
}
