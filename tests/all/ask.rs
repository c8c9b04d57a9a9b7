//! Questions to the seeds, held against what two readers found.

use std::collections::{BTreeMap, BTreeSet};

use crosscheck::ask::{Answer, ask};
use crosscheck::output::answer;
use crosscheck::{Config, Reconciler, read};
use itertools::Itertools;
use serde_json::Value;

fn asked(question: &str) -> Answer {
    let sources = read::open(&["seeds".to_owned()], &read::Options::default()).sources;
    ask(
        &Reconciler::new(Config::default()).reconcile(sources),
        question,
    )
}

fn gold(question: &str) -> Value {
    let text = std::fs::read_to_string("fixtures/gold/questions.json").expect("readable");
    let gold: Value = serde_json::from_str(&text).expect("valid");
    gold[question]["sources"].clone()
}

fn claims(answer: &Answer) -> BTreeSet<String> {
    let statements = answer.sources.iter().flat_map(|source| &source.statements);
    statements
        .map(|statement| statement.claim.clone())
        .collect()
}

/// Precision and recall of the claims that are given as answers.
fn precision_and_recall(answer: &Answer, question: &str) -> (f64, f64) {
    let gold = gold(question);
    let wanted = gold.as_array().expect("a list").iter();
    let wanted = wanted.flat_map(|source| source["claims"].as_array().expect("a list"));
    let wanted: BTreeSet<String> = wanted
        .map(|it| it.as_str().expect("an id").to_owned())
        .collect();
    let given = claims(answer);
    let right = given.intersection(&wanted).count() as f64;
    (right / given.len() as f64, right / wanted.len() as f64)
}

/// What each source says of the row whose label holds `name`.
fn statuses<'a>(answer: &'a Answer, name: &str) -> BTreeMap<&'a str, &'a str> {
    let row = answer.rows.iter().find(|row| row.label.contains(name));
    let cells = &row.unwrap_or_else(|| panic!("no row for {name}")).cells;
    cells
        .iter()
        .map(|cell| (cell.source.as_str(), cell.status))
        .collect()
}

#[test]
fn who_attends_is_answered_by_the_right_claims() {
    let question = "who attends the talks?";
    let (precision, recall) = precision_and_recall(&asked(question), question);
    assert!(
        precision >= 0.8 && recall >= 0.8,
        "precision {precision:.2}, recall {recall:.2}"
    );
}

#[test]
fn every_person_and_office_that_attends_is_named() {
    let question = "who attends the talks?";
    let answer = asked(question);
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    for source in gold(question).as_array().expect("a list") {
        let id = source["source"].as_str().expect("an id");
        let cells = answer.rows.iter().flat_map(|row| &row.cells);
        let mentions = cells
            .filter(|cell| cell.source == id)
            .flat_map(|cell| &cell.mentions);
        let named: Vec<_> = mentions.map(|mention| words(&mention.words)).collect();
        for side in ["us_side", "ukrainian_side"] {
            for wanted in source["slots"][side].as_array().expect("a list") {
                let wanted = words(wanted.as_str().expect("words"));
                let found = named.iter().any(|named| named.is_subset(&wanted));
                assert!(found, "{id} names {wanted:?}; found {named:?}");
            }
        }
    }
}

#[test]
fn who_stays_away_is_told_with_its_strength_and_the_silence_of_the_others() {
    let answer = asked("who attends the talks?");
    let expected = BTreeMap::from([
        ("000", "not mentioned"),
        ("001", "not mentioned"),
        ("002", "will not join"),
        ("003", "not mentioned"),
        ("004", "no official role"),
    ]);
    assert_eq!(statuses(&answer, "Zelensk"), expected);
    assert_eq!(statuses(&answer, "Yermak")["002"], "leads");
    assert_eq!(statuses(&answer, "Waltz")["001"], "expected");
}

#[test]
fn whoever_meets_elsewhere_or_on_another_day_does_not_attend() {
    let answer = asked("who attends the talks?");
    let given = claims(&answer);
    assert!(!given.contains("002.13"), "a visit to Moscow");
    assert!(!given.contains("002.20"), "a meeting in February");
    assert!(answer.rows.iter().all(|row| !row.label.contains("Putin")));
}

#[test]
fn an_office_goes_to_its_holder_whatever_a_source_calls_it() {
    let answer = asked("who attends the talks?");
    assert_eq!(statuses(&answer, "Rubio")["002"], "expected");
}

#[test]
fn a_day_that_is_over_is_no_answer_to_when_something_is_to_be() {
    let answer = asked("when do the talks take place");
    let days: Vec<_> = answer.rows.iter().map(|row| row.value.as_deref()).collect();
    assert_eq!(days, [Some("2025-03-11")]);
}

#[test]
fn only_differences_in_what_was_asked_for_are_told() {
    let answer = asked("when do the talks take place");
    assert!(answer.differences.is_empty(), "{:?}", answer.differences);
}

#[test]
fn who_does_something_is_not_answered_by_a_word_for_who_does_it() {
    let answer = asked("who mediates");
    let labels: Vec<_> = answer.rows.iter().map(|row| &*row.label).collect();
    assert_eq!(labels, ["Saudi Arabia"]);
}

#[test]
fn the_fund_is_reported_by_one_source_whose_two_wordings_differ() {
    let question = "50% revenue fund";
    let answer = asked(question);
    assert_eq!(
        claims(&answer),
        BTreeSet::from(["003.10".to_owned(), "003.32".to_owned()])
    );
    let silent = answer
        .sources
        .iter()
        .filter(|source| source.statements.is_empty());
    assert_eq!(silent.count(), 4);
    let difference = answer.differences.first().expect("two wordings");
    assert_eq!((&*difference.a, &*difference.b), ("003.10", "003.32"));
    assert!(difference.notes.iter().any(|note| note.contains("future")));
}

