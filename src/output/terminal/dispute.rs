//! What sources differ over: who stands against whom, and what would settle it.

use itertools::Itertools;

use super::page::{Page, SIDE_BY_SIDE, counted, look};
use crate::output::layout::StyledText;
use crate::output::sign::Sign;
use crate::output::stylesheet::Role;
use crate::report::LinkView;
use crate::report::dispute::{Dispute, Stated, disputes};
use crate::report::open::open_sentence;
use crate::report::wording::Part;

/// Stands before the first claim of every position but the first.
const AGAINST: &str = "vs";

impl Page<'_> {
    /// A section of links that diverge, taken together where they differ over the same words.
    pub fn disputes(&mut self, title: &str, links: &[&LinkView]) {
        let disputes = disputes(self.index, links);
        if disputes.is_empty() {
            return;
        }
        let count = match disputes.len() {
            several if several == links.len() => several.to_string(),
            several => format!("{several}, in {}", counted(links.len(), "pair")),
        };
        self.title(&format!("{title} ({count})"));
        for dispute in &disputes {
            self.dispute(dispute);
        }
    }

    fn dispute(&mut self, dispute: &Dispute) {
        match dispute.links.as_slice() {
            [link] => self.wordings(link, false),
            links => self.positions(Sign::of(links[0]), &dispute.positions),
        }
        let findings = dispute.links.iter();
        let findings = findings.flat_map(|link| &link.evidence.findings);
        for finding in findings.unique_by(|finding| (finding.kind, &finding.note)) {
            self.finding(0, finding);
        }
        let open = open_sentence(self.index, dispute);
        if !open.is_empty() {
            self.rows(&[], &StyledText::new(&open, Role::Faint));
        }
        self.gap();
    }

    /// Every claim once: two positions side by side where there is room, else one below the other.
    fn positions(&mut self, sign: Sign, positions: &[Vec<Stated>]) {
        match positions {
            [left, right] if self.width >= SIDE_BY_SIDE => self.side_by_side(sign, left, right),
            positions => self.stacked(sign, positions),
        }
    }

    fn side_by_side(&mut self, sign: Sign, left: &[Stated], right: &[Stated]) {
        let mut sign = Some(sign);
        for row in left.iter().zip_longest(right) {
            let (left, right) = row.left_and_right();
            let old = left.map(|stated| self.words(stated, Part::Old));
            let new = right.map(|stated| self.words(stated, Part::New));
            let left = left.map(|stated| self.label(sign.take(), &stated.claim.id));
            let right = right.map(|stated| self.label(None, &stated.claim.id));
            let heads = [left, right].map(Option::unwrap_or_default);
            self.pair(heads, &old.unwrap_or_default(), &new.unwrap_or_default());
        }
    }

    fn stacked(&mut self, sign: Sign, positions: &[Vec<Stated>]) {
        let first = StyledText::new(sign.glyph(), look(sign));
        let against = StyledText::new(AGAINST, Role::Faint);
        let heads = [(first, Part::Old)].into_iter();
        let heads = heads.chain(std::iter::repeat((against, Part::New)));
        for (position, (glyph, part)) in positions.iter().zip(heads) {
            let mut glyph = glyph.line();
            for stated in position {
                let label = self.label_with(std::mem::take(&mut glyph), &stated.claim.id);
                let words = self.words(stated, part);
                self.rows(&[label], &words);
            }
        }
    }

    fn words(&self, stated: &Stated, part: Part) -> StyledText {
        self.stated(stated.claim, stated.link, part, false)
    }
}
