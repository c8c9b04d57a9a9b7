//! Cuts a source into units: which zone each stretch belongs to, and where its sentences end.

use crate::model::{Source, Unit, Zone};

/// The units of a source, in document order: apart from each other, without blanks at their ends, together all that is not blank.
pub fn split(source: &Source) -> Vec<Unit> {
    let spans = source
        .blocks
        .iter()
        .map(|block| (block.zone.unwrap_or(Zone::Claim), block.span));
    (1..)
        .zip(spans)
        .map(|(number, (zone, span))| Unit { number, zone, span })
        .collect()
}