#[test]
fn other_questions_are_answered_too() {
    for (question, wanted) in [
        (
            "when do the talks take place",
            vec!["000.3", "001.3", "002.2"],
        ),
        ("how much military aid", vec!["002.6"]),
        (
            "how much territory does Russia hold",
            vec!["002.19", "004.9"],
        ),
        ("who mediates", vec!["003.13"]),
    ] {
        let given = claims(&asked(question));
        assert!(
            wanted.iter().all(|claim| given.contains(*claim)),
            "{question}: {given:?}"
        );
    }
}

#[test]
fn a_question_nobody_answers_says_so() {
    for question in [
        "who won the cup final?",
        "",
        "?!",
        "how many whales were counted",
    ] {
        let answer = asked(question);
        assert!(!answer.answered, "{question}");
        assert!(
            answer::text(&answer, 80).contains("No source answers this"),
            "{question}"
        );
    }
}

#[test]
fn an_answer_reads_well_in_markdown() {
    let page = answer::markdown(&asked("how much territory does Russia hold"));
    assert!(
        page.starts_with("# how much territory does Russia hold\n"),
        "{page}"
    );
    assert!(
        page.contains("\n> 004.9  ") && page.contains("Silent: 000, 001, 003."),
        "{page}"
    );
}

/// The labels of the answers to `question` in an article of a few sentences.
fn labels(question: &str, article: &str) -> Vec<String> {
    let sources = read::read("elm.txt", article.as_bytes(), &read::Options::default());
    let graph = Reconciler::default().reconcile(sources.expect("an article"));
    let rows = ask(&graph, question).rows.into_iter();
    rows.map(|row| row.label).collect()
}

#[test]
fn who_was_indicted_names_those_to_whom_it_was_done() {
    let question = "who was indicted?";
    for (article, answers) in [
        (
            "Mayor Ann Reed was indicted on Monday by a grand jury, Tom Byron said.",
            vec!["Ann Reed"],
        ),
        (
            "Prosecutors led by Carl Lund have indicted Ann Reed and Tom Byron over a contract with Mary Holt.",
            vec!["Ann Reed", "Tom Byron"],
        ),
        (
            "The indictment of Ann Reed followed a complaint by Mary Holt.",
            vec!["Ann Reed"],
        ),
    ] {
        assert_eq!(labels(question, article), answers, "{article}");
    }
}

#[test]
fn a_deed_is_found_by_its_noun_too() {
    let article = "The settlement on Tuesday ended a long quarrel over the bridge. Trains ran late all morning.";
    assert_eq!(labels("when did they settle", article), ["Tuesday"]);
}

#[test]
fn who_does_something_is_named_and_nobody_beside() {
    let fired = "who fired Tom Byron?";
    for (question, article, answers) in [
        (
            fired,
            "Mayor Ann Reed fired Tom Byron on Monday over a contract with Mary Holt.",
            vec!["Ann Reed"],
        ),
        (
            fired,
            "Tom Byron was fired by Ann Reed on Monday, Mary Holt said.",
            vec!["Ann Reed"],
        ),
        (
            fired,
            "On Monday Ann Reed and Carl Lund fired Tom Byron after a letter from Mary Holt.",
            vec!["Ann Reed", "Carl Lund"],
        ),
        (
            "who subpoenaed the bank?",
            "Federal prosecutors have subpoenaed the bank of Ann Reed.",
            vec!["Federal prosecutors"],
        ),
        (
            "who subpoenaed the bank?",
            "The bank of Ann Reed received subpoenas on Monday.",
            vec![],
        ),
        (
            "who paid for the bridge?",
            "The bridge, paid for by Ann Reed, was opened by Tom Byron in Elm.",
            vec!["Ann Reed"],
        ),
    ] {
        assert_eq!(labels(question, article), answers, "{article}");
    }
}

#[test]
fn a_number_is_of_the_sort_that_is_asked_for() {
    let article = "On 5 May two of the three bridges in Elm were closed for four days. \
        The repair of the bridges cost $7 million in 2024, a fifth of the budget.";
    for (question, answers) in [
        ("how many bridges were closed?", vec!["two", "three"]),
        ("how long were the bridges closed?", vec!["four days"]),
        ("how much did the repair cost?", vec!["$7 million"]),
        ("how many schools were closed?", vec![]),
    ] {
        let found = labels(question, article);
        assert_eq!(
            found.iter().sorted().collect::<Vec<_>>(),
            answers.iter().sorted().collect::<Vec<_>>(),
            "{question}"
        );
    }
}

#[test]
fn a_place_is_told_by_the_words_before_it() {
    let article =
        "The ad will air in Elm, Ashford and West Leam, Ann Reed confirmed to Channel News.";
    let places = labels("where will the ad air?", article);
    assert_eq!(places, ["Elm", "Ashford", "West Leam"]);
}

#[test]
fn the_past_of_a_verb_is_found_whatever_its_form() {
    let article = "Ann Reed paid $7 million in taxes. Trains ran late all morning.";
    assert_eq!(
        labels("how much did Ann Reed pay in taxes?", article),
        ["$7 million"]
    );
}

#[test]
fn an_answer_names_the_lineage_of_each_source() {
    let answer = asked("who mediates");
    let lineages: Vec<_> = answer.sources.iter().map(|it| &*it.lineage).collect();
    assert_eq!(lineages, ["L1", "L1", "L2", "L3", "L4"]);
}
