//! What of one source can correspond to what of another: words that are alike, names and quantities that say the same.

use std::cmp::Ordering;

use itertools::Itertools;

use super::expression::{Expression, Meant};
use super::index::{Index, Number, Occurrence};
use super::likeness::{Key, Word};
use super::rows::Rows;
use crate::text::relation::Pole;
use crate::text::token::Run;

/// For each thing of one source, the things of the other that it can correspond to.
#[derive(Debug)]
pub struct Correspondences {
    others: Rows<Other>,
}

/// A thing of the other source.
#[derive(Clone, Copy, Debug)]
pub struct Other {
    /// Which thing it is.
    pub number: Number,
    /// How like both are, above 0 and up to 1.
    pub likeness: f32,
}

/// Two places in two claims where what stands there can correspond.
#[derive(Clone, Copy, Debug)]
pub struct Alike {
    /// Position of the first token in the first claim.
    pub i: usize,
    /// Position of the first token in the second.
    pub j: usize,
    /// How like both are, above 0 and up to 1.
    pub likeness: f32,
}

impl Alike {
    /// Whether these are the first tokens of the two runs.
    pub fn joins(&self, left: Run, right: Run) -> bool {
        (self.i, self.j) == (left.start as usize, right.start as usize)
    }
}

impl Correspondences {
    /// Words that are alike; of the words of each source its keys come with them.
    pub fn of_words(a: &Index<Word>, keys: &Keys, b: &Index<Word>, others: &Keys) -> Self {
        let mut alike = Vec::new();
        keys.meet(others, |word, number| {
            let likeness = a.things()[word as usize].likeness(&b.things()[number as usize]);
            if likeness > 0.0 {
                alike.push((word, Other { number, likeness }));
            }
        });
        // Two words may share several keys.
        alike.sort_unstable_by_key(|(word, other)| (*word, other.number));
        alike.dedup_by_key(|(word, other)| (*word, other.number));
        Self {
            others: Rows::grouped(alike, a.things().len()),
        }
    }

    /// Expressions that say the same.
    pub fn of_expressions<E: Expression>(a: &Index<Meant<E>>, b: &Index<Meant<E>>) -> Self {
        let others = a.things().iter().map(|one| {
            let numbers = (0..).zip(b.things());
            let same = numbers.filter(|(_, other)| one.0.says_the_same(other.0));
            same.map(|(number, _)| Other {
                number,
                likeness: 1.0,
            })
        });
        Self {
            others: others.collect(),
        }
    }

    /// What a thing of the first source can correspond to, in the order of the numbers.
    pub fn of(&self, number: Number) -> &[Other] {
        self.others.row(number as usize)
    }
}

/// What can correspond to the things of one claim, by the things of the other source: many of its claims can be held against that
/// claim, each in one look a thing.
#[derive(Debug, Default)]
pub struct Counterparts {
    /// For each thing of the other source, the last of its links; [`END`] if there is none.
    last: Vec<u32>,
    links: Vec<Link>,
}

/// That a thing of the other source can correspond to what stands at a place of the claim.
#[derive(Debug)]
struct Link {
    other: Other,
    position: usize,
    /// The link of the same thing before this one.
    before: u32,
}

/// Follows on the first link of a thing.
const END: u32 = u32::MAX;

impl Counterparts {
    /// Makes room for the counterparts among so many things, and lets go of the claim that was held.
    pub fn make_room(&mut self, things: usize) {
        self.release();
        self.last.resize(things.max(self.last.len()), END);
    }

    fn release(&mut self) {
        for link in self.links.drain(..) {
            self.last[link.other.number as usize] = END;
        }
    }

    /// Takes the claim that holds `occurrences` in the place of the one before.
    pub fn hold(&mut self, occurrences: &[Occurrence], correspondences: &Correspondences) {
        self.release();
        for occurrence in occurrences {
            for other in correspondences.of(occurrence.number) {
                let last = &mut self.last[other.number as usize];
                let before = std::mem::replace(last, self.links.len() as u32);
                self.links.push(Link {
                    other: *other,
                    position: occurrence.position(),
                    before,
                });
            }
        }
    }

    /// Writes to `alike` where the claim that is held and the one that holds `occurrences` can correspond, by the places of the latter.
    pub fn among(&self, occurrences: &[Occurrence], alike: &mut Vec<Alike>) {
        alike.clear();
        for occurrence in occurrences {
            let mut at = self.last[occurrence.number as usize];
            while let Some(link) = self.links.get(at as usize) {
                alike.push(Alike {
                    i: link.position,
                    j: occurrence.position(),
                    likeness: link.other.likeness,
                });
                at = link.before;
            }
        }
    }
}

/// By what the words of one source are found. All lists are sorted.
#[derive(Debug)]
pub struct Keys {
    /// What they may have in common with words that are like them.
    common: Vec<(Key, Number)>,
    /// Where they stand among opposites.
    poles: Vec<(Pole, Number)>,
    /// Where their opposites stand.
    across: Vec<(Pole, Number)>,
}

impl Keys {
    /// The keys of all words of an index.
    pub fn new(words: &Index<Word>) -> Self {
        let numbered = || (0..).zip(words.things());
        let common =
            numbered().flat_map(|(number, word)| word.keys().map(move |key| (key, number)));
        let poles = numbered().flat_map(|(number, word)| {
            let poles = word.poles().iter();
            poles.map(move |pole| (*pole, number))
        });
        let poles: Vec<_> = poles.sorted_unstable().collect();
        let across = poles.iter().map(|(pole, number)| (pole.across(), *number));
        Self {
            common: common.sorted_unstable().collect(),
            across: across.sorted_unstable().collect(),
            poles,
        }
    }

    /// Calls `take` with every word of these and every word of `others` that may be alike; with some more than once.
    fn meet(&self, others: &Self, mut take: impl FnMut(Number, Number)) {
        join(&self.common, &others.common, &mut take);
        join(&self.across, &others.poles, &mut take);
    }
}

/// Calls `take` with every two things of two sorted lists that have the same key.
fn join<K: Ord>(
    mut left: &[(K, Number)],
    mut right: &[(K, Number)],
    take: &mut impl FnMut(Number, Number),
) {
    while let ([(key, _), ..], [(other, _), ..]) = (left, right) {
        match key.cmp(other) {
            Ordering::Less => left = &left[1..],
            Ordering::Greater => right = &right[1..],
            Ordering::Equal => {
                let of_key =
                    |list: &[(K, Number)]| list.iter().take_while(|(it, _)| it == key).count();
                let (ours, after) = left.split_at(of_key(left));
                let (theirs, after_theirs) = right.split_at(of_key(right));
                for (one, another) in ours.iter().cartesian_product(theirs) {
                    take(one.1, another.1);
                }
                (left, right) = (after, after_theirs);
            }
        }
    }
}
