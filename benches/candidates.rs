//! The search for candidates and their scores by themselves: for each claim the ten best of other sources, one line each with both
//! claims and the score, as other programs that look for like sentences give them.
//!
//! `cargo bench --bench candidates -- FOLDER` for the articles of a folder; `-- EVENTS OUTLETS` for made-up news. The times go to
//! standard error.

mod generator;

use std::io::{self, BufWriter, Write};
use std::time::Instant;
use std::{env, fs};

use crosscheck::align::{Prepared, SourcePair};
use crosscheck::limits::Limits;
use crosscheck::model::{ClaimIndex, Collection, ScoredPair, Source};
use crosscheck::{Config, read, reconcile};
use rayon::prelude::*;

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
    for (claim, found) in (0..).map(ClaimIndex).zip(best) {
        for (score, other) in found {
            let (claim, other) = (collection.claim_id(claim), collection.claim_id(other));
            writeln!(out, "{claim}\t{other}\t{score:.4}")?;
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

/// For each claim its best pairs, best first.
fn best(collection: &Collection) -> Vec<Vec<(f64, ClaimIndex)>> {
    let config = Config::default();
    let begun = Instant::now();
    let profiles = reconcile::profiles(collection, None);
    let profiled = begun.elapsed();
    let prepared = Prepared::new(collection, &profiles, &config.weights);
    let related = prepared.related();
    let scored = |(a, b): &(_, _)| -> Vec<ScoredPair> {
        let pairs = SourcePair::new(&prepared, *a, *b);
        pairs.scored().collect()
    };
    let mut best = vec![Vec::new(); collection.claims().len()];
    let mut compared = 0;
    // A part at a time, so that memory holds few pairs that are not among the best.
    for part in related.chunks(PART) {
        let found: Vec<_> = part.par_iter().map(scored).collect();
        for pair in found.into_iter().flatten() {
            compared += 1;
            keep(&mut best[pair.a.get()], pair.score, pair.b);
            keep(&mut best[pair.b.get()], pair.score, pair.a);
        }
    }
    let claims = collection.claims().len();
    // Nobody is left to tell if even this cannot be written.
    let _ = writeln!(
        io::stderr(),
        "{claims} claims of {} sources: profiles {:.1} s, candidates and scores {:.1} s; {} pairs of sources, {compared} of claims",
        collection.sources().len(),
        profiled.as_secs_f64(),
        (begun.elapsed() - profiled).as_secs_f64(),
        related.len(),
    );
    best
}

/// So many pairs of sources are compared before the best are picked.
const PART: usize = 4096;

fn keep(best: &mut Vec<(f64, ClaimIndex)>, score: f64, other: ClaimIndex) {
    let place = best.partition_point(|(known, _)| *known >= score);
    if place < BEST {
        best.insert(place, (score, other));
        best.truncate(BEST);
    }
}
