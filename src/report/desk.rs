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
    /// What other sources say the same, one entry each.
    pub supported: Vec<Support<'a>>,
    /// How many lineages other than that of the checked text say the same: copies count once, its own copies not at all.
    pub lineages: usize,
    /// How many other lineages say what cannot be true together with it.
    pub opposed: usize,
}

/// How one source supports a claim.
#[derive(Clone, Debug)]
pub struct Support<'a> {
    /// The surest link to any of its claims.
    pub link: &'a LinkView,
    /// The ids of its other claims that say the same.
    pub also: Vec<&'a str>,
}

impl<'a> Checked<'a> {
    /// The links to be shown, the gravest first, each with the ids of further claims of the same source that say the same.
    pub fn links(&self) -> impl Iterator<Item = (&'a LinkView, &[&'a str])> {
        let diverging = self.contradicted.iter().chain(&self.differing);
        let diverging = diverging.map(|link| (*link, &[][..]));
        let supported = self.supported.iter();
        diverging.chain(supported.map(|support| (support.link, support.also.as_slice())))
    }
}

impl Checked<'_> {
    /// Whether no other source says anything of the matter.
    pub fn is_alone(&self) -> bool {
        self.contradicted.is_empty() && self.differing.is_empty() && self.supported.is_empty()
    }

    /// Who contradicts and who supports it, in words.
    pub fn verdict(&self) -> String {
        let other_lineages = |count: usize| match count {
            0 => "no other lineage".to_owned(),
            1 => "1 other lineage".to_owned(),
            several => format!("{several} other lineages"),
        };
        if self.is_alone() {
            return "reported nowhere else".to_owned();
        }
        let supported = format!("supported by {}", other_lineages(self.lineages));
        match self.opposed {
            0 => supported,
            opposed => format!("contradicted by {}, {supported}", other_lineages(opposed)),
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
    let (contradicted, differing): (Vec<_>, Vec<_>) =
        diverging.into_iter().partition(|link| link.conflict);
    let source = |link: &&LinkView| {
        let other = index.claim(link.other(&claim.id))?;
        index.source_of(other)
    };
    let lineages = |links: &[&'a LinkView]| {
        let lineages = links.iter().filter_map(source);
        let others = lineages.map(|source| source.lineage.as_str());
        others
            .filter(|lineage| *lineage != base.lineage)
            .unique()
            .count()
    };
    Checked {
        claim,
        lineages: lineages(&supported),
        opposed: lineages(&contradicted),
        supported: supports(claim, supported, |link| {
            source(&link).map(|source| source.id.as_str())
        }),
        contradicted,
        differing,
    }
}

/// One entry for every source that any of `links` leads to, in the order in which they come first.
fn supports<'a>(
    claim: &ClaimView,
    links: Vec<&'a LinkView>,
    source: impl Fn(&'a LinkView) -> Option<&'a str>,
) -> Vec<Support<'a>> {
    let sources = links.iter().map(|link| source(link)).unique();
    let support = |wanted: Option<&str>| {
        let of_source = links.iter().copied().filter(|link| source(link) == wanted);
        let surest = of_source
            .clone()
            .max_by(|left, right| left.score.total_cmp(&right.score))?;
        let others = of_source.filter(|link| link.id != surest.id);
        Some(Support {
            link: surest,
            also: others.map(|link| link.other(&claim.id)).collect(),
        })
    };
    sources.filter_map(support).collect()
}
