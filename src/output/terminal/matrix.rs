//! Who reports what: claim groups by source.

use unicode_width::UnicodeWidthStr;

use super::page::{GLYPH, Page, counted};
use crate::output::layout::{Line, StyledText};
use crate::output::printable::printable;
use crate::output::stylesheet::Role;
use crate::report::matrix::{Matrix, Stance};

/// Between two columns of the table.
const GAP: usize = 1;

impl Page<'_> {
    /// One row for every claim group: a glyph for every source, how many lineages, and the words.
    pub fn matrix(&mut self) {
        self.head();
        let matrix = Matrix::new(self.index);
        let apart = match matrix.has(Stance::NotComparable) {
            true => ", - not comparable",
            false => "",
        };
        self.title(&format!(
            "Who reports what: * reports, ! differs, . silent (which denies nothing){apart}"
        ));
        let (ids, lineages): (Vec<_>, Vec<_>) = matrix
            .columns
            .iter()
            .map(|source| (printable(&source.id).into_owned(), source.lineage.as_str()))
            .unzip();
        let names = self.column_names(&ids);
        let widths = names.iter().zip(&lineages);
        let widths = widths.map(|(name, lineage)| name.width().max(lineage.width()) + GAP);
        let columns = Columns(widths.collect());
        self.line(&columns.line(names.iter().map(|name| StyledText::new(name, Role::Faint))));
        self.line(
            &columns.line(
                lineages
                    .iter()
                    .map(|name| StyledText::new(name, Role::Faint)),
            ),
        );
        let margin = (columns.width() + GAP).min(self.width / 2);
        for row in &matrix.rows {
            let cells = columns.line(row.cells.iter().map(|cell| glyph(cell.stance)));
            let lineages = counted(row.group.lineages, "lineage");
            let mut text = StyledText::new(&format!("{lineages}: "), Role::Faint);
            text.push(&row.headline(self.index), Role::Text);
            self.rows_from(margin, &[cells], &text);
        }
        if matrix.rows.is_empty() {
            let none = "No statement was found in two sources.";
            self.rows_from(GLYPH, &[], &StyledText::new(none, Role::Text));
        }
        self.within(None);
        self.count();
    }

    /// What stands over the columns: the ids, or where these leave no room for the words, numbers that are explained.
    fn column_names(&mut self, ids: &[String]) -> Vec<String> {
        let width: usize = ids.iter().map(|id| id.width() + GAP).sum();
        if GLYPH + width <= self.width / 2 {
            return ids.to_vec();
        }
        let numbers = (1..=ids.len()).map(|number| number.to_string());
        let numbers: Vec<_> = numbers.collect();
        for (number, id) in numbers.iter().zip(ids) {
            let named = format!("{number} {id}");
            self.rows_from(GLYPH, &[], &StyledText::new(&named, Role::Faint));
        }
        numbers
    }
}

/// How wide the columns are.
struct Columns(Vec<usize>);

impl Columns {
    fn width(&self) -> usize {
        GLYPH + self.0.iter().sum::<usize>()
    }

    fn line(&self, cells: impl Iterator<Item = StyledText>) -> Line {
        let indent = Line::default().padded(GLYPH);
        let cells = cells.zip(&self.0);
        cells.fold(indent, |line, (cell, width)| {
            line.followed_by(&cell.line().padded(*width))
        })
    }
}

fn glyph(stance: Stance) -> StyledText {
    match stance {
        Stance::Reports => StyledText::new("*", Role::Accord),
        Stance::Differs => StyledText::new("!", Role::Difference),
        Stance::Silent => StyledText::new(".", Role::Faint),
        Stance::NotComparable => StyledText::new("-", Role::Faint),
    }
}
