//! The report as a diff for reading in a terminal: conflicts first, then other differences, accords, and what one source alone reports.

use itertools::Itertools;
use unicode_width::UnicodeWidthStr;

use super::layout::{Line, StyledText};
use super::printable::printable;
use super::sign::Sign;
use super::stylesheet::Role;
use super::target::Target;
use super::{Format, Options};
use crate::error::Error;
use crate::report::wording::{Part, Piece, Wording, wording};
use crate::report::{ClaimView, FindingView, Index, LinkView, MarkView, Report, SourceView};

/// From this width on two wordings stand side by side.
const SIDE_BY_SIDE: usize = 120;
/// Narrower than this nothing readable comes out; such a width is taken for this one.
const NARROWEST: usize = 40;
/// Columns of the glyph at the beginning of an entry.
const GLYPH: usize = 3;
/// Between two columns.
const GUTTER: &str = " │ ";
/// Between two cells of the table of sources.
const CELL_GAP: usize = 2;
/// Stands for words left out of a brief text.
const ELLIPSIS: &str = "…";

/// A diff to be read in a terminal.
pub struct Terminal;

impl Format for Terminal {
    fn name(&self) -> &'static str {
        "terminal"
    }

    fn summary(&self) -> &'static str {
        "a diff to read in a terminal, in words, marks and colours"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt"]
    }

    fn write(
        &self,
        report: &Report,
        options: &Options,
        target: &mut dyn Target,
    ) -> Result<Vec<String>, Error> {
        let mut page = Page::new(report, options);
        page.head();
        page.lineages();
        page.links(
            "In conflict: both cannot be true as written",
            &page.index.conflicts(),
        );
        page.links(
            "Diverging: the same matter, told differently",
            &page.index.differences(),
        );
        page.links(
            "In accord: the same fact, in the same words (=) or others (~)",
            &page.index.accords(),
        );
        page.alone();
        page.count();
        target.stream(page.written.as_bytes())?;
        Ok(Vec::new())
    }
}

struct Page<'a> {
    index: Index<'a>,
    width: usize,
    color: bool,
    /// Columns before the text of an entry: glyph and claim id.
    margin: usize,
    written: String,
}

impl<'a> Page<'a> {
    fn new(report: &'a Report, options: &Options) -> Self {
        let ids = report
            .claims
            .iter()
            .map(|claim| printable(&claim.id).width());
        Self {
            index: Index::new(report),
            width: options.width.max(NARROWEST),
            color: options.color,
            margin: GLYPH + ids.max().unwrap_or_default() + 2,
            written: String::new(),
        }
    }

