//! How good crosscheck is on the five articles in `seeds/`, held against their hand-made gold. The floors only rise.

use std::path::Path;

use crosscheck::eval::gold::Gold;
use crosscheck::eval::score;
use crosscheck::{Reconciler, read};

/// What has been reached, rounded down; a change that falls below is a step back.
const FLOORS: [(&str, f64); 6] = [
    ("claims.f1", 1.0),
    ("links.f1", 0.68),
    ("relation.macro_f1", 0.72),
    ("coverage.macro_f1", 0.64),
    ("endtoend.f1", 0.5),
    ("conflict.f1", 0.9),
];

#[test]
fn the_seeds_are_reconciled_as_well_as_ever() {
    let sources = read::open(&["seeds".into()], &read::Options::default()).sources;
    let gold = Gold::load(Path::new("fixtures/gold"), sources.clone()).expect("shipped gold");
    let graph = Reconciler::default().reconcile(sources);
    let metrics = score::metrics(&[score::score(&gold, &graph)]);
    for (name, floor) in FLOORS {
        let reached = score::value(&metrics, name).unwrap_or_default();
        assert!(
            reached >= floor,
            "{name} fell to {reached:.3}, below {floor}"
        );
    }
}
