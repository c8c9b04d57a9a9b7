//! Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Reader, decode, plain, sha256, source, unreadable};
use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Block, Source, Span, Zone};
use crate::text::date::leading_date;

/// Markdown with tables and front matter. Spans point into the file itself, marks of Markdown included.
pub struct Markdown;

impl Reader for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn summary(&self) -> &'static str {
        "Markdown with tables and front matter (title, outlet, date, url)"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn sniff(&self, _: &[u8]) -> bool {
        false
    }

    fn read(&self, path: &str, bytes: &[u8], _: &Limits) -> Result<Vec<Source>, Error> {
        let decoded = decode::decode(path, bytes)?;
        let mut source = source(path, sha256(bytes), decoded);
        source.blocks = blocks(&source.text);
        if source.blocks.is_empty() {
            return Err(unreadable(path, "there is nothing in it but blanks"));
        }
        let matter = front_matter(&source.text);
        let field = |names: &[&str]| {
            let named = |(name, _): &&(&str, &str)| names.contains(name);
            matter
                .iter()
                .find(named)
                .map(|(_, value)| (*value).to_owned())
        };
        source.label = field(&["title"]).unwrap_or(source.label);
        source.outlet = field(&["outlet", "publisher", "source"]);
        source.url = field(&["url", "link", "canonical"]);
        let date = field(&["date", "published"]).and_then(|date| Some(leading_date(&date)?.0));
        source.published = date.or_else(|| plain::published(&source));
        Ok(vec![source])
    }
}

/// The blocks of a Markdown text. A block takes whole lines, so marks such as `#` and `-` belong to it. Lines that are in no block
/// (the rule of a table, definitions of links) are of the page, not of the article.
fn blocks(text: &str) -> Vec<Block> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut lines = Lines {
        text,
        end: start,
        blocks: Vec::new(),
    };
    // Within a block that holds words; items of tight lists hold words without such a block.
    let mut depth = 0;
    let mut same_item = false;
    for (event, range) in Parser::new_ext(&text[start..], OPTIONS).into_offset_iter() {
        let range = range.start + start..range.end + start;
        match event {
            Event::Rule => lines.add(Some(Zone::Boilerplate), range),
            Event::Start(Tag::Item) => same_item = false,
            Event::Start(tag) if is_leaf(&tag.to_end()) => {
                lines.add(zone(&tag, &text[range.clone()]), range);
                depth += 1;
            }
            Event::End(tag) if is_leaf(&tag) => depth -= 1,
            Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) if depth == 0 && same_item => {
                lines.extend(range.end)
            }
            Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) if depth == 0 => {
                lines.add(None, range);
                same_item = true;
            }
            _ => {}
        }
    }
    lines.rest(text.len());
    lines.blocks
}

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_FOOTNOTES);

/// Whether a tag is that of a block which holds words rather than blocks.
fn is_leaf(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::MetadataBlock(_)
    )
}

fn zone(tag: &Tag, words: &str) -> Option<Zone> {
    match tag {
        Tag::Heading { .. } | Tag::TableHead => Some(Zone::Heading),
        Tag::TableRow => Some(Zone::Claim),
        Tag::CodeBlock(_) | Tag::HtmlBlock => Some(Zone::Boilerplate),
        Tag::MetadataBlock(_) => Some(Zone::Meta),
        // A picture alone.
        _ if words.starts_with("![")
            && words.trim_end().ends_with(')')
            && !words.contains(". ") =>
        {
            Some(Zone::Caption)
        }
        _ => None,
    }
}

/// Blocks of whole lines, in order, without gaps but blank ones.
struct Lines<'t> {
    text: &'t str,
    /// Up to here all lines are in blocks.
    end: usize,
    blocks: Vec<Block>,
}

impl Lines<'_> {
    /// Adds a block of the lines that `range` touches.
    fn add(&mut self, zone: Option<Zone>, range: Range<usize>) {
        // What stands before the end of the last block is taken, and need not be looked at again.
        let new = self.end.min(range.start);
        let start = self.text[new..range.start].rfind('\n');
        self.rest(start.map_or(self.end, |at| new + at + 1));
        self.push(zone, self.end, self.end_of_line(range.end));
    }

    /// Lets the last block go on up to the end of the line of `end`.
    fn extend(&mut self, end: usize) {
        let end = self.end_of_line(end);
        if let Some(last) = self.blocks.last_mut().filter(|_| end > self.end) {
            last.span = last.span.cover(Span::new(self.end..end).trimmed(self.text));
            self.end = end;
        }
    }

    /// Makes blocks of the lines up to `start`, which no block has taken.
    fn rest(&mut self, start: usize) {
        for line in self.text[self.end..start].split_inclusive('\n') {
            self.push(Some(Zone::Boilerplate), self.end, self.end + line.len());
        }
    }

    fn push(&mut self, zone: Option<Zone>, start: usize, end: usize) {
        let span = Span::new(start..end.max(start)).trimmed(self.text);
        if !span.is_empty() {
            self.blocks.push(Block { zone, span });
        }
        self.end = self.end.max(end);
    }

    /// Where the line of `position` ends, or the last block if that goes further.
    fn end_of_line(&self, position: usize) -> usize {
        if position <= self.end {
            return self.end;
        }
        // A block's range may take its line's end with it.
        let within = position - usize::from(self.text[..position].ends_with('\n'));
        self.text[within..]
            .find('\n')
            .map_or(self.text.len(), |at| within + at + 1)
    }
}

/// The fields of the front matter: `name: value` lines between two lines of three dashes.
fn front_matter(text: &str) -> Vec<(&str, &str)> {
    let body = text.trim_start_matches('\u{feff}').strip_prefix("---");
    let Some((matter, _)) = body.and_then(|body| body.split_once("\n---")) else {
        return Vec::new();
    };
    let fields = matter.lines().filter_map(|line| line.split_once(':'));
    fields
        .map(|(name, value)| (name.trim(), value.trim().trim_matches(['"', '\''])))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_in_one_block() {
        let text = "---\ntitle: Talks\n---\n# Talks *begin*\n\nThey met\nin **Jeddah**. They\nleft.\n\n- one\n- two\n  more\n    - three\n\n> Quoted.\n\na | b\n---|---\nc | d\n\n![A view](a.png)\n\n[x]: http://example.com\n";
        let found: Vec<_> = blocks(text)
            .iter()
            .map(|block| (block.zone, block.span.of(text)))
            .collect();
        let expected = [
            (Some(Zone::Meta), "---\ntitle: Talks\n---"),
            (Some(Zone::Heading), "# Talks *begin*"),
            (None, "They met\nin **Jeddah**. They\nleft."),
            (None, "- one"),
            (None, "- two\n  more"),
            (None, "- three"),
            (None, "> Quoted."),
            (Some(Zone::Heading), "a | b"),
            (Some(Zone::Boilerplate), "---|---"),
            (Some(Zone::Claim), "c | d"),
            (Some(Zone::Caption), "![A view](a.png)"),
            (Some(Zone::Boilerplate), "[x]: http://example.com"),
        ];
        assert_eq!(found, expected);
        assert_eq!(front_matter(text), [("title", "Talks")]);
    }
}
