//! The command line from outside: what it says, what it writes, and how it exits.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use tempfile::TempDir;

const RAIN: &str = "Heavy rain flooded 20 houses in the town of Elm on Monday. The mayor, Ada Byron, asked for help.";
const FLOOD: &str =
    "On Monday heavy rain flooded 30 houses in the town of Elm. A school was closed.";

/// The program as a user starts it, with an environment that does not depend on who runs the tests.
pub fn crosscheck() -> Command {
    let mut command = Command::cargo_bin("crosscheck").expect("built");
    let variables = [
        "NO_COLOR",
        "FORCE_COLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "CROSSCHECK_CONFIG",
        "CROSSCHECK_WEIGHTS",
        "CROSSCHECK_THRESHOLD",
    ];
    for variable in variables {
        command.env_remove(variable);
    }
    command.env("XDG_CONFIG_HOME", "/nowhere");
    command
}

/// A folder with these files.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

pub fn two_articles() -> TempDir {
    folder(&[("a.txt", RAIN), ("b.txt", FLOOD)])
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn without_arguments_it_says_how_to_use_it() {
    let help = contains("Examples:").and(contains("compare"));
    crosscheck().assert().code(2).stderr(help);
}

#[test]
fn a_run_ends_rather_than_take_more_memory_than_it_may() {
    let articles = two_articles();
    let place = articles.path().join("report.json");
    let compare = |most: &str| {
        let mut command = crosscheck();
        command.arg("compare").arg(articles.path().join("a.txt"));
        command
            .arg(articles.path().join("b.txt"))
            .arg("-o")
            .arg(&place);
        command.args(["--max-memory", most]).assert()
    };
    compare("1K").code(3).stderr(contains("--max-memory"));
    assert!(!place.exists());
    compare("3 ells").code(2).stderr(contains("500M"));
    compare("4G").success();
    assert!(place.exists());
}

#[test]
fn help_begins_with_examples() {
    for command in ["compare", "explain", "claims", "eval", "completions", "man"] {
        let output = crosscheck()
            .args([command, "--help"])
            .output()
            .expect("run");
        let help = String::from_utf8(output.stdout).expect("text");
        let (examples, usage) = (help.find("Examples:"), help.find("Usage:"));
        assert!(output.status.success(), "{command}");
        assert!(examples.is_some() && examples < usage, "{command}: {help}");
    }
}

#[test]
fn articles_without_a_command_are_compared() {
    let folder = two_articles();
    let shown = |arguments: &[&str]| {
        let mut command = crosscheck();
        command.current_dir(&folder).args(arguments);
        command.output().expect("run").stdout
    };
    let compared = shown(&["compare", "a.txt", "b.txt"]);
    assert!(!compared.is_empty());
    assert_eq!(shown(&["a.txt", "b.txt"]), compared);
}

#[test]
fn the_schema_of_reports_is_printed_as_the_library_gives_it() {
    let output = crosscheck().arg("schema").output().expect("it runs");
    let printed: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let schema = serde_json::to_value(crosscheck::report::schema()).expect("JSON");
    assert!(output.status.success());
    assert_eq!(printed, schema);
}

#[test]
fn decisions_that_cannot_be_read_or_followed_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("decisions.toml");
    let complaint = || {
        let mut command = crosscheck();
        command.args(["compare", "seeds", "--decisions"]).arg(&file);
        command
            .assert()
            .failure()
            .stderr(contains("decisions.toml"));
    };
    complaint();
    std::fs::write(&file, "[[together]]\na = 1\n").expect("written");
    complaint();
}

#[test]
fn the_version_names_the_schema_of_reports() {
    let version = contains(env!("CARGO_PKG_VERSION"));
    let schema = contains(format!("report: {}", crosscheck::report::SCHEMA_VERSION));
    crosscheck()
        .arg("--version")
        .assert()
        .success()
        .stdout(version.and(schema));
}

#[test]
fn a_dry_run_tells_what_would_be_read_and_written_and_writes_nothing() {
    let folder = two_articles();
    fs::write(folder.path().join("old.md"), "old").expect("written");
    crosscheck()
        .current_dir(&folder)
        .args(["compare", "a.txt", "b.txt", "--dry-run"])
        .args(["-o", "new.html", "-o", "old.md"])
        .assert()
        .success()
        .stdout(contains("a.txt  claims: 2").and(contains("new.html  html\n")))
        .stdout(contains("old.md  markdown, in the place of what is there"));
    assert_eq!(names(folder.path()), ["a.txt", "b.txt", "old.md"]);
}

