//! Which look each role has on a terminal: the only place that names colours.
//!
//! Orange and blue are told apart with every common kind of colour blindness; marks and glyphs carry the same meaning
//! without any colour. Both shades stand out from black and from white.

use anstyle::{Ansi256Color, Color, Style};

const ORANGE: Color = Color::Ansi256(Ansi256Color(166));
const BLUE: Color = Color::Ansi256(Ansi256Color(33));

/// What a piece of the terminal's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text.
    Text,
    /// The heading of a section.
    Heading,
    /// A glyph or word that says "conflict".
    Conflict,
    /// A glyph or word that says "diverge".
    Difference,
    /// A glyph or word that says "agree" or "paraphrase".
    Accord,
    /// Words of the first wording that differ.
    Old,
    /// Words of the second wording that differ.
    New,
    /// What may be passed over.
    Faint,
}

impl Role {
    /// Its look.
    pub fn style(self) -> Style {
        let plain = Style::new();
        match self {
            Role::Text => plain,
            Role::Heading => plain.bold(),
            Role::Conflict => plain.fg_color(Some(ORANGE)).bold(),
            Role::Difference => plain.fg_color(Some(ORANGE)),
            Role::Accord => plain.fg_color(Some(BLUE)),
            Role::Old => plain.fg_color(Some(ORANGE)).bold(),
            Role::New => plain.fg_color(Some(BLUE)).bold(),
            Role::Faint => plain.dimmed(),
        }
    }
}
