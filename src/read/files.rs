//! What the user named, as files with their bytes.

use std::io::Read;
use std::path::{Path, PathBuf};

#[cfg(feature = "fetch")]
use super::fetch::fetch;
use super::manifest::{self, Details};
use super::{Options, failed, unreadable};
use crate::error::Error;

/// The name of standard input among the sources.
pub const STANDARD_INPUT: &str = "-";

/// The file with which a project sets numbers; it may stand among articles and is none.
pub const PROJECT_FILE: &str = "crosscheck.toml";

/// A file, whole.
pub struct File {
    /// Where it was read from, as given by the user.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What a manifest says of it.
    pub details: Details,
}

/// A file by its path, and what a manifest says of it.
type Named = (PathBuf, Details);

/// The files behind `paths`, loaded one after the other, each once however often it is named; folders with all that is in them.
/// Hidden files
/// and folders and the file of the project are left out unless they are named themselves.
pub fn files<'o>(
    paths: &'o [String],
    options: &'o Options,
) -> impl Iterator<Item = Result<File, Error>> + 'o {
    let mut seen = std::collections::HashSet::new();
    let named = paths.iter().flat_map(|path| match path.as_str() {
        STANDARD_INPUT => vec![Ok((PathBuf::from(STANDARD_INPUT), Details::default()))],
        address if is_address(address) => {
            vec![Ok((PathBuf::from(address), Details::of_address(address)))]
        }
        _ => expand(Path::new(path)),
    });
    named
        .filter(move |path| match path {
            Ok((path, _)) => seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())),
            Err(_) => true,
        })
        .map(|named| load(named?, options))
}

/// The files that `path` stands for: those that it names if it is a manifest, all that is in it if it is a folder, or itself.
fn expand(path: &Path) -> Vec<Result<Named, Error>> {
    let described = path.join(manifest::FILE_NAME);
    if described.is_file() {
        listed(&described)
    } else if path.is_dir() {
        inside(path)
    } else if path
        .extension()
        .is_some_and(|ending| ending == manifest::EXTENSION)
    {
        listed(path)
    } else {
        vec![Ok((path.to_owned(), Details::default()))]
    }
}

fn listed(path: &Path) -> Vec<Result<Named, Error>> {
    match manifest::load(path) {
        Ok(files) => files.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    }
}

/// The files in a folder and its subfolders, sorted by path.
fn inside(path: &Path) -> Vec<Result<Named, Error>> {
    let (mut found, mut folders) = (Vec::new(), vec![path.to_owned()]);
    while let Some(folder) = folders.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                found.push(Err(failed(&folder, &error)));
                continue;
            }
        };
        for entry in entries.filter_map(Result::ok).filter(may_be_article) {
            // The entry's own type does not follow links, so a link to a folder above cannot lead round in circles.
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                _ if entry.path().is_file() => found.push(Ok((entry.path(), Details::default()))),
                _ => {}
            }
        }
    }
    if found.is_empty() {
        let reason = "the folder holds no file; name a file, or a folder with articles in it";
        return vec![Err(unreadable(&path.display().to_string(), reason))];
    }
    found.sort_by_key(|file| file.as_ref().ok().map(|(path, _)| path.clone()));
    found
}

fn may_be_article(entry: &std::fs::DirEntry) -> bool {
    let name = entry.file_name();
    !name.to_string_lossy().starts_with('.') && name != PROJECT_FILE
}

/// Whether `path` is the address of a page.
pub fn is_address(path: &str) -> bool {
    path.starts_with("http://") || path.starts_with("https://")
}

#[cfg(not(feature = "fetch"))]
fn fetch(address: &str, _: &Options) -> Result<Vec<u8>, Error> {
    let reason = "this build fetches nothing from the network; save the page and name the file, or use a build with the feature `fetch`";
    Err(unreadable(address, reason))
}

fn load((path, details): Named, options: &Options) -> Result<File, Error> {
    let name = path.to_string_lossy().into_owned();
    let bytes = match is_address(&name) {
        true => fetch(&name, options)?,
        false => bytes_of(&path, options.limits.file_bytes())?,
    };
    Ok(File {
        path: name,
        bytes,
        details,
    })
}

fn bytes_of(path: &Path, most: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    // One byte more than is allowed, so that what is too large is seen to be so, and an endless stream ends.
    let limit = most as u64 + 1;
    if path == Path::new(STANDARD_INPUT) {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    }
    .map_err(|error| failed(path, &error))?;
    Ok(bytes)
}
