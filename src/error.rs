//! What can go wrong, in words that say what, where and what next.

use std::path::PathBuf;

/// Everything that can keep crosscheck from its work. Trouble with a single source is a warning while enough others remain.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A source could not be read.
    #[error("cannot read {path}: {reason}")]
    Unreadable {
        /// As given by the user.
        path: String,
        /// What is wrong with it and what to do.
        reason: String,
    },
    /// Fewer sources were left than the work needs.
    #[error(
        "too few sources: {readable} of {given} could be read, at least {needed} needed; name more files, or a folder of articles"
    )]
    TooFewSources {
        /// How many could be read.
        readable: usize,
        /// How many were given.
        given: usize,
        /// How many it takes.
        needed: usize,
    },
    /// A limit that guards against endless work was exceeded.
    #[error(
        "{what} exceeds the limit of {limit}; a configuration file (--config) may raise limits.{name}"
    )]
    Limit {
        /// What is too large.
        what: String,
        /// The limit.
        limit: usize,
        /// What the configuration calls it.
        name: &'static str,
    },
    /// The configuration file is wrong.
    #[error("configuration {path}: {reason}")]
    Config {
        /// The file.
        path: String,
        /// What is wrong, with the line where known.
        reason: String,
    },
    /// The folder of a sentence encoder is not as it should be.
    #[error("model {path}: {reason}")]
    Model {
        /// The folder.
        path: String,
        /// What is wrong with it and what to do.
        reason: String,
    },
    /// A claim id that does not exist.
    #[error("there is no claim {id:?}; `crosscheck claims SOURCE...` lists them")]
    NoSuchClaim {
        /// As given by the user.
        id: String,
    },
    /// A file could not be written.
    #[error("cannot write {path}: {source}")]
    Write {
        /// Where to.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Gold data for measuring or fitting is not as it should be.
    #[error("gold data {path}: {reason}")]
    Gold {
        /// Which file or folder.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
}
