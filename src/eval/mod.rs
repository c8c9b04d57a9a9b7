//! Measuring against hand-made truth, and fitting weights to it.

pub mod attribution;
pub mod gold;
pub mod groups;
pub mod labels;
pub mod lineage;
pub mod score;
pub mod sentences;
