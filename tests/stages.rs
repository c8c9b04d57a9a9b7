//! What the stages find, without the command line: `cargo test --no-default-features --lib --test stages`. Mutants of these stages are
//! tried against it, so it holds only what is quick to build and to run.

#[path = "all/alignment.rs"]
mod alignment;
#[path = "all/compared.rs"]
mod compared;
#[path = "all/gold.rs"]
mod gold;
#[path = "all/laws.rs"]
mod laws;
#[path = "all/related.rs"]
mod related;
#[path = "all/spec.rs"]
mod spec;
#[path = "all/split.rs"]
mod split;
#[path = "all/within.rs"]
mod within;
