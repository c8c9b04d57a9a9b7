//! What is said to the user beside the result: on standard error, without anything a source could use to take over the terminal.

use std::io::Write as _;

use anstyle::{AnsiColor, Style};
use crosscheck::output::printable;

use crate::args::GlobalArguments;
use crate::screen;

/// Speaks to the user on standard error.
#[derive(Clone, Copy, Debug)]
pub struct Messages {
    loudness: Loudness,
    color: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Loudness {
    Errors,
    Warnings,
    Everything,
}

impl Messages {
    /// As loud and as colourful as the user wants it.
    pub fn new(global: &GlobalArguments) -> Self {
        let loudness = match (global.quiet, global.verbose) {
            (true, _) => Loudness::Errors,
            (false, false) => Loudness::Warnings,
            (false, true) => Loudness::Everything,
        };
        Self {
            loudness,
            color: screen::wants_color(global.color, &std::io::stderr()),
        }
    }

    /// Why the work could not be done.
    pub fn error(self, message: &str) {
        self.say("error", AnsiColor::Red, message);
    }

    /// What the result lacks.
    pub fn warning(self, message: &str) {
        if self.loudness >= Loudness::Warnings {
            self.say("warning", AnsiColor::Yellow, message);
        }
    }

    /// What is being done.
    pub fn note(self, message: &str) {
        if self.loudness >= Loudness::Everything {
            self.say("note", AnsiColor::Cyan, message);
        }
    }

    /// Whether the user wants to see how far the work has come.
    pub fn tells_progress(self) -> bool {
        self.loudness >= Loudness::Warnings
    }

    fn say(self, word: &str, color: AnsiColor, message: &str) {
        let style = if self.color {
            Style::new().bold().fg_color(Some(color.into()))
        } else {
            Style::new()
        };
        let line = format!("{style}{word}:{style:#} {}\n", printable(message));
        // Nobody is left to tell if even this cannot be written.
        let _ = anstream::AutoStream::always(std::io::stderr()).write_all(line.as_bytes());
    }
}
