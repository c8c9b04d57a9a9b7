//! How much is read before it is too much: what guards against endless work.

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// The limits of reading; the table `[limits]` of a configuration file may set any of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Sources of one run. Every two of them that may tell of one event are compared, so that the work grows with the square of the
    /// number that do: ten thousand that tell of two thousand events take as long as three hundred that tell of one.
    pub sources: usize,
    /// MiB of one file, and of what is unpacked from it. It keeps byte positions far below what a span can hold.
    pub file_mib: usize,
    /// Records, items or pages of one file.
    pub entries: usize,
    /// Claims of one source; a book has about 10,000 sentences.
    pub claims: usize,
    /// Bytes of one claim or other unit; longer ones are cut at blanks. The later stages compare every word of a claim with every word
    /// of another, so this bounds what one pair can cost.
    pub unit_bytes: usize,
    /// Elements of a web page within each other. Parsing takes time that grows with the square of the depth.
    pub html_depth: usize,
    /// How many times larger a file may become when it is unpacked; 16 MiB are always harmless. Text shrinks to a tenth or so.
    pub unpacked_ratio: usize,
    /// Redirects from one address to another.
    pub redirects: usize,
    /// Seconds for a page to come, with all its redirects.
    pub fetch_seconds: usize,
    /// MiB of a page.
    pub page_mib: usize,
}

/// What [`Limits::unit_bytes`] is unless somebody says otherwise: longer is no sentence that anybody wrote. The longest of 2,272
/// hand-cut news sentences has 557 bytes.
pub const UNIT_BYTES: usize = 2000;

impl Default for Limits {
    fn default() -> Self {
        Self {
            sources: 10_000,
            file_mib: 256,
            entries: 100_000,
            claims: 20_000,
            unit_bytes: UNIT_BYTES,
            html_depth: 2000,
            unpacked_ratio: 200,
            redirects: 5,
            fetch_seconds: 20,
            page_mib: 16,
        }
    }
}

/// The largest file that may be asked for, in MiB: a span counts in 32 bits.
const LARGEST_FILE_MIB: usize = 2048;

/// A shorter piece than this would cut words.
const SHORTEST_UNIT: usize = 200;

/// What is unpacked may always have so many bytes: it does no harm, however well it was packed.
#[cfg(any(feature = "docx", feature = "warc"))]
const HARMLESS: usize = 16 << 20;

impl Limits {
    /// The limits that cannot be followed, each with the reason.
    pub fn unusable(&self) -> Option<String> {
        let least_one = [
            ("sources", self.sources),
            ("file_mib", self.file_mib),
            ("entries", self.entries),
            ("claims", self.claims),
            ("html_depth", self.html_depth),
            ("unpacked_ratio", self.unpacked_ratio),
            ("fetch_seconds", self.fetch_seconds),
            ("page_mib", self.page_mib),
        ];
        let zero = least_one.iter().find(|(_, value)| *value == 0);
        let largest = LARGEST_FILE_MIB;
        match zero {
            Some((name, _)) => Some(format!("limits.{name} is 0: nothing could be read")),
            None if self.file_mib > largest || self.page_mib > largest => Some(format!(
                "limits.file_mib and limits.page_mib cannot exceed {largest}: byte positions have 32 bits"
            )),
            None if self.unit_bytes < SHORTEST_UNIT => Some(format!(
                "limits.unit_bytes is {}: it must be {SHORTEST_UNIT} or more, or sentences would be cut",
                self.unit_bytes
            )),
            None => None,
        }
    }

    /// Bytes of one file.
    pub fn file_bytes(&self) -> usize {
        self.file_mib << 20
    }

    /// Makes sure that a run does not have more sources than it may.
    ///
    /// # Errors
    /// If it has.
    pub fn check_sources(&self, count: usize) -> Result<(), Error> {
        let what = || "the number of sources".to_owned();
        within(count, self.sources, "sources", what)
    }

    /// Makes sure that the source `id` does not have more claims than it may.
    ///
    /// # Errors
    /// If it has.
    pub fn check_claims(&self, id: &str, count: usize) -> Result<(), Error> {
        let what = || format!("the number of claims of {id}");
        within(count, self.claims, "claims", what)
    }

