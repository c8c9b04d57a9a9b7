//! Who reports what: claim groups by source.

use std::collections::HashMap;

use itertools::Itertools;

use super::{GroupView, Index, SourceView};

/// What a source says on the matter of a claim group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stance {
    /// It reports it as most others of the group do.
    Reports,
    /// It reports it, but diverges from at least as many others as it goes along with.
    Differs,
    /// It does not report it, which denies nothing.
    Silent,
}

impl Stance {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Stance::Reports => "reports",
            Stance::Differs => "differs",
            Stance::Silent => "silent",
        }
    }
}

/// One source in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// What it says.
    pub stance: Stance,
    /// The ids of its claims in the group.
    pub claims: Vec<&'a str>,
}

/// One claim group.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The group.
    pub group: &'a GroupView,
    /// One for each column.
    pub cells: Vec<Cell<'a>>,
}

impl Row<'_> {
    /// What the group is about: the shortest wording of those that do not stand out. Empty where the report holds no text.
    pub fn headline(&self, index: &Index) -> String {
        let shortest = |stance| {
            let cells = self.cells.iter().filter(|cell| cell.stance == stance);
            let claims = cells
                .flat_map(|cell| &cell.claims)
                .filter_map(|id| index.claim(id));
            let texts = claims.filter_map(|claim| claim.text.as_deref());
            texts.min_by_key(|text| text.chars().count())
        };
        let found = shortest(Stance::Reports).or_else(|| shortest(Stance::Differs));
        found.unwrap_or_default().to_owned()
    }
}

/// Claim groups by source.
#[derive(Clone, Debug)]
pub struct Matrix<'a> {
    /// The sources, those of one lineage side by side.
    pub columns: Vec<&'a SourceView>,
    /// The groups: those reported by most lineages first, then by most sources, then in the order of the report.
    pub rows: Vec<Row<'a>>,
}

impl<'a> Matrix<'a> {
    /// The matrix of a report.
    pub fn new(index: &Index<'a>) -> Self {
        let report = index.report();
        let by_lineage = |source: &&'a SourceView| {
            let lineages = report.lineages.iter();
            lineages
                .take_while(|lineage| lineage.id != source.lineage)
                .count()
        };
        let columns: Vec<_> = report.sources.iter().sorted_by_key(by_lineage).collect();
        let weight = |group: &&GroupView| (group.lineages, group.sources);
        let groups = report.groups.iter();
        let groups = groups.sorted_by(|left, right| weight(right).cmp(&weight(left)));
        let rows = groups.map(|group| row(index, group, &columns)).collect();
        Self { columns, rows }
    }
}

fn row<'a>(index: &Index<'a>, group: &'a GroupView, columns: &[&'a SourceView]) -> Row<'a> {
    let members: HashMap<&str, Vec<&'a str>> = group
        .members
        .iter()
        .filter_map(|member| index.claim(&member.claim))
        .map(|claim| (claim.source.as_str(), claim.id.as_str()))
        .into_group_map();
    let cells = columns.iter().map(|source| {
        let claims = members.get(source.id.as_str()).cloned().unwrap_or_default();
        let stance = if claims.is_empty() {
            Stance::Silent
        } else if claims.iter().any(|claim| differs(index, group, claim)) {
            Stance::Differs
        } else {
            Stance::Reports
        };
        Cell { stance, claims }
    });
    Row {
        group,
        cells: cells.collect(),
    }
}

/// Whether a member of a group diverges from at least as many others of it as it goes along with.
pub fn differs(index: &Index, group: &GroupView, claim: &str) -> bool {
    let inside = |id: &str| group.members.iter().any(|member| member.claim == id);
    let links = index.links_of(claim).iter();
    let inner = links.filter(|link| inside(link.other(claim)));
    let (diverging, along) = inner.fold((0, 0), |(diverging, along), link| match link.relation {
        "diverge" => (diverging + 1, along),
        _ => (diverging, along + 1),
    });
    diverging > 0 && diverging >= along
}
