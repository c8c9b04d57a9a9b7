//! Whether both claims open their articles.

use super::Feature;
use crate::align::comparison::Comparison;

/// 1 if both claims open their articles: the lead tells the event itself.
pub struct Leads;

impl Feature for Leads {
    fn name(&self) -> &'static str {
        "leads"
    }

    fn summary(&self) -> &'static str {
        "1 if both claims open their articles: the lead tells the event itself."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        Some(f32::from(u8::from(seen.a.place == 0 && seen.b.place == 0)))
    }
}