    /// Makes sure that the file at `path` is not larger than it may be.
    pub(crate) fn check_file(&self, path: &str, bytes: usize) -> Result<(), Error> {
        let what = || format!("the size of {path}, in MiB,");
        within(bytes.div_ceil(1 << 20), self.file_mib, "file_mib", what)
    }

    /// Makes sure that the file at `path` does not hold more articles than it may.
    pub(crate) fn check_entries(&self, path: &str, count: usize) -> Result<(), Error> {
        let what = || format!("the number of articles in {path}");
        within(count, self.entries, "entries", what)
    }

    /// Makes sure that elements in the file at `path` do not stand deeper than they may.
    pub(crate) fn check_depth(&self, path: &str, depth: usize) -> Result<(), Error> {
        let what = || format!("the depth of elements in {path}");
        within(depth, self.html_depth, "html_depth", what)
    }

    /// All that `packed` unpacks to, where that had `packed_bytes` in the file at `path`; nothing if it is damaged.
    ///
    /// # Errors
    /// If it is more than it may be.
    #[cfg(any(feature = "docx", feature = "warc"))]
    pub(crate) fn unpack(
        &self,
        path: &str,
        packed_bytes: usize,
        packed: impl std::io::Read,
    ) -> Result<Option<Vec<u8>>, Error> {
        use std::io::Read as _;
        let by_ratio = packed_bytes
            .saturating_mul(self.unpacked_ratio)
            .max(HARMLESS);
        let most = by_ratio.min(self.file_bytes());
        let mut unpacked = Vec::new();
        // One byte more than is allowed, so that what is too large is seen to be so.
        let read = packed.take(most as u64 + 1).read_to_end(&mut unpacked);
        if unpacked.len() > most && most == by_ratio {
            let what = || format!("how many times larger {path} becomes when it is unpacked");
            return within(
                self.unpacked_ratio + 1,
                self.unpacked_ratio,
                "unpacked_ratio",
                what,
            )
            .map(|()| None);
        }
        self.check_file(path, unpacked.len())?;
        Ok(read.is_ok().then_some(unpacked))
    }
}

fn within(
    count: usize,
    limit: usize,
    name: &'static str,
    what: impl Fn() -> String,
) -> Result<(), Error> {
    match count <= limit {
        true => Ok(()),
        false => Err(Error::Limit {
            what: what(),
            limit,
            name,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_limits_can_be_followed_and_others_cannot() {
        assert_eq!(Limits::default().unusable(), None);
        let none = Limits {
            entries: 0,
            ..Limits::default()
        };
        assert!(
            none.unusable()
                .is_some_and(|reason| reason.contains("entries"))
        );
        let short = Limits {
            unit_bytes: 3,
            ..Limits::default()
        };
        assert!(
            short
                .unusable()
                .is_some_and(|reason| reason.contains("unit_bytes"))
        );
    }

    #[test]
    fn what_exceeds_a_limit_says_how_to_raise_it() {
        let error = Limits::default()
            .check_sources(10_001)
            .expect_err("too many");
        assert_eq!(
            error.to_string(),
            "the number of sources exceeds the limit of 10000; a configuration file (--config) may raise limits.sources"
        );
        assert!(Limits::default().check_sources(10_000).is_ok());
    }

    #[cfg(any(feature = "docx", feature = "warc"))]
    #[test]
    fn what_unpacks_to_much_more_than_it_was_is_refused() {
        let limits = Limits::default();
        use std::io::Read as _;
        let unpacked = |packed: usize, bytes: usize| {
            limits.unpack("a.gz", packed, std::io::repeat(b'a').take(bytes as u64))
        };
        assert_eq!(
            unpacked(10, 1000).expect("small").map(|text| text.len()),
            Some(1000)
        );
        let bomb = unpacked(1000, HARMLESS + 1)
            .expect_err("a bomb")
            .to_string();
        assert!(bomb.contains("unpacked_ratio"), "{bomb}");
    }
}
