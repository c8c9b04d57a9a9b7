//! Saved web pages.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Article, Config, Readability};

use super::assemble::Assembly;
use super::decode::{Decoded, decode};
use super::{Reader, markup, sha256, source, unreadable};
use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Source, Zone};
use crate::text::date::leading_date;

/// A page: its article by a readability measure, with headline, byline, outlet, date and address from its metadata.
pub struct Html;

impl Reader for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn summary(&self) -> &'static str {
        "saved web pages; the article is told from the page around it, captions and comments are kept apart"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        let opening = markup::opening(head);
        opening.starts_with("!doctype html") || ["html", "head", "body"].contains(&opening.as_str())
    }

    fn read(&self, path: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Source>, Error> {
        let Decoded { text, mut warnings } = decode(path, bytes)?;
        let document = markup::parse(path, &text, limits)?;
        let page = Page::new(document);
        let assembly = page.assembly(&mut warnings);
        if assembly.blocks.iter().all(|block| block.zone.is_some()) {
            return Err(unreadable(
                path,
                "no article was found on the page; save it in the reader's view of a browser, or as text",
            ));
        }
        let mut source = source(
            path,
            sha256(bytes),
            Decoded {
                text: assembly.text,
                warnings,
            },
        );
        source.blocks = assembly.blocks;
        source.label = page.title().unwrap_or(source.label);
        source.outlet = page
            .article
            .as_ref()
            .and_then(|article| article.site_name.clone());
        source.published = page.published();
        source.url = page.url();
        Ok(vec![source])
    }
}

/// Where readers' comments stand on a page.
const COMMENTS: &str = "#comments, #comment-section, #disqus_thread, .comments, .comment-list, .comments-section, .comments-area, [data-comments]";

/// Where the words of pictures stand.
const CAPTIONS: &str = "figcaption, .wp-caption-text, .caption, .image-caption, .photo-caption, .photo-credit, .image-credit";

/// So many captions are looked for inside the blocks of the article as well; later ones are in it only as blocks of their own. This
/// keeps the time for a page of many captions from growing with the square of its size.
const MOST_CAPTIONS_WITHIN: usize = 256;

/// Where pages give their date, besides the places that the readability measure knows.
const DATES: &[(&str, &str)] = &[
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop='datePublished']", "content"),
    ("meta[name='date']", "content"),
    ("meta[name='pubdate']", "content"),
    ("meta[name='parsely-pub-date']", "content"),
    ("meta[name='DC.date.issued']", "content"),
    ("time[datetime]", "datetime"),
];

/// Where pages give their own address.
const ADDRESSES: &[(&str, &str)] = &[
    ("link[rel='canonical']", "href"),
    ("meta[property='og:url']", "content"),
];

/// Deeper pages are made to do harm; the readability measure does not see them.
const DEEPEST: usize = 512;

struct Page {
    document: Document,
    comments: Vec<String>,
    captions: Vec<String>,
    article: Option<Article>,
}

impl Page {
    fn new(document: Document) -> Self {
        let comments = take_comments(&document);
        let captions = outermost(&document, CAPTIONS)
            .iter()
            .map(|node| node.text().to_string())
            .collect();
        let article = readable(&document);
        Self {
            comments,
            captions,
            article,
            document,
        }
    }

    /// The headline, the byline, the article, pictures' words that stand outside it, and what readers wrote.
    fn assembly(&self, warnings: &mut Vec<String>) -> Assembly {
        let mut article = Assembly::default();
        match &self.article {
            Some(found) => markup::push(
                &mut article,
                &Document::from(found.content.as_ref()).root(),
                None,
            ),
            None => {
                warnings.push("the article could not be told from the page around it; all of the page was read".to_owned());
                markup::push(&mut article, &self.document.root(), None);
            }
        }
        let mut all = Assembly::default();
        let byline = self
            .article
            .as_ref()
            .and_then(|article| article.byline.clone());
        for (zone, words) in [(Zone::Heading, self.title()), (Zone::Meta, byline)] {
            let new = words.filter(|words| !article.holds(words));
            all.push(Some(zone), new.as_deref().unwrap_or_default());
        }
        for block in &article.blocks {
            all.push(block.zone, block.span.of(&article.text));
        }
        for caption in self.captions_outside(&article) {
            all.push(Some(Zone::Caption), caption);
        }
        for comment in &self.comments {
            all.push(Some(Zone::Comment), comment);
        }
        all
    }

