//! `crosscheck compare`: what the sources share, and where they differ.

use std::fmt::Write as _;

use clap::ValueEnum;
use crosscheck::graph::ClaimGraph;
use crosscheck::model::{Link, Relation};
use crosscheck::output::{FORMATS, Format, Options, Terminal};
use crosscheck::{Reconciler, report};

use crate::exit::{Exit, Failure};
use crate::input::SourceArguments;
use crate::run::Context;
use crate::selection::SelectionArguments;
use crate::sink::{self, Sink};

/// Compare articles: what they share, where they differ, what only one of them reports
#[derive(clap::Args)]
#[command(before_help = "\
Examples:
  crosscheck compare articles/                         read it in the terminal
  crosscheck compare a.txt b.txt -o report.json        write a file; its ending says in which format
  crosscheck compare articles/ -o json=- --quiet       write to standard output for another program
  crosscheck compare articles/ --fail-on conflict      exit with 1 if two claims cannot both be true

", after_help = formats())]
pub struct Compare {
    #[command(flatten)]
    sources: SourceArguments,
    /// Write the result here instead of to the terminal; may be repeated. FILE's ending says in which format, or FORMAT=FILE does; - is standard output
    #[arg(short, long = "output", value_name = "[FORMAT=]FILE")]
    outputs: Vec<Sink>,
    /// Exit with 1 if there is a link like this
    #[arg(long, value_name = "WHAT", value_enum)]
    fail_on: Option<FailOn>,
    /// Leave the words of the articles out of the files: only ids, places and hashes
    #[arg(long)]
    no_text: bool,
    #[command(flatten)]
    selection: SelectionArguments,
}

/// What a comparison can be made to fail on.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum FailOn {
    /// Two claims about one thing differ
    Diverge,
    /// Two claims cannot both be true as written
    Conflict,
}

impl FailOn {
    fn is_met_by(self, link: &Link) -> bool {
        match self {
            FailOn::Diverge => link.relation == Relation::Diverge,
            FailOn::Conflict => link.conflict(),
        }
    }
}

impl Compare {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let sinks = self.sinks();
        sink::check(&sinks, &self.sources.sources)?;
        let sources = self.sources.open(2, context)?;
        let graph = Reconciler::new(context.config.clone()).reconcile(sources);
        let report = report::report(&graph, &context.config, !self.no_text);
        let options = Options {
            width: context.screen.width,
            color: context.screen.color,
            hyperlinks: context.screen.is_terminal,
            selection: self.selection.selection(),
            ..Options::default()
        };
        sink::write(&sinks, &report, &options, context)?;
        Ok(self.verdict(&graph))
    }

    fn sinks(&self) -> Vec<Sink> {
        match self.outputs.as_slice() {
            [] => vec![Sink::stdout(&Terminal)],
            given => given.to_vec(),
        }
    }

    fn verdict(&self, graph: &ClaimGraph) -> Exit {
        let met = |wanted: FailOn| graph.links().iter().any(|link| wanted.is_met_by(link));
        if self.fail_on.is_some_and(met) {
            Exit::Found
        } else {
            Exit::Done
        }
    }
}

/// The table of formats for the page of help.
fn formats() -> String {
    let names: Vec<_> = FORMATS.iter().copied().map(with_flavours).collect();
    let width = names.iter().map(String::len).max().unwrap_or_default();
    let mut table = String::from("Formats:");
    for (name, format) in names.iter().zip(FORMATS) {
        let endings = match format.extensions() {
            [] => String::new(),
            endings => format!(" (.{})", endings.join(" .")),
        };
        let _ = write!(table, "\n  {name:width$}  {}{endings}", format.summary());
    }
    table
}

/// The name of a format as it is given on the command line: `gexf[:1.2]`.
fn with_flavours(format: &dyn Format) -> String {
    match format.flavours() {
        [] => format.name().to_owned(),
        flavours => format!("{}[:{}]", format.name(), flavours.join("|")),
    }
}