#[test]
fn all_is_counted_for_who_wants_to_know() {
    let folder = two_articles();
    crosscheck()
        .current_dir(&folder)
        .args(["compare", "a.txt", "b.txt", "c.txt", "-v"])
        .assert()
        .success()
        .stderr(contains("2 sources read, 1 unreadable"))
        .stderr(contains("4 claims, ").and(contains("rejected")));
}

#[test]
fn a_result_without_links_explains_itself() {
    let shares = "Shares of the car maker fell by 5% in Tokyo.";
    let folder = folder(&[("a.txt", RAIN), ("b.txt", FLOOD), ("c.txt", shares)]);
    let compare = |arguments: &[&str]| {
        let mut command = crosscheck();
        command.current_dir(&folder).arg("compare").args(arguments);
        command.assert().success()
    };
    compare(&["a.txt", "c.txt"]).stdout(contains("to be compared"));
    compare(&["a.txt", "c.txt", "-o", "markdown=-"]).stdout(contains("to be compared"));
    compare(&["a.txt", "c.txt", "-o", "html=-"]).stdout(contains("to be compared"));
    let nearest = contains("nearest is a.1 and b.1").and(contains("explain a.1 b.1"));
    compare(&["a.txt", "b.txt", "--threshold", "99", "--width", "200"]).stdout(nearest);
    compare(&["a.txt", "b.txt"]).stdout(contains("nearest").not());
}

#[test]
fn a_comparison_is_shown_in_the_terminal() {
    crosscheck()
        .args(["compare", "seeds"])
        .assert()
        .success()
        .stdout(contains("000").and(contains("\u{1b}").not()))
        .stderr("");
}

#[test]
fn colours_come_when_asked_for_and_not_otherwise() {
    let colored = |arguments: &[&str], variable: Option<&str>| {
        let mut command = crosscheck();
        command.args(["compare", "seeds"]).args(arguments);
        command.envs(variable.map(|name| (name, "1")));
        let stdout = command.output().expect("run").stdout;
        stdout.contains(&0x1b)
    };
    assert!(!colored(&[], None));
    assert!(colored(&["--color", "always"], None));
    assert!(colored(&[], Some("FORCE_COLOR")));
    assert!(!colored(&["--color", "never"], Some("FORCE_COLOR")));
    assert!(colored(&["--color", "always"], Some("NO_COLOR")));
}

#[test]
fn lines_keep_to_the_width() {
    let output = crosscheck()
        .args(["compare", "seeds", "--width", "60"])
        .output()
        .expect("run");
    let page = String::from_utf8(output.stdout).expect("text");
    let widest = page
        .lines()
        .map(unicode_width::UnicodeWidthStr::width)
        .max();
    assert!(widest.is_some_and(|width| width <= 60), "{widest:?}");
}

#[test]
fn several_outputs_are_written_in_one_run() {
    let folder = two_articles();
    crosscheck()
        .current_dir(&folder)
        .args([
            "compare",
            "a.txt",
            "b.txt",
            "-o",
            "x.json",
            "-o",
            "dot=graph",
            "-o",
            "json=-",
        ])
        .assert()
        .success()
        .stdout(contains("\"schema_version\""));
    assert_eq!(names(folder.path()), ["a.txt", "b.txt", "graph", "x.json"]);
    let graph = fs::read_to_string(folder.path().join("graph")).expect("written");
    assert!(graph.contains("graph"), "{graph}");
}

#[test]
fn standard_input_is_a_source() {
    let folder = two_articles();
    crosscheck()
        .current_dir(&folder)
        .args(["compare", "a.txt", "-", "-o", "json=-"])
        .write_stdin(FLOOD)
        .assert()
        .success()
        .stdout(contains("A school was closed."));
}

#[test]
fn a_file_that_is_not_there_is_named_and_the_rest_is_compared() {
    let folder = two_articles();
    crosscheck()
        .current_dir(&folder)
        .args(["compare", "a.txt", "b.txt", "c.txt"])
        .assert()
        .success()
        .stderr(contains("warning: cannot read c.txt"));
    crosscheck()
        .current_dir(&folder)
        .args(["compare", "a.txt", "b.txt", "c.txt", "--quiet"])
        .assert()
        .success()
        .stderr("");
    crosscheck()
        .current_dir(&folder)
        .args(["compare", "a.txt", "b.txt", "c.txt", "--strict"])
        .assert()
        .code(3)
        .stdout("")
        .stderr(contains("error: cannot read c.txt"));
}

