//! What the user decided about pairs of claims.

use std::path::PathBuf;

use crosscheck::Error;
use crosscheck::graph::decision::Decisions;

use crate::exit::Failure;

/// Decisions that hold for a command.
#[derive(clap::Args)]
pub struct DecisionArguments {
    /// Keep claims in one group or apart as this TOML file says: [[together]] and [[apart]], each with the words of claims a and b
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

impl DecisionArguments {
    /// The decisions in the user's file; none without one.
    ///
    /// # Errors
    /// If the file cannot be read or followed.
    pub fn read(&self) -> Result<Decisions, Failure> {
        let Some(file) = &self.decisions else {
            return Ok(Decisions::default());
        };
        let path = file.display().to_string();
        let text = std::fs::read_to_string(file).map_err(|failed| Error::Config {
            path: path.clone(),
            reason: failed.to_string(),
        })?;
        Ok(Decisions::from_toml(&path, &text)?)
    }
}
