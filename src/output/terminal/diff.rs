//! The whole report: what was compared, conflicts, other differences, accords, and what one source alone reports.

use unicode_width::UnicodeWidthStr;

use super::page::{GLYPH, Page, counted, look, titled};
use crate::output::layout::{Line, StyledText};
use crate::output::printable::printable;
use crate::output::sign::Sign;
use crate::output::stylesheet::Role;
use crate::report::dispute::disputes;
use crate::report::matrix::Matrix;
use crate::report::unlinked::unlinked;
use crate::report::{GroupView, LinkView, SourceView};

/// Between two cells of the table of sources.
const CELL_GAP: usize = 2;
/// Over the links that a reader should decide on.
const CLOSE: &str = "Too close to call: the same matter perhaps, less likely than not";

impl Page<'_> {
    /// Everything.
    pub fn diff(&mut self) {
        self.head();
        self.count();
        self.unlinked();
        let conflicts = self.index.conflicts();
        self.disputes("In conflict: both cannot be true as written", &conflicts);
        let differences = self.index.differences();
        self.disputes("Diverging: the same matter, told differently", &differences);
        self.within(None);
        self.accords();
        self.alone();
        self.count();
    }

    /// What was compared.
    pub fn head(&mut self) {
        let report = self.index.report();
        let stats = &report.stats;
        let title = [
            counted(stats.sources, "source"),
            counted(stats.lineages, "lineage"),
            counted(stats.claims, "claim"),
        ];
        let event = report.title.as_ref().map(|event| format!("{event}: "));
        self.title(&format!(
            "{}{}",
            event.unwrap_or_default(),
            title.join(", ")
        ));
        let rows: Vec<_> = report
            .sources
            .iter()
            .map(|source| self.cells(source))
            .collect();
        let widths = (0..rows.first().map_or(0, Vec::len)).map(|column| {
            let widths = rows.iter().map(|row| printable(&row[column]).width());
            widths.max().unwrap_or_default()
        });
        let widths: Vec<_> = widths.collect();
        let fits = GLYPH + widths.iter().map(|width| width + CELL_GAP).sum::<usize>() <= self.width;
        for (source, row) in report.sources.iter().zip(&rows) {
            if fits {
                let address = self.address(source);
                let cells = row.iter().zip(&widths).filter(|(_, width)| **width > 0);
                let cells = cells.map(|(cell, width)| {
                    let cell = StyledText::new(cell, Role::Text).line();
                    cell.leading_to(address.clone()).padded(width + CELL_GAP)
                });
                let indent = Line::default().padded(GLYPH);
                self.line(&cells.fold(indent, |row, cell| row.followed_by(&cell)));
            } else {
                self.rows_from(GLYPH, &[], &StyledText::new(&row.join(" "), Role::Text));
            }
            for warning in &source.warnings {
                let warning = format!("warning: {warning}");
                self.rows_from(GLYPH, &[], &StyledText::new(&warning, Role::Faint));
            }
        }
        for (kinship, _) in self.index.kinships() {
            self.rows_from(GLYPH, &[], &StyledText::new(&kinship, Role::Text));
        }
    }

    /// One row of the table of sources.
    fn cells(&self, source: &SourceView) -> Vec<String> {
        let claims = self.index.claims_of(&source.id).count();
        let alone = self.index.alone(&source.id).len();
        vec![
            source.id.clone(),
            Some(source.name())
                .filter(|name| *name != source.id)
                .unwrap_or_default()
                .to_owned(),
            source.published.clone().unwrap_or_default(),
            source.lineage.clone(),
            counted(claims, "claim"),
            format!("{alone} only here"),
        ]
    }

    /// How many links of each sort there are.
    pub fn count(&mut self) {
        let stats = &self.index.report().stats;
        let disputed = |links: &[&LinkView], noun| {
            let disputes = disputes(self.index, links).len();
            match counted(disputes, noun) {
                count if disputes == links.len() => count,
                count => format!("{count} in {}", counted(links.len(), "pair")),
            }
        };
        let counts = [
            (
                Sign::Conflict,
                disputed(&self.index.conflicts(), "conflict"),
            ),
            (
                Sign::Diverge,
                disputed(&self.index.differences(), "other difference"),
            ),
            (
                Sign::Paraphrase,
                format!("{} in other words", stats.paraphrase),
            ),
            (Sign::Agree, format!("{} in the same words", stats.agree)),
            (Sign::Alone, format!("{} by one source alone", stats.alone)),
        ];
        let counts = counts.iter().map(|(sign, count)| {
            let mut text = StyledText::default();
            // The glyph of a single source is a number and would be read as one here.
            if *sign != Sign::Alone {
                text.push(sign.glyph(), look(*sign));
                text.space();
            }
            text.push(count, Role::Heading);
            text.line()
        });
        self.gap();
        self.in_rows(counts, &StyledText::new("·", Role::Faint).line());
    }

    /// Pieces in rows that part none of them, if it is not too wide for a row.
    fn in_rows(&mut self, pieces: impl Iterator<Item = Line>, between: &Line) {
        let between = Line::default().padded(1).followed_by(between).padded(3);
        let mut row = Line::default();
        for piece in pieces {
            if row.columns() == 0 {
                row = piece;
            } else if row.columns() + between.columns() + piece.columns() <= self.width {
                row = row.followed_by(&between).followed_by(&piece);
            } else {
                self.line(&row);
                row = piece;
            }
        }
        self.line(&row);
    }

    /// Why nothing is linked, if nothing is.
    pub fn unlinked(&mut self) {
        for sentence in unlinked(self.index.report()) {
            self.gap();
            self.rows_from(0, &[], &StyledText::new(&sentence, Role::Text));
        }
    }

    /// The contradictions inside one source, or inside `source`, if they were looked for.
    pub fn within(&mut self, source: Option<&SourceView>) {
        let Some(links) = self.index.within(source) else {
            return;
        };
        if links.is_empty() {
            self.title("No contradiction was found inside one source");
        }
        let title = "Contradicting itself: one source says what cannot both be true as written";
        self.disputes(title, &links);
    }

    /// What several sources report alike: group by group, then the links that no group holds.
    fn accords(&mut self) {
        let stats = &self.index.report().stats;
        let (outside, close) = self.index.accords_outside_groups();
        if stats.agree + stats.paraphrase > 0 {
            let title = "In accord: the same fact, in the same words (=) or others (~)";
            self.title(&format!("{title} ({})", stats.agree + stats.paraphrase));
        }
        self.groups();
        if !outside.is_empty() && !self.index.report().groups.is_empty() {
            self.rows_from(GLYPH, &[], &StyledText::new("in pairs only", Role::Faint));
        }
        for link in outside {
            self.wordings(link, true);
        }
        if !close.is_empty() {
            self.title(&format!("{CLOSE} ({})", close.len()));
        }
        for link in close {
            self.wordings(link, true);
        }
        self.gap();
    }

    /// Every claim group, those that most lineages report first.
    pub fn groups(&mut self) {
        let rows = Matrix::new(self.index).rows;
        self.each(&rows, |page, row| page.group(row.group));
    }

    /// The wordings of a group, each compared with the first.
    fn group(&mut self, group: &GroupView) {
        let members = group.members.iter();
        let mut claims = members.filter_map(|member| self.index.claim(&member.claim));
        let Some(base) = claims.next() else {
            return;
        };
        let others: Vec<_> = claims.collect();
        let corroboration = StyledText::new(&group.corroboration(), Role::Faint);
        self.rows_from(GLYPH, &[], &corroboration);
        self.indented_claim(0, None, base);
        for other in others {
            self.compared(base, other);
        }
        for remark in self.index.remarks(group) {
            self.rows(&[], &StyledText::new(&remark, Role::Faint));
        }
    }

    /// What one source alone reports, source by source.
    fn alone(&mut self) {
        for source in &self.index.report().sources {
            let claims = self.index.alone(&source.id);
            if claims.is_empty() {
                continue;
            }
            self.title(&format!("Only in {} ({})", titled(source), claims.len()));
            for claim in claims {
                self.claim(Sign::Alone, claim);
            }
        }
    }
}
