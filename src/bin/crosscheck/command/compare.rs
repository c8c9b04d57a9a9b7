//! `crosscheck compare`: what the sources share, and where they differ.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::ValueEnum;
use crosscheck::graph::ClaimGraph;
use crosscheck::model::{Collection, Link, Relation, SourceIndex};
use crosscheck::output::{FORMATS, Format, Options, Terminal, View, printable};
use crosscheck::report::{self, Report};

use crate::decisions::DecisionArguments;
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
  crosscheck compare articles/ --summary               see what matters most on one screen
  crosscheck compare articles/ --base 002              check the article with the id 002 against the others
  crosscheck compare articles/ --within                also list where an article contradicts itself
  crosscheck compare articles/ -o report.html          write a page to read, filter and print
  crosscheck compare a.txt b.txt -o report.json        write a file; its ending says in which format
  crosscheck compare report.json new.txt -o all.json   add an article to a report that carries its texts
  crosscheck compare articles/ -o json=- --quiet       write to standard output for another program
  crosscheck compare articles/ -o report.html -n       see what would be read and written
  crosscheck compare articles/ --fail-on conflict      exit with 1 if two claims cannot both be true

", after_help = formats())]
pub struct Compare {
    #[command(flatten)]
    sources: SourceArguments,
    /// Write the result here instead of to the terminal; may be repeated. FILE's ending says in which format, or FORMAT=FILE does; - is standard output. A file of that name is replaced as a whole, unless it is one of the sources
    #[arg(short, long = "output", value_name = "[FORMAT=]FILE")]
    outputs: Vec<Sink>,
    /// Read the sources, say what would be compared and written, and stop
    #[arg(short = 'n', long)]
    dry_run: bool,
    /// Exit with 1 if there is a link like this
    #[arg(long, value_name = "WHAT", value_enum)]
    fail_on: Option<FailOn>,
    /// Show what matters most on one screen
    #[arg(long, conflicts_with_all = ["outputs", "plain"])]
    summary: bool,
    /// Write one link or claim a line, fields parted by tabs: sign, link, kinds, score, claims, words
    #[arg(long, conflicts_with = "outputs")]
    plain: bool,
    /// Show this side of the comparison
    #[arg(long, value_name = "VIEW", value_parser = view, default_value = View::default().name())]
    view: View,
    /// Take the source with this id as the text to check: what do the others make of each of its claims?
    #[arg(long, value_name = "ID")]
    base: Option<String>,
    /// Call the event this; else it is called by the names that most of the sources have in common
    #[arg(long, value_name = "WORDS")]
    title: Option<String>,
    /// Look for contradictions inside each source too: two of its claims that cannot both be true as written
    #[arg(long)]
    within: bool,
    /// Do not show long output page by page
    #[arg(long)]
    no_pager: bool,
    /// Leave the words of the articles out of the files: only ids, places and hashes
    #[arg(long)]
    no_text: bool,
    #[command(flatten)]
    selection: SelectionArguments,
    #[command(flatten)]
    decisions: DecisionArguments,
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
        let collection = self.sources.cut(2, context)?;
        let reconciler = context
            .reconciler()?
            .with_decisions(self.decisions.read()?)
            .looking_within(self.within);
        if self.dry_run {
            return sink::print(plan(&collection, &sinks).as_bytes());
        }
        let graph = context.relate(&reconciler, collection);
        let mut report = report::report(&graph, &context.config, !self.no_text);
        let verdict = self.verdict(&graph);
        // What is written may be as large as all that it was made from.
        drop(graph);
        if self.title.is_some() {
            report.title.clone_from(&self.title);
        }
        self.check_base(&report)?;
        let options = Options {
            width: context.screen.width,
            color: context.screen.color,
            folder: folder(context),
            selection: self.selection.selection(),
            view: self.view,
            base: self.base.clone(),
            ..Options::default()
        };
        let paged = context.screen.is_terminal && !self.no_pager;
        sink::write(&sinks, &report, &options, paged, context)?;
        Ok(verdict)
    }

    fn sinks(&self) -> Vec<Sink> {
        match self.outputs.as_slice() {
            [] if self.summary => vec![Sink::stdout(&Terminal, Some("summary"))],
            [] if self.plain => vec![Sink::stdout(&Terminal, Some("plain"))],
            [] => vec![Sink::stdout(&Terminal, None)],
            given => given.to_vec(),
        }
    }

    /// Refuses a base that is no source of this run.
    fn check_base(&self, report: &Report) -> Result<(), Failure> {
        let Some(base) = &self.base else {
            return Ok(());
        };
        let ids: Vec<_> = report
            .sources
            .iter()
            .map(|source| source.id.as_str())
            .collect();
        if ids.contains(&base.as_str()) {
            return Ok(());
        }
        let known = ids.join(", ");
        Err(Failure::Usage(format!(
            "there is no source {base:?} to take as base; there are {known}"
        )))
    }

    fn verdict(&self, graph: &ClaimGraph) -> Exit {
        let within = graph.within().unwrap_or_default();
        let links = || graph.links().iter().chain(within);
        let met = |wanted: FailOn| links().any(|link| wanted.is_met_by(link));
        if self.fail_on.is_some_and(met) {
            Exit::Found
        } else {
            Exit::Done
        }
    }
}

/// What would be read and written.
fn plan(collection: &Collection, sinks: &[Sink]) -> String {
    let mut plan = String::from("Would compare\n");
    for (index, source) in (0..).map(SourceIndex).zip(collection.sources()) {
        let claims = collection.claims_of(index).len();
        let (id, path) = (&source.id, printable(&source.path));
        let _ = writeln!(plan, "  {id}  {path}  claims: {claims}");
    }
    plan.push_str("Would write\n");
    for sink in sinks {
        let _ = writeln!(plan, "  {sink}");
    }
    plan
}

/// The folder that links to sources count from, where there is somebody to follow them.
fn folder(context: &Context) -> Option<PathBuf> {
    let followed = context.screen.is_terminal && context.screen.color;
    followed.then(std::env::current_dir)?.ok()
}

fn view(name: &str) -> Result<View, String> {
    let found = View::ALL.into_iter().find(|view| view.name() == name);
    found.ok_or_else(|| {
        let names = View::ALL.map(View::name).join(", ");
        format!("there are the views {names}")
    })
}

/// The table of formats for the page of help.
fn formats() -> String {
    let names: Vec<_> = FORMATS.iter().copied().map(with_flavours).collect();
    let width = names.iter().map(String::len).max().unwrap_or_default();
    let mut table = String::from("Formats:");
    for (name, format) in names.iter().zip(FORMATS) {
        let endings = match format.about().extensions {
            [] => String::new(),
            endings => format!(" (.{})", endings.join(" .")),
        };
        let _ = write!(
            table,
            "\n  {name:width$}  {}{endings}",
            format.about().summary
        );
    }
    table
}

/// The name of a format as it is given on the command line: `gexf[:1.2]`.
fn with_flavours(format: &dyn Format) -> String {
    match format.about().flavours {
        [] => format.name().to_owned(),
        flavours => format!("{}[:{}]", format.name(), flavours.join("|")),
    }
}
