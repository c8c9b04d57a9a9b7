//! One record a line, for `grep`, `cut` and `awk`: fields parted by tabs, in a fixed order, nothing wrapped.

use super::page::Page;
use crate::output::printable::printable;
use crate::output::sign::Sign;
use crate::report::ClaimView;

impl Page<'_> {
    /// Every link, the gravest first: sign, id, kinds, score, both claims and both texts. Then the contradictions inside one
    /// source, in the same fields. Then what one source alone reports: sign, no id, no kinds, no score, claim, nothing, text.
    pub fn plain(&mut self) {
        let links = [
            self.index.conflicts(),
            self.index.differences(),
            self.index.accords(),
            self.index.within(None).unwrap_or_default(),
        ];
        for link in links.concat() {
            let words = |id: &str| self.index.claim(id).map_or("", words);
            let record = [
                Sign::of(link).name(),
                &link.id,
                &link.kinds.join(","),
                &format!("{:.4}", link.score),
                &link.a,
                &link.b,
                words(&link.a),
                words(&link.b),
            ];
            self.record(&record);
        }
        for source in &self.index.report().sources {
            for claim in self.index.alone(&source.id) {
                let sign = Sign::Alone.name();
                self.record(&[sign, "", "", "", &claim.id, "", words(claim), ""]);
            }
        }
    }

    fn record(&mut self, fields: &[&str]) {
        let fields: Vec<_> = fields.iter().map(|field| printable(field)).collect();
        self.raw(&fields.join("\t"));
    }
}

fn words(claim: &ClaimView) -> &str {
    claim.text.as_deref().unwrap_or_default()
}
