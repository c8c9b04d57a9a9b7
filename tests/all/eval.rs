//! `crosscheck eval` from outside: what it measures on small sets of every shape.

use assert_cmd::assert::Assert;
use predicates::prelude::*;
use predicates::str::{contains, starts_with};

use crate::cli::crosscheck;

/// What `eval` makes of these arguments; words that begin with `@` name files of `fixtures/sets`.
fn eval(arguments: &str) -> Assert {
    let arguments = arguments.replace('@', "fixtures/sets/");
    let mut command = crosscheck();
    command.arg("eval").args(arguments.split(' '));
    command.assert()
}

#[test]
fn corresponding_words_are_measured_against_joined_phrases() {
    // Every phrase that has a partner finds it, but for one whose words differ altogether.
    let phrases =
        "phrases          precision 1.000 recall 0.833 f1 0.909   5 right, 0 wrong, 1 missed";
    let spread =
        "words of phrases precision 1.000 recall 0.938 f1 0.968   15 right, 0 wrong, 1 missed";
    let page = eval("--phrases @phrases.jsonl").success();
    page.stdout(
        starts_with("words ")
            .and(contains(phrases))
            .and(contains(spread)),
    );
}

#[test]
fn weights_learnt_from_some_clusters_are_measured_on_the_others() {
    // Of the last cluster, five sentences were looked at: two of one article, three of the other.
    let page = eval("--clusters @clusters.jsonl=@clusters.tsv").success();
    page.stdout(
        starts_with("6 pairs, 2 of them linked; learnt from 2 clusters\n")
            .and(contains("2 right, 0 wrong, 0 missed"))
            .and(contains("average_precision            1.000")),
    );
}

#[test]
fn only_links_of_the_tier_that_is_asked_for_count() {
    // Nothing is to be learnt where no cluster for learning has such a link.
    let page = eval("--clusters @clusters.jsonl=@clusters.tsv --tier single").success();
    page.stdout(
        starts_with("6 pairs, 1 of them linked; learnt from 2 clusters\n").and(contains(
            "links            precision - recall 0.000 f1 0.000",
        )),
    );
}

#[test]
fn boundaries_of_sentences_are_measured_with_and_without_blanks_after_stops() {
    let found = "2 texts, 2 of them without an error; 3 boundaries found, 0 missed, 0 wrong\n";
    for glued in ["", " --glued"] {
        let page = eval(&format!("--sentences @sentences.json{glued}")).success();
        page.stdout(starts_with(found));
    }
}

#[test]
fn labelled_pairs_tell_what_a_finding_says_about_a_label() {
    let page = eval("--pairs @pairs.tsv").success();
    page.stdout(
        starts_with("4 pairs\n")
            .and(contains(
                "conflict     tells contradiction    precision 1.000 recall 1.000   2 of 2",
            ))
            .and(contains(
                "quantity     tells contradiction    precision 1.000 recall 0.500   1 of 1",
            )),
    );
    let page = eval("--pairs @pairs.tsv --only denial").success();
    page.stdout(starts_with("1 pairs\n").and(contains("polarity")));
}

#[test]
fn speakers_are_measured_against_marked_attributions() {
    let page = eval("--attributions @attributions.jsonl").success();
    page.stdout(contains(
        "2 sentences with a speaker; in 2 one was found, in 2 the right one",
    ));
}

#[test]
fn reuse_is_told_from_independence() {
    let page = eval("--derivations @derivations.jsonl=@derivations.tsv").success();
    page.stdout(
        starts_with("1 pairs of reuse, 1 independent ones\n")
            .and(contains("derivation.auc               1.000")),
    );
}

#[test]
fn what_was_missed_and_of_what_sort_is_told_on_request() {
    let page = eval("--gold fixtures/gold=seeds --misses 2 --sorts").success();
    let output = String::from_utf8_lossy(&page.get_output().stdout).into_owned();
    assert!(output.starts_with("fixtures/gold: 116 gold claims"));
    assert_eq!(output.matches("\n  missed ").count(), 2, "{output}");
    assert_eq!(output.matches("\n  wrong\n").count(), 2, "{output}");
    assert!(output.contains("\nlinks.f1 ") && output.contains("\nwords in common: 0 "));
}

#[test]
fn a_set_that_is_missing_or_of_another_shape_is_named() {
    let missing = eval("--phrases @nowhere.jsonl").code(3);
    missing.stderr(contains("nowhere.jsonl: No such file"));
    let other = eval("--phrases @clusters.jsonl").code(3);
    other.stderr(contains("line 1: missing field `sent_a`"));
    eval("--clusters @clusters.jsonl")
        .code(2)
        .stderr(contains("name two files, with = between them"));
    eval("--tier multi").code(2).stderr(contains("--clusters"));
}
