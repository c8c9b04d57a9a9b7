//! Ids of reports as arguments: what they call can be shown and explained.

use predicates::prelude::*;
use predicates::str::contains;
use serde_json::Value;

use crate::cli::crosscheck;

/// The links of the seeds, as a saved report in `folder` holds them.
fn links(folder: &tempfile::TempDir) -> Vec<Value> {
    let saved = folder.path().join("report.json");
    crosscheck()
        .args(["compare", "seeds", "-o"])
        .arg(&saved)
        .assert()
        .success();
    let report: Value =
        serde_json::from_slice(&std::fs::read(&saved).expect("written")).expect("JSON");
    report["links"].as_array().expect("a list").clone()
}

#[test]
fn a_link_is_found_by_its_id_in_the_articles_and_in_a_saved_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let link = links(&folder).swap_remove(0);
    let text = |field: &str| link[field].as_str().expect("a text").to_owned();
    let report = folder.path().join("report.json").display().to_string();
    for sources in ["seeds", &report] {
        for command in ["show", "explain"] {
            crosscheck()
                .args([command, &text("id"), sources])
                .assert()
                .success()
                .stdout(contains(text("a")).and(contains(text("b"))));
        }
    }
    let explained = |arguments: &[&str]| {
        let mut command = crosscheck();
        command.arg("explain").args(arguments).arg("seeds");
        command.output().expect("run").stdout
    };
    let beginning = &text("id")[..9];
    assert_eq!(
        explained(&[beginning]),
        explained(&[&text("a"), &text("b")])
    );
}

#[test]
fn what_an_id_calls_is_shown() {
    let cases = [
        ("000.4", "Negotiations are being employed"),
        ("g1", "position 1"),
        ("002", "SHA-256"),
    ];
    for (id, words) in cases {
        crosscheck()
            .args(["show", id, "seeds"])
            .assert()
            .success()
            .stdout(contains(words));
    }
}

#[test]
fn an_id_that_calls_nothing_or_too_much_says_so() {
    let cases: [(&[&str], &str); 5] = [
        (&["show", "l-zzzz"], "no link"),
        (&["show", "l-"], "links begin with"),
        (&["show", "nothing"], "name a claim"),
        (&["explain", "l-zzzz"], "no link"),
        (&["explain", "000.4"], "name the sources too"),
    ];
    for (arguments, answer) in cases {
        crosscheck()
            .args(arguments)
            .arg("seeds")
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains(answer));
    }
}
