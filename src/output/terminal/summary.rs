//! What matters most, on one screen.

use itertools::Itertools;
use unicode_width::UnicodeWidthStr;

use super::page::{GLYPH, Page, look};
use crate::output::layout::StyledText;
use crate::output::printable::printable;
use crate::output::sign::Sign;
use crate::output::stylesheet::Role;
use crate::report::LinkView;
use crate::report::dispute::{Dispute, Stated, disputes};
use crate::report::wording::Part;

/// So many conflicts are shown: with five sources all fits on a screen of 24 lines.
const CONFLICTS: usize = 2;
/// So many other differences are shown.
const DIFFERENCES: usize = 1;
/// So many contradictions inside one source are shown.
const CONTRADICTIONS: usize = 1;
/// Between the ids of the sources and their words.
const GAP: usize = 2;

impl Page<'_> {
    /// Sources, counts, and what the surest conflicts and differences are about.
    pub fn summary(&mut self) {
        self.head();
        self.count();
        self.unlinked();
        let conflicts = self.index.conflicts();
        self.briefly("In conflict", &conflicts, CONFLICTS);
        let differences = self.index.differences();
        self.briefly("Diverging", &differences, DIFFERENCES);
        let within = self.index.within(None).unwrap_or_default();
        self.briefly("Contradicting itself", &within, CONTRADICTIONS);
    }

    /// The first disputes that `links` make up, at most `shown`.
    fn briefly(&mut self, title: &str, links: &[&LinkView], shown: usize) {
        let disputes = disputes(self.index, links);
        if disputes.is_empty() {
            return;
        }
        self.title(title);
        for dispute in disputes.iter().take(shown) {
            self.brief(dispute);
        }
        if disputes.len() > shown {
            let more = format!("… and {} more", disputes.len() - shown);
            self.rows_from(GLYPH, &[], &StyledText::new(&more, Role::Faint));
        }
    }

    /// One wording for each position, the shortest, and who takes that position.
    fn brief(&mut self, dispute: &Dispute) {
        let takers = dispute
            .positions
            .iter()
            .map(|position| self.sources(position));
        let takers: Vec<_> = takers.collect();
        let widest = takers.iter().map(|takers| printable(takers).width()).max();
        let margin = (GLYPH + widest.unwrap_or_default() + GAP).min(self.width / 3);
        let sign = Sign::of(dispute.links[0]);
        let mut glyph = StyledText::new(sign.glyph(), look(sign)).line();
        let parts = [Part::Old].into_iter().chain(std::iter::repeat(Part::New));
        let positions = dispute.positions.iter().zip(&takers).zip(parts);
        for ((position, takers), part) in positions {
            let takers = StyledText::new(takers, Role::Faint).line();
            let label = std::mem::take(&mut glyph)
                .padded(GLYPH)
                .followed_by(&takers);
            let text = self.shortest(position, part);
            self.rows_from(margin, &[label], &text);
        }
    }

    /// The ids of the sources that take a position.
    fn sources(&self, position: &[Stated]) -> String {
        let sources = position.iter().map(|stated| &stated.claim.source);
        sources.sorted().unique().join(", ")
    }

    fn shortest(&self, position: &[Stated], part: Part) -> StyledText {
        let length = |stated: &&Stated| stated.claim.end - stated.claim.start;
        let shortest = position.iter().min_by_key(length);
        let text = shortest.map(|stated| self.stated(stated.claim, stated.link, part, true));
        text.unwrap_or_default()
    }
}
