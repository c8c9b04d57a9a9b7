//! What people and programs write for crosscheck, damaged by chance: manifests, configurations and saved reports are followed or
//! refused, but never make it panic. `PROPTEST_CASES=10000 cargo test chance` tries more.

use std::fs;

use crosscheck::read::{self, Options};
use crosscheck::report::verify::verify;
use crosscheck::{Config, Reconciler, report};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::sample::dam_report;
use crate::split::check_tiling;

/// As many tries as `PROPTEST_CASES` asks for, and otherwise so many as a developer waits for.
fn tries() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: asked.and_then(|cases| cases.parse().ok()).unwrap_or(64),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Pieces of TOML, right and wrong.
const TOML: &str = "(\\[\\[source\\]\\]\n|\\[limits\\]\n|path = |id = |published = |outlet = |family = |threshold = |claims = |\"a.txt\"\n|\"\\.\\./x\"\n|'/'\n|\"\"\n|2024-05-14\n|24:61\n|-1\n|1e999\n|\\[|\\]|#|=|\"|\n|\u{0}|é){0,24}";

/// What stands in a report where something else should.
fn strange() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(0),
        json!(-1),
        json!(3),
        json!(u64::MAX),
        json!(1e308),
        json!(""),
        json!("\u{0}é\u{202e}"),
        json!("gazette"),
        json!("gazette.2"),
        json!("/"),
        json!([]),
        json!({}),
        json!(true),
    ])
}

/// How many values there are within `value`, itself included.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(fields) => fields.values().map(size).sum::<usize>(),
        _ => 0,
    }
}

/// The value that comes `number`-th within `value`.
fn nth(value: &mut Value, number: usize) -> Option<&mut Value> {
    if number == 0 {
        return Some(value);
    }
    let inner: Vec<_> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(fields) => fields.values_mut().collect(),
        _ => Vec::new(),
    };
    let mut left = number - 1;
    for value in inner {
        let count = size(value);
        if left < count {
            return nth(value, left);
        }
        left -= count;
    }
    None
}

/// Reads a report as a source and reconciles it anew, and checks it against its articles.
fn use_report(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("report.json");
    fs::write(&path, bytes).expect("written");
    let path = path.display().to_string();
    let checked = verify(&path, Some(folder.path()));
    assert!(checked.is_err() || checked.is_ok_and(|found| !found.problems.is_empty()));
    let reading = read::open(&[path], &Options::default());
    reading.sources.iter().for_each(check_tiling_of_report);
    let graph = Reconciler::default().reconcile(reading.sources);
    report::report(&graph, &Config::default(), true);
}

/// The units of a report need not tile its texts, which may have been changed; they lie within them all the same.
fn check_tiling_of_report(source: &crosscheck::model::Source) {
    for unit in crosscheck::split::split(source) {
        assert!(source.text.get(unit.span.range()).is_some());
    }
}

proptest! {
    #![proptest_config(tries())]

    #[test]
    fn any_manifest_is_followed_or_refused(manifest in TOML) {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.txt"), "Rain fell on Monday.").expect("written");
        fs::write(folder.path().join("sources.toml"), manifest).expect("written");
        let reading = read::open(&[folder.path().display().to_string()], &Options::default());
        reading.sources.iter().for_each(check_tiling);
        for error in reading.errors {
            assert!(!error.to_string().contains('\n'), "{error}");
        }
    }

    #[test]
    fn any_configuration_is_followed_or_refused(text in TOML) {
        if let Ok(config) = Config::from_toml("c.toml", &text) {
            assert!(config.threshold().is_finite() && config.limits.unusable().is_none());
        }
    }

    #[test]
    fn a_report_with_strange_values_is_used_or_refused(changes in prop::collection::vec((any::<Index>(), strange()), 1..6)) {
        let mut report = serde_json::to_value(dam_report(true)).expect("JSON");
        for (place, value) in changes {
            let place = place.index(size(&report));
            if let Some(found) = nth(&mut report, place) {
                *found = value;
            }
        }
        use_report(report.to_string().as_bytes());
    }

    #[test]
    fn a_damaged_report_is_used_or_refused(
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 0..8),
        cut in prop::option::of(any::<Index>()),
    ) {
        let mut bytes = serde_json::to_vec(&dam_report(true)).expect("JSON");
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        bytes.truncate(cut.map_or(bytes.len(), |cut| cut.index(bytes.len())));
        use_report(&bytes);
    }
}
