//! One article as the checked text: each of its claims with what the others make of it.

use super::page::{GLYPH, Page, counted, titled};
use crate::output::layout::StyledText;
use crate::output::sign::Sign;
use crate::output::stylesheet::Role;
use crate::report::desk::{self, Checked};
use crate::report::{LinkView, SourceView};

impl Page<'_> {
    /// The claims of `base`, each supported, contradicted, told differently or reported nowhere else.
    pub fn desk(&mut self, base: &SourceView) {
        self.head();
        let claims = desk::check(self.index, base);
        self.title(&format!(
            "Checked: {} ({})",
            titled(base),
            counted(claims.len(), "claim")
        ));
        for claim in &claims {
            self.checked(claim);
        }
        self.within(Some(base));
        self.title(&desk::tally(&claims));
    }

    fn checked(&mut self, checked: &Checked) {
        let id = &checked.claim.id;
        self.gap();
        self.claim(gravest(checked), checked.claim);
        self.rows(&[], &StyledText::new(&checked.verdict(), Role::Heading));
        for (link, also) in checked.links() {
            self.other(id, link);
            for finding in &link.evidence.findings {
                self.finding(GLYPH, finding);
            }
            if !also.is_empty() {
                let also = format!("also {}", also.join(", "));
                self.rows_indented(GLYPH, &StyledText::new(&also, Role::Faint));
            }
        }
    }

    /// The claim at the other end of a link.
    fn other(&mut self, id: &str, link: &LinkView) {
        if let Some(other) = self.index.claim(link.other(id)) {
            self.indented_claim(GLYPH, Some(Sign::of(link)), other);
        }
    }
}

fn gravest(checked: &Checked) -> Sign {
    let signs = checked.links().map(|(link, _)| Sign::of(link));
    signs.min().unwrap_or(Sign::Alone)
}
