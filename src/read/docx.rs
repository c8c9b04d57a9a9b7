//! Word documents.

use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use zip::ZipArchive;

use super::assemble::Assembly;
use super::decode::Decoded;
use super::{LARGEST_FILE, Reader, plain, source, unreadable};
use crate::error::Error;
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

    fn read(&self, path: &str, bytes: &[u8]) -> Result<Vec<Source>, Error> {
        let damaged =
            |what: &str| unreadable(path, format!("it is no whole Word document: {what}"));
        let mut archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error.to_string()))?;
        let body =
            part(&mut archive, "word/document.xml").ok_or_else(|| damaged("it lacks its text"))?;
        let document = Document::parse(&body).map_err(|error| damaged(&error.to_string()))?;
        let mut assembly = Assembly::default();
        for node in document
            .descendants()
            .filter(|node| named(node, "p") || named(node, "tr"))
        {
            push(&mut assembly, node);
        }
        if assembly.blocks.is_empty() {
            return Err(unreadable(path, "the document holds no text"));
        }
        let title =
            part(&mut archive, "docProps/core.xml").and_then(|properties| title(&properties));
        let decoded = Decoded {
            text: assembly.text,
            warnings: Vec::new(),
        };
        let mut source = source(path, bytes, decoded);
        source.blocks = assembly.blocks;
        source.label = title.unwrap_or(source.label);
        source.published = plain::published(&source);
        Ok(vec![source])
    }
}

/// A file of the archive as text, no more of it than any document needs.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    let file = archive.by_name(name).ok()?;
    file.take(LARGEST_FILE as u64)
        .read_to_string(&mut text)
        .ok()?;
    Some(text)
}

/// Adds a paragraph or a row of a table.
fn push(assembly: &mut Assembly, node: Node) {
    let in_table = node.ancestors().any(|around| named(&around, "tc"));
    if named(&node, "tr") && !in_table {
        let cells = node.children().filter(|cell| named(cell, "tc"));
        let head = node.descendants().any(|inner| named(&inner, "tblHeader"));
        let words: Vec<_> = cells.map(|cell| words(cell).trim().to_owned()).collect();
        assembly.push(
            Some(if head { Zone::Heading } else { Zone::Claim }),
            &words.join(" | "),
        );
    } else if !in_table {
        assembly.push(zone(node), &words(node));
    }
}

/// The words below a node. Deleted text of tracked changes stands in elements of another name and is left out.
fn words(node: Node) -> String {
    let mut words = String::new();
    for inner in node.descendants() {
        match inner.tag_name().name() {
            "t" if inner.is_element() => words.push_str(inner.text().unwrap_or_default()),
            "tab" | "br" | "cr" | "p" => words.push(' '),
            _ => {}
        }
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
    let style = paragraph.descendants().find(|node| named(node, "pStyle"))?;
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
