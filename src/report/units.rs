//! The sources as lists of units: what counts as a claim, and what else a page holds.

use serde::Serialize;

use crate::model::{Collection, SourceIndex};

/// One claim or zone with its words.
#[derive(Clone, Debug, Serialize)]
pub struct UnitView {
    /// `000.1`.
    pub id: String,
    /// Id of its source.
    pub source: String,
    /// What it is: `claim`, `heading`, `caption`, ...
    pub zone: &'static str,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
    /// Its words.
    pub text: String,
}

/// All units of all sources, by source and number.
pub fn units(collection: &Collection) -> Vec<UnitView> {
    let mut views = Vec::new();
    for (index, source) in (0..).map(SourceIndex).zip(collection.sources()) {
        let units = collection.units(index).iter();
        views.extend(units.map(|unit| UnitView {
            id: format!("{}.{}", source.id, unit.number),
            source: source.id.clone(),
            zone: unit.zone.name(),
            start: unit.span.start,
            end: unit.span.end,
            text: source.slice(unit.span).to_owned(),
        }));
    }
    views
}
