//! The glyphs and words by which every report tells links apart, so that no meaning hangs on colour.

use crate::report::LinkView;

/// How two claims, or one with all others, stand to each other, as shown to readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sign {
    /// Cannot both be true as written.
    Conflict,
    /// Differ without excluding each other.
    Diverge,
    /// The same in other words.
    Paraphrase,
    /// The same in the same words.
    Agree,
    /// Reported by one source alone.
    Alone,
}

impl Sign {
    /// The sign of a link.
    pub fn of(link: &LinkView) -> Self {
        match link.relation {
            _ if link.conflict => Sign::Conflict,
            "diverge" => Sign::Diverge,
            "paraphrase" => Sign::Paraphrase,
            _ => Sign::Agree,
        }
    }

    /// Its glyph, in plain letters that every terminal has.
    pub fn glyph(self) -> &'static str {
        match self {
            Sign::Conflict => "!!",
            Sign::Diverge => "!",
            Sign::Paraphrase => "~",
            Sign::Agree => "=",
            Sign::Alone => "1",
        }
    }

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Sign::Conflict => "conflict",
            Sign::Diverge => "diverge",
            Sign::Paraphrase => "paraphrase",
            Sign::Agree => "agree",
            Sign::Alone => "alone",
        }
    }
}
