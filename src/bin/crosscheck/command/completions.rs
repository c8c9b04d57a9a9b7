//! `crosscheck completions`: what a shell needs to complete command lines.

use clap_complete::Shell;

use crate::args;
use crate::exit::{Exit, Failure};
use crate::sink;

/// Print completions for a shell
#[derive(clap::Args)]
#[command(before_help = "\
Examples:
  crosscheck completions bash > ~/.local/share/bash-completion/completions/crosscheck
  crosscheck completions zsh > ~/.zfunc/_crosscheck
  crosscheck completions fish > ~/.config/fish/completions/crosscheck.fish

")]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub fn run(&self) -> Result<Exit, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut args::command(), "crosscheck", &mut script);
        sink::print(&script)
    }
}
