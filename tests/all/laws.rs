//! What holds for every input: the laws of `docs/ARCHITECTURE.md`.

use std::collections::BTreeMap;

use crosscheck::graph::ClaimGraph;
use crosscheck::limits::Limits;
use crosscheck::model::{ClaimIndex, Collection, Link, Relation, Side, Source, SourceIndex, Span};
use crosscheck::output::target::Target;
use crosscheck::output::{FORMATS, Options};
use crosscheck::{Config, Error, Reconciler, align, read, reconcile, report};
use itertools::Itertools;
use proptest::prelude::*;

fn seeds() -> Vec<Source> {
    read::open(&["seeds".into()], &read::Options::default()).sources
}

fn source(path: &str, bytes: &[u8]) -> Option<Source> {
    let read = read::read(path, bytes, &read::Options::default());
    read.ok().and_then(|sources| sources.into_iter().next())
}

fn reconciled(sources: Vec<Source>) -> ClaimGraph {
    Reconciler::default().reconcile(sources)
}

fn json(graph: &ClaimGraph) -> String {
    let report = report::report(graph, &Config::default(), true);
    serde_json::to_string(&report).expect("a report is JSON")
}

fn on_threads<T: Send>(count: usize, work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(count).build();
    pool.expect("threads").install(work)
}

#[test]
fn the_same_sources_give_the_same_bytes_on_any_number_of_threads() {
    let alone = on_threads(1, || json(&reconciled(seeds())));
    assert_eq!(alone, on_threads(1, || json(&reconciled(seeds()))));
    assert_eq!(alone, on_threads(2, || json(&reconciled(seeds()))));
    assert_eq!(alone, on_threads(7, || json(&reconciled(seeds()))));
}

#[test]
fn an_archive_scored_in_batches_scores_what_it_does_as_a_whole() {
    let quarry = [
        "Quarry workers in Hollin Bridge walked out over unpaid overtime.",
        "Workers at the Hollin Bridge quarry went on strike over overtime.",
    ];
    let notes = (0..).zip(quarry).filter_map(|(number, text)| {
        // Sorted by their ids, they stand between the seeds.
        source(&format!("002-{number}.txt"), text.as_bytes())
    });
    let sources = seeds().into_iter().chain(notes).collect();
    let collection = reconcile::cut(sources, &Limits::default());
    let weights = Config::default().weights;
    let profiles = reconcile::profiles(&collection, None);
    let prepared = align::Prepared::new(&collection, &profiles, &weights);
    let related = prepared.related();
    let whole = align::scored(&prepared, &related);
    assert!(!whole.is_empty());
    let all = collection.claims().len();
    for (claims, count) in [(1, related.len()), (all, 1)] {
        let mut batches = Vec::new();
        reconcile::score(&collection, &weights, claims, |pairs| batches.push(pairs));
        assert_eq!(batches.len(), count);
        assert_eq!(batches.concat(), whole);
    }
}

#[test]
fn the_order_of_the_sources_does_not_matter() {
    let mut sources = seeds();
    let in_order = json(&reconciled(sources.clone()));
    sources.reverse();
    assert_eq!(json(&reconciled(sources.clone())), in_order);
    sources.rotate_left(2);
    assert_eq!(json(&reconciled(sources)), in_order);
}

#[test]
fn other_names_for_the_sources_change_only_the_names() {
    let sources = seeds();
    let links = named_links(&reconciled(sources.clone()), str::to_owned);
    let mut renamed = sources;
    for source in &mut renamed {
        source.id = format!("renamed-{}", source.id);
    }
    let original = |id: &str| id.replace("renamed-", "");
    assert_eq!(named_links(&reconciled(renamed), original), links);
}

#[test]
fn names_in_another_order_change_only_which_claim_comes_first() {
    let sources = seeds();
    let said = |sources: Vec<Source>, name: fn(&str) -> String| {
        let graph = reconciled(sources);
        let links = graph.links().iter().map(|link| {
            let ids = [link.a, link.b].map(|claim| name(&graph.collection().claim_id(claim)));
            let said = (link.relation, link.kinds(), link.conflict());
            (ids.into_iter().sorted().collect::<Vec<_>>(), said)
        });
        links.collect::<BTreeMap<_, _>>()
    };
    let mut renamed = sources.clone();
    for (place, source) in renamed.iter_mut().rev().enumerate() {
        source.id = format!("{place}-{}", source.id);
    }
    let original = |id: &str| id.split_once('-').map_or(id, |(_, id)| id).to_owned();
    assert_eq!(said(renamed, original), said(sources, str::to_owned));
}

#[test]
fn links_between_two_sources_depend_on_no_third() {
    let sources = seeds();
    let graph = reconciled(sources.clone());
    let all = named_links(&graph, str::to_owned);
    let mut compared = 0;
    for [left, right] in sources.iter().array_combinations() {
        let two = reconciled(vec![left.clone(), right.clone()]);
        compared += two.compared().pairs;
        let of = |claim: &str, source: &Source| claim.starts_with(&format!("{}.", source.id));
        let mut those = all.clone();
        those.retain(|(a, b), _| of(a, left) && of(b, right));
        assert_eq!(named_links(&two, str::to_owned), those);
    }
    assert!(compared > all.len());
    assert_eq!(graph.compared().pairs, compared);
}

