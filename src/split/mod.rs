//! Cuts a source into units: which zone each stretch belongs to, and where its sentences end.

mod caption;
mod dateline;
mod lexicon;
mod list;
mod overlong;
mod quote;
mod sentence;
mod separator;
mod stop;
mod zone;

use crate::limits::UNIT_BYTES;
use crate::model::{Source, Span, Unit, Zone};
use zone::Piece;

/// The units of a source, in document order: apart from each other, without blanks at their ends, together all that is not blank.
/// None is longer than is usual for the longest sentences.
pub fn split(source: &Source) -> Vec<Unit> {
    split_to(source, UNIT_BYTES)
}

/// The same with units of at most so many bytes.
pub fn split_to(source: &Source, unit_bytes: usize) -> Vec<Unit> {
    let pieces = zone::pieces(source).into_iter();
    let units = pieces.flat_map(|piece| match piece {
        Piece::Whole(zone, span) => vec![(zone, span)],
        Piece::Caption(span) => caption_units(&source.text, span),
        Piece::Heading(span) => sentences(&source.text, span, Zone::Heading),
        Piece::Prose(span) => sentences(&source.text, span, Zone::Claim),
    });
    let units = units.flat_map(|(zone, span)| {
        let pieces = overlong::pieces(&source.text, span, unit_bytes).into_iter();
        pieces.map(move |span| (zone, span))
    });
    (1..)
        .zip(units)
        .map(|(number, (zone, span))| Unit { number, zone, span })
        .collect()
}

/// The sentences at `span`, each a unit of `zone`; what holds no letter and no digit says nothing.
fn sentences(text: &str, span: Span, zone: Zone) -> Vec<(Zone, Span)> {
    let zone = |span: Span| match span.of(text).contains(char::is_alphanumeric) {
        true => zone,
        false => Zone::Boilerplate,
    };
    let sentences = sentence::sentences(text, span).into_iter();
    sentences.map(|span| (zone(span), span)).collect()
}

/// The sentences of a caption. The credit at its end belongs to the last of them.
fn caption_units(text: &str, span: Span) -> Vec<(Zone, Span)> {
    let mut sentences = sentence::sentences(text, span);
    if let [.., before, last] = sentences[..]
        && caption::is_credit(last.of(text))
    {
        sentences.truncate(sentences.len() - 2);
        sentences.push(before.cover(last));
    }
    sentences
        .into_iter()
        .map(|span| (Zone::Caption, span))
        .collect()
}
