//! The shape of what is named in a report: outlets, persons, places and bodies, and where.

use schemars::JsonSchema;
use serde::Serialize;

/// One outlet that sources credit with what they report.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct OutletView {
    /// `o1`.
    pub id: String,
    /// What it is called where it is named first.
    pub name: String,
    /// Id of the source that it published, if that is among the sources.
    pub source: Option<String>,
    /// Where it is credited.
    pub credits: Vec<MentionView>,
}

/// One person, place or body.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct EntityView {
    /// `n1` for a name, `p1` for a speaker.
    pub id: String,
    /// What it is called, in the fullest form found.
    pub name: String,
    /// Where it is named.
    pub mentions: Vec<MentionView>,
}

/// Words that stand for someone or something.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct MentionView {
    /// Id of the source.
    pub source: String,
    /// Id of the claim; null where the words speak of the whole article.
    pub claim: Option<String>,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
}