#[test]
fn every_claim_of_an_article_agrees_with_its_own_copy() {
    for original in seeds() {
        let mut copy = original.clone();
        copy.id = format!("{}-copy", original.id);
        let graph = reconciled(vec![original, copy]);
        let collection = graph.collection();
        let [first, second] = [0, 1].map(|index| collection.claims_of(SourceIndex(index)));
        for (claim, twin) in first.zip(second) {
            let links = graph.links().iter();
            let mut pair = links.filter(|link| (link.a.get(), link.b.get()) == (claim, twin));
            let relation = pair.next().map(|link| link.relation);
            let id = collection.claim_id(ClaimIndex(claim as u32));
            assert_eq!(relation, Some(Relation::Agree), "{id}");
        }
    }
}

/// What is said of each pair of claims, by their names.
fn named_links(
    graph: &ClaimGraph,
    name: impl Fn(&str) -> String,
) -> BTreeMap<(String, String), String> {
    let id = |claim| name(&graph.collection().claim_id(claim));
    let said = |link: &Link| {
        let Link {
            relation,
            coverage,
            evidence,
            ..
        } = link;
        format!("{relation:?} {coverage:?} {evidence:?}")
    };
    let links = graph.links().iter();
    links
        .map(|link| ((id(link.a), id(link.b)), said(link)))
        .collect()
}

#[test]
fn the_index_loses_at_most_one_link_in_fifty() {
    let proposed = reconciled(seeds()).links().len();
    let mut config = Config::default();
    config.weights.to_mut().worth_comparing = 0.0;
    let of_all = Reconciler::new(config).reconcile(seeds()).links().len();
    assert!(
        50 * proposed >= 49 * of_all,
        "{proposed} of {of_all} links are left"
    );
}

#[test]
fn articles_of_different_events_are_not_compared() {
    let link_anything = Config {
        threshold: Some(-1e6),
        ..Config::default()
    };
    let links = |other: &str| {
        let first =
            "The ferry Astra sank off Kallo harbour on Monday. Divers found eleven sailors.";
        let sources = [("a.txt", first), ("b.txt", other)].map(|(path, text)| {
            let bytes = text.as_bytes();
            source(path, bytes).expect("plain text")
        });
        let reconciler = Reconciler::new(link_anything.clone());
        reconciler.reconcile(sources.into()).links().len()
    };
    let same =
        "Eleven sailors were found by divers after the Astra sank. The ferry had left Kallo.";
    let another = "Shares of the chip maker Velox rose on Monday. Investors expect higher profits.";
    assert!(links(same) > 0);
    assert_eq!(links(another), 0);
}

#[test]
fn contributions_add_up_to_the_score_that_is_shown() {
    let report = report::report(&reconciled(seeds()), &Config::default(), true);
    assert!(!report.links.is_empty());
    for link in &report.links {
        let measures = &link.evidence.measures;
        let sum: f64 = measures.iter().map(|measure| measure.contribution).sum();
        let rounding = 0.0001 * (measures.len() + 2) as f64;
        let gap = (link.evidence.bias + sum - link.score).abs();
        assert!(gap <= rounding, "{}: {gap}", link.id);
    }
}

#[test]
fn rivals_came_near_to_a_link_and_are_none() {
    let graph = reconciled(seeds());
    let pairs: Vec<_> = graph.rivals().iter().map(|it| (it.a, it.b)).collect();
    assert!(!pairs.is_empty() && pairs.is_sorted());
    let threshold = Config::default().threshold();
    assert!(graph.rivals().iter().all(|it| it.score < threshold));
    let mut links = graph.links().iter();
    assert!(links.all(|link| !pairs.contains(&(link.a, link.b))));
}

#[test]
fn links_join_different_sources_and_their_evidence_points_at_words() {
    let graph = reconciled(seeds());
    for link in graph.links() {
        check_link(graph.collection(), link);
    }
}

fn check_link(collection: &Collection, link: &Link) {
    let (a, b) = (collection.claim(link.a), collection.claim(link.b));
    assert!(a.source < b.source);
    let findings = link.evidence.findings();
    assert_eq!(link.relation == Relation::Diverge, !findings.is_empty());
    assert!(!link.conflict() || link.relation == Relation::Diverge);
    for mark in findings.iter().flat_map(|finding| &finding.marks) {
        let claim = if mark.side == Side::A { a } else { b };
        assert!(!mark.span.is_empty() && claim.span.contains(mark.span));
        assert!(text_at(collection, claim.source, mark.span).is_some());
    }
    for (left, right) in &link.aligned {
        assert!(a.span.contains(*left) && b.span.contains(*right));
        assert!(text_at(collection, a.source, *left).is_some_and(|words| !words.is_empty()));
        assert!(text_at(collection, b.source, *right).is_some_and(|words| !words.is_empty()));
    }
    assert!(link.score().is_finite() && link.same_content.is_finite());
}

