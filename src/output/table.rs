//! Comma-separated values, by RFC 4180.

use csv::{Terminator, Writer, WriterBuilder};
use itertools::Itertools;

use super::attr::{Attribute, Element, Value};
use super::carry::Replacer;
use crate::report::network::Network;

/// Who is to read a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// A program that takes some texts for formulas.
    Spreadsheet,
    /// A database that takes a line for a record, `;` for the border between the parts of a list, and a backslash before a
    /// quotation mark for an escape.
    Database,
}

/// One table in the making.
pub struct Table {
    dialect: Dialect,
    writer: Writer<Vec<u8>>,
    replacer: Replacer,
}

impl Table {
    /// A table with nothing but the names of its columns.
    pub fn new<'h>(dialect: Dialect, header: impl IntoIterator<Item = &'h str>) -> Self {
        let mut writer = WriterBuilder::new();
        let mut table = Self {
            dialect,
            writer: writer.terminator(Terminator::CRLF).from_writer(Vec::new()),
            replacer: Replacer::default(),
        };
        table.record(header);
        table
    }

    /// Adds a row; cells without a value are empty.
    pub fn push<'v>(&mut self, row: impl IntoIterator<Item = Option<Value<'v>>>) {
        let cells: Vec<_> = row.into_iter().map(|value| self.cell(value)).collect();
        self.record(&cells);
    }

    /// The table, and what had to be replaced in it.
    pub fn finish(self) -> (Vec<u8>, Replacer) {
        let bytes = self.writer.into_inner().expect("memory takes every write");
        (bytes, self.replacer)
    }

    fn record(&mut self, cells: impl IntoIterator<Item = impl AsRef<[u8]>>) {
        let written = self.writer.write_record(cells);
        written.expect("memory takes every write, and all rows are of one length");
    }

    fn cell(&mut self, value: Option<Value>) -> String {
        match (self.dialect, value) {
            (_, None) => String::new(),
            (Dialect::Spreadsheet, Some(value @ (Value::Text(_) | Value::List(_)))) => {
                let text = value.text();
                guarded(&self.replacer.replace(&text, |letter| letter == '\0'))
            }
            (Dialect::Database, Some(Value::Text(text))) => self.line(text),
            (Dialect::Database, Some(Value::List(parts))) => {
                let parts = parts.iter().map(|part| self.line(part).replace(';', ","));
                parts.collect_vec().join(";")
            }
            (_, Some(value)) => value.text().into_owned(),
        }
    }

    /// `text` without anything that ends a line or a field.
    fn line(&mut self, text: &str) -> String {
        let text = self.replacer.replace(text, |letter| letter == '\0');
        let text = self
            .replacer
            .replace_by(' ', &text, |letter| matches!(letter, '\n' | '\r'))
            .into_owned();
        let ended = text.ends_with('\\') || text.contains("\\\"");
        match ended {
            true => self
                .replacer
                .replace(&text, |letter| letter == '\\')
                .into_owned(),
            false => text,
        }
    }
}

/// Attributes that are the same in every row of a table of one kind.
const CONSTANT: [&str; 2] = ["node_type", "edge_type"];

/// The attributes that elements of one kind have, but for those that the table itself tells.
pub fn columns<T: Element>(kind: T::Kind) -> Vec<&'static Attribute<T>> {
    let attributes = T::attributes().iter();
    let own = attributes.filter(|attribute| attribute.belongs_to(kind));
    own.filter(|attribute| !CONSTANT.contains(&attribute.name))
        .collect()
}

/// What `element` has in these columns.
pub fn values<'n, T: Element>(
    columns: &[&'static Attribute<T>],
    network: &'n Network,
    element: &'n T,
) -> impl Iterator<Item = Option<Value<'n>>> {
    columns.iter().map(|column| column.value(network, element))
}

/// `text` as no spreadsheet takes it for a formula: an apostrophe goes before a beginning that would be. To read the text
/// back, take one apostrophe away wherever such a beginning follows the apostrophes.
fn guarded(text: &str) -> String {
    let begins_formula = text
        .trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r']);
    match begins_formula {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(dialect: Dialect, value: Value) -> (String, usize) {
        let mut table = Table::new(dialect, ["a", "b"]);
        table.push([Some(value), None]);
        let (bytes, replacer) = table.finish();
        let text = String::from_utf8(bytes).expect("UTF-8");
        let row = text.strip_prefix("a,b\r\n").expect("the header");
        let row = row.strip_suffix(",\r\n").expect("an empty last cell");
        (row.to_owned(), replacer.warnings().len())
    }

    #[test]
    fn a_spreadsheet_sees_no_formula_and_exact_words() {
        let cell = |text| written(Dialect::Spreadsheet, Value::Text(text));
        assert_eq!(cell("=1+1"), ("'=1+1".into(), 0));
        assert_eq!(cell("'=1+1"), ("''=1+1".into(), 0));
        assert_eq!(cell("'tis so"), ("'tis so".into(), 0));
        assert_eq!(cell("a \"b\", c\nd"), ("\"a \"\"b\"\", c\nd\"".into(), 0));
        assert_eq!(
            written(Dialect::Spreadsheet, Value::Real(-1.5)),
            ("-1.5".into(), 0)
        );
    }

    #[test]
    fn a_database_sees_one_line_and_clear_borders() {
        let cell = |value| written(Dialect::Database, value);
        assert_eq!(cell(Value::Text("=a\nb; c")), ("=a b; c".into(), 1));
        assert_eq!(cell(Value::Text("c:\\")), ("c:\u{fffd}".into(), 1));
        assert_eq!(
            cell(Value::List(vec!["a; b", "c"])),
            ("\"a, b;c\"".into(), 0)
        );
    }
}
