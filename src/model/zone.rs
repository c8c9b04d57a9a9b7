//! What part of a page a stretch of text is.

use super::Span;

/// What a unit of a page is. Only [`Zone::Claim`] is compared; the others are kept and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Zone {
    /// A sentence, bullet or table row of the article's own body.
    Claim,
    /// A headline, a subhead, the head row of a table.
    Heading,
    /// Date line, byline and the like.
    Meta,
    /// The words and the credit of a picture.
    Caption,
    /// Words of the page, not of the article: "Read more", "6 Comments".
    Boilerplate,
    /// What readers wrote, and their names.
    Comment,
    /// Where the article says it was taken from.
    Provenance,
}

impl Zone {
    /// All zones.
    pub const ALL: [Zone; 7] = [
        Zone::Claim,
        Zone::Heading,
        Zone::Meta,
        Zone::Caption,
        Zone::Boilerplate,
        Zone::Comment,
        Zone::Provenance,
    ];

    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Zone::Claim => "claim",
            Zone::Heading => "heading",
            Zone::Meta => "meta",
            Zone::Caption => "caption",
            Zone::Boilerplate => "boilerplate",
            Zone::Comment => "comment",
            Zone::Provenance => "provenance",
        }
    }
}

/// A paragraph, list item or table row as the reader found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The zone, where the format itself tells it (a `<figcaption>`, a row of a table): then the block is one unit. Otherwise
    /// splitting decides and cuts.
    pub zone: Option<Zone>,
    /// Where it stands.
    pub span: Span,
}

/// The smallest thing that gets a number: one sentence, heading, caption, ...
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its place in document order, from 1.
    pub number: u32,
    /// What it is.
    pub zone: Zone,
    /// Where it stands.
    pub span: Span,
}
