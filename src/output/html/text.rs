//! Words of sources, as the templates take them: printable; the templates escape what means something in HTML.

use crate::output::printable::printable;
use crate::report::wording::{Part, Piece};
use crate::report::{ClaimView, SourceView};

/// Stands for the words of a claim in a report without text.
pub const WITHHELD: &str = "(words withheld)";

/// A stretch of words and the class that says what they are; the class of plain ones is empty.
pub struct Words {
    pub text: String,
    pub class: &'static str,
    pub spaced: bool,
}

/// `text`, printable.
pub fn shown(text: &str) -> String {
    printable(text).trim().to_owned()
}

/// The id of a source, and its name where that is another.
pub fn titled(source: &SourceView) -> String {
    let (id, name) = (shown(&source.id), shown(source.name()));
    if id == name {
        id
    } else {
        format!("{id} {name}")
    }
}

/// The words of a claim, printable.
pub fn words(claim: &ClaimView) -> String {
    claim
        .text
        .as_deref()
        .map_or_else(|| WITHHELD.to_owned(), shown)
}

/// Pieces with the classes that the style sheet knows.
pub fn classed(pieces: &[Piece]) -> Vec<Words> {
    let next = pieces.iter().skip(1).map(Some).chain([None]);
    let words = pieces.iter().zip(next).map(|(piece, next)| Words {
        text: shown(piece.text),
        class: match piece.part {
            Part::Shared => "",
            Part::Old => "old",
            Part::New => "new",
            Part::Beside => "beside",
        },
        // Without brackets around them, old words and the new ones that replace them need a blank between.
        spaced: piece.spaced
            || piece.part == Part::Old && next.is_some_and(|next| next.part == Part::New),
    });
    words.collect()
}
