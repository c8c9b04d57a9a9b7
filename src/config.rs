//! Every number that decides something, with its reason.

use serde::{Deserialize, Serialize};

/// The numbers that decide; a TOML file may set any of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// A pair becomes a link at this score, in bits: zero is an even chance of being about the same thing.
    pub threshold: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { threshold: 0.0 }
    }
}
