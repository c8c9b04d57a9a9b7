//! RSS and Atom.

use roxmltree::{Document, Node, ParsingOptions};

use super::decode::{Decoded, decode};
use super::record::{Body, Record, body, into_sources};
use super::{Reader, markup, unreadable};
use crate::error::Error;
use crate::limits::Limits;
use crate::model::Source;

/// A feed whose items hold their articles.
pub struct Feed;

impl Reader for Feed {
    fn name(&self) -> &'static str {
        "feed"
    }

    fn summary(&self) -> &'static str {
        "RSS and Atom feeds, each item an article"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["rss", "atom", "xml"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        let opening = markup::opening(head);
        opening.starts_with("!doctype rss")
            || ["rss", "feed", "rdf:rdf"].contains(&opening.as_str())
    }

    fn read(&self, path: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Source>, Error> {
        let Decoded { text, warnings } = decode(path, bytes)?;
        let options = ParsingOptions {
            nodes_limit: MOST_NODES,
            ..ParsingOptions::default()
        };
        let document = Document::parse_with_options(text.trim_start_matches('\u{feff}'), options)
            .map_err(|error| unreadable(path, format!("it is no valid XML: {error}")))?;
        let root = document.root_element();
        let channel = root
            .children()
            .find(|node| named(node, &["channel"]))
            .unwrap_or(root);
        let outlet = first(channel, &["title"]).map(|title| title.text);
        let items = root
            .descendants()
            .filter(|node| named(node, &["item", "entry"]));
        let records: Vec<_> = items.map(|item| record(item, outlet.clone())).collect();
        if records.is_empty() {
            return Err(unreadable(
                path,
                "it is XML, but no RSS or Atom feed with items in it",
            ));
        }
        into_sources(records, path, bytes, &warnings, limits)
    }
}

/// Larger feeds than this are no feeds.
const MOST_NODES: u32 = 2_000_000;

fn record(item: Node, outlet: Option<String>) -> Record {
    let text = |names: &[&str]| first(item, names).map(|found| found.text);
    Record {
        id: None,
        title: text(&["title"]),
        byline: text(&["creator", "author"]),
        outlet: text(&["source"]).or(outlet),
        published: text(&["pubDate", "published", "date", "updated"])
            .map(|date| without_weekday(&date)),
        url: text(&["link", "guid", "id"]).filter(|url| url.starts_with("http")),
        body: first(item, &["encoded", "content", "description", "summary"]).map(
            |found| match found.html {
                true => Body::Html(found.text),
                false => body(found.text),
            },
        ),
    }
}

/// What an element says.
struct Found {
    text: String,
    html: bool,
}

/// The first child with one of these names that says anything, in the order of the names.
fn first(parent: Node, names: &[&str]) -> Option<Found> {
    names.iter().find_map(|name| {
        let mut children = parent.children().filter(|node| named(node, &[name]));
        children.find_map(found)
    })
}

/// What `node` says: its inner XML if that is XHTML, its `href`, the name within an author, or its text.
fn found(node: Node) -> Option<Found> {
    let kind = node.attribute("type").unwrap_or_default();
    if kind == "xhtml" {
        let inner = node.first_element_child()?;
        let text = node.document().input_text()[inner.range()].to_owned();
        return Some(Found { text, html: true });
    }
    let rel = node.attribute("rel").unwrap_or("alternate");
    let link = node.attribute("href").filter(|_| rel == "alternate");
    let text = match link {
        Some(link) => link.to_owned(),
        None => node
            .descendants()
            .filter(|inner| inner.is_text())
            .filter_map(|inner| inner.text())
            .collect(),
    };
    let html = kind.contains("html") || named(&node, &["encoded"]);
    (!text.trim().is_empty()).then(|| Found {
        text: text.trim().to_owned(),
        html,
    })
}

fn named(node: &Node, names: &[&str]) -> bool {
    names.contains(&node.tag_name().name())
}

/// "Mon, 10 Mar 2025 08:00:00 GMT" → "10 Mar 2025 08:00:00 GMT": feeds often get the weekday wrong.
fn without_weekday(date: &str) -> String {
    let rest = date.split_once(',').map_or(date, |(_, rest)| rest);
    rest.trim().to_owned()
}
