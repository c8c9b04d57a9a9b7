//! `crosscheck lineage`: which articles stem from one text, and whom they credit.

use std::fmt::Write as _;

use crosscheck::output::printable;
use crosscheck::report::{self, DerivationView, LineageView, OutletView, Report};

use crate::exit::{Exit, Failure};
use crate::input::SourceArguments;
use crate::run::Context;
use crate::sink;

/// Show which articles stem from one text, with the evidence, and which outlets they credit
#[derive(clap::Args)]
#[command(before_help = "\
Examples:
  crosscheck lineage articles/          how many of the reports are one report copied
  crosscheck lineage --all articles/    also what was measured of the pairs that are not joined
  crosscheck lineage --json articles/   the same for another program

")]
pub struct Lineage {
    #[command(flatten)]
    sources: SourceArguments,
    /// Show what was measured of all pairs, the most probable first
    #[arg(long)]
    all: bool,
    /// Write one JSON document: lineages, outlets and all pairs
    #[arg(long)]
    json: bool,
}

impl Lineage {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let collection = self.sources.cut(2, context)?;
        let graph = context.relate(&context.reconciler()?, collection);
        let report = report::report(&graph, &context.config, true);
        let pairs = report::derivations(&graph);
        if self.json {
            return sink::print_json(&serde_json::json!({
                "lineages": report.lineages,
                "outlets": report.outlets,
                "pairs": pairs,
            }));
        }
        let mut page = lineages(&report);
        page.push_str(&credits(&report));
        if self.all {
            page.push_str("\nAll pairs, the most probable first\n");
            for pair in &pairs {
                page.push_str(&derivation(pair));
            }
        }
        sink::print(page.as_bytes())
    }
}

fn lineages(report: &Report) -> String {
    let (sources, lineages) = (report.sources.len(), report.lineages.len());
    let mut page = format!(
        "{}, {}\n",
        counted(sources, "source", "sources"),
        counted(lineages, "lineage", "lineages")
    );
    for lineage in &report.lineages {
        let _ = write!(page, "\n{}", members(report, lineage));
        for found in &lineage.derivations {
            page.push_str(&derivation(found));
        }
        for family in &lineage.families {
            let _ = writeln!(page, "    {}", printable(&family.sentence()));
        }
    }
    page
}

fn members(report: &Report, lineage: &LineageView) -> String {
    let mut lines = String::new();
    for (place, id) in lineage.sources.iter().enumerate() {
        let name = if place == 0 { lineage.id.as_str() } else { "" };
        let source = report.sources.iter().find(|source| source.id == *id);
        let label = source.map_or("", |source| &source.label);
        let _ = writeln!(lines, "{name:4}{id}  {}", printable(label));
    }
    lines
}

fn derivation(found: &DerivationView) -> String {
    let (from, to) = (&found.from, &found.to);
    let percent = (found.probability.max(1.0 - found.probability) * 100.0).round();
    let what = match (found.probability >= 0.5, found.direction_known) {
        (true, true) => format!("{to} derives from {from}"),
        (true, false) => {
            format!("{from} and {to} stem from one text, which of them from the other is not known")
        }
        (false, _) => {
            format!("{from} and {to} do not stem from one text, as far as the wording tells")
        }
    };
    let mut lines = format!("    {what}: {percent} %\n");
    for reason in &found.evidence {
        let _ = writeln!(lines, "      {}", printable(reason));
    }
    let _ = writeln!(
        lines,
        "      {:>+6.1} bits  before anything was measured",
        found.bias
    );
    for measure in &found.measures {
        let value = measure
            .value
            .map_or_else(|| "-".to_owned(), |value| format!("{value:.2}"));
        let _ = writeln!(
            lines,
            "      {:>+6.1} bits  {} {value}",
            measure.contribution, measure.feature
        );
    }
    lines
}

fn credits(report: &Report) -> String {
    let mut lines = String::new();
    for outlet in &report.outlets {
        let _ = writeln!(lines, "  {}", credited(outlet));
    }
    match lines.is_empty() {
        true => "\nNo outlet is credited.\n".to_owned(),
        false => format!("\nCredited outlets\n{lines}"),
    }
}

fn credited(outlet: &OutletView) -> String {
    let places = outlet.credits.iter().map(|credit| match &credit.claim {
        Some(claim) => claim.clone(),
        None => format!("{} as a whole", credit.source),
    });
    let places: Vec<_> = places.collect();
    let present = match &outlet.source {
        Some(source) => format!("which is source {source}"),
        None => "not among the sources".to_owned(),
    };
    format!(
        "{}, {present}: {}",
        printable(&outlet.name),
        places.join(", ")
    )
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
