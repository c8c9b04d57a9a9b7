//! The search for candidates and their scores by themselves: for each claim the ten best of other sources, one line each with both
//! claims, by the file they stand in and their first byte, and the score, as other programs that look for like sentences give them.
//!
//! `cargo bench --bench candidates -- FOLDER` for the articles of a folder; `-- EVENTS OUTLETS` for made-up news. The times go to
//! standard error.

mod generator;

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use crosscheck::limits::Limits;
use crosscheck::model::{ClaimIndex, Collection, Source};
use crosscheck::{Config, read, reconcile};

/// What the command-line tool uses too.
#[cfg(feature = "cli")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The same news for everybody.
const SEED: u64 = 2026;
/// So many are kept for each claim.
const BEST: usize = 10;

fn main() -> io::Result<()> {
    // Cargo adds an argument of its own.
    let arguments: Vec<_> = env::args().skip(1).filter(|it| it != "--bench").collect();
    let articles = match arguments.as_slice() {
        [folder] => from_folder(folder)?,
        [events, outlets] => generator::articles(SEED, number(events)?, number(outlets)?),
        // `cargo test --benches` asks for nothing.
        _ => generator::articles(SEED, 1, 2),
    };
    let collection = reconcile::cut(sources(&articles), &Limits::default());
    drop(articles);
    let best = best(&collection);
    let mut out = BufWriter::new(io::stdout().lock());
    let place = |claim| {
        let path = Path::new(&collection.source_of(claim).path);
        let file = path.file_stem().unwrap_or_default().display();
        format!("{file}\t{}", collection.claim(claim).span.start)
    };
    for (claim, found) in (0..).map(ClaimIndex).zip(best) {
        for (score, other) in found {
            writeln!(out, "{}\t{}\t{score:.4}", place(claim), place(other))?;
        }
    }
    out.flush()
}

fn number(text: &str) -> io::Result<usize> {
    text.parse().map_err(io::Error::other)
}

fn from_folder(folder: &str) -> io::Result<Vec<generator::Article>> {
    let files: io::Result<Vec<_>> = fs::read_dir(folder)?.collect();
    let mut paths: Vec<_> = files?.into_iter().map(|file| file.path()).collect();
    paths.sort();
    let article = |path: std::path::PathBuf| {
        Ok(generator::Article {
            text: fs::read_to_string(&path)?,
            path: path.display().to_string(),
        })
    };
    paths.into_iter().map(article).collect()
}

fn sources(articles: &[generator::Article]) -> Vec<Source> {
    let read = articles.iter().flat_map(|article| {
        let bytes = article.text.as_bytes();
        read::read(&article.path, bytes, &read::Options::default()).expect("an article")
    });
    read.collect()
}

/// So many claims keep all threads busy, and what they mean takes some hundred MB.
const CLAIMS_AT_ONCE: usize = 20_000;

/// For each claim its best pairs, best first.
fn best(collection: &Collection) -> Vec<Vec<(f64, ClaimIndex)>> {
    let begun = Instant::now();
    let mut best = vec![Vec::new(); collection.claims().len()];
    let mut compared = 0;
    let weights = Config::default().weights;
    reconcile::score(collection, &weights, CLAIMS_AT_ONCE, |pairs| {
        compared += pairs.len();
        for pair in pairs {
            keep(&mut best[pair.a.get()], pair.score, pair.b);
            keep(&mut best[pair.b.get()], pair.score, pair.a);
        }
    });
    let (claims, sources) = (collection.claims().len(), collection.sources().len());
    let seconds = begun.elapsed().as_secs_f64();
    // Nobody is left to tell if even this cannot be written.
    let _ = writeln!(
        io::stderr(),
        "{claims} claims of {sources} sources, {compared} pairs of them scored: {seconds:.1} s"
    );
    best
}

fn keep(best: &mut Vec<(f64, ClaimIndex)>, score: f64, other: ClaimIndex) {
    let place = best.partition_point(|(known, _)| *known >= score);
    if place < BEST {
        best.insert(place, (score, other));
        best.truncate(BEST);
    }
}
