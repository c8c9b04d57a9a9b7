//! Saved reports: they serve as sources again, and what no longer holds of them is found.

use std::fs;
use std::path::{Path, PathBuf};

use crosscheck::output::by_name;
use crosscheck::output::target::StreamTarget;
use crosscheck::read::{self, Options};
use crosscheck::report::verify::{Verification, verify};
use crosscheck::split::split;
use crosscheck::{Config, Reconciler, report};

const ARTICLES: [(&str, &str); 2] = [
    (
        "a.txt",
        "The bridge will be closed for a year, the council said on Monday. Repairs cost 18 million euros.\n",
    ),
    (
        "b.txt",
        "On Monday the council said the bridge will be closed for a year. Repairs cost 21 million euros.\n",
    ),
];

/// A folder with two articles and the report on them.
fn desk(with_text: bool) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in ARTICLES {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    let sources = read::open(&[folder.path().display().to_string()], &Options::default()).sources;
    let graph = Reconciler::default().reconcile(sources);
    let report = report::report(&graph, &Config::default(), with_text);
    let path = folder.path().join("report.json");
    fs::write(&path, serde_json::to_string(&report).expect("JSON")).expect("a file");
    (folder, path)
}

fn checked(report: &Path, sources: Option<&Path>) -> Verification {
    verify(&report.display().to_string(), sources).expect("a report")
}

fn problems(report: &Path) -> String {
    let problems = checked(report, None).problems;
    problems
        .iter()
        .map(|problem| format!("{}: {}\n", problem.of, problem.what))
        .collect()
}

#[test]
fn a_report_on_unchanged_articles_holds() {
    for with_text in [true, false] {
        let (folder, report) = desk(with_text);
        let found = checked(&report, Some(folder.path()));
        assert_eq!(found.problems, []);
        assert_eq!(found.sources, 2);
        assert!(found.spans >= 4);
    }
}

#[test]
fn a_changed_article_is_found_with_the_words_that_moved() {
    let (folder, report) = desk(true);
    fs::write(
        folder.path().join("a.txt"),
        format!("UPDATE {}", ARTICLES[0].1),
    )
    .expect("a file");
    let problems = problems(&report);
    assert!(problems.contains("a.txt has changed"), "{problems}");
    assert!(problems.contains("a.1: at bytes 0 to"), "{problems}");
    assert!(!problems.contains("b.1"), "{problems}");
}

#[test]
fn a_lost_article_and_a_changed_report_are_found() {
    let (folder, report) = desk(true);
    fs::remove_file(folder.path().join("b.txt")).expect("the file was there");
    assert!(problems(&report).contains("no such file"));
    let text = fs::read_to_string(&report).expect("a report");
    fs::write(
        &report,
        text.replace("Repairs cost 18 million", "Repairs cost 81 million"),
    )
    .expect("a file");
    assert!(problems(&report).contains("not the one that was hashed"));
}

#[test]
fn a_link_that_was_moved_to_another_claim_is_found() {
    for (from, to, said) in [
        (
            "\"b\":\"b.2\"",
            "\"b\":\"b.1\"",
            "it is not the link of a.2 and b.1",
        ),
        ("\"b\":\"b.2\"", "\"b\":\"b.9\"", "there is no claim b.9"),
    ] {
        let (_folder, report) = desk(true);
        let text = fs::read_to_string(&report).expect("a report");
        assert!(text.contains(from), "no link to b.2");
        fs::write(&report, text.replace(from, to)).expect("a file");
        let problems = problems(&report);
        assert!(problems.contains(said), "{problems}");
    }
}

#[test]
fn a_report_makes_nobody_read_standard_input_an_address_or_all_of_a_disk() {
    for path in ["-", "http://127.0.0.1:9/a.txt", "/"] {
        let (folder, report) = desk(true);
        let text = fs::read_to_string(&report).expect("a report");
        let original = folder.path().join("a.txt").display().to_string();
        fs::write(&report, text.replace(&original, path)).expect("a file");
        let problems = problems(&report);
        assert!(
            problems.contains(&format!("it came from {path}")),
            "{problems}"
        );
    }
}

#[test]
fn a_report_from_which_sources_were_taken_does_not_hold() {
    let sources = read::open(&["seeds".to_owned()], &Options::default()).sources;
    let graph = Reconciler::default().reconcile(sources);
    let report = report::report(&graph, &Config::default(), true);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("report.json");
    for kept in [0, 1] {
        let mut report = serde_json::to_value(&report).expect("JSON");
        report["sources"]
            .as_array_mut()
            .expect("a list")
            .truncate(kept);
        fs::write(&path, report.to_string()).expect("a file");
        let found = verify(&path.display().to_string(), None).expect("a report");
        let problems: Vec<_> = found.problems.iter().map(|it| it.what.as_str()).collect();
        assert_eq!(
            problems.iter().any(|it| it.contains("names no sources")),
            kept == 0
        );
        assert!(
            problems.contains(&"its source 001 is none of the report"),
            "{problems:?}"
        );
    }
}

