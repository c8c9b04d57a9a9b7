//! Writes made-up news to a folder: `cargo bench --bench articles -- FOLDER EVENTS OUTLETS`. Whoever measures another program
//! gives it the same text.

mod generator;

use std::path::Path;
use std::{env, fs, io};

/// The same news for everybody.
const SEED: u64 = 2026;

fn main() -> io::Result<()> {
    // Cargo adds an argument of its own.
    let arguments: Vec<_> = env::args().skip(1).filter(|it| it != "--bench").collect();
    let [folder, events, outlets] = arguments.as_slice() else {
        return Err(io::Error::other("say FOLDER EVENTS OUTLETS"));
    };
    let number = |text: &String| text.parse::<usize>().map_err(io::Error::other);
    fs::create_dir_all(folder)?;
    for article in generator::articles(SEED, number(events)?, number(outlets)?) {
        fs::write(Path::new(folder).join(article.path), article.text)?;
    }
    Ok(())
}
