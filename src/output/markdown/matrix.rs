//! Who reports what: claim groups by source, as a table.

use super::escape::escaped;
use super::{Document, headline_or};
use crate::report::matrix::{Matrix, Stance};

impl Document<'_> {
    /// One row for every claim group, one column for every source, those of one lineage side by side.
    pub(super) fn matrix(&mut self) {
        let matrix = Matrix::new(&self.index);
        self.line("\n## Who reports what\n");
        self.line("Silent: the source does not report it, which denies nothing.\n");
        if matrix.has(Stance::NotComparable) {
            self.line("Not comparable: the source is in another language, or of another event.\n");
        }
        let columns = matrix.columns.iter();
        let columns = columns.map(|source| format!("{} ({})", escaped(&source.id), source.lineage));
        let columns: Vec<_> = columns.collect();
        self.line(&format!(
            "| Statement | Lineages | {} |",
            columns.join(" | ")
        ));
        self.line(&format!("|---|---:|{}", "---|".repeat(columns.len())));
        for row in &matrix.rows {
            let headline = escaped(&row.headline(&self.index));
            let headline = headline_or(headline, &row.group.id);
            let cells = row.cells.iter().map(|cell| cell.stance.name());
            let cells: Vec<_> = cells.collect();
            let lineages = row.group.lineages;
            self.line(&format!(
                "| {headline} | {lineages} | {} |",
                cells.join(" | ")
            ));
        }
    }
}
