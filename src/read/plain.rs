//! Plain text.

use super::{Reader, decode, sha256, source, unreadable};
use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Block, Source, Span};
use crate::text::date::date_line;

/// Plain text: a line is a paragraph, unless the lines are broken to a width and blank lines part the paragraphs.
pub struct Plain;

impl Reader for Plain {
    fn name(&self) -> &'static str {
        "plain"
    }

    fn summary(&self) -> &'static str {
        "plain text, a paragraph per line or parted by blank lines"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn sniff(&self, _: &[u8]) -> bool {
        false
    }

    fn read(&self, path: &str, bytes: &[u8], _: &Limits) -> Result<Vec<Source>, Error> {
        let decoded = decode::decode(path, bytes)?;
        let mut source = source(path, sha256(bytes), decoded);
        source.blocks = paragraphs(&source.text);
        if source.blocks.is_empty() {
            return Err(unreadable(path, "there is nothing in it but blanks"));
        }
        source.published = published(&source);
        Ok(vec![source])
    }
}

/// An article gives its date in one of its first blocks.
const BLOCKS_BEFORE_DATE: usize = 8;

/// The date that a text gives near its beginning.
pub fn published(source: &Source) -> Option<jiff::civil::Date> {
    let first = source.blocks.iter().take(BLOCKS_BEFORE_DATE);
    first
        .filter_map(|block| date_line(source.slice(block.span)))
        .map(|line| line.date)
        .next()
}

/// The paragraphs of a plain text.
pub fn paragraphs(text: &str) -> Vec<Block> {
    let lines = lines(text);
    if !is_wrapped(text, &lines) {
        let filled = lines.into_iter().filter(|line| !line.is_empty());
        return filled.map(block).collect();
    }
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in lines {
        match blocks.last_mut() {
            _ if line.is_empty() => open = false,
            Some(last) if open && !starts_item(line.of(text)) => last.span = last.span.cover(line),
            _ => {
                blocks.push(block(line));
                open = true;
            }
        }
    }
    blocks
}

fn block(span: Span) -> Block {
    Block { zone: None, span }
}

/// The lines, without the blanks at their ends; empty spans for blank lines. A byte order mark counts as a blank.
fn lines(text: &str) -> Vec<Span> {
    let mut start = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut lines = Vec::new();
    for line in text[start..].split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{c}']) {
        let end = start + line.len();
        lines.push(Span::new(start..end).trimmed(text));
        start = end;
    }
    lines
}

/// Texts broken to a width have lines of at most this many bytes...
const WIDEST_LINE: usize = 100;
/// ...and no line that is full is shorter than this, or it would be verse.
const NARROWEST_LINE: usize = 40;

/// Whether the lines were broken to a width: no line is long, and most lines that another one follows directly are nearly as wide
/// as the widest and end within a sentence.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let widest = lines.iter().map(|line| line.len()).max().unwrap_or(0);
    if !(NARROWEST_LINE..=WIDEST_LINE).contains(&widest) {
        return false;
    }
    let followed = lines.windows(2).filter(|pair| {
        !pair[0].is_empty() && !pair[1].is_empty() && !starts_item(pair[1].of(text))
    });
    let (mut broken, mut whole) = (0, 0);
    for pair in followed {
        let full = pair[0].len() * 4 >= widest * 3;
        let ends = pair[0].of(text).ends_with(['.', '!', '?', ':', '"', '”']);
        if full && !ends {
            broken += 1;
        } else {
            whole += 1;
        }
    }
    broken > 2 * whole
}

/// Whether a line begins an item of a list.
pub fn starts_item(line: &str) -> bool {
    ["- ", "* ", "• ", "– "]
        .iter()
        .any(|bullet| line.starts_with(bullet))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        paragraphs(text)
            .iter()
            .map(|block| block.span.of(text))
            .collect()
    }

    #[test]
    fn a_line_is_a_paragraph_whatever_ends_it() {
        assert_eq!(
            texts("\u{feff}One.\r\nTwo.\rThree.\n\n Four. "),
            ["One.", "Two.", "Three.", "Four."]
        );
    }

    #[test]
    fn lines_broken_to_a_width_are_joined() {
        let text = "The ministers met on Tuesday in the port\ncity to discuss a partial ceasefire that\nwould cover the sea.\n\nTalks go on.\n- one\n- two\n";
        assert_eq!(texts(text)[1..], ["Talks go on.", "- one", "- two"]);
        assert!(texts(text)[0].ends_with("cover the sea."));
    }
}