#[test]
fn what_is_no_report_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("other.json");
    for other in [
        "{\"sources\": []}",
        "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n",
    ] {
        fs::write(&path, other).expect("a file");
        let error = verify(&path.display().to_string(), None).expect_err("no report");
        assert!(error.to_string().contains("no report"), "{error}");
    }
}

/// What contradicts itself.
const TURN: &str = "The bridge over the Elm was closed on Monday after the flood. Two schools sent their children home. \
                    The bridge over the Elm was not closed on Monday after the flood.\n";

/// The articles, with an end that contradicts itself, as a report in JSON lines.
fn report_in_lines() -> (tempfile::TempDir, Vec<String>) {
    let (folder, _) = desk(true);
    for (name, text) in ARTICLES {
        let text = format!("{text}{TURN}");
        fs::write(folder.path().join(name), text).expect("a file");
    }
    let articles = ARTICLES.map(|(name, _)| folder.path().join(name).display().to_string());
    let sources = read::open(&articles, &Options::default()).sources;
    let graph = Reconciler::default()
        .looking_within(true)
        .reconcile(sources);
    let report = report::report(&graph, &Config::default(), true);
    let mut lines = Vec::new();
    by_name("jsonl")
        .expect("a format")
        .write(&report, &Default::default(), &mut StreamTarget(&mut lines))
        .expect("written");
    let lines = String::from_utf8(lines).expect("text");
    (folder, lines.lines().map(str::to_owned).collect())
}

#[test]
fn json_lines_are_a_report_as_well() {
    let (folder, lines) = report_in_lines();
    let path = folder.path().join("lines.jsonl");
    for between in ["\n", "\r\n", "\n\n"] {
        fs::write(&path, lines.join(between) + between).expect("a file");
        assert_eq!(problems(&path), "");
        let reread = read::open(&[path.display().to_string()], &Options::default());
        assert_eq!(reread.sources.len(), ARTICLES.len());
    }
}

#[test]
fn json_lines_that_were_cut_off_or_put_together_are_no_report() {
    let (folder, whole) = report_in_lines();
    let is_of = |line: &&String, kind: &str| line.contains(&format!("\"record\":\"{kind}\""));
    let but = |kind: &str| -> Vec<_> {
        let others = whole.iter().filter(|line| !is_of(line, kind));
        others.cloned().collect()
    };
    let first_link = whole.iter().position(|line| is_of(&line, "link"));
    let first_link = first_link.expect("a link");
    let mut half = whole[..=first_link].to_vec();
    half[first_link].truncate(whole[first_link].len() / 2);
    let number = first_link + 1;

    let path = folder.path().join("lines.jsonl");
    for (lines, reason) in [
        (but("claim"), "0 of its 10 claims"),
        (but("within"), "0 of its 2 contradictions inside one source"),
        (half, &format!("line {number}: EOF")),
        ([&whole[..], &whole].concat(), "of several runs"),
    ] {
        fs::write(&path, lines.join("\n")).expect("a file");
        let path = path.display().to_string();
        let error = verify(&path, None).expect_err("no whole report");
        assert!(error.to_string().contains(reason), "{error}");
        let reading = read::open(&[path], &Options::default());
        assert!(reading.errors[0].to_string().contains(reason));
    }
}

#[test]
fn a_report_serves_as_a_source_and_is_cut_as_it_was() {
    let cut = |path: &str| -> Vec<_> {
        let sources = read::open(&[path.to_owned()], &Options::default()).sources;
        let cut = sources
            .into_iter()
            .map(|source| (source.id.clone(), source.sha256.clone(), split(&source)));
        cut.collect()
    };
    let sources = read::open(&["seeds".to_owned()], &Options::default()).sources;
    let graph = Reconciler::default().reconcile(sources);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("report.json");
    let report = report::report(&graph, &Config::default(), true);
    fs::write(&path, serde_json::to_string(&report).expect("JSON")).expect("a file");
    assert_eq!(cut(&path.display().to_string()), cut("seeds"));
    fs::write(
        &path,
        serde_json::to_string(&report::report(&graph, &Config::default(), false)).expect("JSON"),
    )
    .expect("a file");
    let reading = read::open(&[path.display().to_string()], &Options::default());
    assert!(reading.errors[0].to_string().contains("without texts"));
}
