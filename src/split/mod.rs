//! Cuts a source into units: which zone each stretch belongs to, and where its sentences end.

mod caption;
mod dateline;
mod lexicon;
mod list;
mod quote;
mod sentence;
mod stop;
mod zone;

use crate::model::{Source, Span, Unit, Zone};
use zone::Piece;

/// The units of a source, in document order: apart from each other, without blanks at their ends, together all that is not blank.
pub fn split(source: &Source) -> Vec<Unit> {
    let pieces = zone::pieces(source).into_iter();
    let units = pieces.flat_map(|piece| match piece {
        Piece::Whole(zone, span) => vec![(zone, span)],
        Piece::Prose(span) => claims(&source.text, span),
    });
    (1..)
        .zip(units)
        .map(|(number, (zone, span))| Unit { number, zone, span })
        .collect()
}

fn claims(text: &str, span: Span) -> Vec<(Zone, Span)> {
    let sentences = sentence::sentences(text, span).into_iter();
    sentences.map(|span| (Zone::Claim, span)).collect()
}
