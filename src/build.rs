//! Cuts the endings off the words of the word lists, so that no run has to: doing it takes as long as reading a dozen articles.

#![allow(
    clippy::print_stdout,
    reason = "Cargo reads there what is to be watched"
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs, io};

#[path = "text/lexicon.rs"]
#[allow(dead_code, reason = "of all lists only one is read here")]
mod lexicon;
#[path = "text/porter.rs"]
mod porter;

/// Where the lists of words lie that are held against the stems of an article's words.
const LISTS: [&str; 2] = ["src/ask/data", "src/text/data"];

fn main() -> io::Result<()> {
    let mut words = BTreeSet::new();
    for folder in LISTS {
        println!("cargo::rerun-if-changed={folder}");
        for file in fs::read_dir(folder)? {
            let list = fs::read_to_string(file?.path())?;
            let of_list = list.split(|letter: char| !letter.is_ascii_lowercase());
            words.extend(of_list.filter(|word| !word.is_empty()).map(str::to_owned));
        }
    }
    let porter = porter::Porter::new();
    let lines = words
        .iter()
        .map(|word| format!("{word} {}\n", porter.stem(word)));
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(
        Path::new(&folder).join("stems.txt"),
        lines.collect::<String>(),
    )
}
