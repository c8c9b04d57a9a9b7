//! An inverted index of one source: what its claims hold, each thing once, with the claims that hold it.

use std::hash::Hash;

use foldhash::HashMap;

/// A thing, as its number among the distinct things of one source.
pub type Number = u32;

/// What the claims of one source hold: words, names or quantities.
#[derive(Debug)]
pub struct Index<T> {
    things: Vec<T>,
    /// For each claim, what it holds, in order.
    claims: Vec<Vec<Occurrence>>,
    /// For each thing, the claims that hold it, in order.
    postings: Vec<Vec<Posting>>,
}

/// A thing at its place in a claim.
#[derive(Clone, Copy, Debug)]
pub struct Occurrence {
    /// Position of its first token.
    pub position: usize,
    /// Which thing it is.
    pub number: Number,
}

/// A claim that holds a thing.
#[derive(Clone, Copy, Debug)]
pub struct Posting {
    /// Place of the claim among those of its source.
    pub place: usize,
    /// How often it holds the thing.
    pub times: u32,
}

impl<T: Copy + Eq + Hash> Index<T> {
    /// Indexes what each claim of a source holds, with the position of its first token.
    pub fn new<I: Iterator<Item = (usize, T)>>(claims: impl Iterator<Item = I>) -> Self {
        let mut index = Self {
            things: Vec::new(),
            claims: Vec::new(),
            postings: Vec::new(),
        };
        let mut numbers = HashMap::default();
        for (place, claim) in claims.enumerate() {
            let occurrences = claim.map(|(position, thing)| {
                let number = *numbers.entry(thing).or_insert_with(|| index.add(thing));
                index.post(number, place);
                Occurrence { position, number }
            });
            let occurrences = occurrences.collect();
            index.claims.push(occurrences);
        }
        index
    }

    fn add(&mut self, thing: T) -> Number {
        self.things.push(thing);
        self.postings.push(Vec::new());
        self.things.len() as Number - 1
    }

    fn post(&mut self, number: Number, place: usize) {
        let postings = &mut self.postings[number as usize];
        match postings.last_mut() {
            Some(last) if last.place == place => last.times += 1,
            _ => postings.push(Posting { place, times: 1 }),
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
        &self.claims[place]
    }

    /// The claims that hold a thing, in order; at least one.
    pub fn postings(&self, number: Number) -> &[Posting] {
        &self.postings[number as usize]
    }

    /// How many claims the source has.
    pub fn claims(&self) -> usize {
        self.claims.len()
    }
}
