//! An inverted index of one source: what its claims hold, each thing once, with the claims that hold it.

use std::hash::Hash;

use foldhash::HashMap;

use super::rows::Rows;

/// A thing, as its number among the distinct things of one source.
pub type Number = u32;

/// What the claims of one source hold: words, names or quantities.
#[derive(Debug)]
pub struct Index<T> {
    things: Vec<T>,
    /// For each claim, what it holds, in order.
    claims: Rows<Occurrence>,
    /// For each thing, the places of the claims that hold it, in order.
    postings: Rows<u32>,
}

/// A thing at its place in a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// Which thing it is.
    pub number: Number,
    position: u32,
}

impl Occurrence {
    /// Position of its first token.
    pub fn position(self) -> usize {
        self.position as usize
    }
}

impl<T: Copy + Eq + Hash> Index<T> {
    /// Indexes what each claim of a source holds, with the position of its first token.
    pub fn new<I: Iterator<Item = (usize, T)>>(claims: impl Iterator<Item = I>) -> Self {
        let mut things = Vec::new();
        let mut numbers = HashMap::default();
        let claims: Rows<_> = claims
            .map(|claim| {
                let numbered = claim.map(|(position, thing)| Occurrence {
                    number: *numbers.entry(thing).or_insert_with(|| {
                        things.push(thing);
                        things.len() as Number - 1
                    }),
                    position: position as u32,
                });
                numbered.collect::<Vec<_>>()
            })
            .collect();
        Self {
            postings: postings(&claims, things.len()),
            things,
            claims,
        }
    }
}

impl<T> Index<T> {
    /// The distinct things, in the order of their numbers.
    pub fn things(&self) -> &[T] {
        &self.things
    }

    /// What the claim at `place` holds, in order.
    pub fn occurrences(&self, place: usize) -> &[Occurrence] {
        self.claims.row(place)
    }

    /// The places of the claims that hold a thing, in order; at least one.
    pub fn postings(&self, number: Number) -> &[u32] {
        self.postings.row(number as usize)
    }

    /// How many claims the source has.
    pub fn claims(&self) -> usize {
        self.claims.len()
    }
}

/// For each of so many things, the places of the claims that hold it.
fn postings(claims: &Rows<Occurrence>, things: usize) -> Rows<u32> {
    let held = (0..claims.len()).flat_map(|place| {
        let occurrences = claims.row(place).iter();
        occurrences.map(move |occurrence| (occurrence.number, place as u32))
    });
    let mut held: Vec<_> = held.collect();
    held.sort_unstable();
    held.dedup();
    Rows::grouped(held, things)
}
