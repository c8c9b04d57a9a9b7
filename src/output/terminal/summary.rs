//! What matters most, on one screen.

use itertools::Itertools;

use super::page::{GLYPH, Page, look};
use crate::output::layout::StyledText;
use crate::output::sign::Sign;
use crate::output::stylesheet::Role;
use crate::report::{LinkView, MarkView};

/// So many links of each sort are shown: with five sources all fits on a screen of 24 lines.
const SHOWN: usize = 4;

impl Page<'_> {
    /// Sources, counts, the surest conflicts and differences in one line each.
    pub fn summary(&mut self) {
        self.head();
        let conflicts = self.index.conflicts();
        let differences = self.index.differences();
        self.gap();
        let within = self.index.within(None).unwrap_or_default();
        for links in [conflicts, differences, within] {
            for link in links.iter().take(SHOWN) {
                self.brief(link);
            }
            if links.len() > SHOWN {
                let more = format!("… and {} more", links.len() - SHOWN);
                self.rows_from(GLYPH, &[], &StyledText::new(&more, Role::Faint));
            }
        }
        self.count();
    }

    /// A link in one line: kinds, and the words that differ.
    fn brief(&mut self, link: &LinkView) {
        let sign = Sign::of(link);
        let side = |claim: &str| {
            let findings = link.evidence.findings.iter();
            let marks = findings.flat_map(|finding| &finding.marks);
            let marks = marks.filter(|mark| mark.claim == claim);
            let words = marks.map(|mark| self.quoted(mark)).unique().join(", ");
            format!("{claim} {words}")
        };
        let mut text = StyledText::new(&link.kinds.join(", "), look(sign));
        text.push(": ", look(sign));
        text.push(&side(&link.a), Role::Text);
        text.push(" / ", Role::Faint);
        text.push(&side(&link.b), Role::Text);
        let glyph = StyledText::new(sign.glyph(), look(sign)).line();
        self.rows_from(GLYPH, &[glyph], &text);
    }

    fn quoted(&self, mark: &MarkView) -> String {
        match (self.index.words(mark), &mark.value) {
            (Some(words), _) => format!("“{words}”"),
            (None, Some(value)) => value.clone(),
            (None, None) => String::new(),
        }
    }
}