#[test]
fn fewer_than_two_sources_are_too_few() {
    let folder = folder(&[("a.txt", RAIN), ("empty.txt", "")]);
    fs::create_dir(folder.path().join("nothing")).expect("a folder");
    for sources in [
        &["a.txt"][..],
        &["a.txt", "empty.txt"],
        &["nothing"],
        &["missing"],
    ] {
        crosscheck()
            .current_dir(&folder)
            .args(["compare", "-o", "x.json"])
            .args(sources)
            .assert()
            .code(3)
            .stdout("")
            .stderr(contains("at least 2 needed"));
    }
    assert!(!folder.path().join("x.json").exists());
}

#[test]
fn an_empty_file_is_no_source() {
    let folder = folder(&[("a.txt", RAIN), ("b.txt", FLOOD), ("empty.txt", "")]);
    crosscheck()
        .current_dir(&folder)
        .args(["compare", "."])
        .assert()
        .success()
        .stderr(contains("empty.txt").and(contains("empty")));
}

#[test]
fn a_wrong_option_is_answered_with_what_was_meant() {
    let cases: [(&[&str], &str); 7] = [
        (
            &["compare", "seeds", "-o", "jsn=x"],
            "did you mean \"json\"",
        ),
        (&["compare", "seeds", "-o", "x.unknown"], "FORMAT=FILE"),
        (&["compare", "seeds", "--fail-on", "conflct"], "conflict"),
        (&["compare", "seeds", "--treshold", "1"], "--threshold"),
        (&["compare"], "SOURCE"),
        (&["comparee", "seeds"], "compare"),
        (&["compare", "seeds", "--threshold", "nan"], "finite"),
    ];
    for (arguments, answer) in cases {
        crosscheck()
            .args(arguments)
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains(answer));
    }
}

#[test]
fn a_result_goes_neither_over_another_nor_over_a_source() {
    let folder = two_articles();
    let compare = |output: &[&str]| {
        let mut command = crosscheck();
        command
            .current_dir(&folder)
            .args(["compare", "a.txt", "b.txt"]);
        command.args(output).assert()
    };
    compare(&["-o", "json=x", "-o", "dot=x"])
        .code(2)
        .stderr(contains("two results"));
    compare(&["-o", "json=./a.txt"])
        .code(2)
        .stderr(contains("is a source"));
    let kept = fs::read_to_string(folder.path().join("a.txt")).expect("still there");
    assert_eq!(kept, RAIN);
}

#[test]
fn what_cannot_be_written_leaves_nothing() {
    let folder = two_articles();
    let before = names(folder.path());
    crosscheck()
        .current_dir(&folder)
        .args([
            "compare",
            "a.txt",
            "b.txt",
            "-o",
            "x.json",
            "-o",
            "nowhere/y.json",
        ])
        .assert()
        .code(4)
        .stdout("")
        .stderr(contains("cannot write nowhere/y.json"));
    assert_eq!(names(folder.path()), before);
}

#[test]
fn fail_on_tells_other_programs_what_was_found() {
    let folder = folder(&[("a.txt", RAIN), ("b.txt", FLOOD), ("copy.txt", RAIN)]);
    let compare = |second: &str| {
        let mut command = crosscheck();
        command.current_dir(&folder);
        command.args(["compare", "a.txt", second, "--fail-on", "diverge"]);
        command.assert()
    };
    compare("copy.txt").code(0);
    compare("b.txt").code(1);
}

#[test]
fn any_two_claims_can_be_explained() {
    let folder = two_articles();
    let explained = |a: &str, b: &str| {
        crosscheck()
            .current_dir(&folder)
            .args(["explain", a, b, "a.txt", "b.txt"])
            .assert()
            .success()
            .stdout(contains("score").and(contains("rule")))
            .stdout(contains("next best"));
    };
    explained("a.1", "b.1");
    explained("b.1", "a.1");
    explained("a.1", "b.2");
    explained("a.1", "a.2");
    crosscheck()
        .args(["explain", "000.4", "000.999", "seeds"])
        .assert()
        .code(2)
        .stderr(contains("000.999").and(contains("crosscheck claims")));
}

