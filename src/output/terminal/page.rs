//! A page of styled lines, and the pieces that entries are made of.

use std::path::Path;

use itertools::Itertools;
use rayon::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::hyperlink::address;
use crate::output::Options;
use crate::output::layout::{Line, StyledText};
use crate::output::printable::printable;
use crate::output::sign::Sign;
use crate::output::stylesheet::Role;
use crate::report::wording::{Part, Piece, Wording, marked, merged, wording};
use crate::report::{ClaimView, FindingView, Index, LinkView, MarkView, SourceView};

/// From this width on two wordings stand side by side.
pub const SIDE_BY_SIDE: usize = 120;
/// Narrower than this nothing readable comes out; such a width is taken for this one.
const NARROWEST: usize = 40;
/// Columns of the glyph at the beginning of an entry.
pub const GLYPH: usize = 3;
/// Between two columns.
const GUTTER: &str = " │ ";
/// Stands for words left out of a brief text.
const ELLIPSIS: &str = "…";

/// A page that is being written.
pub struct Page<'a> {
    pub index: &'a Index<'a>,
    pub width: usize,
    color: bool,
    folder: Option<&'a Path>,
    /// Columns before the text of an entry: glyph and claim id.
    margin: usize,
    written: String,
}

impl<'a> Page<'a> {
    /// An empty page for the report that `index` is of.
    pub fn new(index: &'a Index<'a>, options: &'a Options) -> Self {
        let claims = index.report().claims.iter();
        let ids = claims.map(|claim| printable(&claim.id).width());
        let width = options.width.max(NARROWEST);
        Self {
            index,
            width,
            color: options.color,
            folder: options.folder.as_deref(),
            margin: (GLYPH + ids.max().unwrap_or_default() + 2).min(width / 2),
            written: String::new(),
        }
    }

    /// What was written.
    pub fn finished(self) -> String {
        self.written
    }

    /// `write` for each of `items`, at once on all threads; what they write stands in the order of the items, a blank line before each.
    pub fn each<T: Sync>(&mut self, items: &[T], write: impl Fn(&mut Self, &T) + Sync) {
        let written = items.par_iter().map(|item| {
            let written = String::new();
            let mut page = Self { written, ..*self };
            write(&mut page, item);
            page.finished()
        });
        for written in written.collect::<Vec<_>>() {
            self.gap();
            self.written.push_str(&written);
        }
    }

    /// A heading, with a blank line before it.
    pub fn title(&mut self, title: &str) {
        self.gap();
        self.rows_from(0, &[], &StyledText::new(title, Role::Heading));
    }

    /// One blank line, unless the page is empty or has one there already.
    pub fn gap(&mut self) {
        if !self.written.is_empty() && !self.written.ends_with("\n\n") {
            self.written.push('\n');
        }
    }

    /// A claim with a sign before it.
    pub fn claim(&mut self, sign: Sign, claim: &ClaimView) {
        self.indented_claim(0, Some(sign), claim);
    }

    /// A claim with a sign before it, if any, `indent` columns further right.
    pub fn indented_claim(&mut self, indent: usize, sign: Option<Sign>, claim: &ClaimView) {
        let text = match &claim.text {
            Some(text) => StyledText::new(text, Role::Text),
            None => place(claim),
        };
        let label = self.label(sign, &claim.id);
        let label = Line::default().padded(indent).followed_by(&label);
        self.rows_from(self.margin + indent, &[label], &text);
    }

    /// A claim compared with another that was shown before: word by word where that can be read, else in brief.
    pub fn compared(&mut self, base: &ClaimView, claim: &ClaimView) {
        let links = self.index.links_of(&claim.id).iter();
        let link = links.copied().find(|link| link.other(&claim.id) == base.id);
        let together = self.index.worded(base).zip(self.index.worded(claim));
        let text = match (&claim.text, link) {
            _ if let Some(pieces) = together.and_then(|(old, new)| merged(old, new)) => {
                styled(&pieces, false)
            }
            (Some(new), Some(link)) => styled(&marked(new, claim, link, Part::New), true),
            (Some(new), None) => StyledText::new(new, Role::Text),
            (None, _) => place(claim),
        };
        let label = self.label(link.map(Sign::of), &claim.id);
        self.rows(&[label], &text);
    }

    /// Both wordings of a link and what differs between them; brief ones without what stands beside the matter.
    pub fn wordings(&mut self, link: &LinkView, brief: bool) {
        let (Some(a), Some(b)) = (self.index.claim(&link.a), self.index.claim(&link.b)) else {
            return;
        };
        let sign = Sign::of(link);
        let heads = [self.label(Some(sign), &a.id), self.label(None, &b.id)];
        match wording(self.index, link, a, b) {
            Some(Wording::Merged(pieces)) => {
                self.rows(&heads, &styled(&pieces, false));
            }
            Some(Wording::Apart(old, new)) => {
                let (old, new) = (styled(&old, brief), styled(&new, brief));
                self.pair(heads, &old, &new);
            }
            None => self.pair(heads, &place(a), &place(b)),
        }
    }

