//! The report as JSON lines: one record a line, for `jq`, DuckDB and pipelines.

use itertools::Itertools;
use rayon::prelude::*;
use serde::Serialize;

use super::target::Target;
use super::{About, Format, Options, Written, json};
use crate::report::{
    ClaimView, EntityView, GroupView, LineageView, LinkView, OutletView, Report, RivalView,
    SourceView, Statistics, Tool,
};

/// One record a line: the run first, then sources, claims, links, contradictions within one source, rejected
/// rivals, groups, lineages, outlets, speakers, names, with the fields of the JSON report.
pub struct JsonLines;

/// So many records are made into lines before these are written: the text of all would be as large as the report.
const AT_ONCE: usize = 4096;

/// One line; `record` says what it is.
#[derive(Serialize)]
#[serde(tag = "record", rename_all = "lowercase")]
enum Record<'r> {
    Run {
        schema_version: u32,
        run: &'r str,
        title: Option<&'r str>,
        tool: &'r Tool,
        nearest: Option<&'r RivalView>,
        stats: &'r Statistics,
    },
    Source(&'r SourceView),
    Claim(&'r ClaimView),
    Link(&'r LinkView),
    Within(&'r LinkView),
    Rival(&'r RivalView),
    Group(&'r GroupView),
    Lineage(&'r LineageView),
    Outlet(&'r OutletView),
    Speaker(&'r EntityView),
    Name(&'r EntityView),
}

impl Format for JsonLines {
    fn about(&self) -> About {
        About {
            name: "jsonl",
            summary: "the whole report as JSON, one record a line",
            extensions: &["jsonl", "ndjson"],
            flavours: &[],
            opens: &[
                ("jq", "jq 'select(.record == \"link\")' report.jsonl"),
                ("DuckDB", "duckdb -c \"from read_json('report.jsonl')\""),
            ],
            leaves_out: "Nothing; the field `record` says what a line is.",
        }
    }

    fn write(&self, report: &Report, _options: &Options, target: &mut dyn Target) -> Written {
        for part in &records(report).chunks(AT_ONCE) {
            let part: Vec<_> = part.collect();
            let lines: Result<Vec<_>, _> = part.par_iter().map(json::line).collect();
            target.stream(&lines?.concat())?;
        }
        Ok(Vec::new())
    }
}

fn records(report: &Report) -> impl Iterator<Item = Record<'_>> {
    let run = Record::Run {
        schema_version: report.schema_version,
        run: &report.run,
        title: report.title.as_deref(),
        tool: &report.tool,
        nearest: report.nearest.as_ref(),
        stats: &report.stats,
    };
    std::iter::once(run)
        .chain(report.sources.iter().map(Record::Source))
        .chain(report.claims.iter().map(Record::Claim))
        .chain(report.links.iter().map(Record::Link))
        .chain(report.within.iter().flatten().map(Record::Within))
        .chain(report.rivals.iter().map(Record::Rival))
        .chain(report.groups.iter().map(Record::Group))
        .chain(report.lineages.iter().map(Record::Lineage))
        .chain(report.outlets.iter().map(Record::Outlet))
        .chain(report.speakers.iter().map(Record::Speaker))
        .chain(report.names.iter().map(Record::Name))
}
