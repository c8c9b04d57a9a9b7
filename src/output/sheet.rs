//! The graph as tables that can be read without each other: sources, claims, links, findings, groups, stances.

use super::attr::{Attribute, Element, Type, Value};
use super::table::{columns, values};
use crate::report::matrix::Matrix;
use crate::report::network::{Edge, EdgeKind, Network, Node, NodeKind};
use crate::report::{FindingView, Index, MarkView};

/// One table with typed columns.
pub struct Sheet<'n> {
    /// What it is called, without an ending.
    pub name: &'static str,
    /// Names and types of its columns.
    pub columns: Vec<(&'static str, Type)>,
    /// As many cells in each as there are columns.
    pub rows: Vec<Vec<Option<Value<'n>>>>,
}

/// All of them.
pub fn sheets<'n>(network: &'n Network, index: &'n Index) -> [Sheet<'n>; 6] {
    [
        nodes("sources", network, NodeKind::Source),
        nodes("claims", network, NodeKind::Claim),
        links(network),
        findings(network, index),
        members(network),
        stances(index),
    ]
}

fn nodes<'n>(name: &'static str, network: &'n Network, kind: NodeKind) -> Sheet<'n> {
    let mut sheet = Sheet::new(name, &["id"]);
    let attributes = sheet.extend::<Node>(kind);
    let nodes = network.nodes().iter().filter(|node| node.kind() == kind);
    let row = |node: &'n Node| {
        let id = Some(Value::Text(&node.id));
        let values = values(&attributes, network, node);
        [id].into_iter().chain(values).collect()
    };
    sheet.rows = nodes.map(row).collect();
    sheet
}

/// Both claims stand beside each other.
fn links<'n>(network: &'n Network) -> Sheet<'n> {
    const ENDS: [&str; 7] = [
        "id",
        "a",
        "b",
        "a_reference",
        "b_reference",
        "a_text",
        "b_text",
    ];
    let mut sheet = Sheet::new("links", &ENDS);
    let attributes = sheet.extend::<Edge>(EdgeKind::Link);
    let edges = network.edges().iter();
    let row = |edge: &'n Edge| {
        let (a, b) = (network.from(edge), network.to(edge));
        let ends = [
            Some(Value::Text(&edge.id)),
            Some(Value::Text(&a.id)),
            Some(Value::Text(&b.id)),
            Some(Value::Text(network.reference(a))),
            Some(Value::Text(network.reference(b))),
            claim_text(network, a),
            claim_text(network, b),
        ];
        let values = values(&attributes, network, edge);
        ends.into_iter().chain(values).collect()
    };
    let links = edges.filter(|edge| edge.kind() == EdgeKind::Link);
    sheet.rows = links.map(row).collect();
    sheet
}

fn findings<'n>(network: &'n Network, index: &'n Index) -> Sheet<'n> {
    const LISTS: [&str; 4] = ["a_words", "b_words", "a_values", "b_values"];
    let mut sheet = Sheet::new("findings", &["link", "code", "kind"]);
    sheet.columns.push(("conflict", Type::Boolean));
    sheet.columns.push(("note", Type::Text));
    sheet.columns.extend(LISTS.map(|name| (name, Type::List)));
    for link in network.edges().iter().filter_map(|edge| network.link(edge)) {
        for finding in &link.evidence.findings {
            let words = |claim| marks(finding, claim, |mark| index.words(mark));
            let meanings = |claim| marks(finding, claim, |mark| mark.value.as_deref());
            sheet.rows.push(vec![
                Some(Value::Text(&link.id)),
                Some(Value::Text(finding.code)),
                Some(Value::Text(finding.kind)),
                Some(Value::Boolean(finding.conflict)),
                Some(Value::Text(&finding.note)),
                words(&link.a),
                words(&link.b),
                meanings(&link.a),
                meanings(&link.b),
            ]);
        }
    }
    sheet
}

/// What `read` gives for those marks of a finding that stand in `claim`.
fn marks<'f>(
    finding: &'f FindingView,
    claim: &str,
    read: impl Fn(&'f MarkView) -> Option<&'f str>,
) -> Option<Value<'f>> {
    let marks = finding.marks.iter().filter(|mark| mark.claim == claim);
    Some(Value::List(marks.filter_map(read).collect()))
}

/// One row for every claim of a group.
fn members<'n>(network: &'n Network) -> Sheet<'n> {
    const MEMBER: [&str; 4] = ["group", "claim", "claim_reference", "claim_text"];
    let mut sheet = Sheet::new("groups", &MEMBER);
    let attributes = sheet.extend::<Node>(NodeKind::Group);
    for edge in network.edges() {
        let (claim, group) = (network.from(edge), network.to(edge));
        if edge.kind() == EdgeKind::MemberOf && group.kind() == NodeKind::Group {
            let member = [
                Some(Value::Text(&group.id)),
                Some(Value::Text(&claim.id)),
                Some(Value::Text(network.reference(claim))),
                claim_text(network, claim),
            ];
            let values = values(&attributes, network, group);
            sheet.rows.push(member.into_iter().chain(values).collect());
        }
    }
    sheet
}

/// Who reports what: one row for every claim group and source.
fn stances<'n>(index: &Index<'n>) -> Sheet<'n> {
    let matrix = Matrix::new(index);
    const STANCE: [&str; 4] = [
        "group_reference",
        "source_reference",
        "lineage_reference",
        "stance",
    ];
    let mut sheet = Sheet::new("stances", &STANCE);
    sheet.columns.push(("claim_references", Type::List));
    for row in matrix.rows {
        for (source, cell) in matrix.columns.iter().zip(row.cells) {
            sheet.rows.push(vec![
                Some(Value::Text(&row.group.id)),
                Some(Value::Text(&source.id)),
                Some(Value::Text(&source.lineage)),
                Some(Value::Text(cell.stance.name())),
                Some(Value::List(cell.claims)),
            ]);
        }
    }
    sheet
}

fn claim_text<'n>(network: &'n Network, node: &Node) -> Option<Value<'n>> {
    network.claim(node)?.text.as_deref().map(Value::Text)
}

impl Sheet<'_> {
    /// No rows yet, and columns of text.
    fn new(name: &'static str, columns: &[&'static str]) -> Self {
        let columns = columns.iter().map(|column| (*column, Type::Text));
        Self {
            name,
            columns: columns.collect(),
            rows: Vec::new(),
        }
    }

    /// Adds the columns of the attributes that elements of one kind have.
    fn extend<T: Element>(&mut self, kind: T::Kind) -> Vec<&'static Attribute<T>> {
        let attributes = columns::<T>(kind);
        let typed = attributes.iter();
        let typed = typed.map(|attribute| (attribute.name, attribute.value_type()));
        self.columns.extend(typed);
        attributes
    }
}
