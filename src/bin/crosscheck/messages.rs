//! What is said to the user beside the result: on standard error, without anything a source could use to take over the terminal.

use std::fmt::Write as _;
use std::io::Write as _;

use anstyle::{AnsiColor, Style};

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

    fn say(self, word: &str, color: AnsiColor, message: &str) {
        let style = if self.color {
            Style::new().bold().fg_color(Some(color.into()))
        } else {
            Style::new()
        };
        let line = format!("{style}{word}:{style:#} {}\n", harmless(message));
        // Nobody is left to tell if even this cannot be written.
        let _ = anstream::AutoStream::always(std::io::stderr()).write_all(line.as_bytes());
    }
}

/// `message` with every character spelled out that could steer a terminal or turn the direction of writing.
pub fn harmless(message: &str) -> String {
    let mut harmless = String::with_capacity(message.len());
    for letter in message.chars() {
        let steers = letter.is_control() && letter != '\n';
        let turns = matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if steers || turns {
            let _ = write!(harmless, "{}", letter.escape_unicode());
        } else {
            harmless.push(letter);
        }
    }
    harmless
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_steers_a_terminal_is_spelled_out() {
        assert_eq!(harmless("a\u{1b}[2Jb\u{202e}"), "a\\u{1b}[2Jb\\u{202e}");
        assert_eq!(harmless("Kyiv – Київ\nnext"), "Kyiv – Київ\nnext");
    }
}
