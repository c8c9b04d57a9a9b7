//! Word documents.

use std::io::Cursor;

use roxmltree::{Document, Node};
use zip::ZipArchive;

use super::assemble::Assembly;
use super::decode::Decoded;
use super::{Reader, plain, sha256, source, unreadable};
use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Source, Zone};

/// A document of Word or of another program that writes `.docx`.
pub struct Docx;

impl Reader for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn summary(&self) -> &'static str {
        "Word documents, with headings, captions and tables (feature docx)"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["docx"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        let holds = |name: &[u8]| head.windows(name.len()).any(|part| part == name);
        head.starts_with(b"PK\x03\x04") && holds(b"word/")
    }

    fn read(&self, path: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Source>, Error> {
        let damaged =
            |what: &str| unreadable(path, format!("it is no whole Word document: {what}"));
        let mut archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error.to_string()))?;
        let body = part(&mut archive, "word/document.xml", path, limits)?
            .ok_or_else(|| damaged("it lacks its text"))?;
        let document = Document::parse(&body).map_err(|error| damaged(&error.to_string()))?;
        let assembly = assembly(document.root());
        if assembly.blocks.is_empty() {
            return Err(unreadable(path, "the document holds no text"));
        }
        let title = part(&mut archive, "docProps/core.xml", path, limits)?
            .and_then(|properties| title(&properties));
        let decoded = Decoded {
            text: assembly.text,
            warnings: Vec::new(),
        };
        let mut source = source(path, sha256(bytes), decoded);
        source.blocks = assembly.blocks;
        source.label = title.unwrap_or(source.label);
        source.published = plain::published(&source);
        Ok(vec![source])
    }
}

/// A file of the archive as text, if it is there and whole.
fn part(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    path: &str,
    limits: &Limits,
) -> Result<Option<String>, Error> {
    let Ok(file) = archive.by_name(name) else {
        return Ok(None);
    };
    let packed_bytes = file.compressed_size() as usize;
    let unpacked = limits.unpack(path, packed_bytes, file)?;
    Ok(unpacked.and_then(|bytes| String::from_utf8(bytes).ok()))
}

/// Elements whose words stand elsewhere in the document as well, or were taken out by whoever wrote it.
const SKIPPED: &[&str] = &["Fallback", "moveFrom", "del"];

/// The paragraphs and the rows of tables below a node. The text of a box stands after the paragraph that the box is tied to.
fn assembly(root: Node) -> Assembly {
    let mut assembly = Assembly::default();
    let mut pending = vec![root];
    while let Some(node) = pending.pop() {
        match node.tag_name().name() {
            "tr" => {
                push_row(&mut assembly, node);
                continue;
            }
            "p" => assembly.push(zone(node), &words(node, &["p", "tbl"])),
            name if SKIPPED.contains(&name) => continue,
            _ => {}
        }
        pending.extend(node.children().rev());
    }
    assembly
}

fn push_row(assembly: &mut Assembly, row: Node) {
    let cells = row.children().filter(|cell| named(cell, "tc"));
    let words: Vec<_> = cells
        .map(|cell| words(cell, &[]).trim().to_owned())
        .collect();
    let is_head = row.descendants().any(|inner| named(&inner, "tblHeader"));
    let zone = if is_head { Zone::Heading } else { Zone::Claim };
    assembly.push(Some(zone), &words.join(" | "));
}

/// The words below a node, without those of inner elements that are called one of `apart`. The text that tracked changes
/// delete stands in elements of another name (`delText`) as well.
fn words(node: Node, apart: &[&str]) -> String {
    let mut words = String::new();
    let mut pending: Vec<_> = node.children().rev().collect();
    while let Some(inner) = pending.pop() {
        match inner.tag_name().name() {
            name if apart.contains(&name) || SKIPPED.contains(&name) => continue,
            "t" => words.push_str(inner.text().unwrap_or_default()),
            "tab" | "br" | "cr" | "p" => words.push(' '),
            _ => {}
        }
        pending.extend(inner.children().rev());
    }
    words
}

/// Styles whose paragraphs belong to a zone, by how their names begin.
const STYLES: &[(&str, Zone)] = &[
    ("heading", Zone::Heading),
    ("title", Zone::Heading),
    ("subtitle", Zone::Heading),
    ("caption", Zone::Caption),
    ("footnote", Zone::Boilerplate),
];

fn zone(paragraph: Node) -> Option<Zone> {
    let properties = paragraph.children().find(|node| named(node, "pPr"))?;
    let style = properties.children().find(|node| named(node, "pStyle"))?;
    let value = style
        .attributes()
        .find(|attribute| attribute.name() == "val")?;
    let name = value.value().to_lowercase();
    let known = STYLES.iter().find(|(style, _)| name.starts_with(style));
    known.map(|(_, zone)| *zone)
}

fn title(properties: &str) -> Option<String> {
    let document = Document::parse(properties).ok()?;
    let title = document.descendants().find(|node| named(node, "title"))?;
    let title = title.text()?.trim();
    (!title.is_empty()).then(|| title.to_owned())
}

fn named(node: &Node, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_boxes_and_moved_text_are_read_once() {
        let document = Document::parse(
            "<body><p><r><t>Before </t></r><del><r><t>gone </t></r></del><r><t>the box.</t>\
             <AlternateContent><Choice><txbxContent><p><r><t>In the box.</t></r></p></txbxContent></Choice>\
             <Fallback><p><r><t>In the box.</t></r></p></Fallback></AlternateContent></r></p>\
             <moveFrom><p><r><t>Moved.</t></r></p></moveFrom>\
             <tbl><tr><tc><p><r><t>one</t></r></p></tc><tc><p><r><t>two</t></r></p></tc></tr></tbl></body>",
        );
        let assembly = assembly(document.expect("XML").root());
        assert_eq!(assembly.text, "Before the box.\nIn the box.\none | two");
    }
}
