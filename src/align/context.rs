//! What other claims say about two claims. Reports of one event tell it in like order, in steps of like length; and what one claim
//! tells has seldom many places in the other source.

use itertools::Itertools;

use super::rows::Rows;

/// How many claims before and after count as being around a claim.
const AROUND: isize = 1;

/// What is measured, in the order of [`Context::measure`].
pub const NAMES: [&str; 3] = ["in_step", "beside", "elsewhere"];

/// How likely pairs of claims of two sources are links, from their words alone.
#[derive(Debug, Default)]
pub struct Context {
    /// For each claim of the first source, the places of claims of the other in order, with the probability of the pair; zero for
    /// all other pairs.
    probabilities: Rows<(usize, f32)>,
    /// For each claim of either source, the probabilities of all its pairs added up.
    rows: Vec<f32>,
    columns: Vec<f32>,
}

impl Context {
    /// The context that scored pairs make: places of two claims, in order, and bits.
    pub fn new(scores: impl Iterator<Item = ((usize, usize), f64)>) -> Self {
        let probability = |bits: f64| (1.0 / (1.0 + (-bits).exp2())) as f32;
        let mut probabilities = Rows::default();
        let (mut rows, mut columns) = (Vec::new(), Vec::new());
        let mut scores = scores.peekable();
        while let Some(((row, _), _)) = scores.peek().copied() {
            // Rows without pairs are empty.
            while probabilities.len() < row {
                probabilities.push([]);
            }
            let of_row = scores.peeking_take_while(|((other, _), _)| *other == row);
            probabilities.push(of_row.map(|((_, column), bits)| {
                let probability = probability(bits);
                add(&mut rows, row, probability);
                add(&mut columns, column, probability);
                (column, probability)
            }));
        }
        Self {
            probabilities,
            rows,
            columns,
        }
    }

    /// For the pair in `row` and `column`, how many links are expected among the pairs one step before and after on both sides,
    /// among those one step away on one side only, and among all other pairs of either claim.
    pub fn measure(&self, row: usize, column: usize) -> [Option<f32>; 3] {
        let at = |down: isize, right: isize| {
            let of_row = self.probabilities.row(row.checked_add_signed(down)?);
            let column = column.checked_add_signed(right)?;
            let found = of_row.binary_search_by_key(&column, |(column, _)| *column);
            Some(of_row[found.ok()?].1)
        };
        let sum = |steps: [(isize, isize); 2]| -> f32 {
            steps
                .iter()
                .filter_map(|(down, right)| at(*down, *right))
                .sum()
        };
        let in_step = sum([(AROUND, AROUND), (-AROUND, -AROUND)]);
        let beside = sum([(AROUND, 0), (-AROUND, 0)]) + sum([(0, AROUND), (0, -AROUND)]);
        let all = |sums: &[f32], place: usize| sums.get(place).copied().unwrap_or_default();
        let own = at(0, 0).unwrap_or_default();
        let elsewhere = all(&self.rows, row) + all(&self.columns, column) - 2.0 * own;
        [Some(in_step), Some(beside), Some(elsewhere)]
    }
}

fn add(sums: &mut Vec<f32>, place: usize, probability: f32) {
    if sums.len() <= place {
        sums.resize(place + 1, 0.0);
    }
    sums[place] += probability;
}
