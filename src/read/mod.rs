//! Bytes to sources.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::model::{Block, Source, Span};

/// Reads what the user named: files, folders and `-` (standard input). What could not be read is returned beside the sources.
pub fn open(paths: &[String]) -> (Vec<Source>, Vec<Error>) {
    let (mut sources, mut errors) = (Vec::new(), Vec::new());
    for path in paths {
        for file in files(Path::new(path)) {
            match std::fs::read(&file) {
                Ok(bytes) => sources.push(plain(&file.to_string_lossy(), &bytes)),
                Err(error) => errors.push(Error::Unreadable {
                    path: file.display().to_string(),
                    reason: error.to_string(),
                }),
            }
        }
    }
    (sources, errors)
}

fn files(path: &Path) -> Vec<std::path::PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let mut inside: Vec<_> = std::fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.is_file())
        .collect();
    inside.sort();
    inside
}

fn plain(path: &str, bytes: &[u8]) -> Source {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start..start + line.len()).trimmed(&text);
        if !span.is_empty() {
            blocks.push(Block { zone: None, span });
        }
        start += line.len();
    }
    let stem = Path::new(path)
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy();
    let id = stem.split('_').next().unwrap_or_default().to_owned();
    Source {
        id,
        path: path.to_owned(),
        label: stem.into_owned(),
        outlet: None,
        published: None,
        url: None,
        sha256: Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
        text,
        blocks,
        warnings: Vec::new(),
    }
}
