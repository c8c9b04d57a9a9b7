//! Contradictions inside one source.

use crosscheck::graph::ClaimGraph;
use crosscheck::model::{Link, Source};
use crosscheck::output::target::StreamTarget;
use crosscheck::output::{self, Options, View};
use crosscheck::{Config, Reconciler, read, report};

fn seeds() -> Vec<Source> {
    read::open(&["seeds".to_owned()], &read::Options::default()).sources
}

/// An article that says something at its beginning and something else at its end.
fn article(first: &str, last: &str) -> Vec<Source> {
    let text = format!(
        "{first} Trains ran late all morning. Two schools sent their children home. A market was moved to Saturday. {last}"
    );
    read::read("elm.txt", text.as_bytes(), &read::Options::default()).expect("an article")
}

fn looked_within(sources: Vec<Source>) -> ClaimGraph {
    Reconciler::default()
        .looking_within(true)
        .reconcile(sources)
}

/// The claims of all contradictions inside one source.
fn found(graph: &ClaimGraph) -> Vec<[String; 2]> {
    let links = graph.within().expect("looked for").iter();
    let claims = |link: &Link| [link.a, link.b].map(|claim| graph.collection().claim_id(claim));
    links.map(claims).collect()
}

#[test]
fn an_article_and_its_rewrite_each_contradict_themselves_and_no_other_does() {
    let pairs = found(&looked_within(seeds()));
    assert_eq!(pairs, [["000.3", "000.15"], ["001.2", "001.17"]]);
}

#[test]
fn they_are_only_looked_for_when_asked() {
    let graph = Reconciler::default().reconcile(seeds());
    assert_eq!(graph.within(), None);
    let report = report::report(&graph, &Config::default(), true);
    let json = serde_json::to_value(&report).expect("JSON");
    assert_eq!(json.get("within"), None);
}

#[test]
fn one_article_alone_can_contradict_itself() {
    let sources = article(
        "The bridge over the Elm was closed on Monday after the flood.",
        "The bridge over the Elm was not closed on Monday after the flood.",
    );
    assert_eq!(found(&looked_within(sources)).len(), 1);
}

#[test]
fn two_speakers_who_contradict_each_other_are_no_contradiction_of_the_article() {
    let said_by = |one: &str, other: &str| {
        article(
            &format!("{one} said the bridge over the Elm was closed on Monday after the flood."),
            &format!(
                "{other} said the bridge over the Elm was not closed on Monday after the flood."
            ),
        )
    };
    let of_one = found(&looked_within(said_by("Ada Byron", "Byron")));
    assert_eq!(of_one.len(), 1);
    let of_two = found(&looked_within(said_by("Ada Byron", "Tom Reed")));
    assert_eq!(of_two, Vec::<[String; 2]>::new());
}

#[test]
fn every_report_for_readers_lists_them() {
    let graph = looked_within(seeds());
    let report = report::report(&graph, &Config::default(), true);
    let views = [
        ("terminal", View::Links),
        ("terminal", View::Matrix),
        ("markdown", View::Links),
        ("html", View::Links),
    ];
    for (format, view) in views {
        let mut written = Vec::new();
        let options = Options {
            view,
            width: 200,
            ..Options::default()
        };
        let format = output::by_name(format).expect("a format");
        format
            .write(&report, &options, &mut StreamTarget(&mut written))
            .expect("writing to memory");
        let page = String::from_utf8(written).expect("UTF-8");
        let (_, listed) = page
            .split_once("Contradicting itself")
            .unwrap_or_else(|| panic!("{} is silent", format.name()));
        assert!(
            listed.contains("000.3") && listed.contains("000.15"),
            "{}",
            format.name()
        );
    }
}
