//! Bytes to sources. An input format is one file here and one row in [`READERS`].

mod assemble;
mod decode;
#[cfg(feature = "docx")]
mod docx;
mod feed;
#[cfg(feature = "fetch")]
mod fetch;
mod files;
mod html;
mod identity;
mod json;
mod manifest;
mod markdown;
mod markup;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod record;
pub mod saved;
mod table;
#[cfg(feature = "warc")]
mod warc;

pub use files::{PROJECT_FILE, STANDARD_INPUT};

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::limits::Limits;
use crate::model::Source;

/// A way to read an article, or several, from one file.
pub trait Reader: Sync {
    /// What it is called on the command line; unique.
    fn name(&self) -> &'static str;
    /// What it reads, in one line.
    fn summary(&self) -> &'static str;
    /// Endings of file names that mean this format; each belongs to one format.
    fn extensions(&self) -> &'static [&'static str];
    /// Whether the first bytes of a file look like this format. At most one reader says yes to any beginning; plain text never does.
    fn sniff(&self, head: &[u8]) -> bool;
    /// Reads the bytes of the file at `path`. Ids need not be unique yet.
    ///
    /// # Errors
    /// If the bytes are not of this format, hold no text, or more than they may.
    fn read(&self, path: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Source>, Error>;
}

/// All readers.
pub static READERS: &[&dyn Reader] = &[
    &plain::Plain,
    &markdown::Markdown,
    &html::Html,
    &json::Json,
    &json::JsonLines,
    &table::Csv,
    &table::Tsv,
    &feed::Feed,
    #[cfg(feature = "docx")]
    &docx::Docx,
    #[cfg(feature = "pdf")]
    &pdf::Pdf,
    #[cfg(feature = "warc")]
    &warc::Warc,
];

/// The reader that is called `name`.
pub fn by_name(name: &str) -> Option<&'static dyn Reader> {
    READERS.iter().copied().find(|reader| reader.name() == name)
}

/// How to read, as far as it is for the user to say.
#[derive(Clone, Default)]
pub struct Options {
    /// Read everything with this reader instead of guessing from name and content.
    pub reader: Option<&'static dyn Reader>,
    /// Fetch from addresses within private networks too.
    pub allow_private: bool,
    /// Keep what was fetched in this folder.
    pub save_sources: Option<PathBuf>,
    /// How much is read before it is too much.
    pub limits: Limits,
}

/// What was read, and what could not be.
#[derive(Debug, Default)]
pub struct Reading {
    /// The sources, sorted by id.
    pub sources: Vec<Source>,
    /// Why other files gave no source, in the order in which they were named.
    pub errors: Vec<Error>,
}

/// Reads what the user named: files, folders with all their subfolders, manifests (`sources.toml`), `-` (standard input),
/// and addresses of pages, which only builds with the feature `fetch` can follow.
/// What cannot be read does not keep the rest from being read.
pub fn open(paths: &[String], options: &Options) -> Reading {
    let mut reading = Reading::default();
    for file in files::files(paths, options) {
        let read = file.and_then(|file| {
            let mut sources = read(&file.path, &file.bytes, options)?;
            file.details.give(&mut sources);
            Ok(sources)
        });
        match read {
            Ok(sources) => reading.sources.extend(sources),
            Err(error) => reading.errors.push(error),
        }
        if let Err(too_many) = options.limits.check_sources(reading.sources.len()) {
            reading.errors.push(too_many);
            break;
        }
    }
    identity::make_unique(&mut reading.sources);
    reading
}

/// Whether `path` may be that of a file: neither standard input nor an address, and no folder, device or pipe stands there.
pub fn may_be_file(path: &str) -> bool {
    let place = Path::new(path);
    path != STANDARD_INPUT && !files::is_address(path) && (place.is_file() || !place.exists())
}

/// Reads the bytes of one file, which came from `path`.
///
/// # Errors
/// If they hold nothing that can be read.
pub fn read(path: &str, bytes: &[u8], options: &Options) -> Result<Vec<Source>, Error> {
    if bytes.is_empty() {
        return Err(unreadable(path, "the file is empty"));
    }
    options.limits.check_file(path, bytes.len())?;
    let reader = options.reader.unwrap_or_else(|| recognise(path, bytes));
    reader.read(path, bytes, &options.limits)
}

/// How many bytes a reader sees of a file that it is asked to recognise.
const HEAD: usize = 4096;

/// The reader for a file: the one that knows its content, else the one that owns its ending, else plain text.
fn recognise(path: &str, bytes: &[u8]) -> &'static dyn Reader {
    let head = &bytes[..bytes.len().min(HEAD)];
    let ending = Path::new(path)
        .extension()
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let owns = |reader: &&&dyn Reader| {
        ending
            .as_deref()
            .is_some_and(|ending| reader.extensions().contains(&ending))
    };
    let known = READERS.iter().find(|reader| reader.sniff(head));
    let named = || READERS.iter().find(owns);
    known.or_else(named).copied().unwrap_or(&plain::Plain)
}

/// A source of this text, without blocks and with nothing known but where it came from: the file at `path`, whose bytes have
/// this hash.
fn source(path: &str, sha256: String, decoded: decode::Decoded) -> Source {
    Source {
        id: identity::from_path(path),
        path: path.to_owned(),
        label: identity::label(path),
        outlet: None,
        family: None,
        published: None,
        url: None,
        sha256,
        text: decoded.text,
        blocks: Vec::new(),
        warnings: decoded.warnings,
    }
}

/// SHA-256 of `bytes`, lower-case hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unreadable(path: &str, reason: impl Into<String>) -> Error {
    Error::Unreadable {
        path: path.to_owned(),
        reason: reason.into(),
    }
}

/// Why the file or folder at `path` cannot be read.
fn failed(path: &Path, error: &std::io::Error) -> Error {
    let reason = match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "you may not read it (permissions)".to_owned(),
        _ => error.to_string(),
    };
    unreadable(&path.display().to_string(), reason)
}
