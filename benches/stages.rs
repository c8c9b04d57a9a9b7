//! How long each stage takes, and the whole way: `cargo bench`, or `cargo bench -- reconcile` for one of them.

mod generator;

use crosscheck::align::Match;
use crosscheck::graph::ClaimGraph;
use crosscheck::limits::Limits;
use crosscheck::model::{Collection, Source};
use crosscheck::output::target::Target;
use crosscheck::output::{FORMATS, Format, Options};
use crosscheck::report::Report;
use crosscheck::text::profile::Profile;
use crosscheck::{Config, Error, Reconciler, align, judge, read, reconcile, report};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// The same news for everybody.
const SEED: u64 = 2026;

/// What is measured, from one event to a small archive: events, and outlets that tell of each.
const SIZES: [(usize, usize); 3] = [(1, 5), (10, 5), (100, 5)];
/// For what takes longer.
const SMALL_SIZES: [(usize, usize); 2] = [(1, 5), (10, 5)];

fn sources((events, outlets): (usize, usize)) -> Vec<Source> {
    let articles = generator::articles(SEED, events, outlets);
    articles
        .iter()
        .flat_map(|article| {
            let bytes = article.text.as_bytes();
            read::read(&article.path, bytes, &read::Options::default()).expect("plain text")
        })
        .collect()
}

fn profiled(size: (usize, usize)) -> (Collection, Vec<Profile>) {
    let collection = reconcile::cut(sources(size), &Limits::default());
    let profiles = reconcile::profiles(&collection, None);
    (collection, profiles)
}

fn found(collection: &Collection, profiles: &[Profile]) -> Vec<Match> {
    let config = Config::default();
    let threshold = config.threshold();
    align::align(collection, profiles, &config.weights, threshold, &()).matches
}

fn reconciled(size: (usize, usize)) -> ClaimGraph {
    Reconciler::default().reconcile(sources(size))
}

fn reported(size: (usize, usize)) -> Report {
    report::report(&reconciled(size), &Config::default(), true)
}

#[divan::bench(args = SIZES)]
fn split(bencher: Bencher, size: (usize, usize)) {
    let sources = || sources(size);
    bencher
        .with_inputs(sources)
        .bench_values(|sources| reconcile::cut(sources, &Limits::default()));
}

#[divan::bench(args = SIZES)]
fn profile(bencher: Bencher, size: (usize, usize)) {
    let collection = reconcile::cut(sources(size), &Limits::default());
    bencher.bench(|| reconcile::profiles(black_box(&collection), None));
}

#[divan::bench(args = SMALL_SIZES, sample_count = 10)]
fn align(bencher: Bencher, size: (usize, usize)) {
    let (collection, profiles) = profiled(size);
    bencher.bench(|| found(black_box(&collection), black_box(&profiles)));
}

#[divan::bench(args = SMALL_SIZES, sample_count = 10)]
fn judge(bencher: Bencher, size: (usize, usize)) {
    let (collection, profiles) = profiled(size);
    let found = found(&collection, &profiles);
    bencher.bench(|| {
        let links = found
            .iter()
            .map(|found| judge::judge(&collection, &profiles, found));
        links.filter(|link| link.conflict()).count()
    });
}

#[divan::bench(args = SMALL_SIZES, sample_count = 10)]
fn reconcile_all(bencher: Bencher, size: (usize, usize)) {
    let reconciler = Reconciler::default();
    let sources = || sources(size);
    bencher
        .with_inputs(sources)
        .bench_values(|sources| reconciler.reconcile(sources));
}

#[divan::bench(args = SMALL_SIZES, sample_count = 10)]
fn report_all(bencher: Bencher, size: (usize, usize)) {
    let graph = reconciled(size);
    bencher.bench(|| report::report(black_box(&graph), &Config::default(), true));
}

#[divan::bench(args = FORMATS.iter().map(|format| format.name()), sample_count = 10)]
fn write(bencher: Bencher, name: &str) {
    let format: &dyn Format = crosscheck::output::by_name(name).expect("a known format");
    let report = reported(SIZES[0]);
    bencher.bench(|| format.write(black_box(&report), &Options::default(), &mut Nowhere));
}

/// A place for results that nobody reads.
struct Nowhere;

impl Target for Nowhere {
    fn stream(&mut self, bytes: &[u8]) -> Result<(), Error> {
        black_box(bytes);
        Ok(())
    }

    fn file(&mut self, _name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.stream(bytes)
    }
}