    /// The words of a claim with those marked that differ from the other end of `link`.
    pub fn stated(
        &self,
        claim: &ClaimView,
        link: &LinkView,
        part: Part,
        brief: bool,
    ) -> StyledText {
        match &claim.text {
            Some(text) => styled(&marked(text, claim, link, part), brief),
            None => place(claim),
        }
    }

    /// Two texts, side by side where there is room, else one below the other.
    pub fn pair(&mut self, [left, right]: [Line; 2], old: &StyledText, new: &StyledText) {
        if self.width < SIDE_BY_SIDE {
            self.rows(&[left], old);
            self.rows(&[right], new);
            return;
        }
        // Only the left column begins with a glyph.
        let (right, indent) = (right.starting_at(GLYPH), self.margin - GLYPH);
        let column = (self.width - self.margin - indent - GUTTER.width()) / 2;
        let gutter = StyledText::new(GUTTER.trim(), Role::Faint).line();
        let rows = old.lines(column).into_iter().zip_longest(new.lines(column));
        let heads = std::iter::once((left, right)).chain(std::iter::repeat_with(Default::default));
        for (row, (left, right)) in rows.zip(heads) {
            let (old, new) = row.or_default();
            let line = left
                .padded(self.margin)
                .followed_by(&old.padded(column + 1))
                .followed_by(&gutter.clone().padded(2))
                .followed_by(&right.padded(indent))
                .followed_by(&new);
            self.line(&line);
        }
    }

    /// Why a link diverges: in what, in one sentence, and what the words mean.
    pub fn finding(&mut self, indent: usize, finding: &FindingView) {
        let sign = if finding.conflict {
            Sign::Conflict
        } else {
            Sign::Diverge
        };
        let role = look(sign);
        let mut text = StyledText::new(&format!("{}: ", finding.kind), role);
        text.push(&finding.note, Role::Text);
        let values = finding.untold().iter().filter_map(|mark| self.value(mark));
        let values = values.unique().join("; ");
        if !values.is_empty() {
            text.push(&format!(" ({values})"), Role::Faint);
        }
        self.rows_indented(indent, &text);
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

    /// What stands in the margin: a glyph and an id, which leads to its source where the terminal can follow.
    pub fn label(&self, sign: Option<Sign>, id: &str) -> Line {
        let glyph = sign.map(|sign| StyledText::new(sign.glyph(), look(sign)).line());
        self.label_with(glyph.unwrap_or_default(), id)
    }

    /// The same with whatever stands in the place of the glyph.
    pub fn label_with(&self, glyph: Line, id: &str) -> Line {
        let source = self
            .index
            .claim(id)
            .and_then(|claim| self.index.source_of(claim));
        let address = source.and_then(|source| self.address(source));
        let id = StyledText::new(id, Role::Faint).line().leading_to(address);
        glyph.padded(GLYPH).followed_by(&id)
    }

    /// Where a source can be opened, if the terminal can follow.
    pub fn address(&self, source: &SourceView) -> Option<String> {
        address(self.folder?, &source.path)
    }

    /// `text` right of the margin, with `labels` in the margin of its first lines.
    pub fn rows(&mut self, labels: &[Line], text: &StyledText) {
        self.rows_from(self.margin, labels, text);
    }

    /// `text` right of the margin, `indent` columns further.
    pub fn rows_indented(&mut self, indent: usize, text: &StyledText) {
        self.rows_from(self.margin + indent, &[], text);
    }

    /// `text` in lines that begin at column `margin`, with `labels` before its first ones. A label that is too wide gets
    /// lines of its own.
    pub fn rows_from(&mut self, margin: usize, labels: &[Line], text: &StyledText) {
        let fits = labels.iter().all(|label| label.columns() < margin);
        if !fits {
            labels.iter().for_each(|label| self.line(label));
        }
        let labels = if fits { labels } else { &[] };
        let lines = text.lines(self.width - margin);
        for pair in labels.iter().cloned().zip_longest(lines) {
            let (label, line) = pair.or_default();
            self.line(&label.padded(margin).followed_by(&line));
        }
    }

    /// One line without any style; it must be printable.
    pub fn raw(&mut self, line: &str) {
        self.written.push_str(line);
        self.written.push('\n');
    }

    /// One line as it is.
    pub fn line(&mut self, line: &Line) {
        self.written.push_str(&line.render(self.color));
        self.written.push('\n');
    }
}

/// The look of a sign.
pub fn look(sign: Sign) -> Role {
    match sign {
        Sign::Conflict => Role::Conflict,
        Sign::Diverge => Role::Difference,
        Sign::Paraphrase | Sign::Agree => Role::Accord,
        Sign::Alone => Role::Faint,
    }
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
pub fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// A source by its id, and by its name if that says more.
pub fn titled(source: &SourceView) -> String {
    match source.name() {
        name if name == source.id => name.to_owned(),
        name => format!("{}, {name}", source.id),
    }
}
