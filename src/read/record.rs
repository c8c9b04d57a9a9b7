//! Articles that come as named fields: JSON objects, rows of tables, items of feeds.

use serde_json::{Map, Value};

use super::assemble::Assembly;
use super::{identity, markup, sha256, source, unreadable};
use crate::error::Error;
use crate::limits::Limits;
use crate::model::{Source, Zone};
use crate::read::decode::Decoded;
use crate::text::date::leading_date;

/// Names of the fields that are read, the most telling first; case, `_`, `-` and blanks in a name do not matter.
struct Fields;

impl Fields {
    /// The article as plain text, the most complete first.
    const TEXT: &[&str] = &[
        "body_text",
        "article_body",
        "content_text",
        "full_text",
        "text",
        "body",
        "content",
        "article",
        "story",
        "main_text",
        "description",
        "summary",
    ];
    /// The article as HTML.
    const HTML: &[&str] = &["body_html", "body_xhtml", "content_html", "html"];
    const TITLE: &[&str] = &["headline", "headlines", "title", "name"];
    const BYLINE: &[&str] = &["byline", "author", "authors", "creator"];
    const OUTLET: &[&str] = &[
        "outlet",
        "publisher",
        "publication",
        "site_name",
        "source",
        "source_name",
        "provider",
        "newspaper",
    ];
    const PUBLISHED: &[&str] = &[
        "published",
        "published_at",
        "date_published",
        "date_publish",
        "publish_date",
        "pub_date",
        "version_created",
        "first_created",
        "date",
        "created_at",
        "updated",
    ];
    const URL: &[&str] = &["url", "link", "canonical_url", "permalink", "uri"];
    const ID: &[&str] = &["id", "guid", "slug", "uuid", "uri"];
}

/// The fields in which a value of several forms keeps its words.
const INNER: &[&str] = &[
    "value", "name", "text", "title", "href", "rendered", "#text",
];

/// An article by its fields.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// What its maker calls it.
    pub id: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Day of publication, in any form that is read.
    pub published: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// The article.
    pub body: Option<Body>,
}

/// The words of a record.
#[derive(Clone, Debug)]
pub enum Body {
    /// As plain text.
    Text(String),
    /// As HTML.
    Html(String),
}

impl Record {
    /// The record in a JSON object, by the names in use for the fields of an article.
    pub fn from_fields(fields: &Map<String, Value>) -> Self {
        let first = |names: &[&str]| names.iter().find_map(|name| words(field(fields, name)?));
        let html = || first(Fields::HTML).map(Body::Html);
        Self {
            id: first(Fields::ID),
            title: first(Fields::TITLE),
            byline: first(Fields::BYLINE),
            outlet: first(Fields::OUTLET),
            published: first(Fields::PUBLISHED),
            url: first(Fields::URL).filter(|url| url.starts_with("http")),
            body: bodies(fields)
                .or_else(html)
                .or_else(|| first(Fields::TEXT).map(body)),
        }
    }

    /// The record as a source that was read from the file at `path`, whose bytes have this hash.
    ///
    /// # Errors
    /// If it has no text.
    fn into_source(self, path: &str, sha256: &str, limits: &Limits) -> Result<Source, Error> {
        let mut assembly = Assembly::default();
        if let Some(title) = &self.title {
            assembly.push(Some(Zone::Heading), title);
        }
        if let Some(byline) = &self.byline {
            assembly.push(Some(Zone::Meta), byline);
        }
        let before = assembly.blocks.len();
        match &self.body {
            Some(Body::Text(text)) => assembly.push_plain(text),
            Some(Body::Html(html)) => {
                let document = markup::parse(path, html, limits)?;
                markup::push(&mut assembly, &document.root(), None);
            }
            None => {}
        }
        if assembly.blocks.len() == before {
            return Err(unreadable(
                path,
                "no field of it holds the text of an article; docs/READING.md names those that are read",
            ));
        }
        let decoded = Decoded {
            text: assembly.text,
            warnings: Vec::new(),
        };
        let mut source = source(path, sha256.to_owned(), decoded);
        source.blocks = assembly.blocks;
        source.label = self.title.unwrap_or(source.label);
        source.outlet = self.outlet;
        source.published = self
            .published
            .and_then(|published| Some(leading_date(published.trim())?.0));
        source.url = self.url;
        Ok(source)
    }
}

