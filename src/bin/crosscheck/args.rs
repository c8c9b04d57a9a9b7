//! What may stand on the command line.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clap::parser::ValueSource;
use clap::{ArgMatches, ColorChoice, CommandFactory, FromArgMatches, Parser};
use crosscheck::report::SCHEMA_VERSION;

use crate::command::Command;
use crate::encoder::EncoderArguments;
use crate::memory::Size;

/// Every page of help: what it is, examples first, then the rest.
const HELP_TEMPLATE: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// The version with all that a report of a defect or another program wants to know.
static LONG_VERSION: LazyLock<String> = LazyLock::new(long_version);

/// The command that articles without any command stand for.
const USUAL_COMMAND: &str = "compare";

/// The numbers that options and variables of the environment set: id, option, variable.
const SETTABLE: [(&str, &str, &str); 3] = [
    ("config", "--config", "CROSSCHECK_CONFIG"),
    ("weights", "--weights", "CROSSCHECK_WEIGHTS"),
    ("threshold", "--threshold", "CROSSCHECK_THRESHOLD"),
];

/// Compares articles about one event: who reports what, in whose words, who says something different.
///
/// crosscheck never decides what is true, needs no network, and gives the same answer every time.
#[derive(Parser)]
#[command(
    name = "crosscheck",
    version,
    long_version = LONG_VERSION.as_str(),
    arg_required_else_help = true,
    subcommand_required = true,
    before_help = "\
Examples:
  crosscheck articles/                              read the differences in the terminal: short for compare
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
    /// Take the numbers that decide from this TOML file, and none from crosscheck.toml here or in the user's folder
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "CROSSCHECK_CONFIG",
        hide_env_values = true
    )]
    pub config: Option<PathBuf>,
    /// Take what each feature is worth from this file, which `crosscheck fit` wrote
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "CROSSCHECK_WEIGHTS",
        hide_env_values = true
    )]
    pub weights: Option<PathBuf>,
    #[command(flatten)]
    pub encoder: EncoderArguments,
    /// Link claims from this score on, in bits: 0 is an even chance, higher gives fewer and surer links
    #[arg(
        long,
        global = true,
        value_name = "BITS",
        env = "CROSSCHECK_THRESHOLD",
        hide_env_values = true,
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
    /// By which option or variable each number was set that is set by one.
    #[arg(skip)]
    pub given_by: BTreeMap<&'static str, &'static str>,
}

impl Arguments {
    /// The arguments of this run.
    ///
    /// # Errors
    /// If they cannot be followed, or ask for help or the version: clap knows how to say it.
    pub fn read() -> Result<Self, clap::Error> {
        let given = with_command(std::env::args_os().collect());
        let matches = command().try_get_matches_from(given)?;
        let mut arguments = Self::from_arg_matches(&matches)?;
        arguments.global.given_by = given_by(&matches);
        Ok(arguments)
    }
}

/// The whole command line as clap knows it, for parsing, completions and manual pages.
pub fn command() -> clap::Command {
    Arguments::command()
        .help_template(HELP_TEMPLATE)
        .mut_subcommands(|subcommand| subcommand.help_template(HELP_TEMPLATE))
}

/// The command line as given; where it begins with an article and no command, with the usual command.
fn with_command(mut given: Vec<OsString>) -> Vec<OsString> {
    let is_source = given.get(1).is_some_and(|first| {
        let named = first
            .to_str()
            .is_some_and(|name| command().find_subcommand(name).is_some());
        !named && Path::new(first).exists()
    });
    if is_source {
        given.insert(1, USUAL_COMMAND.into());
    }
    given
}

fn given_by(matches: &ArgMatches) -> BTreeMap<&'static str, &'static str> {
    let given =
        SETTABLE
            .iter()
            .filter_map(|(id, option, variable)| match matches.value_source(id)? {
                ValueSource::CommandLine => Some((*id, *option)),
                ValueSource::EnvVariable => Some((*id, *variable)),
                _ => None,
            });
    given.collect()
}

fn long_version() -> String {
    let optional = [
        ("docx", cfg!(feature = "docx")),
        ("fetch", cfg!(feature = "fetch")),
        ("parquet", cfg!(feature = "parquet")),
        ("pdf", cfg!(feature = "pdf")),
        ("semantic", cfg!(feature = "semantic")),
        ("warc", cfg!(feature = "warc")),
    ];
    let built: Vec<_> = optional
        .iter()
        .filter(|(_, built)| *built)
        .map(|(name, _)| *name)
        .collect();
    let built = if built.is_empty() {
        "none".to_owned()
    } else {
        built.join(", ")
    };
    format!(
        "{}\nschema of the JSON report: {SCHEMA_VERSION}\noptional features: {built}",
        env!("CARGO_PKG_VERSION")
    )
}
