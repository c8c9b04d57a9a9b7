//! Tables for spreadsheets and databases: sources, claims, links, findings, groups, and who reports what.

use super::attr::Value;
use super::carry::Replacer;
use super::sheet::{Sheet, sheets};
use super::table::{Dialect, Table};
use super::target::Target;
use super::{About, Format, Options, Written};
use crate::report::matrix::Matrix;
use crate::report::network::Network;
use crate::report::{Index, Report};

/// A folder of comma-separated tables, safe to open in a spreadsheet.
pub struct Csv;

/// The flavour for spreadsheets that recognize UTF-8 only by a byte order mark.
const BYTE_ORDER_MARK: &str = "bom";

impl Format for Csv {
    fn about(&self) -> About {
        About {
            name: "csv",
            summary: "a folder of tables: sources, claims, links, findings, groups, and who reports what",
            extensions: &["csv"],
            flavours: &[BYTE_ORDER_MARK],
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

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let mark = match options.flavour.as_deref() {
            Some(BYTE_ORDER_MARK) => "\u{feff}",
            _ => "",
        };
        let network = Network::new(report, &options.selection);
        let index = Index::new(report);
        let mut replaced = Replacer::default();
        for sheet in sheets(&network, &index) {
            let (bytes, replacer) = table(&sheet).finish();
            let name = format!("{}.csv", sheet.name);
            target.file(&name, &[mark.as_bytes(), &bytes].concat())?;
            replaced.add(&replacer);
        }
        let (bytes, replacer) = matrix(&index).finish();
        target.file("matrix.csv", &[mark.as_bytes(), &bytes].concat())?;
        replaced.add(&replacer);
        Ok(replaced.warnings())
    }
}

fn table(sheet: &Sheet) -> Table {
    let header = sheet.columns.iter().map(|(name, _)| *name);
    let mut table = Table::new(Dialect::Spreadsheet, header);
    for row in &sheet.rows {
        table.push(row.iter().cloned());
    }
    table
}

/// Who reports what: one row for every claim group, one column for every source, those of one lineage side by side.
fn matrix(index: &Index) -> Table {
    let matrix = Matrix::new(index);
    let columns = matrix.columns.iter();
    let columns = columns.map(|source| format!("{} ({})", source.id, source.lineage));
    let columns: Vec<_> = columns.collect();
    let header = ["group", "statement", "source_count", "lineage_count"].into_iter();
    let header = header.chain(columns.iter().map(String::as_str));
    let mut table = Table::new(Dialect::Spreadsheet, header);
    for row in &matrix.rows {
        let statement = row.headline(index);
        let group = [
            Some(Value::Text(&row.group.id)),
            (!statement.is_empty()).then_some(Value::Text(&statement)),
            Some(Value::Integer(row.group.sources as i64)),
            Some(Value::Integer(row.group.lineages as i64)),
        ];
        let cells = row.cells.iter();
        let cells = cells.map(|cell| Some(Value::Text(cell.stance.name())));
        table.push(group.into_iter().chain(cells));
    }
    table
}
