//! The words of HTML, block by block.

use dom_query::{Document, NodeRef};

use super::assemble::Assembly;
use super::unreadable;
use crate::error::Error;
use crate::limits::Limits;
use crate::model::Zone;

/// Elements whose words are not for readers of the article.
const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "nav", "form", "button", "select",
    "iframe", "object", "head", "video", "audio", "canvas", "map",
];

/// Elements that stand apart from what is before and after them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements whose zone is plain from their name.
const ZONES: &[(&str, Zone)] = &[
    ("h1", Zone::Heading),
    ("h2", Zone::Heading),
    ("h3", Zone::Heading),
    ("h4", Zone::Heading),
    ("h5", Zone::Heading),
    ("h6", Zone::Heading),
    ("figcaption", Zone::Caption),
    ("caption", Zone::Caption),
];

/// What the class of an element says about its zone; each stands for a part of a class.
const CLASSES: &[(&str, Zone)] = &[
    ("caption", Zone::Caption),
    ("photo-credit", Zone::Caption),
    ("image-credit", Zone::Caption),
    ("byline", Zone::Meta),
    ("dateline", Zone::Meta),
    ("timestamp", Zone::Meta),
    ("comment", Zone::Comment),
    ("related", Zone::Boilerplate),
    ("newsletter", Zone::Boilerplate),
    ("share", Zone::Boilerplate),
];

/// Elements of style that stay open where they should have ended are opened again, all of them, in every block that follows. Pages
/// in which that makes more elements than this are made to do harm.
const MOST_REOPENED: usize = 1_000_000;

/// What a marked-up text begins with, in lower case: the name of its first element, or its document type (`!doctype html`).
/// Declarations and comments before it do not count; of a text that begins with anything else, nothing.
pub fn opening(head: &[u8]) -> String {
    let head = String::from_utf8_lossy(head);
    let mut rest = head.trim_start_matches('\u{feff}').trim_start();
    while let Some(tag) = rest.strip_prefix('<') {
        let skipped = [("!--", "-->"), ("?", "?>")]
            .iter()
            .find_map(|(begin, end)| {
                let inside = tag.strip_prefix(begin)?;
                inside.split_once(end).map(|(_, after)| after)
            });
        match skipped {
            Some(after) => rest = after.trim_start(),
            None => {
                let ends: &[char] = match tag.starts_with('!') {
                    true => &['>', '['],
                    false => &['>', '/', ' ', '\t', '\r', '\n'],
                };
                let name = tag.split(ends).next().unwrap_or_default();
                return name.to_ascii_lowercase();
            }
        }
    }
    String::new()
}

/// Parses `html`, which stands in the file at `path`.
///
/// # Errors
/// If its elements stand deeper within each other than they may, or overlap as in no page that was made for readers.
pub fn parse(path: &str, html: &str, limits: &Limits) -> Result<Document, Error> {
    let shape = Shape::of(html);
    limits.check_depth(path, shape.depth)?;
    if shape.reopened > MOST_REOPENED {
        return Err(unreadable(
            path,
            "its elements overlap everywhere, as in no page for readers",
        ));
    }
    Ok(Document::from(html))
}

/// Elements that need no end tag; with them, tags say nothing of depth.
const UNCLOSED: &[&str] = &[
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "optgroup", "option", "p", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
    "wbr",
];

/// Elements of style, which a parser opens again.
const STYLES: &[&str] = &[
    "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u",
];

/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style"];

/// What the tags alone say of a page, before it is parsed.
#[derive(Default)]
struct Shape {
    /// How many elements are open at most.
    depth: usize,
    /// How many elements of style may have to be opened again.
    reopened: usize,
}

impl Shape {
    fn of(html: &str) -> Self {
        let mut shape = Self::default();
        let (mut open, mut styles, mut raw) = (0_usize, 0_usize, String::new());
        for tag in html.split('<').skip(1) {
            let (closing, tag) = tag
                .strip_prefix('/')
                .map_or((false, tag), |tag| (true, tag));
            let end = tag
                .find(|letter: char| !letter.is_ascii_alphanumeric())
                .unwrap_or(tag.len());
            let name = tag[..end].to_ascii_lowercase();
            let within_raw = !raw.is_empty() && (!closing || name != raw);
            if within_raw || name.is_empty() {
                continue;
            }
            raw.clear();
            let change = |count: usize| match closing {
                true => count.saturating_sub(1),
                false => count + 1,
            };
            if STYLES.contains(&name.as_str()) {
                styles = change(styles);
            } else {
                shape.reopened += styles;
            }
            if !UNCLOSED.contains(&name.as_str()) {
                open = change(open);
                shape.depth = shape.depth.max(open);
            }
            if RAW.contains(&name.as_str()) && !closing {
                raw = name;
            }
        }
        shape
    }
}

