//! PDF documents.

use std::panic::catch_unwind;

use super::assemble::Assembly;
use super::decode::Decoded;
use super::{Reader, plain, source, unreadable};
use crate::error::Error;
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

    fn read(&self, path: &str, bytes: &[u8]) -> Result<Vec<Source>, Error> {
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
        assembly.push_plain(&without_hyphens(&text));
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
        let mut source = source(path, bytes, decoded);
        source.blocks = assembly.blocks;
        source.published = plain::published(&source);
        Ok(vec![source])
    }
}

/// Joins words that were broken at the end of a line.
fn without_hyphens(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.trim();
        let broken = joined
            .strip_suffix("-\n")
            .is_some_and(|before| before.ends_with(char::is_lowercase));
        if broken && line.starts_with(char::is_lowercase) {
            joined.truncate(joined.len() - "-\n".len());
        }
        joined.push_str(line);
        joined.push('\n');
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_broken_at_the_end_of_a_line_is_joined() {
        assert_eq!(
            without_hyphens("nego-\ntiations in the U.S.-\nled talks"),
            "negotiations in the U.S.-\nled talks\n"
        );
    }
}
