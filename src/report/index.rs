//! Finds things in a report, and in the order in which a reader wants them.

use std::collections::HashMap;
use std::sync::OnceLock;

use itertools::Itertools;

use super::wording::Words;
use super::{
    ClaimView, DerivationView, GroupView, LinkView, MarkView, Report, RivalView, SourceView,
};

/// A report with ways to look things up by their ids.
#[derive(Clone, Debug)]
pub struct Index<'a> {
    report: &'a Report,
    sources: HashMap<&'a str, &'a SourceView>,
    claims: HashMap<&'a str, IndexedClaim<'a>>,
    groups: HashMap<&'a str, &'a GroupView>,
    links: HashMap<&'a str, Vec<&'a LinkView>>,
    rivals: HashMap<&'a str, Vec<&'a RivalView>>,
}

#[derive(Clone, Debug)]
struct IndexedClaim<'a> {
    claim: &'a ClaimView,
    /// The words of its text, once somebody asked for them.
    words: OnceLock<Words>,
}

impl<'a> Index<'a> {
    /// An index of `report`.
    pub fn new(report: &'a Report) -> Self {
        let ends = |link: &'a LinkView| [(link.a.as_str(), link), (link.b.as_str(), link)];
        let rivals = |pair: &'a RivalView| [(pair.a.as_str(), pair), (pair.b.as_str(), pair)];
        Self {
            report,
            sources: by_id(&report.sources, |source| &source.id),
            claims: report.claims.iter().map(indexed).collect(),
            groups: by_id(&report.groups, |group| &group.id),
            links: report.links.iter().flat_map(ends).into_group_map(),
            rivals: report.rivals.iter().flat_map(rivals).into_group_map(),
        }
    }

