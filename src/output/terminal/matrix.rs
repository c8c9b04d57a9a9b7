//! Who reports what: claim groups by source.

use super::page::{GLYPH, Page, counted};
use crate::output::layout::{Line, StyledText};
use crate::output::stylesheet::Role;
use crate::report::matrix::{Matrix, Stance};

/// Columns of a cell.
const CELL: usize = 2;

impl Page<'_> {
    /// One row for every claim group: a glyph for every source, how many lineages, and the words.
    pub fn matrix(&mut self) {
        self.head();
        let matrix = Matrix::new(&self.index);
        self.title("Who reports what: * reports, ! differs, . silent (which denies nothing)");
        let columns = matrix.columns.iter().map(|source| source.id.as_str());
        let columns: Vec<_> = columns.collect();
        self.rows_from(
            GLYPH,
            &[],
            &StyledText::new(&columns.join(" "), Role::Faint),
        );
        let margin = (GLYPH + columns.len() * CELL + 1).min(self.width / 2);
        for row in &matrix.rows {
            let cells = row
                .cells
                .iter()
                .fold(Line::default().padded(GLYPH), |line, cell| {
                    let (glyph, role) = match cell.stance {
                        Stance::Reports => ("*", Role::Accord),
                        Stance::Differs => ("!", Role::Difference),
                        Stance::Silent => (".", Role::Faint),
                    };
                    line.followed_by(&StyledText::new(glyph, role).line().padded(CELL))
                });
            let lineages = counted(row.group.lineages, "lineage");
            let mut text = StyledText::new(&format!("{lineages}: "), Role::Faint);
            text.push(&row.headline(&self.index), Role::Text);
            self.rows_from(margin, &[cells], &text);
        }
        if matrix.rows.is_empty() {
            let none = "No statement was found in two sources.";
            self.rows_from(GLYPH, &[], &StyledText::new(none, Role::Text));
        }
        self.count();
    }
}
