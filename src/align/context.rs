//! What the claims around two claims say about them: reports of one event tell it in like order, in steps of like length.

/// How many claims before and after count as being around a claim.
const AROUND: isize = 1;

/// What is measured, in the order of [`Context::measure`].
pub const NAMES: [&str; 2] = ["in_step", "beside"];

/// How likely pairs of claims of two sources are links, from their words alone.
#[derive(Debug, Default)]
pub struct Context {
    /// Places of two claims and their probability, in order; zero for all other pairs.
    probabilities: Vec<((usize, usize), f32)>,
}

impl Context {
    /// The context that scored pairs make: places of two claims, in order, and bits.
    pub fn new(scores: impl Iterator<Item = ((usize, usize), f64)>) -> Self {
        let probability = |bits: f64| (1.0 / (1.0 + (-bits).exp2())) as f32;
        Self {
            probabilities: scores
                .map(|(places, bits)| (places, probability(bits)))
                .collect(),
        }
    }

    /// For the pair in `row` and `column`, how many links are expected among the pairs one step before and after on both sides,
    /// and among those one step away on one side only.
    pub fn measure(&self, row: usize, column: usize) -> [Option<f32>; 2] {
        let at = |down: isize, right: isize| {
            let places = (
                row.checked_add_signed(down)?,
                column.checked_add_signed(right)?,
            );
            let found = self
                .probabilities
                .binary_search_by_key(&places, |(places, _)| *places);
            Some(self.probabilities[found.ok()?].1)
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
