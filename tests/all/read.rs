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

/// What is known of the sources that a manifest names, and why others cannot be read.
fn known(manifest: &str) -> (Vec<String>, Vec<String>) {
    let path = format!("fixtures/read/manifest/{manifest}");
    let reading = read::open(&[path], &Options::default());
    let sources = reading.sources.iter().map(|source| {
        let published = source.published.map(|day| day.to_string());
        let known = [&source.outlet, &published, &source.family, &source.url];
        let known = known.map(|known| known.as_deref().unwrap_or("?"));
        format!("{}: {}", source.id, known.join(" | "))
    });
    let errors = reading.errors.iter().map(ToString::to_string);
    (sources.collect(), errors.collect())
}

#[test]
fn a_manifest_says_what_is_known_of_each_file() {
    let (sources, errors) = known("");
    assert!(errors.is_empty(), "{errors:?}");
    let expected = [
        "agency: Example Agency | 2024-05-14 | ? | https://agency.example/20240514/0012",
        "gazette: The Port Gazette | 2024-05-14 | Coast Media | https://gazette.example/2024/05/14/harbour-talks",
        "weekly-1: Island Weekly | 2024-05-16 | Coast Media | https://weekly.example/1",
        "weekly-2: Island Weekly | 2024-05-16 | Coast Media | https://weekly.example/2",
    ];
    assert_eq!(sources, expected);
}

#[test]
fn what_a_manifest_says_counts_for_more_than_what_a_file_says_and_a_lost_file_is_told() {
    let (sources, errors) = known("bridge.toml");
    let expected = [
        "a-101: Lowland Post | 2024-02-20 | ? | https://lowlandpost.example/vote",
        "agency: Lowland \"News\" Agency | 2024-02-19 | ? | https://lna.example/19/bridge?lang=en&id=4",
        "b-7: City Voice | 2024-02-20 | ? | ?",
        "clippings-1: Lowland Post | 2024-02-19 | Lowland Press | https://lowlandpost.example/bridge",
        "clippings-2: City Voice | 2024-02-20 | Lowland Press | ?",
        "post: Lowland Post | 2024-02-19 | Lowland Press | https://lowlandpost.example/bridge",
    ];
    assert_eq!(sources, expected);
    let lost =
        "cannot read fixtures/read/manifest/../plain/lost.txt: there is no such file or folder";
    assert_eq!(errors, [lost]);
}

#[test]
fn a_mistake_in_a_manifest_is_shown_with_its_line() {
    let cases = [
        ("date", "line 6: on Monday is no date"),
        ("empty", "line 1: missing field `source`"),
        ("key", "line 3: unknown field `publisher`"),
        ("path", "line 3: missing field `path`"),
        ("syntax", "line 2: "),
        ("twice", "line 7: the id \"bridge\" is given"),
    ];
    let folder = fs::read_dir("fixtures/read/manifest/mistakes").expect("a folder");
    assert_eq!(folder.count(), cases.len());
    for (name, said) in cases {
        let path = format!("mistakes/{name}.toml");
        let (sources, errors) = known(&path);
        assert!(sources.is_empty());
        assert!(errors[0].contains(&format!("{path}: {said}")), "{errors:?}");
    }
}

#[test]
fn text_that_no_encoding_has_is_refused_with_its_line() {
    let files: &[(&str, &[u8])] = &[
        ("half.json", br#"{"text": "It rained \ud83d on Monday."}"#),
        (
            "half.jsonl",
            b"{\"text\": \"It rained.\"}\n{\"text\": \"\\udc00 It rained.\"}\n",
        ),
        (
            "whole.json",
            br#"{"text": "It rained \ud83d\ude00\u0000 on Monday."}"#,
        ),
    ];
    let reading = reading(files, &["half.json", "half.jsonl", "whole.json"]);
    let texts: Vec<_> = reading.sources.iter().map(|source| &source.text).collect();
    assert_eq!(texts, ["It rained 😀\0 on Monday."]);
    let said: Vec<_> = reading.errors.iter().map(ToString::to_string).collect();
    assert!(said[0].contains("is no valid JSON"), "{}", said[0]);
    assert!(said[1].contains("line 2 is no valid JSON"), "{}", said[1]);
}