fn text_at(collection: &Collection, source: SourceIndex, span: Span) -> Option<&str> {
    collection.source(source).text.get(span.range())
}

/// Units stand in order and apart from each other, on character boundaries and without blanks at their ends.
fn check_units(collection: &Collection) {
    for (index, source) in (0..).map(SourceIndex).zip(collection.sources()) {
        let mut end = 0;
        for unit in collection.units(index) {
            let span = unit.span.range();
            let words = source
                .text
                .get(span.clone())
                .expect("on character boundaries");
            assert!(end <= span.start && !words.trim().is_empty());
            assert_eq!(words, words.trim());
            end = span.end;
        }
    }
}

/// A place for results that nobody reads.
struct Nowhere;

impl Target for Nowhere {
    fn stream(&mut self, _bytes: &[u8]) -> Result<(), Error> {
        Ok(())
    }

    fn file(&mut self, _name: &str, _bytes: &[u8]) -> Result<(), Error> {
        Ok(())
    }
}

/// Takes the bytes of two articles all the way, into every format.
fn check_everything(first: &[u8], second: &[u8]) {
    let report = report::report(&checked(first, second), &Config::default(), true);
    for format in FORMATS {
        let written = format.write(&report, &Options::default(), &mut Nowhere);
        written.expect("nothing can fail nowhere");
    }
}

/// Reconciles the bytes of two articles and checks what comes out.
fn checked(first: &[u8], second: &[u8]) -> ClaimGraph {
    let sources = [source("a.txt", first), source("b.txt", second)];
    let collection = reconcile::cut(
        sources.iter().flatten().cloned().collect(),
        &Limits::default(),
    );
    check_units(&collection);
    let graph = reconciled(sources.into_iter().flatten().collect());
    for link in graph.links() {
        check_link(graph.collection(), link);
    }
    graph
}

#[test]
fn endless_texts_of_any_sort_go_all_the_way() {
    for piece in ENDLESS {
        let endless = piece.repeat(1 + ENDLESS_BYTES / piece.len());
        checked(endless.as_bytes(), endless.as_bytes());
    }
}

/// More than one claim may hold, and quick enough even without optimisation.
const ENDLESS_BYTES: usize = 2_500;
/// What a text may hold far too much of.
const ENDLESS: &[&str] = &[
    "a",
    "a ",
    "\"",
    "\"a ",
    "“",
    "(",
    ". ",
    "A. ",
    "Mr. ",
    "|",
    "- a\n",
    "9",
    "1/2/",
    "20% ",
    "1,000 ",
    "Kyiv ",
    "John Smith ",
    "said ",
    "not ",
    "Monday ",
    "million ",
    "a, b and c ",
    "e\u{301}",
    "\u{200d}",
    "\u{0}",
    "<div>",
    "&",
    "\r",
    "\n",
];

/// Pieces of which news, and trouble, are made.
fn news() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    let separator = prop::sample::select(&[" ", " ", " ", ", ", ".", ". ", "\n", "\n\n"][..]);
    prop::collection::vec((piece, separator), 0..60).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, separator)| [piece, separator.to_owned()])
            .collect()
    })
}

const PIECES: &[&str] = &[
    "Zelenskyy",
    "the president",
    "U.S.",
    "Mr. Smith",
    "will not",
    "on Monday",
    "20%",
    "a fifth",
    "$65 million",
    "more than 1,500",
    "said",
    "\"We agree",
    "\"",
    "”",
    "‘",
    "according to Reuters",
    "| a | b |",
    "- item",
    "# Heading",
    "Photo: AFP",
    "Read More:",
    "3 Comments",
    "28 February 2025",
    "the",
    "of",
    "and",
    "Kyiv",
    "reported",
    "may",
    "several",
    "never",
    "two-thirds",
    "…",
    "...",
    "(",
    ")",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{0}",
    "<script>",
    "]]>",
    "&amp;",
    "=cmd()",
    "İstanbul",
    "ß",
    "e\u{301}",
    "🇺🇦",
    "\r\n",
    "\t",
    "\u{feff}",
    "10-year-old",
    "1.2.3",
    "12:30",
    "1e999",
    "99999999999999999999",
    "0/0",
    "½",
    "٣",
    "1/2",
];

/// As many tries as `PROPTEST_CASES` asks for, and otherwise so many as a developer waits for.
fn tries() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    ProptestConfig::with_cases(asked.unwrap_or(24))
}

proptest! {
    #![proptest_config(tries())]

    #[test]
    fn any_bytes_go_all_the_way(first in prop::collection::vec(any::<u8>(), 0..400), second in prop::collection::vec(any::<u8>(), 0..400)) {
        check_everything(&first, &second);
    }

    #[test]
    fn anything_like_news_goes_all_the_way(first in news(), second in news()) {
        check_everything(first.as_bytes(), second.as_bytes());
    }
}
