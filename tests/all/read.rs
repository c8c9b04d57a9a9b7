//! Reading: what the user names becomes sources, and what cannot be read says why.

use std::fs;

use crosscheck::read::{self, Options, Reading};

/// Writes the files and reads what `named` says of them.
fn reading(files: &[(&str, &[u8])], named: &[&str]) -> Reading {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    let named: Vec<_> = named
        .iter()
        .map(|name| folder.path().join(name).display().to_string())
        .collect();
    read::open(&named, &Options::default())
}

fn ids(reading: &Reading) -> Vec<&str> {
    reading
        .sources
        .iter()
        .map(|source| source.id.as_str())
        .collect()
}

#[test]
fn a_folder_is_read_with_its_subfolders_and_without_hidden_files() {
    let files: &[(&str, &[u8])] = &[
        ("b.txt", b"Two."),
        ("a/a.txt", b"One."),
        (".hidden.txt", b"Three."),
        (".git/c.txt", b"Four."),
    ];
    let reading = reading(files, &["."]);
    assert_eq!(ids(&reading), ["a", "b"]);
    assert!(reading.errors.is_empty());
}

#[test]
fn ids_are_unique_and_do_not_depend_on_the_order_of_the_files() {
    let files: &[(&str, &[u8])] = &[
        ("x/story.txt", b"One."),
        ("y/story.txt", b"Two."),
        ("y/story-2.txt", b"Three."),
    ];
    let forward = reading(files, &["x/story.txt", "y/story.txt", "y/story-2.txt"]);
    let backward = reading(files, &["y/story-2.txt", "y/story.txt", "x/story.txt", "x"]);
    let named = |reading: &Reading| -> Vec<_> {
        let sources = reading.sources.iter();
        sources
            .map(|source| (source.id.clone(), source.text.clone()))
            .collect()
    };
    assert_eq!(ids(&forward), ["story", "story-2", "story-3"]);
    assert_eq!(named(&forward), named(&backward));
}

#[test]
fn what_cannot_be_read_says_why_and_the_rest_is_read() {
    let files: &[(&str, &[u8])] = &[
        ("good.txt", b"One."),
        ("empty.txt", b""),
        ("blank.txt", b" \r\n\t"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0"),
        ("data.txt", b"ab\0cd"),
    ];
    let named = [
        "good.txt",
        "missing.txt",
        "empty.txt",
        "blank.txt",
        "picture.txt",
        "data.txt",
    ];
    let reading = reading(files, &named);
    assert_eq!(ids(&reading), ["good"]);
    let said: Vec<_> = reading.errors.iter().map(ToString::to_string).collect();
    let reasons = [
        "no such file",
        "is empty",
        "but blanks",
        "a PNG picture",
        "binary data",
    ];
    assert_eq!(said.len(), reasons.len());
    for (said, reason) in said.iter().zip(reasons) {
        assert!(said.contains(reason), "{said}");
    }
}

#[test]
fn a_folder_without_files_is_an_error() {
    let reading = reading(&[(".hidden", b"x")], &["."]);
    assert!(reading.sources.is_empty());
    assert!(
        reading.errors[0]
            .to_string()
            .contains("the folder holds no file")
    );
}

#[test]
fn the_date_of_publication_is_taken_from_the_text() {
    let files: &[(&str, &[u8])] = &[("a.txt", b" date 2025-03-10 Talks begin in Jeddah.\n\nMore.")];
    let reading = reading(files, &["a.txt"]);
    let published = reading.sources[0].published.map(|day| day.to_string());
    assert_eq!(published.as_deref(), Some("2025-03-10"));
}

#[test]
fn a_manifest_says_what_is_known_of_each_file() {
    let reading = read::open(&["fixtures/read/manifest".to_owned()], &Options::default());
    assert!(reading.errors.is_empty(), "{:?}", reading.errors);
    let known: Vec<_> = reading
        .sources
        .iter()
        .map(|source| {
            let published = source.published.map(|day| day.to_string());
            (
                source.id.as_str(),
                source.outlet.as_deref(),
                published,
                source.family.as_deref(),
            )
        })
        .collect();
    let day = |day: &str| Some(day.to_owned());
    let expected = [
        ("agency", Some("Example Agency"), day("2024-05-14"), None),
        (
            "gazette",
            Some("The Port Gazette"),
            day("2024-05-14"),
            Some("Coast Media"),
        ),
        (
            "weekly-1",
            Some("Island Weekly"),
            day("2024-05-16"),
            Some("Coast Media"),
        ),
        (
            "weekly-2",
            Some("Island Weekly"),
            day("2024-05-16"),
            Some("Coast Media"),
        ),
    ];
    assert_eq!(known, expected);
}

#[test]
fn a_mistake_in_a_manifest_is_shown_with_its_line() {
    let cases = [
        ("[[source]]\npath = \"a.txt\"\noutlett = \"x\"\n", "line 3"),
        (
            "[[source]]\npath = \"a.txt\"\n\npublished = \"soon\"\n",
            "line 4",
        ),
        ("[[source]]\nid = \"a\"\n", "path"),
    ];
    for (manifest, said) in cases {
        let reading = reading(&[("sources.toml", manifest.as_bytes())], &["sources.toml"]);
        assert!(reading.sources.is_empty());
        let error = reading.errors[0].to_string();
        assert!(error.contains(said), "{error}");
    }
}
