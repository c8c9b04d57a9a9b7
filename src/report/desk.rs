//! One article as the checked text: what the other sources make of each of its claims.

use itertools::Itertools;

use super::{ClaimView, Index, LinkView, SourceView};

/// One claim of the checked text.
#[derive(Clone, Debug)]
pub struct Checked<'a> {
    /// The claim.
    pub claim: &'a ClaimView,
    /// Links to claims that cannot be true together with it.
    pub contradicted: Vec<&'a LinkView>,
    /// Links to claims that differ from it otherwise.
    pub differing: Vec<&'a LinkView>,
    /// Links to claims that say the same.
    pub supported: Vec<&'a LinkView>,
    /// How many lineages other than that of the checked text say the same: copies count once, its own copies not at all.
    pub lineages: usize,
}

impl<'a> Checked<'a> {
    /// All links, the gravest first.
    pub fn links(&self) -> impl Iterator<Item = &'a LinkView> {
        let diverging = self.contradicted.iter().chain(&self.differing);
        diverging.chain(&self.supported).copied()
    }
}

impl Checked<'_> {
    /// Whether no other source says anything of the matter.
    pub fn is_alone(&self) -> bool {
        self.contradicted.is_empty() && self.differing.is_empty() && self.supported.is_empty()
    }

    /// Who supports it, in words.
    pub fn verdict(&self) -> String {
        match (self.is_alone(), self.lineages) {
            (true, _) => "reported nowhere else".to_owned(),
            (false, 0) => "supported by no other lineage".to_owned(),
            (false, 1) => "supported by 1 other lineage".to_owned(),
            (false, lineages) => format!("supported by {lineages} other lineages"),
        }
    }
}

/// How many claims are contradicted, differ, are supported and stand alone, in words.
pub fn tally(claims: &[Checked]) -> String {
    let count = |wanted: fn(&Checked) -> bool| claims.iter().filter(|claim| wanted(claim)).count();
    format!(
        "{} contradicted, {} told differently, {} supported by another lineage, {} reported nowhere else",
        count(|claim| !claim.contradicted.is_empty()),
        count(|claim| !claim.differing.is_empty()),
        count(|claim| claim.lineages > 0),
        count(|claim| claim.is_alone()),
    )
}

/// The claims of the source `base` in document order, each with what the others make of it. Links stand in the order of the report.
pub fn check<'a>(index: &Index<'a>, base: &SourceView) -> Vec<Checked<'a>> {
    let claims = index.claims_of(&base.id);
    claims.map(|claim| checked(index, base, claim)).collect()
}

fn checked<'a>(index: &Index<'a>, base: &SourceView, claim: &'a ClaimView) -> Checked<'a> {
    let links = index.links_of(&claim.id).iter().copied();
    let links: Vec<_> = links
        .filter(|link| {
            index
                .claim(link.other(&claim.id))
                .is_some_and(|other| other.source != base.id)
        })
        .collect();
    let (diverging, supported): (Vec<_>, Vec<_>) = links
        .into_iter()
        .partition(|link| link.relation == "diverge");
    let (contradicted, differing) = diverging.into_iter().partition(|link| link.conflict);
    let lineages = supported
        .iter()
        .filter_map(|link| index.claim(link.other(&claim.id)))
        .filter_map(|other| index.source_of(other))
        .map(|source| source.lineage.as_str())
        .filter(|lineage| *lineage != base.lineage)
        .unique()
        .count();
    Checked {
        claim,
        contradicted,
        differing,
        supported,
        lineages,
    }
}
