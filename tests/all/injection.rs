//! Injection: articles that are hostile to whatever shows them go through every format, and stay words in each.

use std::collections::BTreeMap;
use std::sync::LazyLock;

#[cfg(feature = "parquet")]
use crosscheck::output::{self, target::Kept};
use crosscheck::output::{FORMATS, Options};
use crosscheck::report::{self, Report};
use crosscheck::{Config, Reconciler, read};
use dom_query::Document as Page;
use pulldown_cmark::{Event, Parser, Tag};
use roxmltree::Document;
use serde_json::Value;

use crate::written::{files, strings};

static REPORT: LazyLock<Report> = LazyLock::new(|| {
    let articles = [
        "first.txt",
        "second.txt",
        "tricks.txt",
        "northern-herald.txt",
        "records.jsonl",
    ];
    let paths = articles.map(|name| format!("fixtures/hostile/{name}"));
    let reading = read::open(&paths, &read::Options::default());
    assert!(reading.errors.is_empty(), "{:?}", reading.errors);
    let graph = Reconciler::default().reconcile(reading.sources);
    let report = report::report(&graph, &Config::default(), true);
    assert!(!report.links.is_empty(), "nothing to show");
    report
});

fn written(format: &str) -> BTreeMap<String, String> {
    files(&REPORT, format, &Options::default()).0
}

fn stream(format: &str) -> String {
    written(format).remove("").expect("a single stream")
}

/// Whether a letter can steer a terminal or turn the direction of writing.
pub fn steering(letter: char) -> bool {
    letter.is_control() && letter != '\n'
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text of which what stands between quotation marks is left out.
fn outside_quotes(text: &str) -> String {
    let (mut outside, mut quoted, mut escaped) = (String::new(), false, false);
    for letter in text.chars() {
        match letter {
            '"' if !escaped => quoted = !quoted,
            other if !quoted => outside.push(other),
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
    }
    assert!(!quoted, "a quotation does not end");
    outside
}

#[test]
fn the_articles_hold_what_is_defended_against() {
    let texts = REPORT
        .sources
        .iter()
        .filter_map(|source| source.text.as_deref());
    let texts: String = texts.collect();
    for trick in [
        "\u{1b}]0;",
        "\u{1b}[31m",
        "\u{202e}",
        "<script>",
        "onerror=",
        "onload=",
        "javascript:",
        "]]>",
        "<![CDATA[",
        "&#0;",
        "\\ud800",
        "\n=HYPERLINK",
        "\n@mayor",
        "\n+1",
        "DETACH DELETE",
        "\"]; owned",
        "[^1]:",
        "---\ntitle:",
        "</style>",
        "</textarea>",
        "{{7*7}}",
        "\0",
        "\u{1}",
        "\u{ffff}",
    ] {
        assert!(texts.contains(trick), "{trick:?}");
    }
}

#[test]
fn nothing_steers_who_reads_text() {
    for format in ["terminal", "markdown", "html"] {
        let text = stream(format);
        assert_eq!(
            text.chars().find(|letter| steering(*letter)),
            None,
            "{format}"
        );
    }
}

#[test]
fn nothing_but_what_the_page_brings_along_runs_in_it() {
    let page = Page::from(stream("html").as_str());
    let count = |selector: &str| page.select(selector).length();
    assert_eq!((count("script"), count("style")), (1, 1));
    for foreign in [
        "img",
        "iframe",
        "object",
        "embed",
        "link[rel=stylesheet]",
        "base",
        "textarea",
        "[onerror]",
        "[onload]",
        "[onclick]",
        "a[href^='javascript']",
        "[src]",
        "svg[onload]",
    ] {
        assert_eq!(count(foreign), 0, "{foreign}");
    }
}

/// What the Markdown report itself is written with: bold where stars would not be sure, and empty comments that keep `@name`
/// and `#12` from becoming links on some sites.
const OURS: [&str; 3] = ["<b>", "</b>", "<!-- -->"];

#[test]
fn markdown_holds_no_markup_pictures_or_links_of_the_articles() {
    let text = stream("markdown");
    let mut options = pulldown_cmark::Options::empty();
    options
        .insert(pulldown_cmark::Options::ENABLE_FOOTNOTES | pulldown_cmark::Options::ENABLE_TABLES);
    let foreign = ["<b>did", "<script"];
    assert!(foreign.iter().all(|markup| !text.contains(markup)));
    let mut words = 0;
    for event in Parser::new_ext(&text, options) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => panic!("a picture: {dest_url}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.starts_with('#'), "{dest_url}")
            }
            Event::InlineHtml(markup) if OURS.contains(&&*markup) => {}
            Event::Html(markup) | Event::InlineHtml(markup) => panic!("markup: {markup}"),
            Event::Text(_) => words += 1,
            _ => {}
        }
    }
    assert!(words > 0);
}

#[test]
fn json_documents_are_whole_and_say_what_the_articles_say() {
    for format in [
        "json",
        "cyjs",
        "nodelink",
        "cx2",
        "jsonld",
        "claims",
        "webannotation",
    ] {
        let document: Value = serde_json::from_str(&stream(format)).expect("JSON");
        let found = strings(&document);
        for claim in &REPORT.claims {
            let text = claim.text.as_deref().expect("words");
            assert!(found.contains(&text), "{format}: {text}");
        }
    }
    for format in ["canvas", "sarif"] {
        let document: Value = serde_json::from_str(&stream(format)).expect("JSON");
        assert!(document.is_object());
    }
    for line in stream("jsonl").lines() {
        let record: Value = serde_json::from_str(line).expect("JSON");
        assert!(record["record"].is_string());
    }
}

