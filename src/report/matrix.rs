//! Who reports what: claim groups by source.

use std::collections::{HashMap, HashSet};

use itertools::Itertools;

use super::{ClaimView, GroupView, Index, SourceView};
use crate::text::language::is_read;

/// Fewer words than this, taken out of their sentence, do not tell what is stated.
const TELLING: usize = 5;

/// What a source says on the matter of a claim group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stance {
    /// It reports it as most others of the group do.
    Reports,
    /// It reports it, but diverges from at least as many others as it goes along with.
    Differs,
    /// It does not report it, which denies nothing.
    Silent,
    /// Nobody can tell: it is in another language, or says nothing that any of those says who report it, and so may be of another
    /// event.
    NotComparable,
}

impl Stance {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Stance::Reports => "reports",
            Stance::Differs => "differs",
            Stance::Silent => "silent",
            Stance::NotComparable => "not comparable",
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
    /// What the group is about, in the words that state it of the shortest claim that does not stand out. Empty where the report
    /// holds no text.
    pub fn headline(&self, index: &Index) -> String {
        let shortest = |stance| {
            let cells = self.cells.iter().filter(|cell| cell.stance == stance);
            let claims = cells
                .flat_map(|cell| &cell.claims)
                .filter_map(|id| index.claim(id));
            let texts = claims.filter_map(|claim| Some((claim, claim.text.as_deref()?)));
            texts.min_by_key(|(_, text)| text.chars().count())
        };
        let found = shortest(Stance::Reports).or_else(|| shortest(Stance::Differs));
        found.map_or_else(String::new, |(claim, text)| self.stated(claim, text))
    }

    /// The part of `text`, the words of `claim`, that states what the group is about; a claim may be in several groups.
    fn stated(&self, claim: &ClaimView, text: &str) -> String {
        let mut members = self.group.members.iter();
        let member = members.find(|member| member.claim == claim.id);
        let marks = member.map_or(&[][..], |member| &member.marks);
        let start = marks.iter().map(|mark| mark[0]).min();
        let end = marks.iter().map(|mark| mark[1]).max();
        let within = |place: Option<u32>| Some(place?.checked_sub(claim.start)? as usize);
        let place = within(start).zip(within(end));
        let parts = place.and_then(|(start, end)| {
            Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
        });
        match parts {
            Some((before, words, after)) if words.split_whitespace().count() >= TELLING => {
                let left_out = |part: &str| part.contains(char::is_alphanumeric);
                let before = if left_out(before) { "… " } else { before };
                let after = if left_out(after) { " …" } else { after };
                format!("{before}{words}{after}")
            }
            _ => text.to_owned(),
        }
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
        let comparable = Comparable::new(index);
        let rows = groups.map(|group| row(index, group, &columns, &comparable));
        Self {
            rows: rows.collect(),
            columns,
        }
    }

    /// Whether any source takes `stance` in any row.
    pub fn has(&self, stance: Stance) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.any(|cell| cell.stance == stance)
    }
}

/// Which sources say something of one matter: pairs with at least one link between them.
struct Comparable<'a>(HashSet<(&'a str, &'a str)>);

impl<'a> Comparable<'a> {
    fn new(index: &Index<'a>) -> Self {
        let source = |id: &str| index.claim(id).map(|claim| claim.source.as_str());
        let links = index.report().links.iter();
        let pairs = links.filter_map(|link| Some((source(&link.a)?, source(&link.b)?)));
        Self(pairs.flat_map(|(a, b)| [(a, b), (b, a)]).collect())
    }

    /// Whether what `source` leaves out tells anything, seen from those of `others`.
    fn is_comparable(
        &self,
        source: &SourceView,
        mut others: impl Iterator<Item = &'a str>,
    ) -> bool {
        is_read(source.language)
            && others.any(|other| self.0.contains(&(source.id.as_str(), other)))
    }
}

fn row<'a>(
    index: &Index<'a>,
    group: &'a GroupView,
    columns: &[&'a SourceView],
    comparable: &Comparable<'a>,
) -> Row<'a> {
    let members: HashMap<&str, Vec<&'a str>> = group
        .members
        .iter()
        .filter_map(|member| index.claim(&member.claim))
        .map(|claim| (claim.source.as_str(), claim.id.as_str()))
        .into_group_map();
    let cells = columns.iter().map(|source| {
        let claims = members.get(source.id.as_str()).cloned().unwrap_or_default();
        let stance = if claims.is_empty() {
            match comparable.is_comparable(source, members.keys().copied()) {
                true => Stance::Silent,
                false => Stance::NotComparable,
            }
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

#[cfg(test)]
mod tests {
    use super::Row;
    use crate::report::{ClaimView, GroupView, MemberView};

    /// What a group is called in which the words from `start` to `end` of a claim state the matter.
    fn stated(text: &str, start: u32, end: u32) -> String {
        const BEFORE: u32 = 100;
        let claim = ClaimView {
            id: "a.1".into(),
            source: "a".into(),
            start: BEFORE,
            end: BEFORE + text.len() as u32,
            text: None,
            facts: Vec::new(),
            groups: Vec::new(),
        };
        let member = MemberView {
            claim: claim.id.clone(),
            marks: vec![[BEFORE + start, BEFORE + end]],
            position: 1,
        };
        let group = GroupView {
            id: "g1".into(),
            members: vec![member],
            sources: 1,
            lineages: 1,
            doubtful: Vec::new(),
            weakest: None,
            bridges: Vec::new(),
            origins: Vec::new(),
        };
        let row = Row {
            group: &group,
            cells: Vec::new(),
        };
        row.stated(&claim, text)
    }

    const TEXT: &str = "After the storm, the dam at Alder gave way.";

    #[test]
    fn a_group_is_called_by_the_words_that_state_it() {
        assert_eq!(stated(TEXT, 17, 42), "… the dam at Alder gave way.");
        assert_eq!(stated(TEXT, 0, 33), "After the storm, the dam at Alder …");
    }

    #[test]
    fn few_words_are_shown_with_the_others_around_them() {
        assert_eq!(stated(TEXT, 21, 33), TEXT);
    }
}
