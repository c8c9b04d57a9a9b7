//! Measuring against hand-made truth, and fitting weights to it.

pub mod attribution;
pub mod chunks;
pub mod clusters;
pub mod fit;
pub mod gold;
pub mod groups;
pub mod labels;
pub mod lineage;
pub mod pairs;
pub mod ranking;
pub mod refit;
pub mod regression;
pub mod score;
pub mod sentences;
pub mod sorts;
mod whole;