#[test]
fn cards_of_a_canvas_hold_no_markup() {
    let document: Value = serde_json::from_str(&stream("canvas")).expect("JSON");
    for card in document["nodes"].as_array().expect("a list") {
        let text = card["text"].as_str().unwrap_or_default();
        let active = Parser::new(text).find(|event| {
            let tag = matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. }));
            tag || matches!(event, Event::Html(_) | Event::InlineHtml(_))
        });
        assert!(active.is_none(), "{active:?} in {text:?}");
    }
}

#[test]
fn xml_documents_have_no_elements_of_the_articles() {
    for format in ["graphml", "yed", "gexf", "tei"] {
        let text = stream(format);
        assert!(!text.contains("<!"), "{format}");
        let document = Document::parse(&text).expect("well-formed");
        let foreign = ["script", "img", "svg", "style", "a", "b", "textarea"];
        let mut elements = document.descendants();
        let found = elements.find(|element| foreign.contains(&element.tag_name().name()));
        assert!(found.is_none(), "{format}: {found:?}");
    }
}

#[test]
fn no_cell_is_a_formula_and_every_row_is_whole() {
    for (name, text) in written("csv") {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for row in reader.records() {
            for cell in row.expect("as many cells as the header").iter() {
                let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(!begins || cell.parse::<f64>().is_ok(), "{name}: {cell}");
            }
        }
    }
}

#[test]
fn a_database_is_told_to_do_nothing_that_an_article_says() {
    let files = written("neo4j");
    let script = &files["import.cypher"];
    for word in ["DETACH", "DELETE", "owned", "alert", "bridge"] {
        assert!(!script.contains(word), "{word}");
    }
    for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".csv")) {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for row in reader.records() {
            let row = row.expect("as many cells as the header");
            assert!(
                row.iter().all(|cell| !cell.contains(['\n', '\r', '\0'])),
                "{name}"
            );
        }
    }
}

#[test]
fn what_stands_outside_quotes_is_ours() {
    let ours = |letter: char| {
        letter.is_ascii_alphanumeric() || " \n\t[]{}<>=,;:^.@/#-_()".contains(letter)
    };
    for format in ["dot", "trig"] {
        let outside = outside_quotes(&stream(format));
        for word in ["owned", "DETACH", "alert", "bridge", "HYPERLINK"] {
            assert!(!outside.contains(word), "{format}: {word}");
        }
        assert_eq!(
            outside.chars().find(|letter| !ours(*letter)),
            None,
            "{format}"
        );
    }
}

#[test]
fn ids_lead_out_of_no_folder_and_end_no_attribute() {
    let ids: Vec<_> = REPORT.sources.iter().map(|source| &source.id).collect();
    assert!(ids.iter().any(|id| id.contains("evil")), "{ids:?}");
    for id in ids {
        let safe = |letter: char| letter.is_alphanumeric() || "-_.".contains(letter);
        assert!(id.chars().all(safe) && !id.starts_with('.'), "{id:?}");
    }
}

#[test]
fn files_have_names_of_ours_whatever_the_articles_are_called() {
    for format in FORMATS.iter().filter(|format| format.name() != "parquet") {
        for name in written(format.name()).keys() {
            let safe = |letter: char| letter.is_ascii_lowercase() || "_-.".contains(letter);
            assert!(name.chars().all(safe) && !name.starts_with('.'), "{name:?}");
        }
    }
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_tables_give_every_claim_back_as_it_was() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;

    let folder = tempfile::tempdir().expect("a folder");
    let format = output::by_name("parquet").expect("a format");
    let mut kept = Kept::default();
    format
        .write(&REPORT, &Options::default(), &mut kept)
        .expect("written");
    kept.place(folder.path()).expect("in its place");
    let table = std::fs::File::open(folder.path().join("claims.parquet")).expect("a table");
    let reader = SerializedFileReader::new(table).expect("a table");
    let columns = reader.metadata().file_metadata().schema_descr().columns();
    let text = columns.iter().position(|column| column.name() == "text");
    let rows = reader.get_row_iter(None).expect("rows");
    let texts: Vec<_> = rows
        .map(|row| {
            let row = row.expect("a row");
            row.get_string(text.expect("a column"))
                .expect("words")
                .clone()
        })
        .collect();
    let claims = REPORT.claims.iter().filter_map(|claim| claim.text.clone());
    assert_eq!(texts, claims.collect::<Vec<_>>());
}

#[test]
fn every_format_is_looked_at_here() {
    const LOOKED_AT: [&str; 22] = [
        "terminal",
        "html",
        "markdown",
        "json",
        "jsonl",
        "graphml",
        "yed",
        "gexf",
        "dot",
        "cyjs",
        "csv",
        "neo4j",
        "cx2",
        "nodelink",
        "canvas",
        "trig",
        "jsonld",
        "claims",
        "webannotation",
        "tei",
        "sarif",
        "parquet",
    ];
    let names = FORMATS.iter().map(|format| format.name());
    let missing: Vec<_> = names.filter(|name| !LOOKED_AT.contains(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
