//! What may stand on the command line.

use std::path::PathBuf;

use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser};

use crate::command::Command;
use crate::encoder::EncoderArguments;
use crate::memory::Size;

/// Every page of help: what it is, examples first, then the rest.
const HELP_TEMPLATE: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// Compares articles about one event: who reports what, in whose words, who says something different.
///
/// crosscheck never decides what is true, needs no network, and gives the same answer every time.
#[derive(Parser)]
#[command(
    name = "crosscheck",
    version,
    arg_required_else_help = true,
    subcommand_required = true,
    before_help = "\
Examples:
  crosscheck compare articles/                      read the differences in the terminal
  crosscheck compare a.txt b.txt -o report.json     write them to a file
  crosscheck explain 000.3 001.2 articles/          see why two claims were linked, or not

",
    after_help = "Exit codes: 0 done, 1 found what --fail-on names, 2 usage, 3 unusable input, 4 cannot write or internal fault, 130 interrupted."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub global: GlobalArguments,
}

/// What goes with every command.
#[derive(clap::Args)]
#[command(next_help_heading = "Everywhere")]
pub struct GlobalArguments {
    /// Take the numbers that decide from this TOML file
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Take what each feature is worth from this file, which `crosscheck fit` wrote
    #[arg(long, global = true, value_name = "FILE")]
    pub weights: Option<PathBuf>,
    #[command(flatten)]
    pub encoder: EncoderArguments,
    /// Link claims from this score on, in bits: 0 is an even chance, higher gives fewer and surer links
    #[arg(
        long,
        global = true,
        value_name = "BITS",
        allow_negative_numbers = true
    )]
    pub threshold: Option<f64>,
    /// When to use colours; NO_COLOR, FORCE_COLOR and TERM=dumb are respected
    #[arg(long, global = true, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    pub color: ColorChoice,
    /// Columns to write for; otherwise those of the terminal, or COLUMNS, or 80
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
    /// Threads to use; the result is the same for any number
    #[arg(long, global = true, value_name = "THREADS", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Stop rather than take more memory than this, for instance 500M or 2G
    #[arg(long, global = true, value_name = "SIZE")]
    pub max_memory: Option<Size>,
    /// Say nothing but errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say what is being done
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

impl Arguments {
    /// The arguments of this run.
    ///
    /// # Errors
    /// If they cannot be followed, or ask for help or the version: clap knows how to say it.
    pub fn read() -> Result<Self, clap::Error> {
        let matches = command().try_get_matches()?;
        Self::from_arg_matches(&matches)
    }
}

/// The whole command line as clap knows it, for parsing, completions and manual pages.
pub fn command() -> clap::Command {
    Arguments::command()
        .help_template(HELP_TEMPLATE)
        .mut_subcommands(|subcommand| subcommand.help_template(HELP_TEMPLATE))
}
