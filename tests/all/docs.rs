//! The documentation is true: what it says to type works, and what it links to is there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crosscheck::limits::Limits;
use crosscheck::read::READERS;

/// README.md and everything in `docs/`.
fn pages() -> Vec<PathBuf> {
    let docs = fs::read_dir("docs").expect("a folder");
    let mut pages: Vec<_> = docs.map(|entry| entry.expect("an entry").path()).collect();
    pages.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    pages.push("README.md".into());
    pages
}

/// The lines of all code blocks of a page that are marked as `language`.
fn code(page: &Path, language: &str) -> Vec<String> {
    let text = fs::read_to_string(page).expect("readable");
    let fence = format!("```{language}\n");
    let blocks = text.split(&fence).skip(1);
    let code = blocks.filter_map(|block| block.split("```").next());
    code.flat_map(str::lines).map(str::to_owned).collect()
}

/// The commands that a page tells the reader to type, as they are for who has crosscheck installed.
fn commands(page: &Path) -> Vec<String> {
    let lines = code(page, "sh").into_iter();
    let installed = lines.map(|line| line.replace("cargo run --release --", "crosscheck"));
    installed
        .filter(|line| line.starts_with("crosscheck "))
        .collect()
}

#[cfg(unix)]
#[test]
fn every_command_of_the_documentation_works() {
    let folder = tempfile::tempdir().expect("a folder");
    for shipped in ["seeds", "fixtures"] {
        let target = std::env::current_dir().expect("a folder").join(shipped);
        std::os::unix::fs::symlink(target, folder.path().join(shipped)).expect("linked");
    }
    let program = assert_cmd::cargo::cargo_bin("crosscheck");
    let programs = program.parent().expect("a folder").display();
    let path = format!("{programs}:{}", std::env::var("PATH").unwrap_or_default());
    let mut count = 0;
    for page in pages() {
        for command in commands(&page) {
            let mut shell = Command::new("sh");
            shell
                .args(["-ec", &command])
                .env("PATH", &path)
                .current_dir(&folder);
            let output = shell.output().expect("a shell");
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(
                output.status.success(),
                "{}: {command}\n{errors}",
                page.display()
            );
            count += 1;
        }
    }
    assert!(count > 0);
}

#[test]
fn the_first_command_of_the_readme_compares_the_seeds() {
    let first = code(Path::new("README.md"), "sh").into_iter().next();
    assert_eq!(
        first.as_deref(),
        Some("cargo run --release -- compare seeds")
    );
}

#[test]
fn every_local_link_leads_somewhere() {
    for page in pages() {
        let text = fs::read_to_string(&page).expect("readable");
        let folder = page.parent().expect("a folder");
        for link in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let path = link.split('#').next().unwrap_or_default();
            let local = !path.is_empty() && !path.contains("://");
            assert!(
                !local || folder.join(path).exists(),
                "{}: {link}",
                page.display()
            );
        }
    }
}

/// `UPDATE_DOCS=1 cargo test --features parquet docs` writes it anew. The page tells of all formats, also of those that a build
/// has no feature for.
#[test]
fn the_page_of_formats_says_what_the_formats_say() {
    let (path, page) = ("docs/FORMATS.md", crosscheck::output::guide::page());
    let complete = cfg!(feature = "parquet");
    if std::env::var_os("UPDATE_DOCS").is_some() && complete {
        fs::write(path, &page).expect("writable");
    }
    let written = fs::read_to_string(path).expect("readable");
    if complete {
        assert_eq!(written, page);
    }
    let mut lines = written.lines();
    for line in page.lines() {
        assert!(lines.any(|known| known == line), "{path} lacks {line:?}");
    }
}

/// `UPDATE_DOCS=1 cargo test --all-features docs` writes the table anew, from what the readers say of themselves. It tells of all
/// readers, also of those that a build has no feature for.
#[test]
fn the_page_on_reading_says_what_the_readers_say() {
    let path = "docs/READING.md";
    let mut page = fs::read_to_string(path).expect("readable");
    let head = "| format | endings | what is read |\n|---|---|---|\n";
    let start = page.find(head).expect("a table") + head.len();
    let table = start..start + page[start..].find("\n\n").expect("an end") + 1;
    let rows = READERS.iter().map(|reader| {
        let endings = reader.extensions().join(", ");
        format!("| {} | {endings} | {} |\n", reader.name(), reader.summary())
    });
    let complete = cfg!(all(feature = "docx", feature = "pdf", feature = "warc"));
    if std::env::var_os("UPDATE_DOCS").is_some() && complete {
        page.replace_range(table.clone(), &rows.clone().collect::<String>());
        fs::write(path, &page).expect("writable");
    }
    if complete {
        assert_eq!(page[table.clone()], rows.clone().collect::<String>());
    }
    for row in rows {
        assert!(page[table.clone()].contains(&row), "{path} lacks {row}");
    }
}

#[test]
fn the_page_on_security_says_what_the_limits_are() {
    let page = fs::read_to_string("docs/SECURITY.md").expect("readable");
    let limits = serde_json::to_value(Limits::default()).expect("plain numbers");
    for (name, limit) in limits.as_object().expect("named") {
        let mut rows = page
            .lines()
            .filter(|line| line.starts_with(&format!("| `{name}` |")));
        let row = rows.next().expect("a row").replace(',', "");
        assert!(row.ends_with(&format!("| {limit} |")), "{row}: {limit}");
    }
}

#[test]
fn the_limits_in_the_page_are_those_that_were_measured() {
    let page = fs::read_to_string("src/output/html/templates/method.html").expect("readable");
    let accuracy = fs::read_to_string("docs/ACCURACY.md").expect("readable");
    let row = |name: &str| {
        let mut rows = accuracy.lines().filter(|line| line.contains(name));
        rows.next().expect("a row").to_owned()
    };
    for (name, sentence) in [
        ("links, precision and recall", ["are right", "are found"]),
        (
            "conflicts, precision and recall",
            ["is one", "of the conflicts"],
        ),
    ] {
        let row = row(name);
        let measured = row.split('|').nth(2).expect("left out").trim();
        for (figure, words) in measured.split(", ").zip(sentence) {
            let rounded = format!("{:.2}", figure.parse::<f64>().expect("a figure"));
            let stated = format!("{} {words}", rounded.trim_start_matches('0'));
            assert!(page.contains(&stated), "{stated}: not in {page}");
        }
    }
}
