//! PDF documents.

use std::panic::catch_unwind;

use super::assemble::Assembly;
use super::decode::Decoded;
use super::plain::{published, starts_item};
use super::{Reader, sha256, source, unreadable};
use crate::error::Error;
use crate::limits::Limits;
use crate::model::Source;

/// A PDF document with a text layer.
pub struct Pdf;

impl Reader for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn summary(&self) -> &'static str {
        "PDF documents that have a text layer (feature pdf)"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["pdf"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        head.starts_with(b"%PDF-")
    }

    fn read(&self, path: &str, bytes: &[u8], _: &Limits) -> Result<Vec<Source>, Error> {
        if !self.sniff(bytes) {
            return Err(unreadable(path, "it is no PDF document"));
        }
        // The library that takes the text out is known to panic on damaged documents.
        let text = catch_unwind(|| pdf_extract::extract_text_from_mem(bytes));
        let text = match text {
            Ok(Ok(text)) => text,
            Ok(Err(error)) => {
                return Err(unreadable(
                    path,
                    format!("it is no whole PDF document: {error}"),
                ));
            }
            Err(_) => return Err(unreadable(path, "it is a damaged PDF document")),
        };
        let mut assembly = Assembly::default();
        for paragraph in paragraphs(&text) {
            assembly.push(None, &paragraph);
        }
        if assembly.blocks.is_empty() {
            return Err(unreadable(
                path,
                "the document holds pictures but no text layer; recognise its text first (OCR)",
            ));
        }
        let warning = "taken out of a PDF document, whose lines may be out of order".to_owned();
        let decoded = Decoded {
            text: assembly.text,
            warnings: vec![warning],
        };
        let mut source = source(path, sha256(bytes), decoded);
        source.blocks = assembly.blocks;
        source.published = published(&source);
        Ok(vec![source])
    }
}

/// The paragraphs of a text whose lines were broken to the width of a page or a column.
fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    let width = width(&lines);
    let mut paragraphs: Vec<String> = Vec::new();
    let (mut last, mut parted) = ("", false);
    for line in lines {
        if line.is_empty() {
            parted = true;
            continue;
        }
        match paragraphs.last_mut() {
            Some(paragraph) if is_unfinished(last, line) => join(paragraph, line),
            Some(paragraph) if !parted && is_full(last, width) && !starts_item(line) => {
                join(paragraph, line);
            }
            _ => paragraphs.push(line.to_owned()),
        }
        (last, parted) = (line, false);
    }
    paragraphs
}

/// Whether a sentence goes on from one line to the next, even if a page ends between them.
fn is_unfinished(last: &str, next: &str) -> bool {
    next.starts_with(char::is_lowercase) && !last.ends_with(['.', '!', '?', ':', '"', '”'])
}

/// Whether a line is so long that it ended for want of room: it is two thirds as wide as the page or more.
fn is_full(line: &str, width: usize) -> bool {
    line.len() * 3 >= width * 2
}

/// Adds a line; a word that was broken at the end of the line before is whole again.
fn join(paragraph: &mut String, line: &str) {
    let stem = paragraph.strip_suffix('-');
    let broken = stem.is_some_and(|stem| stem.ends_with(char::is_lowercase))
        && line.starts_with(char::is_lowercase);
    match broken {
        true => paragraph.truncate(paragraph.len() - '-'.len_utf8()),
        false => paragraph.push(' '),
    }
    paragraph.push_str(line);
}

/// The length, in bytes, of a full line. Of ten lines the longest is left aside: a headline or a table may be wider than the text.
fn width(lines: &[&str]) -> usize {
    let filled = lines
        .iter()
        .map(|line| line.len())
        .filter(|length| *length > 0);
    let mut lengths: Vec<_> = filled.collect();
    lengths.sort_unstable();
    let place = (lengths.len() * 9 / 10).min(lengths.len().saturating_sub(1));
    lengths.get(place).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_page_are_joined_to_paragraphs() {
        let text = "\n\nTalks begin\nThe ministers met on Tuesday in Jeddah and opened the nego-\ntiations in the U.S.-\nled format, which both sides\n\nwelcomed.\n\nA day later they met again.\n- one";
        let expected = [
            "Talks begin",
            "The ministers met on Tuesday in Jeddah and opened the negotiations in the U.S.- led format, which both sides welcomed.",
            "A day later they met again.",
            "- one",
        ];
        assert_eq!(paragraphs(text), expected);
    }
}
