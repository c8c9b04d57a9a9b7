//! Parquet: the tables with their types, for DuckDB, pandas, Spark and other programs of data analysis.

use std::io;
use std::sync::Arc;

use ::parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use ::parquet::schema::parser::parse_message_type;

use super::attr::{Type, Value};
use super::sheet::{Sheet, sheets};
use super::target::Target;
use super::{About, Format, Options, Written};
use crate::error::Error;
use crate::report::network::Network;
use crate::report::{Index, Report};

/// A folder of typed tables.
pub struct Parquet;

impl Format for Parquet {
    fn about(&self) -> About {
        About {
            name: "parquet",
            summary: "a folder of typed tables for data analysis (in builds with the feature `parquet`)",
            extensions: &["parquet"],
            flavours: &[],
            opens: &[
                ("DuckDB", "duckdb -c \"from 'tables/links.parquet'\""),
                ("pandas", "pandas.read_parquet('tables/claims.parquet')"),
                (
                    "pyarrow",
                    "pyarrow.parquet.read_table('tables/links.parquet')",
                ),
            ],
            leaves_out: "Names and speakers.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let index = Index::new(report);
        for sheet in sheets(&network, &index) {
            let name = format!("{}.parquet", sheet.name);
            let bytes = file(&sheet).map_err(|refused| Error::Write {
                path: name.clone().into(),
                source: io::Error::other(refused),
            })?;
            target.file(&name, &bytes)?;
        }
        Ok(Vec::new())
    }
}

fn file(sheet: &Sheet) -> Result<Vec<u8>, ParquetError> {
    let schema = Arc::new(parse_message_type(&schema(sheet))?);
    let properties = Arc::new(WriterProperties::default());
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, properties)?;
    let mut rows = writer.next_row_group()?;
    for (position, (_, of)) in sheet.columns.iter().enumerate() {
        let cells = sheet.rows.iter().map(|row| row[position].as_ref());
        if let Some(mut column) = rows.next_column()? {
            fill(&mut column, *of, cells)?;
            column.close()?;
        }
    }
    rows.close()?;
    writer.into_inner()
}

/// The columns of a table in the format's own language; any cell may be empty.
fn schema(sheet: &Sheet) -> String {
    let columns = sheet.columns.iter().map(|(name, of)| match of {
        Type::Boolean => format!("optional boolean {name};"),
        Type::Integer => format!("optional int64 {name};"),
        Type::Real => format!("optional double {name};"),
        Type::Text => format!("optional binary {name} (STRING);"),
        Type::List => format!(
            "optional group {name} (LIST) {{ repeated group list {{ required binary element (STRING); }} }}"
        ),
    });
    let columns: String = columns.collect();
    format!("message {} {{ {columns} }}", sheet.name)
}

fn fill<'c>(
    column: &mut SerializedColumnWriter,
    of: Type,
    cells: impl Iterator<Item = Option<&'c Value<'c>>>,
) -> Result<(), ParquetError> {
    match of {
        Type::Boolean => single::<BoolType>(column, cells, |value| match value {
            Value::Boolean(value) => Some(*value),
            _ => None,
        }),
        Type::Integer => single::<Int64Type>(column, cells, |value| match value {
            Value::Integer(value) => Some(*value),
            _ => None,
        }),
        Type::Real => single::<DoubleType>(column, cells, |value| match value {
            Value::Real(value) => Some(*value),
            _ => None,
        }),
        Type::Text => single::<ByteArrayType>(column, cells, |value| match value {
            Value::Text(value) => Some(ByteArray::from(*value)),
            _ => None,
        }),
        Type::List => lists(column, cells),
    }
}

/// A column with at most one value in each row: level 1 where there is one, 0 where not.
fn single<'c, T: DataType>(
    column: &mut SerializedColumnWriter,
    cells: impl Iterator<Item = Option<&'c Value<'c>>>,
    read: impl Fn(&Value) -> Option<T::T>,
) -> Result<(), ParquetError> {
    let cells: Vec<_> = cells.map(|cell| cell.and_then(&read)).collect();
    let defined: Vec<_> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
    let values: Vec<_> = cells.into_iter().flatten().collect();
    let writer = column.typed::<T>();
    writer.write_batch(&values, Some(&defined), None)?;
    Ok(())
}

/// How deep a cell of lists is defined where there is no list.
const ABSENT: i16 = 0;
/// The same for a list without parts.
const EMPTY: i16 = 1;
/// The same for a part of a list.
const PART: i16 = 2;

/// A column of lists: a part that is not the first of its row repeats at level 1.
fn lists<'c>(
    column: &mut SerializedColumnWriter,
    cells: impl Iterator<Item = Option<&'c Value<'c>>>,
) -> Result<(), ParquetError> {
    let (mut values, mut defined, mut repeated) = (Vec::new(), Vec::new(), Vec::new());
    for cell in cells {
        match cell {
            Some(Value::List(parts)) if !parts.is_empty() => {
                for (position, part) in parts.iter().enumerate() {
                    values.push(ByteArray::from(*part));
                    defined.push(PART);
                    repeated.push(i16::from(position > 0));
                }
            }
            Some(_) => {
                defined.push(EMPTY);
                repeated.push(0);
            }
            None => {
                defined.push(ABSENT);
                repeated.push(0);
            }
        }
    }
    let writer = column.typed::<ByteArrayType>();
    writer.write_batch(&values, Some(&defined), Some(&repeated))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use ::parquet::file::reader::{FileReader, SerializedFileReader};

    use super::*;

    #[test]
    fn values_come_back_with_their_types() {
        let hostile = "=1+1 \"a\", b;\n\u{0}\u{202e}🙂";
        let sheet = Sheet {
            name: "sample",
            columns: vec![
                ("text", Type::Text),
                ("number", Type::Integer),
                ("share", Type::Real),
                ("holds", Type::Boolean),
                ("parts", Type::List),
            ],
            rows: vec![
                vec![
                    Some(Value::Text(hostile)),
                    Some(Value::Integer(-3)),
                    Some(Value::Real(0.25)),
                    Some(Value::Boolean(true)),
                    Some(Value::List(vec!["a; b", "c"])),
                ],
                vec![None, None, None, None, Some(Value::List(Vec::new()))],
                vec![None; 5],
            ],
        };
        let mut written = tempfile::tempfile().expect("a file");
        let bytes = file(&sheet).expect("written");
        written.write_all(&bytes).expect("room on the disk");
        let reader = SerializedFileReader::new(written).expect("a file of the format");
        let rows = reader.get_row_iter(None).expect("rows");
        let rows: Vec<_> = rows.map(|row| row.expect("a row").to_string()).collect();
        assert_eq!(
            rows,
            [
                format!(
                    "{{text: \"{hostile}\", number: -3, share: 0.25, holds: true, parts: [\"a; b\", \"c\"]}}"
                ),
                "{text: null, number: null, share: null, holds: null, parts: []}".into(),
                "{text: null, number: null, share: null, holds: null, parts: null}".into(),
            ]
        );
    }
}
