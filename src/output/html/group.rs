//! Claim groups: who reports them, in which words, and who is silent.

use itertools::Itertools;

use super::anchor::anchor;
use super::text::{Words, classed, shown, words};
use crate::report::dispute::disputes;
use crate::report::matrix::{Matrix, Row, Stance};
use crate::report::open::open_sentence;
use crate::report::wording::{Part, Piece, merged};
use crate::report::{ClaimView, FACT_KINDS, GroupView, Index};

/// The matrix of claim groups by source.
pub struct MatrixTable<'a> {
    /// Whether any source cannot be compared with those of any group.
    pub has_apart: bool,
    /// Lineages with the number of columns that each takes.
    pub lineages: Vec<(&'a str, usize)>,
    pub columns: Vec<Column>,
    pub rows: Vec<MatrixRow<'a>>,
}

/// A source.
pub struct Column {
    pub id: String,
    pub anchor: String,
    pub name: String,
}

/// A claim group.
pub struct MatrixRow<'a> {
    pub group: &'a GroupView,
    pub headline: String,
    /// What each source makes of it: the class and the word.
    pub cells: Vec<(&'static str, &'static str)>,
}

impl<'a> MatrixTable<'a> {
    /// The table of `matrix`.
    pub fn new(index: &Index<'a>, matrix: &Matrix<'a>) -> Self {
        let columns = matrix.columns.iter();
        let mut lineages: Vec<(&str, usize)> = Vec::new();
        for source in columns.clone() {
            match lineages.last_mut() {
                Some((last, width)) if *last == source.lineage => *width += 1,
                _ => lineages.push((&source.lineage, 1)),
            }
        }
        let columns = columns.map(|source| Column {
            id: shown(&source.id),
            anchor: anchor(&source.id),
            name: shown(source.name()),
        });
        let rows = matrix.rows.iter().map(|row| MatrixRow {
            group: row.group,
            headline: headline(index, row),
            cells: row.cells.iter().map(|cell| worded(cell.stance)).collect(),
        });
        Self {
            has_apart: matrix.has(Stance::NotComparable),
            lineages,
            columns: columns.collect(),
            rows: rows.collect(),
        }
    }
}

fn worded(stance: Stance) -> (&'static str, &'static str) {
    let class = match stance {
        Stance::NotComparable => "apart",
        stance => stance.name(),
    };
    (class, stance.name())
}

/// One claim group with every wording.
pub struct GroupPage<'a> {
    pub group: &'a GroupView,
    pub headline: String,
    pub wordings: Vec<Witness<'a>>,
    /// The kinds of facts that any of the wordings states.
    pub kinds: Vec<&'static str>,
    pub silent: Vec<String>,
    /// What there is to say of the group as a whole.
    pub remarks: Vec<String>,
}

/// One wording.
pub struct Witness<'a> {
    pub claim: &'a ClaimView,
    pub anchor: String,
    pub name: String,
    pub published: Option<&'a str>,
    pub lineage: &'a str,
    pub differs: bool,
    pub text: String,
    /// For each of the page's kinds, what the wording states.
    pub facts: Vec<String>,
    /// Against the base, the first wording; empty for the base itself and where the two read badly as one.
    pub diff: Vec<Words>,
}

impl<'a> GroupPage<'a> {
    /// All groups, in the order of `matrix`.
    pub fn all(index: &Index<'a>, matrix: &Matrix<'a>) -> Vec<Self> {
        let rows = matrix.rows.iter();
        rows.map(|row| Self::new(index, matrix, row)).collect()
    }

