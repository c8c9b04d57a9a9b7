//! How a run ends: the exit codes, and what leads to which.

use std::io::ErrorKind;
use std::process::ExitCode;

use crosscheck::Error;

/// How a run ended, as other programs see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done; also when whoever read the output wanted no more of it.
    Done = 0,
    /// What `--fail-on` names was found.
    Found = 1,
    /// The command line or the configuration cannot be followed.
    Usage = 2,
    /// The sources cannot be used.
    Input = 3,
    /// A result could not be written, or crosscheck itself is at fault.
    Internal = 4,
    /// Interrupted from the keyboard.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// What was asked for cannot be done, in words for the user.
    Usage(String),
    /// The library could not do its part.
    Library(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Library(error)
    }
}

impl Failure {
    /// How a run with this failure ends.
    pub fn exit(&self) -> Exit {
        match self {
            Failure::Usage(_) => Exit::Usage,
            Failure::Library(error) => exit_of(error),
        }
    }

    /// What to tell the user; nothing, if only the reader of the output went away.
    pub fn message(&self) -> Option<String> {
        match self {
            _ if self.exit() == Exit::Done => None,
            Failure::Usage(message) => Some(message.clone()),
            Failure::Library(error) => Some(error.to_string()),
        }
    }
}

fn exit_of(error: &Error) -> Exit {
    match error {
        Error::Write { source, .. } if source.kind() == ErrorKind::BrokenPipe => Exit::Done,
        Error::Config { .. } | Error::NoSuchClaim { .. } => Exit::Usage,
        Error::Unreadable { .. }
        | Error::TooFewSources { .. }
        | Error::Limit { .. }
        | Error::Gold { .. } => Exit::Input,
        _ => Exit::Internal,
    }
}
