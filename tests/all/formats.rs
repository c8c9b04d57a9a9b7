//! Input formats: the fixtures of each are read as expected, and no bytes at all make a reader panic.

use std::fmt::Write as _;
use std::path::Path;

use crosscheck::limits::Limits;
use crosscheck::model::Source;
use crosscheck::read::{self, Options, READERS, Reader};
use crosscheck::split::split;
use proptest::prelude::*;

use crate::split::check_tiling;

/// What was read from the files in a folder: each source with what is known of it, and its units.
fn listing(folder: &str) -> String {
    let reading = read::open(&[folder.to_owned()], &Options::default());
    assert!(reading.errors.is_empty(), "{:?}", reading.errors);
    reading.sources.iter().map(described).collect()
}

fn described(source: &Source) -> String {
    let published = source.published.map(|day| day.to_string());
    let mut text = format!("{} from {}\n", source.id, source.path);
    let known = [
        ("label", Some(&source.label)),
        ("outlet", source.outlet.as_ref()),
        ("published", published.as_ref()),
        ("url", source.url.as_ref()),
    ];
    let known = known
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)));
    let warnings = source.warnings.iter().map(|warning| ("warning", warning));
    for (name, value) in known.chain(warnings) {
        writeln!(text, "  {name}: {value}").expect("a string takes it");
    }
    for unit in split(source) {
        let words = source.slice(unit.span);
        writeln!(text, "  {} {}: {words:?}", unit.number, unit.zone.name())
            .expect("a string takes it");
    }
    text + "\n"
}

#[test]
fn the_fixtures_of_every_reader_are_read_as_expected() {
    for reader in READERS {
        let folder = format!("fixtures/read/{}", reader.name());
        assert!(Path::new(&folder).is_dir(), "{folder} is missing");
        insta::assert_snapshot!(format!("read_{}", reader.name()), listing(&folder));
    }
}

#[test]
fn at_most_one_reader_claims_a_beginning() {
    for (reader, bytes) in fixtures() {
        let claiming = READERS.iter().filter(|other| other.sniff(&bytes));
        for other in claiming.map(|other| other.name()) {
            assert_eq!(other, reader.name());
        }
    }
}

#[test]
fn readers_have_names_and_endings_of_their_own() {
    let mut names: Vec<_> = READERS.iter().map(|reader| reader.name()).collect();
    let mut endings: Vec<_> = READERS
        .iter()
        .flat_map(|reader| reader.extensions())
        .collect();
    let (all_names, all_endings) = (names.len(), endings.len());
    names.sort_unstable();
    names.dedup();
    endings.sort_unstable();
    endings.dedup();
    assert_eq!((names.len(), endings.len()), (all_names, all_endings));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(at in 0..READERS.len(), bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        read_or_refuse(READERS[at], &bytes);
    }

    #[test]
    fn any_markup_is_read_or_refused(
        at in 0..READERS.len(),
        text in "(<(p|div|h1|figcaption|table|tr|td|br|li|item|title|content type=\"xhtml\"|!\\[CDATA\\[)>|</(p|div|table|item)>|[-#>*|`\\[\\](){}:,;\"\n]|\\{\"text\": \"|[a-zé]{1,5}|\\. ){0,40}",
    ) {
        read_or_refuse(READERS[at], text.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_of_every_format_are_read_or_refused(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        for (reader, mut bytes) in fixtures() {
            for (place, byte) in &changes {
                let place = place.index(bytes.len());
                bytes[place] = *byte;
            }
            bytes.truncate(cut.map_or(bytes.len(), |cut| cut.index(bytes.len())));
            read_or_refuse(reader, &bytes);
        }
    }
}

/// The fixtures of every reader, as bytes.
fn fixtures() -> Vec<(&'static dyn Reader, Vec<u8>)> {
    let files = READERS.iter().flat_map(|reader| {
        let folder = format!("fixtures/read/{}", reader.name());
        let files = std::fs::read_dir(folder).expect("a folder");
        files.map(move |file| (*reader, file.expect("an entry").path()))
    });
    let files = files.map(|(reader, path)| (reader, std::fs::read(path).expect("a file")));
    files.collect()
}

fn read_or_refuse(reader: &'static dyn Reader, bytes: &[u8]) {
    if let Ok(sources) = reader.read("some.file", bytes, &Limits::default()) {
        sources.iter().for_each(check_tiling);
    }
}

#[test]
fn deep_and_long_input_is_read_or_refused() {
    const MANY: usize = 3_000;
    for pattern in [
        "<div>",
        "<p>a",
        "<table><tr><td>",
        "[",
        "{\"a\":",
        "> ",
        "- ",
        "*a",
        "<a><b>",
        "|a",
        "<!--",
        "&amp;",
        "((",
        "``",
    ] {
        let text = pattern.repeat(MANY);
        for reader in READERS {
            read_or_refuse(*reader, text.as_bytes());
        }
    }
}

#[cfg(feature = "warc")]
#[test]
fn a_web_archive_that_unpacks_to_too_much_is_refused_and_one_that_may_is_read() {
    use std::io::Write as _;
    const MORE_THAN_IS_HARMLESS: usize = 17 << 20;
    let record = |kind: &str, body: &str| {
        let length = body.len();
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/a\r\nContent-Type: application/http\r\n\
             Content-Length: {length}\r\n\r\n{body}\r\n\r\n"
        )
    };
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Rain fell on Elm.";
    let archive =
        record("response", page) + &record("metadata", &" ".repeat(MORE_THAN_IS_HARMLESS));
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(archive.as_bytes()).expect("packed");
    let packed = packer.finish().expect("packed");
    let warc = READERS.iter().find(|reader| reader.name() == "warc");
    let read = |unpacked_ratio| {
        let limits = Limits {
            unpacked_ratio,
            ..Limits::default()
        };
        warc.expect("a reader").read("a.warc.gz", &packed, &limits)
    };
    let refused = read(5).expect_err("too much").to_string();
    assert!(refused.contains("limits.unpacked_ratio"), "{refused}");
    let sources = read(archive.len()).expect("allowed");
    assert_eq!(sources[0].text.trim(), "Rain fell on Elm.");
}
