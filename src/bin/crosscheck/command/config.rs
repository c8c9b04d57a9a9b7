//! `crosscheck config`: the numbers that decide, and who set them.

use std::fmt::Write as _;

use crosscheck::Config;
use crosscheck::report;
use serde::Serialize;
use serde_json::{Value, json};

use crate::exit::{Exit, Failure};
use crate::run::Context;
use crate::sink;

/// Where a number comes from that no user set.
const SHIPPED: &str = "shipped";
/// Where the threshold comes from that no user set.
const FITTED: &str = "fitted with the weights";

/// Show the numbers that decide, and where each of them comes from
#[derive(clap::Args)]
#[command(
    before_help = "\
Examples:
  crosscheck config show                        every number with its origin, as a file for --config
  crosscheck config show --threshold 2          the same as it would be with this option
  crosscheck config show --json                 the same for another program

Numbers are set by options, else by CROSSCHECK_CONFIG, CROSSCHECK_WEIGHTS and CROSSCHECK_THRESHOLD, else by crosscheck.toml in
the current folder, else by crosscheck/config.toml in $XDG_CONFIG_HOME or ~/.config. A file that --config names is read instead
of both files.

",
    arg_required_else_help = true
)]
pub struct ConfigCommand {
    #[command(subcommand)]
    action: Action,
}

/// What to do with the configuration.
#[derive(clap::Subcommand)]
enum Action {
    /// Show every number with its origin
    Show(Show),
}

/// How to show it.
#[derive(clap::Args)]
struct Show {
    /// Write one JSON document
    #[arg(long)]
    json: bool,
}

/// One number.
#[derive(Serialize)]
struct Number {
    name: String,
    value: Value,
    origin: String,
}

impl ConfigCommand {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let Action::Show(show) = &self.action;
        let numbers = numbers(context);
        let sha256 = report::config_sha256(&context.config);
        if show.json {
            return sink::print_json(&json!({ "config_sha256": sha256, "numbers": numbers }));
        }
        sink::print(page(&numbers, &sha256).as_bytes())
    }
}

/// All numbers, those of a table behind the others.
fn numbers(context: &Context) -> Vec<Number> {
    let config = &context.config;
    let origin = |name: &str, otherwise: &str| {
        let found = context.origins.get(name).map(String::as_str);
        found.unwrap_or(otherwise).to_owned()
    };
    let mut numbers = vec![
        Number {
            name: "threshold".into(),
            value: config.threshold().into(),
            origin: origin("threshold", FITTED),
        },
        Number {
            name: "weights".into(),
            value: features(config).into(),
            origin: origin("weights", SHIPPED),
        },
    ];
    let limits = serde_json::to_value(&config.limits).unwrap_or_default();
    let limits = limits.as_object().into_iter().flatten();
    numbers.extend(limits.map(|(name, value)| {
        let name = format!("limits.{name}");
        Number {
            origin: origin(&name, SHIPPED),
            value: value.clone(),
            name,
        }
    }));
    numbers
}

/// How many features have a weight.
fn features(config: &Config) -> String {
    format!("{} features", config.weights.link.terms.len())
}

/// A TOML document that sets what users set, and shows the rest in comments.
fn page(numbers: &[Number], sha256: &str) -> String {
    let mut page = format!(
        "# What decides, and where it comes from. SHA-256 of all of it, as in reports: {sha256}\n"
    );
    let mut table = "";
    let width = numbers.iter().map(|number| line(number).len()).max();
    let width = width.unwrap_or_default();
    for number in numbers {
        if let Some((inside, _)) = number.name.split_once('.')
            && inside != table
        {
            let _ = writeln!(page, "\n[{inside}]");
            table = inside;
        }
        let _ = writeln!(page, "{:width$}  # {}", line(number), number.origin);
    }
    page
}

/// A number as TOML sets it; what cannot be set by one line, or follows from something else, as a comment.
fn line(number: &Number) -> String {
    let name = number.name.rsplit('.').next().unwrap_or_default();
    let follows = number.origin == FITTED || number.value.is_string();
    let mark = if follows { "# " } else { "" };
    let value = match &number.value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    };
    format!("{mark}{name} = {value}")
}
