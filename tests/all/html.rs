//! The HTML report.

use crosscheck::output::target::StreamTarget;
use crosscheck::output::{self, Options};

use crate::sample::dam_report;

fn written(with_text: bool) -> String {
    let mut written = Vec::new();
    let html = output::by_extension("report.html").expect("a format");
    html.write(
        &dam_report(with_text),
        &Options::default(),
        &mut StreamTarget(&mut written),
    )
    .expect("writing to memory");
    String::from_utf8(written).expect("UTF-8")
}

/// The values of an attribute, in the order in which they stand.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let pattern = format!(" {attribute}=\"");
    let rests = html.split(pattern.as_str()).skip(1);
    rests.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn an_article_that_is_checked_is_shown_claim_by_claim_with_what_others_say() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("page.html");
    let file = format!("html={}", page.display());
    let mut command = crate::cli::crosscheck();
    command.args(["compare", "seeds", "-q", "--base", "000", "-o", &file]);
    command.assert().success();
    let page = std::fs::read_to_string(page).expect("written");
    let (_, after) = page.split_once("<section id=\"checked\">").expect("there");
    let (checked, _) = after.split_once("</section>").expect("closed");
    let reading = crosscheck::read::open(&["seeds".to_owned()], &Default::default());
    let graph = crosscheck::Reconciler::default().reconcile(reading.sources);
    let claims = graph
        .collection()
        .claims_of(crosscheck::model::SourceIndex(0));
    assert_eq!(checked.matches("<blockquote").count(), claims.len());
    // Whom it is held against, each with words of its own.
    assert!(
        ["001.", "002.", "003.", "004."]
            .iter()
            .all(|other| checked.contains(other))
    );
    assert!(checked.contains("<q dir=\"auto\">"));
}

#[test]
fn every_link_within_the_page_leads_somewhere_and_every_place_has_its_own_name() {
    let html = written(true);
    let places = values(&html, "id");
    let mut unique = places.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), places.len());
    for target in values(&html, "href") {
        let place = target.strip_prefix('#');
        assert!(
            place.is_none_or(|place| places.contains(&place)),
            "{target}"
        );
    }
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let html = written(true);
    assert!(values(&html, "src").is_empty());
    let outside = values(&html, "href").into_iter();
    let outside = outside.filter(|target| !target.starts_with('#') && *target != "data:,");
    assert_eq!(outside.collect::<Vec<_>>(), Vec::<&str>::new());
    assert!(!html.contains("@import") && !html.contains("url("));
}

#[test]
fn a_link_tells_what_it_was_chosen_over() {
    let html = written(true);
    let told = |rivals: &str| html.contains(&format!("<p>Rivals of {rivals}.</p>"));
    assert!(told(
        "herald.3: <a href=\"#c-herald.4\">herald.4</a> -2.25 rejected"
    ));
    assert!(told(
        "gazette.6: <a href=\"#c-gazette.3\">gazette.3</a> -2.25 rejected"
    ));
}

#[test]
fn markup_and_control_characters_of_a_source_stay_words() {
    let html = written(true);
    assert!(!html.contains("<script>alert") && !html.contains("<b>go</b>"));
    let steering = |letter: char| letter.is_control() && letter != '\n' || letter == '\u{202e}';
    assert!(!html.contains(steering));
}

#[test]
fn all_wordings_findings_and_reasons_are_there() {
    let html = written(true);
    let shown = [
        "<mark class=\"old\">two days</mark>",
        "<mark class=\"new\">three days</mark>",
        "“two days” = 2 days",
        "the numbers differ",
        "shared words",
        "+3.25",
        "mirror credits the Valley Gazette",
    ];
    for words in shown {
        assert!(
            html.contains(&words.replace('+', "&#43;")) || html.contains(words),
            "{words}"
        );
    }
}

#[test]
fn without_text_no_word_of_a_source_is_left() {
    let html = written(false);
    for word in ["Alder", "valley", "sheriff", "resign"] {
        assert!(!html.contains(word), "{word}");
    }
}
