//! One integration binary: laws, specification, gold, golden outputs, command line.

mod read;
mod spec;