/// Adds the words of `root`, which belongs to `zone` unless an inner element says otherwise.
pub fn push(assembly: &mut Assembly, root: &NodeRef, zone: Option<Zone>) {
    let mut writer = Writer {
        assembly,
        line: String::new(),
        zones: vec![zone],
    };
    walk(root, &mut writer);
    writer.end_line();
}

/// How many elements stand around the innermost one.
pub fn depth(root: &NodeRef) -> usize {
    let mut depth = Depth::default();
    walk(root, &mut depth);
    depth.deepest
}

/// What is done with every node of a tree.
trait Visitor {
    /// Before its children; says whether they are to be visited.
    fn enter(&mut self, node: &NodeRef) -> bool;
    /// After its children.
    fn leave(&mut self, node: &NodeRef);
}

/// Visits `root` and all below it, without recursion: pages may be nested as deep as their makers please.
fn walk(root: &NodeRef, visitor: &mut impl Visitor) {
    let mut node = *root;
    loop {
        let child = visitor.enter(&node).then(|| node.first_child()).flatten();
        if let Some(child) = child {
            node = child;
            continue;
        }
        loop {
            visitor.leave(&node);
            if node.id == root.id {
                return;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            match node.parent() {
                Some(parent) => node = parent,
                None => return,
            }
        }
    }
}

#[derive(Default)]
struct Depth {
    now: usize,
    deepest: usize,
}

impl Visitor for Depth {
    fn enter(&mut self, _: &NodeRef) -> bool {
        self.now += 1;
        self.deepest = self.deepest.max(self.now);
        true
    }

    fn leave(&mut self, _: &NodeRef) {
        self.now -= 1;
    }
}

struct Writer<'a> {
    assembly: &'a mut Assembly,
    /// The words of the block that is being read.
    line: String,
    /// The zones of the blocks around the present place, the innermost last.
    zones: Vec<Option<Zone>>,
}

impl Visitor for Writer<'_> {
    /// Takes note of a node; says whether its children count.
    fn enter(&mut self, node: &NodeRef) -> bool {
        if node.is_text() {
            self.line.push_str(&node.text());
            return false;
        }
        let name = node.node_name().unwrap_or_default();
        let name: &str = &name;
        if SKIPPED.contains(&name) || node.is_comment() {
            return false;
        }
        if name == "tr" && is_row_of_data(node) {
            self.end_line();
            self.push_row(node);
            return false;
        }
        if name == "br" {
            self.line.push('\n');
        }
        if BLOCKS.contains(&name) {
            self.end_line();
            self.zones.push(zone(name, node).or_else(|| self.zone()));
        }
        true
    }

    fn leave(&mut self, node: &NodeRef) {
        let name = node.node_name().unwrap_or_default();
        let name: &str = &name;
        let skipped = name == "tr" && is_row_of_data(node);
        if BLOCKS.contains(&name) && !skipped {
            self.end_line();
            self.zones.pop();
        }
    }
}

impl Writer<'_> {
    fn zone(&self) -> Option<Zone> {
        self.zones.last().copied().flatten()
    }

    /// Ends the block. Two line breaks in a row end one as well.
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let mut part = String::new();
        for words in line.split('\n') {
            if words.trim().is_empty() {
                self.assembly.push(self.zone(), &part);
                part.clear();
            }
            part.push_str(words);
            part.push(' ');
        }
        self.assembly.push(self.zone(), &part);
    }

    /// A row of data is one claim; a row of head cells is a heading.
    fn push_row(&mut self, row: &NodeRef) {
        let cells: Vec<_> = row.element_children();
        let words: Vec<_> = cells
            .iter()
            .map(|cell| cell.text().trim().to_owned())
            .collect();
        let head = cells.iter().all(|cell| cell.has_name("th"));
        let zone = if head { Zone::Heading } else { Zone::Claim };
        self.assembly.push(Some(zone), &words.join(" | "));
    }
}

/// Whether a row of a table holds data, and does not merely arrange the page.
fn is_row_of_data(row: &NodeRef) -> bool {
    const MOST_CELLS: usize = 32;
    let cells = row.element_children();
    let plain = |cell: &NodeRef| {
        cell.element_children().iter().all(|inner| {
            !inner
                .node_name()
                .is_some_and(|name| BLOCKS.contains(&&*name))
        })
    };
    (2..=MOST_CELLS).contains(&cells.len()) && cells.iter().all(plain)
}

fn zone(name: &str, node: &NodeRef) -> Option<Zone> {
    let named = ZONES.iter().find(|(element, _)| *element == name);
    let class = || {
        let class = node.class()?.to_lowercase();
        CLASSES
            .iter()
            .find(|(part, _)| class.split_whitespace().any(|class| class.contains(part)))
    };
    named.or_else(class).map(|(_, zone)| *zone)
}