    /// The report itself.
    pub fn report(&self) -> &'a Report {
        self.report
    }

    /// The source called `id`.
    pub fn source(&self, id: &str) -> Option<&'a SourceView> {
        self.sources.get(id).copied()
    }

    /// The claim called `id`.
    pub fn claim(&self, id: &str) -> Option<&'a ClaimView> {
        self.claims.get(id).map(|indexed| indexed.claim)
    }

    /// The text of a claim and its words. `None` where the report holds no text.
    pub fn worded(&self, claim: &ClaimView) -> Option<(&'a str, &Words)> {
        let indexed = self.claims.get(claim.id.as_str())?;
        let text = indexed.claim.text.as_deref()?;
        Some((text, indexed.words.get_or_init(|| Words::of(text))))
    }

    /// The claim group called `id`.
    pub fn group(&self, id: &str) -> Option<&'a GroupView> {
        self.groups.get(id).copied()
    }

    /// The source that a claim stands in.
    pub fn source_of(&self, claim: &ClaimView) -> Option<&'a SourceView> {
        self.source(&claim.source)
    }

    /// The links of the claim called `id`, in the order of the report.
    pub fn links_of(&self, id: &str) -> &[&'a LinkView] {
        self.links.get(id).map_or(&[], Vec::as_slice)
    }

    /// The rejected pairs that the claim called `id` came near to a link with, in the order of the report.
    pub fn rivals_of(&self, id: &str) -> &[&'a RivalView] {
        self.rivals.get(id).map_or(&[], Vec::as_slice)
    }

    /// The words that a mark points at. `None` where the report holds no text.
    pub fn words(&self, mark: &MarkView) -> Option<&'a str> {
        let claim = self.claim(&mark.claim)?;
        let start = mark.start.checked_sub(claim.start)? as usize;
        let end = mark.end.checked_sub(claim.start)? as usize;
        claim.text.as_deref()?.get(start..end)
    }

    /// The claims of one source, in document order.
    pub fn claims_of(&self, source: &str) -> impl Iterator<Item = &'a ClaimView> {
        let claims = self.report.claims.iter();
        claims.filter(move |claim| claim.source == source)
    }

    /// The headline of a source: its first heading, if that stands before the first claim. `None` where the report holds no text.
    pub fn headline(&self, source: &'a SourceView) -> Option<&'a str> {
        let first_claim = self
            .claims_of(&source.id)
            .next()
            .map_or(u32::MAX, |claim| claim.start);
        let heading = source.zones.iter().find(|zone| zone.zone == "heading")?;
        let text = source
            .text
            .as_deref()?
            .get(heading.start as usize..heading.end as usize);
        text.filter(|_| heading.start < first_claim)
    }

    /// The claims of one source that no link leads to: what it alone reports.
    pub fn alone(&self, source: &str) -> Vec<&'a ClaimView> {
        self.claims_of(source)
            .filter(|claim| self.links_of(&claim.id).is_empty())
            .collect()
    }

    /// The links whose claims cannot both be true as written, the surest first.
    pub fn conflicts(&self) -> Vec<&'a LinkView> {
        self.surest_of(|link| link.conflict)
    }

    /// The links whose claims differ without excluding each other, the surest first.
    pub fn differences(&self) -> Vec<&'a LinkView> {
        self.surest_of(|link| link.relation == "diverge" && !link.conflict)
    }

    /// The links whose claims say the same, the surest first.
    pub fn accords(&self) -> Vec<&'a LinkView> {
        self.surest_of(|link| link.relation != "diverge")
    }

    /// The contradictions inside any one source, or inside `source`, the surest first. `None` if they were not looked for.
    pub fn within(&self, source: Option<&SourceView>) -> Option<Vec<&'a LinkView>> {
        let links = self.report.within.as_deref()?.iter();
        let of = |claim: &str| self.claim(claim).map(|claim| &claim.source);
        let wanted = |link: &&LinkView| source.is_none_or(|source| of(&link.a) == Some(&source.id));
        Some(surest_first(links.filter(wanted)))
    }

    /// What there is to say of a group as a whole, one sentence each: whom its sources credit, and what holds it together.
    pub fn remarks(&self, group: &GroupView) -> Vec<String> {
        let origins = group.origins.iter().map(|origin| {
            let mut outlets = self.report.outlets.iter();
            let outlet = outlets.find(|outlet| outlet.id == origin.outlet);
            let name = outlet.map_or(&origin.outlet, |outlet| &outlet.name);
            let sources = origin.sources.join(" and ");
            format!("Probable common origin: {sources} credit {name}.")
        });
        // Of two claims there is but one link, and nothing to be told apart.
        let several = group.members.len() > 2;
        let weakest = group.weakest.iter().filter(|_| several);
        let weakest = weakest.filter_map(|id| self.link(id)).map(|link| {
            let percent = link.probability * 100.0;
            format!("Weakest link: {} and {}, {percent:.0} %.", link.a, link.b)
        });
        let bridges = group.bridges.iter().filter_map(|id| self.link(id));
        let bridges = bridges
            .map(|link| format!("{} and {}", link.a, link.b))
            .join(", ");
        let bridges = (several && !bridges.is_empty())
            .then(|| format!("Held together by single links: {bridges}."));
        origins.chain(weakest).chain(bridges).collect()
    }

    /// The link called `id`.
    pub fn link(&self, id: &str) -> Option<&'a LinkView> {
        self.report.links.iter().find(|link| link.id == id)
    }

    /// Links whose claims say the same but that no claim group holds together: the sure ones, and those that are too close to call.
    pub fn accords_outside_groups(&self) -> (Vec<&'a LinkView>, Vec<&'a LinkView>) {
        let groups = |id: &str| self.claim(id).map_or(&[][..], |claim| &claim.groups);
        let mut links = self.accords();
        links.retain(|link| {
            !groups(&link.a)
                .iter()
                .any(|group| groups(&link.b).contains(group))
        });
        links.into_iter().partition(|link| !link.too_close_to_call)
    }

    /// Why sources are of one lineage: which stems from which, or which are of one family of publishers, each with what shows it.
    pub fn kinships(&self) -> Vec<(String, Option<String>)> {
        let lineages = self.report.lineages.iter();
        let families = lineages.clone().flat_map(|lineage| &lineage.families);
        let sentence = |derivation: &DerivationView| {
            let (from, to) = (&derivation.from, &derivation.to);
            let stems = match derivation.direction_known {
                true => format!("{to} derives from {from}"),
                false => format!("{from} and {to} stem from one text"),
            };
            let percent = derivation.probability * 100.0;
            let shown_by = derivation.evidence.join("; ");
            (format!("{stems} ({percent:.0} %)"), Some(shown_by))
        };
        lineages
            .flat_map(|lineage| &lineage.derivations)
            .map(sentence)
            .chain(families.map(|family| (family.sentence(), None)))
            .collect()
    }

    fn surest_of(&self, wanted: impl Fn(&LinkView) -> bool) -> Vec<&'a LinkView> {
        surest_first(self.report.links.iter().filter(|link| wanted(link)))
    }
}

/// Equally sure links stay in their order.
fn surest_first<'a>(links: impl IntoIterator<Item = &'a LinkView>) -> Vec<&'a LinkView> {
    let links = links.into_iter();
    links
        .sorted_by(|left, right| right.score.total_cmp(&left.score))
        .collect()
}

fn indexed(claim: &ClaimView) -> (&str, IndexedClaim<'_>) {
    let words = OnceLock::new();
    (&claim.id, IndexedClaim { claim, words })
}

fn by_id<T>(items: &[T], id: impl Fn(&T) -> &String) -> HashMap<&str, &T> {
    items.iter().map(|item| (id(item).as_str(), item)).collect()
}
