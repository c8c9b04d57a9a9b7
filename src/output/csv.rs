//! Tables for spreadsheets and databases: sources, claims, links, findings, groups.

use super::attr::Value;
use super::carry::Replacer;
use super::table::{Dialect, Table, columns, values};
use super::target::Target;
use super::{Format, Guide, Options};
use crate::error::Error;

use crate::report::network::{Edge, EdgeKind, Network, Node, NodeKind};
use crate::report::{FindingView, Index, MarkView, Report};

/// A folder of comma-separated tables, safe to open in a spreadsheet.
pub struct Csv;

/// The flavour for spreadsheets that recognize UTF-8 only by a byte order mark.
const BYTE_ORDER_MARK: &str = "bom";

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn summary(&self) -> &'static str {
        "a folder of tables: sources, claims, links, findings, groups"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn flavours(&self) -> &'static [&'static str] {
        &[BYTE_ORDER_MARK]
    }

    fn guide(&self) -> Guide {
        Guide {
            opens: &[
                (
                    "a spreadsheet",
                    "csv:bom for those that take UTF-8 for something else",
                ),
                ("DuckDB", "duckdb -c \"from 'tables/links.csv'\""),
                (
                    "Python",
                    "csv.DictReader(open('tables/claims.csv', newline=''))",
                ),
            ],
            leaves_out: "Names and speakers. A text that a spreadsheet would take for a formula begins with an apostrophe.",
        }
    }

    fn write(
        &self,
        report: &Report,
        options: &Options,
        target: &mut dyn Target,
    ) -> Result<Vec<String>, Error> {
        let mark = match options.flavour.as_deref() {
            Some(BYTE_ORDER_MARK) => "\u{feff}",
            _ => "",
        };
        let network = Network::new(report, &options.selection);
        let tables = [
            ("sources.csv", nodes(&network, NodeKind::Source)),
            ("claims.csv", nodes(&network, NodeKind::Claim)),
            ("links.csv", links(&network)),
            ("findings.csv", findings(&network)),
            ("groups.csv", members(&network)),
        ];
        let mut replaced = Replacer::default();
        for (name, table) in tables {
            let (bytes, replacer) = table.finish();
            target.file(name, &[mark.as_bytes(), &bytes].concat())?;
            replaced.add(&replacer);
        }
        Ok(replaced.warnings())
    }
}

fn nodes(network: &Network, kind: NodeKind) -> Table {
    let columns = columns::<Node>(kind);
    let names = columns.iter().map(|column| column.name);
    let mut table = Table::new(Dialect::Spreadsheet, ["id"].into_iter().chain(names));
    for node in network.nodes().iter().filter(|node| node.kind() == kind) {
        let id = Some(Value::Text(&node.id));
        table.push([id].into_iter().chain(values(&columns, network, node)));
    }
    table
}

/// Both claims stand beside each other, so that the table can be read without the others.
fn links(network: &Network) -> Table {
    const ENDS: [&str; 7] = [
        "id",
        "a",
        "b",
        "a_reference",
        "b_reference",
        "a_text",
        "b_text",
    ];
    let columns = columns::<Edge>(EdgeKind::Link);
    let names = columns.iter().map(|column| column.name);
    let mut table = Table::new(Dialect::Spreadsheet, ENDS.into_iter().chain(names));
    for edge in network
        .edges()
        .iter()
        .filter(|edge| edge.kind() == EdgeKind::Link)
    {
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
        table.push(ends.into_iter().chain(values(&columns, network, edge)));
    }
    table
}

fn findings(network: &Network) -> Table {
    const COLUMNS: [&str; 9] = [
        "link", "code", "kind", "conflict", "note", "a_words", "b_words", "a_values", "b_values",
    ];
    let index = Index::new(network.report());
    let mut table = Table::new(Dialect::Spreadsheet, COLUMNS);
    for link in network.edges().iter().filter_map(|edge| network.link(edge)) {
        for finding in &link.evidence.findings {
            let words = |claim| marks(finding, claim, |mark| index.words(mark));
            let meanings = |claim| marks(finding, claim, |mark| mark.value.as_deref());
            table.push([
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
    table
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
fn members(network: &Network) -> Table {
    const MEMBER: [&str; 4] = ["group", "claim", "claim_reference", "claim_text"];
    let columns = columns::<Node>(NodeKind::Group);
    let names = columns.iter().map(|column| column.name);
    let mut table = Table::new(Dialect::Spreadsheet, MEMBER.into_iter().chain(names));
    for edge in network.edges() {
        let (claim, group) = (network.from(edge), network.to(edge));
        if edge.kind() == EdgeKind::MemberOf && group.kind() == NodeKind::Group {
            let member = [
                Some(Value::Text(&group.id)),
                Some(Value::Text(&claim.id)),
                Some(Value::Text(network.reference(claim))),
                claim_text(network, claim),
            ];
            table.push(member.into_iter().chain(values(&columns, network, group)));
        }
    }
    table
}

fn claim_text<'n>(network: &'n Network, node: &Node) -> Option<Value<'n>> {
    network.claim(node)?.text.as_deref().map(Value::Text)
}
