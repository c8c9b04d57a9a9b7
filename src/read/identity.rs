//! Short names for sources.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::files::STANDARD_INPUT;
use crate::model::Source;

/// A file name that ends in `_` and at least so many hexadecimal digits carries a hash; what stands before it is the name.
const HASH_DIGITS: usize = 8;

/// Longer names than this help nobody: claims are called after their source.
const LONGEST_ID: usize = 48;

/// What people call a file: its name without the ending.
pub fn label(path: &str) -> String {
    if path == STANDARD_INPUT {
        return "standard input".to_owned();
    }
    Path::new(path)
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The id of a file: its name without ending and hash (`000_8e6181d45c1dbd38.txt` → `000`).
pub fn from_path(path: &str) -> String {
    from_name(&label(path))
}

/// The id that `name` gives: letters, digits, `-`, `_` and `.` stay, anything else becomes `-`.
pub fn from_name(name: &str) -> String {
    let safe = |letter: char| match letter {
        '-' | '_' | '.' => letter,
        _ if letter.is_alphanumeric() => letter,
        _ => '-',
    };
    let id: String = without_hash(name)
        .chars()
        .take(LONGEST_ID)
        .map(safe)
        .collect();
    match id.trim_matches(['-', '.']) {
        "" => "source".to_owned(),
        id => id.to_owned(),
    }
}

fn without_hash(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((rest, hash))
            if !rest.is_empty()
                && hash.len() >= HASH_DIGITS
                && hash.bytes().all(|digit| digit.is_ascii_hexdigit()) =>
        {
            rest
        }
        _ => name,
    }
}

/// Gives sources that share an id different ones, and sorts all by id. Who keeps the plain id is decided by path and content,
/// not by the order in which the sources come.
pub fn make_unique(sources: &mut [Source]) {
    sources.sort_by(|left, right| {
        let key = |source: &Source| {
            (
                source.id.clone(),
                source.path.clone(),
                source.sha256.clone(),
            )
        };
        key(left).cmp(&key(right))
    });
    let mut taken: HashSet<String> = sources.iter().map(|source| source.id.clone()).collect();
    // Of each id that was given to a source, the number from which on free ones are looked for.
    let mut next: HashMap<String, usize> = HashMap::new();
    for source in sources.iter_mut() {
        let Some(from) = next.get_mut(&source.id) else {
            next.insert(source.id.clone(), 2);
            continue;
        };
        while taken.contains(&format!("{}-{from}", source.id)) {
            *from += 1;
        }
        source.id = format!("{}-{from}", source.id);
        taken.insert(source.id.clone());
    }
    sources.sort_by(|left, right| left.id.cmp(&right.id));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_at_the_end_of_a_file_name_is_no_part_of_its_id() {
        for (path, id) in [
            ("seeds/000_8e6181d45c1dbd38.txt", "000"),
            ("97566c74-fox.txt", "97566c74-fox"),
            ("a/report_2025.html", "report_2025"),
            ("_8e6181d45c1dbd38.txt", "_8e6181d45c1dbd38"),
            ("-", "standard-input"),
            ("The Hill: update.md", "The-Hill--update"),
            ("...", "source"),
        ] {
            assert_eq!(from_path(path), id, "{path}");
        }
    }
}
