//! One article as the checked text: each of its claims with what the others make of it.

use super::escape::escaped;
use super::{Document, WITHHELD};
use crate::output::sign::Sign;
use crate::report::desk::{self, Checked};
use crate::report::{LinkView, SourceView};

impl<'a> Document<'a> {
    /// The claims of `base`, each supported, contradicted, told differently or reported nowhere else.
    pub(super) fn desk(&mut self, base: &'a SourceView) {
        let claims = desk::check(&self.index, base);
        self.line(&format!("\n## Checked: {}\n", escaped(base.name())));
        self.line(&format!("{}.", desk::tally(&claims)));
        for checked in &claims {
            self.checked(checked);
        }
        self.within(Some(base));
    }

    fn checked(&mut self, checked: &Checked<'a>) {
        let claim = checked.claim;
        self.line(&format!(
            "\n### {}: {}\n",
            escaped(&claim.id),
            checked.verdict()
        ));
        let note = self.cite(claim);
        let text = escaped(claim.text.as_deref().unwrap_or(WITHHELD));
        self.line(&format!("> {text}[^{note}]\n"));
        for (link, also) in checked.links() {
            self.other(&claim.id, link, also);
        }
    }

    /// The claim at the other end of a link, what else its source says to the same effect, and in what it differs.
    fn other(&mut self, id: &str, link: &LinkView, also: &[&str]) {
        let Some(other) = self.index.claim(link.other(id)) else {
            return;
        };
        let name = escaped(self.index.source_of(other).map_or("", SourceView::name));
        let note = self.cite(other);
        let text = escaped(other.text.as_deref().unwrap_or(WITHHELD));
        let sign = Sign::of(link).name();
        let also = match also {
            [] => String::new(),
            ids => format!(" (also {})", escaped(&ids.join(", "))),
        };
        self.line(&format!("- _{sign}_, **{name}**: {text}[^{note}]{also}"));
        for finding in &link.evidence.findings {
            self.line(&format!("  - {}: {}", finding.kind, escaped(&finding.note)));
        }
    }
}
