//! The command line: the only place that knows of arguments, the environment and the terminal. It sees the library from outside.

mod args;
mod command;
mod decisions;
mod encoder;
mod exit;
mod gold;
mod input;
mod interrupt;
mod messages;
mod pager;
mod run;
mod screen;
mod selection;
mod sink;

fn main() -> std::process::ExitCode {
    run::run().into()
}
