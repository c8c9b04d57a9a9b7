//! How telling a word is in news at large.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// In how many news events a stem was found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Background {
    /// How many events were counted.
    pub events: u32,
    /// In how many of them each stem was found. Stems of fewer than [`FEWEST`] are left out.
    pub stems: BTreeMap<String, u32>,
}

/// A stem of fewer events says more about those events than about news.
pub const FEWEST: u32 = 3;

/// In how many events a stem that was left out is taken to stand.
const RARE: u32 = 1;

impl Background {
    /// Inverse document frequency of a stem over events, in nats: about zero for a word that every event uses.
    pub fn weight(&self, stem: &str) -> f32 {
        let count = self.stems.get(stem).copied().unwrap_or(RARE);
        ((self.events as f32 + 1.0) / (count as f32 + 0.5))
            .ln()
            .max(0.0)
    }
}
