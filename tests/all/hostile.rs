//! Every command on hostile articles in files of hostile names: nothing that is shown steers who reads it.
#![cfg(unix)]

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::cli::crosscheck;
use crate::injection::steering;

/// A file name that renames a window, colours what follows and turns the direction of writing.
const NAME: &str = "x\u{1b}]0;owned\u{7}\u{1b}[31m\u{202e}\u{9b}2J.txt";

/// The hostile articles, one more under a hostile name, and one that is empty.
fn articles() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["first.txt", "second.txt", "tricks.txt"] {
        let to = folder.path().join(name);
        fs::copy(Path::new("fixtures/hostile").join(name), to).expect("copied");
    }
    fs::copy("fixtures/hostile/first.txt", folder.path().join(NAME)).expect("copied");
    fs::write(folder.path().join(format!("empty{NAME}")), "").expect("written");
    folder
}

/// What a run in `folder` says on both of its outputs.
fn said(folder: &TempDir, arguments: &[&str]) -> String {
    let mut command = crosscheck();
    let output = command.current_dir(folder).args(arguments).output();
    let output = output.expect("run");
    let [out, err] = [output.stdout, output.stderr].map(String::from_utf8);
    out.expect("text") + &err.expect("text")
}

#[test]
fn no_command_lets_an_article_or_its_name_steer_the_terminal() {
    let folder = articles();
    said(&folder, &["compare", "-q", ".", "-o", "report.json"]);
    fs::remove_file(folder.path().join("second.txt")).expect("removed");
    for arguments in [
        &["compare", "."][..],
        &["compare", ".", "--dry-run"],
        &["compare", NAME, "gone\u{1b}[2J.txt", "first.txt"],
        &["compare", ".", "-o", "no\u{1b}[31m/where.json"],
        &["claims", "."],
        &["lineage", "--all", "."],
        &["ask", "who repaired the dam\u{1b}[31m?", "."],
        &["explain", "first.1", "tricks.1", "."],
        &["explain", "first\u{1b}[31m.1", "tricks.1", "."],
        &["show", "first.1", "report.json"],
        &["show", "first", "report.json"],
        &["verify", "report.json"],
    ] {
        let text = said(&folder, arguments);
        assert!(!text.is_empty(), "{arguments:?}");
        let found = text.chars().find(|letter| steering(*letter));
        assert_eq!(found, None, "{arguments:?}: {text}");
    }
}

/// What of a coloured text is neither a colour nor a link of ours.
fn without_styles(text: &str) -> String {
    let mut rest = String::new();
    let mut parts = text.split('\u{1b}');
    rest.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let styled = part.strip_prefix('[').and_then(|part| {
            let (code, after) = part.split_once('m')?;
            let is_style = code
                .chars()
                .all(|letter| letter.is_ascii_digit() || letter == ';');
            is_style.then_some(after)
        });
        let is_address = |letter: char| letter.is_ascii_graphic();
        let linked = part
            .strip_prefix("]8;;")
            .filter(|url| url.chars().all(is_address));
        let ended = part.strip_prefix('\\');
        let ours = styled.or(ended).or(linked.map(|_| ""));
        rest.push_str(ours.unwrap_or(part));
        assert!(ours.is_some(), "{part:?}");
    }
    rest
}

#[test]
fn colours_and_links_of_the_terminal_are_ours_alone() {
    let folder = articles();
    let text = said(&folder, &["compare", ".", "--color", "always"]);
    assert!(text.contains("\u{1b}["), "{text}");
    let rest = without_styles(&text);
    assert_eq!(rest.chars().find(|letter| steering(*letter)), None);
}
