//! Runs of three letters: what words of one root share, whatever their endings.

use foldhash::HashMap;

use super::rows::Rows;
use crate::text::normal::fold;

/// Three letters packed into one number.
type Packed = u64;

/// The trigrams of one claim with how often each stands there, sorted.
pub type Counted = Vec<(Packed, f32)>;

/// Counts the trigrams of `text`; signs count as blanks, and a trigram around a blank does not count.
pub fn counted(text: &str) -> Counted {
    let letter = |letter: char| {
        if letter.is_alphanumeric() {
            Packed::from(letter)
        } else {
            Packed::from(' ')
        }
    };
    let letters: Vec<Packed> = fold(text).chars().map(letter).collect();
    let around_a_letter = |window: &&[Packed]| window[1] != Packed::from(' ');
    let packed = |window: &[Packed]| window[0] << 42 | window[1] << 21 | window[2];
    let mut all: Vec<Packed> = letters
        .windows(3)
        .filter(around_a_letter)
        .map(packed)
        .collect();
    all.sort_unstable();
    all.chunk_by(|left, right| left == right)
        .map(|same| (same[0], same.len() as f32))
        .collect()
}

/// The trigrams of a run, numbered from 0, so that an array can hold something for each.
#[derive(Debug, Default)]
pub struct Numbers(HashMap<Packed, u32>);

impl Numbers {
    /// How many different trigrams there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    fn number(&mut self, trigram: Packed) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(trigram).or_insert(next)
    }
}

/// The trigrams of the claims of one source.
#[derive(Debug)]
pub struct Trigrams {
    /// For each claim, its trigrams by number with their counts.
    counts: Rows<(u32, f32)>,
    /// For each claim, the Euclidean length of its counts.
    lengths: Vec<f32>,
}

impl Trigrams {
    /// Numbers the trigrams of claims in order.
    pub fn new(claims: &[Counted], numbers: &mut Numbers) -> Self {
        let length = |claim: &Counted| claim.iter().map(|(_, count)| count * count).sum::<f32>();
        let mut counts = Rows::default();
        for claim in claims {
            let numbered = claim.iter();
            counts.push(numbered.map(|(trigram, count)| (numbers.number(*trigram), *count)));
        }
        Self {
            counts,
            lengths: claims.iter().map(|claim| length(claim).sqrt()).collect(),
        }
    }
}

/// The trigrams of one claim spread over all that there are: many others can be held against it, each in one look a trigram.
#[derive(Debug, Default)]
pub struct Spread {
    counts: Vec<f32>,
    length: f32,
    /// Which counts are not zero.
    held: Vec<u32>,
}

impl Spread {
    /// Makes room for any claim of a run with so many trigrams.
    pub fn make_room(&mut self, trigrams: usize) {
        self.counts.resize(trigrams.max(self.counts.len()), 0.0);
    }

    /// Takes the claim at `place` of a source in the place of the one before.
    pub fn hold(&mut self, source: &Trigrams, place: usize) {
        for trigram in self.held.drain(..) {
            self.counts[trigram as usize] = 0.0;
        }
        for (trigram, count) in source.counts.row(place) {
            self.counts[*trigram as usize] = *count;
            self.held.push(*trigram);
        }
        self.length = source.lengths[place];
    }

    /// Cosine of the counts of the claim that is held and of the one at `place` of a source, from 0 to 1.
    pub fn cosine(&self, source: &Trigrams, place: usize) -> f32 {
        let counts = source.counts.row(place);
        if counts.is_empty() || self.held.is_empty() {
            return 0.0;
        }
        let shared = counts.iter();
        let product: f32 = shared
            .map(|(trigram, count)| self.counts[*trigram as usize] * count)
            .sum();
        product / (self.length * source.lengths[place])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_root_share_most_of_their_trigrams() {
        let mut numbers = Numbers::default();
        let texts = ["negotiated", "negotiation", "Negotiated", "cup", "..."];
        let claims = texts.map(counted);
        let trigrams = Trigrams::new(&claims, &mut numbers);
        let mut spread = Spread::default();
        spread.make_room(numbers.len());
        // What was held before leaves nothing behind.
        spread.hold(&trigrams, 3);
        spread.hold(&trigrams, 0);
        let cosines = [0, 1, 2, 3, 4].map(|place| spread.cosine(&trigrams, place));
        assert_eq!(cosines[3..], [0.0, 0.0]);
        assert!(cosines[0] == cosines[2] && (cosines[0] - 1.0).abs() < 1e-6);
        assert!(cosines[1] > 0.5 && cosines[1] < 0.9);
    }
}
