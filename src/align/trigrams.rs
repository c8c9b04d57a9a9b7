//! Runs of three letters: what words of one root share, whatever their endings.

use crate::text::normal::fold;

/// How often each run of three letters stands in a claim.
#[derive(Clone, Debug, Default)]
pub struct Trigrams {
    /// Three letters packed into one number, with their count; sorted.
    counts: Vec<(u64, f32)>,
    /// Euclidean length of the counts.
    length: f32,
}

impl Trigrams {
    /// Counts the trigrams of `text`; signs count as blanks, and a trigram around a blank does not count.
    pub fn new(text: &str) -> Self {
        let letter = |letter: char| {
            if letter.is_alphanumeric() {
                u64::from(letter)
            } else {
                u64::from(' ')
            }
        };
        let letters: Vec<u64> = fold(text).chars().map(letter).collect();
        let around_a_letter = |window: &&[u64]| window[1] != u64::from(' ');
        let packed = |window: &[u64]| window[0] << 42 | window[1] << 21 | window[2];
        let mut all: Vec<u64> = letters
            .windows(3)
            .filter(around_a_letter)
            .map(packed)
            .collect();
        all.sort_unstable();
        let counts: Vec<_> = all
            .chunk_by(|left, right| left == right)
            .map(|same| (same[0], same.len() as f32))
            .collect();
        let length = counts
            .iter()
            .map(|(_, count)| count * count)
            .sum::<f32>()
            .sqrt();
        Self { counts, length }
    }

    /// Cosine of the counts, from 0 to 1.
    pub fn cosine(&self, other: &Trigrams) -> f32 {
        if self.counts.is_empty() || other.counts.is_empty() {
            return 0.0;
        }
        let (mut i, mut j, mut product) = (0, 0, 0.0);
        while let (Some((left, count)), Some((right, times))) =
            (self.counts.get(i), other.counts.get(j))
        {
            if left == right {
                product += count * times;
            }
            i += usize::from(left <= right);
            j += usize::from(right <= left);
        }
        product / (self.length * other.length)
    }
}
