//! The data goes one way: no stage may know of a later one. Read off the sources themselves.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The stages in the order of the data; those of one row stand beside each other.
const ORDER: [&[&str]; 9] = [
    &["model", "error"],
    &["limits"],
    &["text"],
    &["read", "split", "semantic", "align", "judge"],
    &["config"],
    &["graph"],
    &["reconcile"],
    &["ask", "eval", "report"],
    &["output"],
];

/// What a stage may use of its own row.
const BESIDE: [(&str, &str); 1] = [("judge", "align")];

#[test]
fn every_stage_knows_only_earlier_ones() {
    let mut offences = Vec::new();
    for file in rust_files(Path::new("src")) {
        let Some(importer) = stage_of(&file) else {
            continue;
        };
        let code = code(&file);
        for imported in imports(&code) {
            if imported != importer && !may_use(&importer, &imported) {
                offences.push(format!("{}: {importer} uses {imported}", file.display()));
            }
        }
    }
    assert!(offences.is_empty(), "{}", offences.join("\n"));
}

#[test]
fn every_stage_has_its_place_in_the_order() {
    let known: BTreeSet<&str> = ORDER.concat().into_iter().collect();
    let files = rust_files(Path::new("src"));
    let found: BTreeSet<String> = files.iter().filter_map(|file| stage_of(file)).collect();
    let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, known);
}

#[test]
fn petgraph_stays_in_its_room() {
    for file in rust_files(Path::new("src")) {
        let inside = stage_of(&file).as_deref() == Some("graph");
        assert!(
            inside || !code(&file).contains("petgraph"),
            "{}",
            file.display()
        );
    }
}

#[test]
fn only_reading_and_writing_touch_files() {
    let rooms = [
        "src/read",
        "src/output/target.rs",
        "src/eval",
        "src/semantic",
        "src/bin",
    ];
    for file in rust_files(Path::new("src")) {
        let may = rooms.iter().any(|room| file.starts_with(room));
        let touches = code(&file).contains("std::fs") || code(&file).contains("std::env");
        assert!(may || !touches, "{}", file.display());
    }
}

fn may_use(importer: &str, imported: &str) -> bool {
    let row = |stage| ORDER.iter().position(|row| row.contains(&stage));
    row(imported) < row(importer) || BESIDE.contains(&(importer, imported))
}

/// The stages whose names follow `crate::` in the code, which are all ways to name one.
fn imports(code: &str) -> BTreeSet<String> {
    let known = ORDER.concat();
    let names = code
        .split("crate::")
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list
                .split('}')
                .next()
                .unwrap_or_default()
                .split(',')
                .collect(),
            None => vec![rest],
        });
    names
        .map(|name| {
            let name = name.trim_start();
            let end = name.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
            name[..end.unwrap_or(name.len())].to_owned()
        })
        .filter(|name| known.contains(&name.as_str()))
        .collect()
}

/// The stage that a file belongs to; the top of the library and the command line see all of them.
fn stage_of(file: &Path) -> Option<String> {
    let inside = file.strip_prefix("src").ok()?;
    let room = inside.components().next()?.as_os_str().to_string_lossy();
    let room = room.trim_end_matches(".rs").to_owned();
    (!matches!(room.as_str(), "lib" | "bin" | "build")).then_some(room)
}

/// A file without its comments and unit tests, both of which may speak of anything.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("readable");
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}