#[test]
fn claims_are_listed_with_their_places() {
    let listing = crosscheck()
        .args(["claims", "--zones", "--json", "seeds"])
        .output()
        .expect("run");
    let units: Vec<serde_json::Value> = serde_json::from_slice(&listing.stdout).expect("JSON");
    let text = fs::read_to_string("seeds/000_8e6181d45c1dbd38.txt").expect("shipped");
    let first = units
        .iter()
        .find(|unit| unit["source"] == "000")
        .expect("listed");
    let place = |end: &str| first[end].as_u64().expect("a number") as usize;
    assert_eq!(first["text"], text[place("start")..place("end")]);
    assert!(units.iter().any(|unit| unit["zone"] != "claim"));
    crosscheck()
        .args(["claims", "seeds"])
        .assert()
        .success()
        .stdout(contains("heading").not());
}

#[test]
fn weights_for_other_features_are_refused() {
    let folder = two_articles();
    let shipped = include_str!("../../src/align/data/weights.json");
    let other = shipped.replacen("cosine", "sine", 1);
    fs::write(folder.path().join("w.json"), other).expect("written");
    crosscheck()
        .current_dir(folder.path())
        .args(["compare", "a.txt", "b.txt", "--weights", "w.json"])
        .assert()
        .code(2)
        .stderr(contains("these weights are for other features"));
}

#[test]
fn shells_and_manual_readers_are_served() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        crosscheck()
            .args(["completions", shell])
            .assert()
            .success()
            .stdout(contains("crosscheck"));
    }
    crosscheck()
        .arg("man")
        .assert()
        .success()
        .stdout(contains(".TH crosscheck"));
    crosscheck()
        .args(["man", "compare"])
        .assert()
        .success()
        .stdout(contains("fail\\-on"));
    crosscheck().args(["man", "nothing"]).assert().code(2);
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("crosscheck"))
        .args(["compare", "seeds", "-o", "json=-"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    let mut stdout = child.stdout.take().expect("a pipe");
    stdout.read_exact(&mut [0; 1]).expect("some output");
    drop(stdout);
    let output = child.wait_with_output().expect("ended");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn what_exceeds_a_limit_is_refused_and_says_which_limit() {
    let feed = "{\"text\": \"Rain fell.\"}\n{\"text\": \"Wind blew.\"}\n";
    let page = format!("<html><body>{}<p>Rain fell.", "<div>".repeat(20));
    let book = RAIN.repeat((1 << 20) / RAIN.len() + 1);
    let files = [
        ("a.txt", RAIN),
        ("b.txt", FLOOD),
        ("c.jsonl", feed),
        ("d.html", &page),
        ("e.txt", &book),
    ];
    for (limit, sources, said) in [
        ("sources = 1", &["a.txt", "b.txt"][..], "limits.sources"),
        (
            "claims = 1",
            &["a.txt"],
            "the number of claims of a exceeds the limit of 1",
        ),
        (
            "file_mib = 1",
            &["e.txt"],
            "the size of e.txt, in MiB, exceeds the limit of 1",
        ),
        ("entries = 1", &["c.jsonl"], "limits.entries"),
        ("html_depth = 9", &["d.html"], "limits.html_depth"),
    ] {
        let folder = folder(&files);
        let limits = folder.path().join("limits.toml");
        fs::write(&limits, format!("[limits]\n{limit}\n")).expect("written");
        let mut claims = crosscheck();
        claims.current_dir(folder.path());
        claims
            .args(["claims", "--config", "limits.toml"])
            .args(sources);
        claims.assert().code(3).stderr(contains(said));
    }
}

#[test]
fn the_longest_unit_is_what_the_configuration_says() {
    let endless = "rain ".repeat(100);
    let folder = folder(&[
        ("a.txt", &endless),
        ("limits.toml", "[limits]\nunit_bytes = 250\n"),
    ]);
    let mut claims = crosscheck();
    claims.current_dir(folder.path());
    let claims = claims
        .args(["claims", "a.txt", "--config", "limits.toml"])
        .assert();
    let lines = claims.success().get_output().stdout.clone();
    assert_eq!(String::from_utf8_lossy(&lines).lines().count(), 2);
}
