//! The report itself, as one JSON document.

use std::io::{self, BufWriter, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use super::target::Target;
use super::{About, Format, Options, Written};
use crate::error::Error;
use crate::report::Report;

/// One JSON document; `docs/FORMATS.md` has its fields.
pub struct Json;

impl Format for Json {
    fn about(&self) -> About {
        About {
            name: "json",
            summary: "the whole report as one JSON document",
            extensions: &["json"],
            flavours: &[],
            opens: &[
                ("jq", "jq '.links[] | select(.conflict)' report.json"),
                ("Python", "json.load(open('report.json'))"),
            ],
            leaves_out: "Nothing. `crosscheck schema` prints its JSON Schema; spans count the UTF-8 bytes of `sources[].text`.",
        }
    }

    fn write(&self, report: &Report, _options: &Options, target: &mut dyn Target) -> Written {
        document(report, target)?;
        Ok(Vec::new())
    }
}

/// Writes `value` as one indented document, part by part.
///
/// # Errors
/// If it holds something that JSON cannot, or cannot be written.
pub fn document(value: &impl Serialize, target: &mut dyn Target) -> Result<(), Error> {
    let mut parts = BufWriter::with_capacity(PART, Parts(target));
    let mut serializer = Serializer::with_formatter(&mut parts, Indented::default());
    value.serialize(&mut serializer).map_err(failed)?;
    let ended = parts.write_all(b"\n").and_then(|()| parts.flush());
    ended.map_err(failed)
}

/// `value` as one line.
///
/// # Errors
/// If it holds something that JSON cannot.
pub fn line(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut bytes = serde_json::to_vec(value).map_err(failed)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn failed(error: impl Into<io::Error>) -> Error {
    error
        .into()
        .downcast()
        .unwrap_or_else(|source| Error::Write {
            path: "report".into(),
            source,
        })
}

/// Bytes that are gathered before they are written.
const PART: usize = 1 << 16;

/// A target as a writer.
struct Parts<'t>(&'t mut dyn Target);

impl Write for Parts<'_> {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        self.0.stream(part).map_err(io::Error::other)?;
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Lists and objects so deep in each other have a line for each part; deeper ones, such as one measure of a link, have one for all.
const SPREAD: usize = 5;

/// Indents what lies near the surface of a document.
#[derive(Default)]
struct Indented {
    depth: usize,
    empty: bool,
}

impl Indented {
    fn begin(&mut self, writer: &mut (impl Write + ?Sized), sign: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.empty = true;
        writer.write_all(sign)
    }

    fn end(&mut self, writer: &mut (impl Write + ?Sized), sign: &[u8]) -> io::Result<()> {
        let spread = self.is_spread() && !self.empty;
        self.depth -= 1;
        self.empty = false;
        if spread {
            self.begin_line(writer)?;
        }
        writer.write_all(sign)
    }

    fn begin_part(&mut self, writer: &mut (impl Write + ?Sized), first: bool) -> io::Result<()> {
        self.empty = false;
        if !first {
            writer.write_all(b",")?;
        }
        match self.is_spread() {
            true => self.begin_line(writer),
            false if first => Ok(()),
            false => writer.write_all(b" "),
        }
    }

    fn begin_line(&self, writer: &mut (impl Write + ?Sized)) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }

    fn is_spread(&self) -> bool {
        self.depth <= SPREAD
    }
}

impl Formatter for Indented {
    fn begin_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.begin(writer, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.begin_part(writer, first)
    }

    fn begin_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.begin(writer, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.begin_part(writer, first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::output::target::StreamTarget;

    #[test]
    fn deep_parts_stand_in_one_line_and_empty_ones_too() {
        let value = json!({"a": [[[[1, [2, {}], {"b": 3, "c": []}], []]]], "d": {}});
        let mut written = Vec::new();
        document(&value, &mut StreamTarget(&mut written)).expect("written");
        let written = String::from_utf8(written).expect("text");
        let expected = r#"{
  "a": [
    [
      [
        [
          1,
          [2, {}],
          {"b": 3, "c": []}
        ],
        []
      ]
    ]
  ],
  "d": {}
}
"#;
        assert_eq!(written, expected);
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&written).expect("JSON"),
            value
        );
    }
}
