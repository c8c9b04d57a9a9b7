//! What of one source can correspond to what of another: words that are alike, names and quantities that say the same.

use super::expression::{Expression, Meant};
use super::index::{Index, Number, Occurrence};
use super::likeness::{Key, Word};
use super::rows::Rows;
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
    /// Words that are alike.
    pub fn of_words(a: &Index<Word>, b: &Index<Word>, keys: &Keys) -> Self {
        let mut found = Vec::new();
        let others = a.things().iter().map(|word| {
            found.clear();
            found.extend(word.counterparts().flat_map(|key| keys.find(key)));
            found.sort_unstable();
            found.dedup();
            let compared = found.iter().map(|number| Other {
                number: *number,
                likeness: word.likeness(&b.things()[*number as usize]),
            });
            compared
                .filter(|other| other.likeness > 0.0)
                .collect::<Vec<_>>()
        });
        Self {
            others: others.collect(),
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
#[derive(Debug)]
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
    /// Room for the counterparts among so many things.
    pub fn new(things: usize) -> Self {
        Self {
            last: vec![END; things],
            links: Vec::new(),
        }
    }

    /// Takes the claim that holds `occurrences` in the place of the one before.
    pub fn hold(&mut self, occurrences: &[Occurrence], correspondences: &Correspondences) {
        for link in self.links.drain(..) {
            self.last[link.other.number as usize] = END;
        }
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

    /// Where the claim that is held and the one that holds `occurrences` can correspond, by the places of the latter.
    pub fn among(&self, occurrences: &[Occurrence]) -> Vec<Alike> {
        let mut alike = Vec::new();
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
        alike
    }
}

/// By what the words of one source are found.
#[derive(Debug)]
pub struct Keys {
    /// Sorted.
    entries: Vec<(Key, Number)>,
}

impl Keys {
    /// The keys of all words of an index.
    pub fn new(words: &Index<Word>) -> Self {
        let numbered = (0..).zip(words.things());
        let mut entries: Vec<_> = numbered
            .flat_map(|(number, word)| word.keys().map(move |key| (key, number)))
            .collect();
        entries.sort_unstable();
        Self { entries }
    }

    fn find(&self, key: Key) -> impl Iterator<Item = Number> + '_ {
        let start = self.entries.partition_point(|(other, _)| *other < key);
        let found = self.entries[start..].iter();
        found
            .take_while(move |(other, _)| *other == key)
            .map(|(_, number)| *number)
    }
}
