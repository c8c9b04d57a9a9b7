//! `crosscheck man`: the manual pages.

use clap_mangen::Man as Page;
use crosscheck::Error;

use crate::args;
use crate::exit::{Exit, Failure};
use crate::sink;

/// Print the manual page, of crosscheck or of one command
#[derive(clap::Args)]
#[command(before_help = "\
Examples:
  crosscheck man > crosscheck.1
  crosscheck man compare | man -l -

")]
pub struct Man {
    /// The command whose page is wanted
    command: Option<String>,
}

impl Man {
    pub fn run(&self) -> Result<Exit, Failure> {
        let mut page = Vec::new();
        Page::new(self.subject()?)
            .render(&mut page)
            .map_err(|source| Error::Write {
                path: "manual page".into(),
                source,
            })?;
        sink::print(&page)
    }

    fn subject(&self) -> Result<clap::Command, Failure> {
        let mut whole = args::command().disable_help_subcommand(true);
        whole.build();
        match &self.command {
            None => Ok(whole),
            Some(name) => {
                let found = whole.find_subcommand(name);
                found
                    .cloned()
                    .ok_or_else(|| Failure::Usage(format!("there is no command {name:?}")))
            }
        }
    }
}
