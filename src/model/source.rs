//! An article as it was supplied.

use super::{Block, Span};

/// One article as supplied. It owns the text that all spans point into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Short, unique name in this run; claims are called `id.number`.
    pub id: String,
    /// Where it was read from, as given by the user.
    pub path: String,
    /// What people call it: the file name, or a title.
    pub label: String,
    /// The publisher, where known.
    pub outlet: Option<String>,
    /// The family of publishers that the outlet belongs to, where the user gave one: its members are not independent of each other.
    pub family: Option<String>,
    /// Day of publication, where the file or the text itself gives one.
    pub published: Option<jiff::civil::Date>,
    /// Address of the article, where known.
    pub url: Option<String>,
    /// SHA-256 of the bytes that were read, lower-case hexadecimal.
    pub sha256: String,
    /// The decoded text.
    pub text: String,
    /// The blocks of the text, in document order, apart from each other.
    pub blocks: Vec<Block>,
    /// What was not as it should be, in words for the user.
    pub warnings: Vec<String>,
}

impl Source {
    /// The words at `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}

/// Which source of the collection: a position in its list of sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceIndex(pub u32);

impl SourceIndex {
    /// As a position in a slice.
    pub fn get(self) -> usize {
        self.0 as usize
    }
}
