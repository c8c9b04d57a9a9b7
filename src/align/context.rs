//! What the claims around two claims say about them: reports of one event tell it in like order, in steps of like length.

/// How many claims before and after count as being around a claim.
const AROUND: isize = 1;

/// What is measured, in the order of [`Context::measure`].
pub const NAMES: [&str; 2] = ["in_step", "beside"];

/// Scores of all pairs of claims of two sources.
#[derive(Debug)]
pub struct Context {
    width: usize,
    /// Probability of each pair, from its words alone, row by row.
    probabilities: Vec<f32>,
}

impl Context {
    /// The context that `scores` make, in bits, row by row, `width` to a row.
    pub fn new(width: usize, scores: impl Iterator<Item = f64>) -> Self {
        let probability = |bits: f64| (1.0 / (1.0 + (-bits).exp2())) as f32;
        Self {
            width,
            probabilities: scores.map(probability).collect(),
        }
    }

    /// For the pair in `row` and `column`, how many links are expected among the pairs one step before and after on both sides,
    /// and among those one step away on one side only.
    pub fn measure(&self, row: usize, column: usize) -> [Option<f32>; 2] {
        let at = |down: isize, right: isize| {
            let row = row.checked_add_signed(down)?;
            let column = column
                .checked_add_signed(right)
                .filter(|column| *column < self.width)?;
            self.probabilities.get(row * self.width + column).copied()
        };
        let sum = |steps: [(isize, isize); 2]| -> f32 {
            steps
                .iter()
                .filter_map(|(down, right)| at(*down, *right))
                .sum()
        };
        let in_step = sum([(AROUND, AROUND), (-AROUND, -AROUND)]);
        let beside = sum([(AROUND, 0), (-AROUND, 0)]) + sum([(0, AROUND), (0, -AROUND)]);
        [Some(in_step), Some(beside)]
    }
}
