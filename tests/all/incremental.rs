//! Adding articles to a saved report gives what comparing all of them at once gives, byte for byte.

use std::path::Path;

use assert_cmd::Command;
use itertools::Itertools;
use proptest::prelude::*;

fn seeds() -> Vec<String> {
    let files = std::fs::read_dir("seeds").expect("the seeds");
    let paths = files.map(|file| file.expect("a file").path().display().to_string());
    paths.sorted().collect()
}

/// The report on `sources`, written to `place` in the format of its ending.
fn compare(sources: &[String], place: &Path) -> Vec<u8> {
    let mut command = Command::cargo_bin("crosscheck").expect("built");
    let target = place.display().to_string();
    let run = command.arg("compare").args(sources).args(["-o", &target]);
    run.assert().success();
    std::fs::read(place).expect("a report")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]
    #[test]
    fn a_saved_report_grows_to_what_a_full_run_gives(
        order in Just(seeds()).prop_shuffle(),
        first in 2_usize..4,
        ending in prop::sample::select(vec!["json", "jsonl"]),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let place = |name: &str| folder.path().join(format!("{name}.{ending}"));
        let full = compare(&order, &place("full"));
        let mut grown = compare(&order[..first], &place("grown"));
        for (step, added) in order[first..].iter().enumerate() {
            let saved = place(&format!("saved{step}"));
            std::fs::write(&saved, &grown).expect("written");
            let sources = [added.clone(), saved.display().to_string()];
            grown = compare(&sources, &place("grown"));
        }
        prop_assert!(grown == full, "adding {:?} to a report gives another one", &order[first..]);
    }
}
