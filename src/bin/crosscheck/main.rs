//! The command line: the only place that knows of arguments, the environment and the terminal. It sees the library from outside.

mod args;
mod command;
mod configuration;
mod decisions;
mod encoder;
mod exit;
mod gold;
mod input;
mod interrupt;
mod memory;
mod messages;
mod named;
mod pager;
mod progress;
mod run;
mod screen;
mod selection;
mod sink;

/// Half of what is put into memory lives no longer than the comparison of two claims, which this allocator is quick at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    run::run().into()
}