    fn new(index: &Index<'a>, matrix: &Matrix<'a>, row: &Row<'a>) -> Self {
        let members = row.group.members.iter();
        let claims: Vec<_> = members
            .filter_map(|member| index.claim(&member.claim))
            .collect();
        let base = claims.first().and_then(|claim| index.worded(claim));
        let states = |kind: &&str| {
            claims
                .iter()
                .any(|claim| claim.facts.iter().any(|fact| fact.kind == *kind))
        };
        let kinds: Vec<_> = FACT_KINDS.into_iter().filter(states).collect();
        let wordings = (0..).zip(&claims).filter_map(|(position, claim)| {
            let diff = base.zip(index.worded(claim)).filter(|_| position > 0);
            let diff = diff.and_then(|(base, other)| merged(base, other));
            witness(index, row, claim, &kinds, diff.unwrap_or_default())
        });
        let remarks = index.remarks(row.group).into_iter();
        let remarks = remarks.chain(open_sentences(index, &claims));
        let cells = matrix.columns.iter().zip(&row.cells);
        let silent = cells.filter(|(_, cell)| cell.stance == Stance::Silent);
        Self {
            group: row.group,
            headline: headline(index, row),
            wordings: wordings.collect(),
            kinds: kinds.clone(),
            remarks: remarks.map(|remark| shown(&remark)).collect(),
            silent: silent.map(|(source, _)| shown(source.name())).collect(),
        }
    }
}

/// What would settle that in which `claims` differ among themselves.
fn open_sentences(index: &Index, claims: &[&ClaimView]) -> Vec<String> {
    let inside = |id: &str| claims.iter().any(|claim| claim.id == id);
    let links = claims.iter().flat_map(|claim| {
        let links = index.links_of(&claim.id).iter().copied();
        links.filter(|link| link.a == claim.id && inside(&link.b) && link.relation == "diverge")
    });
    let disputes = disputes(index, &links.collect_vec());
    let sentences = disputes.iter().map(|dispute| open_sentence(index, dispute));
    sentences.filter(|sentence| !sentence.is_empty()).collect()
}

fn witness<'a>(
    index: &Index<'a>,
    row: &Row<'a>,
    claim: &'a ClaimView,
    kinds: &[&str],
    diff: Vec<Piece>,
) -> Option<Witness<'a>> {
    let source = index.source_of(claim)?;
    let cells = row.cells.iter();
    let mut differing = cells.filter(|cell| cell.stance == Stance::Differs);
    let changed = diff
        .iter()
        .any(|piece| matches!(piece.part, Part::Old | Part::New));
    Some(Witness {
        claim,
        anchor: anchor(&claim.id),
        name: shown(source.name()),
        published: source.published.as_deref(),
        lineage: &source.lineage,
        differs: differing.any(|cell| cell.claims.contains(&claim.id.as_str())),
        text: words(claim),
        facts: kinds.iter().map(|kind| stated(claim, kind)).collect(),
        diff: if changed { classed(&diff) } else { Vec::new() },
    })
}

/// What a claim states of one kind, each value once.
fn stated(claim: &ClaimView, kind: &str) -> String {
    let facts = claim.facts.iter().filter(|fact| fact.kind == kind);
    facts.map(|fact| shown(&fact.value)).unique().join("; ")
}

/// What a group is about; its id where the report holds no text.
fn headline(index: &Index, row: &Row) -> String {
    let headline = shown(&row.headline(index));
    if headline.is_empty() {
        row.group.id.clone()
    } else {
        headline
    }
}

/// What a source does not report though others do.
pub struct Silence<'a> {
    pub name: String,
    pub groups: Vec<(&'a GroupView, String)>,
}

impl<'a> Silence<'a> {
    /// One for every source that is silent on something.
    pub fn all(index: &Index<'a>, matrix: &Matrix<'a>) -> Vec<Self> {
        let sources = matrix.columns.iter().enumerate();
        let all = sources.map(|(column, source)| {
            let rows = matrix.rows.iter();
            let silent = rows.filter(|row| row.cells[column].stance == Stance::Silent);
            Self {
                name: shown(source.name()),
                groups: silent
                    .map(|row| (row.group, headline(index, row)))
                    .collect(),
            }
        });
        all.filter(|silence| !silence.groups.is_empty()).collect()
    }
}
