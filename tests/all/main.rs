//! One integration binary: laws, specification, gold, golden outputs, command line.

mod ask;
mod chance;
mod cli;
mod docs;
mod faults;
mod formats;
mod gold;
mod graph_files;
mod html;
mod incremental;
mod injection;
mod interchange;
mod laws;
mod lineage;
mod markdown;
mod modules;
mod read;
mod report;
mod sample;
mod semantic;
mod spec;
mod split;
mod terminal;
mod verify;
mod within;
mod written;