/// The sources of several records of one file; each is called by its own id if that is a short word, or else by file and number.
/// `warnings` are those on the file as a whole.
///
/// # Errors
/// If none has a text, or there are more than there may be.
pub fn into_sources(
    records: Vec<Record>,
    path: &str,
    bytes: &[u8],
    warnings: &[String],
    limits: &Limits,
) -> Result<Vec<Source>, Error> {
    const LONGEST_ID: usize = 24;
    limits.check_entries(path, records.len())?;
    let sha256 = sha256(bytes);
    let several = records.len() > 1;
    let (mut sources, mut skipped) = (Vec::new(), 0);
    for (number, record) in (1..).zip(records) {
        let telling = |id: &String| id.len() <= LONGEST_ID && id.contains(char::is_alphabetic);
        let id = record.id.clone().filter(telling);
        let Ok(mut source) = record.into_source(path, &sha256, limits) else {
            skipped += 1;
            continue;
        };
        if several {
            source.id = match id {
                Some(id) => identity::from_name(&id),
                None => format!("{}-{number}", identity::from_path(path)),
            };
        }
        source.warnings.extend_from_slice(warnings);
        sources.push(source);
    }
    let Some(first) = sources.first_mut() else {
        return Err(unreadable(
            path,
            "none of its records holds the text of an article; docs/READING.md names the fields that are read",
        ));
    };
    let left_out = match skipped {
        0 => None,
        1 => Some("1 record of the file holds no text and was left out".to_owned()),
        _ => Some(format!(
            "{skipped} records of the file hold no text and were left out"
        )),
    };
    first.warnings.extend(left_out);
    Ok(sources)
}

/// The field that is called `name`, however it is written.
fn field<'f>(fields: &'f Map<String, Value>, name: &str) -> Option<&'f Value> {
    let letters = |name: &str| -> String {
        let letters = name
            .chars()
            .filter(|letter| !matches!(letter, '_' | '-' | ' '));
        letters.flat_map(char::to_lowercase).collect()
    };
    let wanted = letters(name);
    fields
        .iter()
        .find(|(name, _)| letters(name) == wanted)
        .map(|(_, value)| value)
}

/// Text that holds the tags of paragraphs is HTML, whatever its field is called.
pub fn body(text: String) -> Body {
    let tags = ["<p>", "<p ", "</p>", "<br", "<div", "</a>"];
    match tags.iter().any(|tag| text.contains(tag)) {
        true => Body::Html(text),
        false => Body::Text(text),
    }
}

/// The bodies of a newer ninjs object, of which plain text is preferred.
fn bodies(fields: &Map<String, Value>) -> Option<Body> {
    let bodies = fields.get("bodies")?.as_array()?;
    let of = |kind: &str| {
        let mut bodies = bodies.iter().filter_map(Value::as_object);
        let body = bodies.find(|body| {
            let is = |key: &str| {
                body.get(key)
                    .and_then(Value::as_str)
                    .is_some_and(|is| is.contains(kind))
            };
            is("contenttype") || is("contentType")
        })?;
        words(body.get("value")?)
    };
    let html = || {
        of("html")
            .or_else(|| words(bodies.first()?.get("value")?))
            .map(body)
    };
    of("plain").map(Body::Text).or_else(html)
}

/// The words of a value: a string, an object that holds them under a usual name, or a list of such.
fn words(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Object(fields) => INNER.iter().find_map(|name| words(fields.get(*name)?))?,
        Value::Array(values) => {
            let values: Vec<_> = values.iter().filter_map(words).collect();
            values.join(", ")
        }
        _ => return None,
    };
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_on_reading_gives_the_names_that_are_read_in_their_order() {
        let page = include_str!("../../docs/READING.md");
        for (what, names) in [
            ("article, plain", Fields::TEXT),
            ("article, HTML", Fields::HTML),
            ("headline", Fields::TITLE),
            ("byline", Fields::BYLINE),
            ("outlet", Fields::OUTLET),
            ("published", Fields::PUBLISHED),
            ("address", Fields::URL),
            ("id", Fields::ID),
        ] {
            let row = format!("| {what} | {}", names.join(", "));
            assert!(page.contains(&row), "docs/READING.md lacks {row:?}");
        }
    }
}
