//! The numbers that decide: where users set them, and who wins.

use std::fs;

use predicates::prelude::*;
use predicates::str::contains;
use serde_json::Value;

use crate::cli::{crosscheck, folder, two_articles};

#[test]
fn the_configuration_comes_from_a_file() {
    let folder = two_articles();
    fs::write(folder.path().join("strict.toml"), "threshold = 1000.0\n").expect("written");
    fs::write(folder.path().join("wrong.toml"), "\ntreshold = 1.0\n").expect("written");
    let compare = |config: &str| {
        let mut command = crosscheck();
        command.current_dir(&folder);
        command.args([
            "compare", "a.txt", "b.txt", "-o", "json=-", "--config", config,
        ]);
        command.assert()
    };
    compare("strict.toml")
        .success()
        .stdout(contains("\"links\": []"));
    compare("wrong.toml")
        .code(2)
        .stderr(contains("line 2").and(contains("threshold")));
    compare("none.toml").code(2).stderr(contains("none.toml"));
}

/// For every number that `config show` tells, its value and its origin.
fn shown(command: &mut assert_cmd::Command) -> impl Fn(&str) -> (Value, String) + use<> {
    let output = command.args(["config", "show", "--json"]).output();
    let output = output.expect("run").stdout;
    let page: Value = serde_json::from_slice(&output).expect("JSON");
    move |name| {
        let numbers = page["numbers"].as_array().expect("a list");
        let number = numbers.iter().find(|number| number["name"] == name);
        let number = number.expect("such a number");
        let origin = number["origin"].as_str().expect("a text");
        (number["value"].clone(), origin.to_owned())
    }
}

#[test]
fn the_nearer_place_wins_and_each_number_tells_its_own() {
    let user = folder(&[]);
    fs::create_dir(user.path().join("crosscheck")).expect("made");
    let file = user.path().join("crosscheck/config.toml");
    fs::write(&file, "threshold = 3\n[limits]\nclaims = 5\nsources = 9\n").expect("written");
    let project = folder(&[("crosscheck.toml", "threshold = 2.0\n[limits]\nclaims = 7\n")]);
    let started = || {
        let mut command = crosscheck();
        command
            .current_dir(&project)
            .env("XDG_CONFIG_HOME", user.path());
        command
    };
    let numbers = shown(&mut started());
    assert_eq!(
        numbers("limits.sources"),
        (9.into(), file.display().to_string())
    );
    assert_eq!(
        numbers("limits.claims"),
        (7.into(), "crosscheck.toml".into())
    );
    assert_eq!(numbers("threshold"), (2.0.into(), "crosscheck.toml".into()));
    assert_eq!(numbers("limits.redirects").1, "shipped");
    let mut by_variable = started();
    by_variable.env("CROSSCHECK_THRESHOLD", "1");
    let numbers = shown(&mut by_variable);
    assert_eq!(
        numbers("threshold"),
        (1.0.into(), "CROSSCHECK_THRESHOLD".into())
    );
    let mut by_option = started();
    by_option
        .env("CROSSCHECK_THRESHOLD", "1")
        .args(["--threshold", "-1"]);
    let numbers = shown(&mut by_option);
    assert_eq!(numbers("threshold"), ((-1.0).into(), "--threshold".into()));
}

#[test]
fn a_file_that_is_named_is_read_instead_of_the_others() {
    let project = folder(&[
        ("crosscheck.toml", "threshold = 2.0\n"),
        ("other.toml", "[limits]\nclaims = 7\n"),
    ]);
    let numbers = shown(
        crosscheck()
            .current_dir(&project)
            .args(["--config", "other.toml"]),
    );
    assert_eq!(numbers("limits.claims"), (7.into(), "other.toml".into()));
    assert_eq!(numbers("threshold").1, "fitted with the weights");
}

#[test]
fn what_is_shown_can_be_read_back_and_is_the_same() {
    let project = folder(&[("crosscheck.toml", "threshold = 2.0\n[limits]\nclaims = 7\n")]);
    let show = |arguments: &[&str]| {
        let mut command = crosscheck();
        command
            .current_dir(&project)
            .args(["config", "show"])
            .args(arguments);
        command.output().expect("run").stdout
    };
    let page = show(&[]);
    fs::write(project.path().join("back.toml"), &page).expect("written");
    let first_line = |page: &[u8]| page.split(|byte| *byte == b'\n').next().map(<[u8]>::to_vec);
    assert_eq!(
        first_line(&show(&["--config", "back.toml"])),
        first_line(&page)
    );
}

#[test]
fn the_file_of_a_project_is_no_article() {
    let folder = two_articles();
    fs::write(folder.path().join("crosscheck.toml"), "threshold = 2.0\n").expect("written");
    crosscheck()
        .current_dir(&folder)
        .args(["compare", ".", "--dry-run"])
        .assert()
        .success()
        .stdout(contains("a.txt").and(contains("crosscheck.toml").not()));
}

#[test]
fn a_wrong_file_of_a_project_is_named_with_its_line() {
    let folder = two_articles();
    fs::write(folder.path().join("crosscheck.toml"), "\nthresold = 2.0\n").expect("written");
    crosscheck()
        .current_dir(&folder)
        .args(["compare", "a.txt", "b.txt"])
        .assert()
        .code(2)
        .stderr(contains("crosscheck.toml").and(contains("line 2")));
}
