//! How long each stage takes, and the whole way: `cargo bench --bench stages`, with `-- whole_run` for one of them.

mod generator;

use std::fs;

use crosscheck::align::Match;
use crosscheck::graph::ClaimGraph;
use crosscheck::limits::Limits;
use crosscheck::model::{Collection, Source};
use crosscheck::output::target::Target;
use crosscheck::output::{FORMATS, Format, Options};
use crosscheck::report::Report;
use crosscheck::text::profile::Profile;
use crosscheck::{Config, Error, Reconciler, align, judge, output, read, reconcile, report};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// The same news for everybody.
const SEED: u64 = 2026;

/// What is measured, from one event to an archive.
#[derive(Clone, Copy, Debug)]
enum Input {
    /// The five articles in `seeds`.
    Seeds,
    /// Made-up articles of ten events.
    Articles50,
    /// As many made-up articles as have 40,000 claims.
    Claims40000,
}

const INPUTS: [Input; 3] = [Input::Seeds, Input::Articles50, Input::Claims40000];

/// The paths of the articles, with what they hold.
fn files(input: Input) -> Vec<(String, Vec<u8>)> {
    let (events, outlets) = match input {
        Input::Seeds => return seeds(),
        Input::Articles50 => (10, 5),
        Input::Claims40000 => (286, 5),
    };
    let articles = generator::articles(SEED, events, outlets).into_iter();
    articles
        .map(|article| (article.path, article.text.into_bytes()))
        .collect()
}

fn seeds() -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir("seeds").expect("the folder of the seeds");
    let paths = entries.map(|entry| entry.expect("readable").path());
    let texts = paths.filter(|path| path.extension().is_some_and(|it| it == "txt"));
    texts
        .map(|path| (path.display().to_string(), fs::read(&path).expect("a file")))
        .collect()
}

fn sources(files: &[(String, Vec<u8>)]) -> Vec<Source> {
    let options = read::Options::default();
    let read = |(path, bytes): &(String, Vec<u8>)| read::read(path, bytes, &options);
    files
        .iter()
        .flat_map(|file| read(file).expect("plain text"))
        .collect()
}

fn collection(input: Input) -> Collection {
    reconcile::cut(sources(&files(input)), &Limits::default())
}

fn profiled(input: Input) -> (Collection, Vec<Profile>) {
    let collection = collection(input);
    let profiles = reconcile::profiles(&collection, None);
    (collection, profiles)
}

fn found(collection: &Collection, profiles: &[Profile]) -> Vec<Match> {
    let config = Config::default();
    let threshold = config.threshold();
    align::align(collection, profiles, &config.weights, threshold, &()).matches
}

fn reconciled(input: Input) -> ClaimGraph {
    Reconciler::default().reconcile(sources(&files(input)))
}

fn reported(input: Input) -> Report {
    report::report(&reconciled(input), &Config::default(), true)
}

#[divan::bench(args = INPUTS, sample_count = 10)]
fn read(bencher: Bencher, input: Input) {
    let files = files(input);
    bencher.bench(|| sources(black_box(&files)));
}

#[divan::bench(args = INPUTS, sample_count = 10)]
fn split(bencher: Bencher, input: Input) {
    let files = files(input);
    bencher
        .with_inputs(|| sources(&files))
        .bench_values(|sources| reconcile::cut(sources, &Limits::default()));
}

#[divan::bench(args = INPUTS, sample_count = 10)]
fn profile(bencher: Bencher, input: Input) {
    let collection = collection(input);
    bencher.bench(|| reconcile::profiles(black_box(&collection), None));
}

#[divan::bench(args = INPUTS, sample_count = 10)]
fn align(bencher: Bencher, input: Input) {
    let (collection, profiles) = profiled(input);
    bencher.bench(|| found(black_box(&collection), black_box(&profiles)));
}

#[divan::bench(args = INPUTS, sample_count = 10)]
fn judge(bencher: Bencher, input: Input) {
    let (collection, profiles) = profiled(input);
    let found = found(&collection, &profiles);
    bencher.bench(|| {
        let links = found
            .iter()
            .map(|found| judge::judge(&collection, &profiles, found));
        links.filter(|link| link.conflict()).count()
    });
}

#[divan::bench(args = INPUTS, sample_count = 10)]
fn reconcile_all(bencher: Bencher, input: Input) {
    let reconciler = Reconciler::default();
    let files = files(input);
    bencher
        .with_inputs(|| sources(&files))
        .bench_values(|sources| reconciler.reconcile(sources));
}

#[divan::bench(args = INPUTS, sample_count = 10)]
fn report_all(bencher: Bencher, input: Input) {
    let graph = reconciled(input);
    bencher.bench(|| report::report(black_box(&graph), &Config::default(), true));
}

/// From the bytes of the articles to those of the result.
#[divan::bench(args = INPUTS, sample_count = 10)]
fn whole_run(bencher: Bencher, input: Input) {
    let files = files(input);
    let reconciler = Reconciler::default();
    let format = output::by_name("jsonl").expect("a known format");
    bencher.bench(|| {
        let graph = reconciler.reconcile(sources(black_box(&files)));
        let report = report::report(&graph, &Config::default(), true);
        format.write(&report, &Options::default(), &mut Nowhere)
    });
}

#[divan::bench(args = FORMATS.iter().map(|format| format.name()), sample_count = 10)]
fn write(bencher: Bencher, name: &str) {
    let format: &dyn Format = output::by_name(name).expect("a known format");
    let report = reported(Input::Seeds);
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
