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

/// The JSON report on `sources`, written to `place`.
fn compare(sources: &[String], place: &Path) -> Vec<u8> {
    let mut command = Command::cargo_bin("crosscheck").expect("built");
    let target = format!("json={}", place.display());
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
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let place = |name: &str| folder.path().join(name);
        let full = compare(&order, &place("full.json"));
        let mut grown = compare(&order[..first], &place("grown.json"));
        for (step, added) in order[first..].iter().enumerate() {
            let saved = place(&format!("saved{step}.json"));
            std::fs::write(&saved, &grown).expect("written");
            let sources = [added.clone(), saved.display().to_string()];
            grown = compare(&sources, &place("grown.json"));
        }
        prop_assert!(grown == full, "adding {:?} to a report gives another one", &order[first..]);
    }
}