    /// What was compared.
    fn head(&mut self) {
        let report = self.index.report();
        let stats = &report.stats;
        let title = [
            counted(stats.sources, "source"),
            counted(stats.lineages, "lineage"),
            counted(stats.claims, "claim"),
        ];
        self.rows_from(0, &[], &StyledText::new(&title.join(", "), Role::Heading));
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
                let cells = row.iter().zip(&widths).filter(|(_, width)| **width > 0);
                let cells = cells.map(|(cell, width)| {
                    StyledText::new(cell, Role::Text)
                        .line()
                        .padded(width + CELL_GAP)
                });
                let indent = Line::default().padded(GLYPH);
                self.line(&cells.fold(indent, |row, cell| row.followed_by(&cell)));
            } else {
                self.rows_from(GLYPH, &[], &StyledText::new(&row.join(" "), Role::Text));
            }
            for warning in &source.warnings {
                let warning = format!("warning: {warning}");
                self.rows(&[], &StyledText::new(&warning, Role::Faint));
            }
        }
    }

    /// Which sources stem from one text, and what shows it.
    fn lineages(&mut self) {
        for derivation in self.index.derivations() {
            self.rows_from(GLYPH, &[], &StyledText::new(&derivation, Role::Text));
        }
    }

    /// One row of the table of sources.
    fn cells(&self, source: &SourceView) -> Vec<String> {
        let claims = self.index.claims_of(&source.id).count();
        let alone = self.index.alone(&source.id).len();
        vec![
            source.id.clone(),
            source.name().to_owned(),
            source.published.clone().unwrap_or_default(),
            source.lineage.clone(),
            counted(claims, "claim"),
            format!("{alone} alone"),
        ]
    }

    /// A section that shows `links`.
    fn links(&mut self, title: &str, links: &[&LinkView]) {
        if links.is_empty() {
            return;
        }
        self.title(&format!("{title} ({})", links.len()));
        for link in links {
            self.link(link);
        }
    }

    fn link(&mut self, link: &LinkView) {
        let (Some(a), Some(b)) = (self.index.claim(&link.a), self.index.claim(&link.b)) else {
            return;
        };
        let sign = Sign::of(link);
        let role = look(sign);
        let glyph = StyledText::new(sign.glyph(), role).line();
        let brief = link.relation != "diverge";
        match wording(link, a, b) {
            Some(Wording::Merged(pieces)) => {
                let ids = [label(glyph, &a.id), label(Line::default(), &b.id)];
                self.rows(&ids, &styled(&pieces, false));
            }
            Some(Wording::Apart(old, new)) => {
                let (old, new) = (styled(&old, brief), styled(&new, brief));
                self.pair(label(glyph, &a.id), &old, &b.id, &new);
            }
            None => self.pair(label(glyph, &a.id), &place(a), &b.id, &place(b)),
        }
        for finding in &link.evidence.findings {
            self.finding(finding, role);
        }
        if !brief {
            self.written.push('\n');
        }
    }

    /// Two texts, side by side where there is room, else one below the other.
    fn pair(&mut self, head: Line, old: &StyledText, id: &str, new: &StyledText) {
        if self.width < SIDE_BY_SIDE {
            self.rows(&[head], old);
            self.rows(&[label(Line::default(), id)], new);
            return;
        }
        let right = self.margin - GLYPH;
        let column = (self.width - self.margin - right - GUTTER.width()) / 2;
        let gutter = StyledText::new(GUTTER.trim(), Role::Faint).line();
        let id = StyledText::new(id, Role::Faint).line();
        for (position, pair) in old
            .lines(column)
            .into_iter()
            .zip_longest(new.lines(column))
            .enumerate()
        {
            let (old, new) = pair.or_default();
            let first = |line: &Line| {
                if position == 0 {
                    line.clone()
                } else {
                    Line::default()
                }
            };
            let line = first(&head)
                .padded(self.margin)
                .followed_by(&old.padded(column + 1))
                .followed_by(&gutter.clone().padded(2))
                .followed_by(&first(&id).padded(right))
                .followed_by(&new);
            self.line(&line);
        }
    }

    /// Why a link diverges: in what, in one sentence, and what the words mean.
    fn finding(&mut self, finding: &FindingView, role: Role) {
        let mut text = StyledText::new(&format!("{}: ", finding.kind), role);
        text.push(&finding.note, Role::Text);
        let values = finding.marks.iter().filter_map(|mark| self.value(mark));
        let values = values.unique().join("; ");
        if !values.is_empty() {
            text.push(&format!(" ({values})"), Role::Faint);
        }
        self.rows(&[], &text);
    }

    /// What marked words mean in normal form.
    fn value(&self, mark: &MarkView) -> Option<String> {
        let value = mark.value.as_ref()?;
        let words = self.index.words(mark);
        Some(match words {
            Some(words) => format!("“{words}” = {value}"),
            None => format!("{} = {value}", mark.claim),
        })
    }

    /// What one source alone reports, source by source.
    fn alone(&mut self) {
        for source in &self.index.report().sources {
            let claims = self.index.alone(&source.id);
            if claims.is_empty() {
                continue;
            }
            let (id, name) = (&source.id, source.name());
            self.title(&format!("Only in {id}, {name} ({})", claims.len()));
            for claim in claims {
                let text = claim.text.as_deref();
                let text =
                    text.map_or_else(|| place(claim), |text| StyledText::new(text, Role::Text));
                let glyph = StyledText::new(Sign::Alone.glyph(), look(Sign::Alone)).line();
                self.rows(&[label(glyph, &claim.id)], &text);
            }
        }
    }

    /// The closing line.
    fn count(&mut self) {
        let stats = &self.index.report().stats;
        let more = stats.diverge.saturating_sub(stats.conflicts);
        let counts = [
            format!(
                "{} {}",
                Sign::Conflict.glyph(),
                counted(stats.conflicts, "conflict")
            ),
            format!("{} {more} more diverging", Sign::Diverge.glyph()),
            format!(
                "{} {} in other words",
                Sign::Paraphrase.glyph(),
                stats.paraphrase
            ),
            format!("{} {} in the same words", Sign::Agree.glyph(), stats.agree),
            format!("{} by one source alone", stats.alone),
        ];
        self.title(&counts.join(" · "));
    }

    fn title(&mut self, title: &str) {
        if !self.written.ends_with("\n\n") {
            self.written.push('\n');
        }
        self.rows_from(0, &[], &StyledText::new(title, Role::Heading));
    }

    /// `text` right of the margin, with `labels` in the margin of its first lines.
    fn rows(&mut self, labels: &[Line], text: &StyledText) {
        self.rows_from(self.margin, labels, text);
    }

    fn rows_from(&mut self, margin: usize, labels: &[Line], text: &StyledText) {
        let lines = text.lines(self.width - margin);
        for pair in labels.iter().cloned().zip_longest(lines) {
            let (label, line) = pair.or_default();
            self.line(&label.padded(margin).followed_by(&line));
        }
    }

    fn line(&mut self, line: &Line) {
        self.written.push_str(&line.render(self.color));
        self.written.push('\n');
    }
}

/// The look of a sign.
fn look(sign: Sign) -> Role {
    match sign {
        Sign::Conflict => Role::Conflict,
        Sign::Diverge => Role::Difference,
        Sign::Paraphrase | Sign::Agree => Role::Accord,
        Sign::Alone => Role::Faint,
    }
}

/// What stands in the margin: a glyph and a claim's id.
fn label(glyph: Line, id: &str) -> Line {
    let id = StyledText::new(id, Role::Faint).line();
    glyph.padded(GLYPH).followed_by(&id)
}

/// Where a claim stands, for reports without text.
fn place(claim: &ClaimView) -> StyledText {
    let place = format!("bytes {} to {}", claim.start, claim.end);
    StyledText::new(&place, Role::Faint)
}

/// Pieces with their marks. A brief text leaves out what stands beside the matter.
fn styled(pieces: &[Piece], brief: bool) -> StyledText {
    let mut styled = StyledText::default();
    for piece in pieces {
        let (open, close, role) = match piece.part {
            Part::Shared => ("", "", Role::Text),
            Part::Old => ("[-", "-]", Role::Old),
            Part::New => ("{+", "+}", Role::New),
            Part::Beside => ("", "", Role::Faint),
        };
        let skipped = brief && piece.part == Part::Beside && piece.text.contains(' ');
        let text = if skipped { ELLIPSIS } else { piece.text };
        styled.push_marked(open, text, close, role);
        if piece.spaced {
            styled.space();
        }
    }
    styled
}

/// "1 claim", "2 claims".
fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
