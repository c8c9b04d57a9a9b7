//! Identifiers that follow from content: the same article gets the same ones in every run, whatever its file is called.
//!
//! They start with a letter and hold only ASCII letters, digits, `-` and `.`, which every graph format accepts unquoted or quoted.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

/// Hexadecimal digits of a hash that go into an identifier: 48 bits, a collision among 100,000 things is a 1 in 50,000 chance,
/// and [`Unique`] resolves it.
const DIGITS: usize = 12;

/// SHA-256 of `bytes`, lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// `prefix-` and a hash of `parts`, in their order.
pub fn hashed<'a>(prefix: &str, parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
        hash.update(b"\0");
    }
    format!("{prefix}-{}", shortened(&hexadecimal(&hash.finalize())))
}

/// The identifier of a link between claims of these words.
pub fn link_id(a: &str, b: &str) -> String {
    hashed("l", [a, b])
}

/// The beginning of a hash that is known already.
pub fn shortened(hash: &str) -> &str {
    hash.get(..DIGITS).unwrap_or(hash)
}

/// Keeps identifiers apart: the second use of one becomes `…-2`, the third `…-3`.
#[derive(Debug, Default)]
pub struct Unique(HashMap<String, usize>);

impl Unique {
    /// `id` itself, or with the number of its use where it was used before.
    pub fn name(&mut self, id: impl Into<String>) -> String {
        let id = id.into();
        let uses = self.0.entry(id.clone()).or_default();
        *uses += 1;
        match *uses {
            1 => id,
            again => format!("{id}-{again}"),
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_parts_give_the_same_identifier_and_their_borders_count() {
        assert_eq!(hashed("name", ["ab", "c"]), hashed("name", ["ab", "c"]));
        assert_ne!(hashed("name", ["ab", "c"]), hashed("name", ["a", "bc"]));
    }

    #[test]
    fn an_identifier_that_comes_again_is_numbered() {
        let mut unique = Unique::default();
        let names: Vec<_> = ["l-1", "l-2", "l-1", "l-1"]
            .map(|id| unique.name(id.to_owned()))
            .into();
        assert_eq!(names, ["l-1", "l-2", "l-1-2", "l-1-3"]);
    }
}