    /// The captions that are not in the article.
    fn captions_outside<'a>(&'a self, article: &Assembly) -> impl Iterator<Item = &'a String> {
        let blocks: HashSet<_> = article
            .blocks
            .iter()
            .map(|block| block.span.of(&article.text).to_owned())
            .collect();
        let outside = move |(number, caption): &(usize, &String)| {
            let words = caption.split_whitespace().collect::<Vec<_>>().join(" ");
            !blocks.contains(&words) && (*number >= MOST_CAPTIONS_WITHIN || !article.holds(caption))
        };
        let captions = self.captions.iter().enumerate();
        captions.filter(outside).map(|(_, caption)| caption)
    }

    fn title(&self) -> Option<String> {
        let title = self
            .article
            .as_ref()
            .map(|article| article.title.trim().to_owned());
        title.filter(|title| !title.is_empty())
    }

    fn published(&self) -> Option<jiff::civil::Date> {
        let known = self
            .article
            .as_ref()
            .and_then(|article| article.published_time.clone());
        let given = known.into_iter().chain(self.attributes(DATES));
        given
            .filter_map(|date| leading_date(date.trim()))
            .map(|(date, _)| date)
            .next()
    }

    fn url(&self) -> Option<String> {
        let known = self
            .article
            .as_ref()
            .and_then(|article| article.url.clone());
        let mut given = known.into_iter().chain(self.attributes(ADDRESSES));
        given.find(|url| url.starts_with("http"))
    }

    fn attributes<'a>(&'a self, places: &'a [(&str, &str)]) -> impl Iterator<Item = String> + 'a {
        places.iter().filter_map(|(selector, attribute)| {
            let value = self.document.select_single(selector).attr(attribute)?;
            Some(value.to_string())
        })
    }
}

/// Takes what readers wrote out of the page.
fn take_comments(document: &Document) -> Vec<String> {
    let mut lines = Assembly::default();
    for node in outermost(document, COMMENTS) {
        markup::push(&mut lines, &node, Some(Zone::Comment));
        node.remove_from_parent();
    }
    lines.text.lines().map(str::to_owned).collect()
}

/// The elements that `selector` names, without those inside another one.
fn outermost<'d>(document: &'d Document, selector: &str) -> Vec<NodeRef<'d>> {
    let mut inside = HashSet::new();
    let found = document.select(selector);
    let nodes = found.nodes().iter().filter(|node| {
        let is_outer = inside.insert(node.id);
        if is_outer {
            inside.extend(node.descendants_it().map(|inner| inner.id));
        }
        is_outer
    });
    nodes.cloned().collect()
}

/// The article of a page, unless there is none or the page is nested too deeply.
fn readable(document: &Document) -> Option<Article> {
    if markup::depth(&document.root()) > DEEPEST {
        return None;
    }
    let config = Config {
        keep_classes: true,
        ..Config::default()
    };
    let document = document.clone();
    part_long_texts(&document);
    let mut readability = Readability::with_document(document, None, Some(config)).ok()?;
    readability.parse().ok()
}

/// The bytes of one text from which on it is parted. The readability measure writes its article as HTML, and for every `&` of a text
/// looks for the next `<` in all the rest of it: of a page that is one text, that would take time by the square of its length.
const LONG_TEXT: usize = 4096;

/// Makes several texts, one after the other, of each that is long.
fn part_long_texts(document: &Document) {
    let root = document.root();
    let nodes: Vec<_> = root
        .descendants_it()
        .filter(|node| node.is_text())
        .collect();
    for node in nodes {
        let text = node.text();
        if text.len() <= LONG_TEXT {
            continue;
        }
        let mut rest = &*text;
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(rest.floor_char_boundary(LONG_TEXT));
            node.insert_before(&document.tree.new_text(piece));
            rest = after;
        }
        node.remove_from_parent();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_read_whole_though_it_is_parted() {
        let words = "Fish &amp; chips cost £5 in Łódź, she said. ".repeat(2 * LONG_TEXT / 40);
        let page = format!("<html><body><article><p>{words}</p></article></body></html>");
        let sources = Html.read("a.html", page.as_bytes(), &Limits::default());
        let text = sources.expect("an article").remove(0).text;
        let expected = words.replace("&amp;", "&");
        assert!(text.contains(expected.trim()), "{text}");
    }
}
