//! What is known of standard output: its width, and whether it takes colours.

use std::env;
use std::io::IsTerminal;

use clap::ColorChoice;

use crate::args::GlobalArguments;

/// Columns of something whose width nobody knows.
const USUAL_WIDTH: usize = 80;
/// Lines longer than this are hard to read, however wide the terminal is.
const READABLE_WIDTH: usize = 120;

/// What is known of standard output.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Columns to write for.
    pub width: usize,
    /// Whether styles may be written.
    pub color: bool,
    /// Whether somebody is watching.
    pub is_terminal: bool,
}

impl Screen {
    /// What the user wants it to be, and what it is where the user does not say.
    pub fn new(global: &GlobalArguments) -> Self {
        let stdout = std::io::stdout();
        Self {
            width: global.width.map_or_else(found_width, usize::from),
            color: wants_color(global.color, &stdout),
            is_terminal: stdout.is_terminal(),
        }
    }
}

/// Whether styles may be written to `stream`.
pub fn wants_color(choice: ColorChoice, stream: &impl IsTerminal) -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if set("NO_COLOR") => false,
        ColorChoice::Auto if set("FORCE_COLOR") || set("CLICOLOR_FORCE") => true,
        ColorChoice::Auto => {
            stream.is_terminal() && env::var_os("TERM").is_none_or(|term| term != "dumb")
        }
    }
}

fn found_width() -> usize {
    let columns = env::var("COLUMNS")
        .ok()
        .and_then(|width| width.parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    columns
        .filter(|width| *width >= 20)
        .or_else(terminal)
        .map_or(USUAL_WIDTH, |width| width.min(READABLE_WIDTH))
}
