//! `crosscheck show`: one claim, link, group or source in full, by its id.

use std::fmt::Write as _;

use crosscheck::output::printable;
use crosscheck::report::{ClaimView, GroupView, Index, LinkView, Report, SourceView};

use crate::exit::{Exit, Failure};
use crate::input::SourceArguments;
use crate::named;
use crate::run::Context;
use crate::sink;

/// Show one claim, link, claim group or source in full, by its id
#[derive(clap::Args)]
#[command(before_help = "\
Examples:
  crosscheck show 000.4 articles/         a claim: its words, its place, what they mean, and its links
  crosscheck show l-9f3a report.json      a link: both claims, and in what they differ; the beginning of its id will do
  crosscheck show g3 articles/            a claim group: who reports it
  crosscheck show 000 articles/           a source
  crosscheck show 000.4 articles/ --json  the same for another program

")]
pub struct Show {
    /// What to show; reports name the ids
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    sources: SourceArguments,
    /// Write one JSON document, with the fields of the JSON report
    #[arg(long)]
    json: bool,
}

/// What an id may call.
enum Thing<'r> {
    Claim(&'r ClaimView),
    Link(&'r LinkView),
    Group(&'r GroupView),
    Source(&'r SourceView),
}

impl Show {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let collection = self.sources.cut(1, context)?;
        let report = named::report(collection, context)?;
        let index = Index::new(&report);
        let thing = thing(&report, &index, &self.id)?;
        if self.json {
            return match thing {
                Thing::Claim(claim) => sink::print_json(claim),
                Thing::Link(link) => sink::print_json(link),
                Thing::Group(group) => sink::print_json(group),
                Thing::Source(source) => sink::print_json(source),
            };
        }
        let page = match thing {
            Thing::Claim(claim) => claim_page(&index, claim),
            Thing::Link(link) => link_page(&index, link),
            Thing::Group(group) => group_page(&index, group),
            Thing::Source(source) => source_page(&index, source),
        };
        sink::print(page.as_bytes())
    }
}

fn thing<'r>(report: &'r Report, index: &Index<'r>, id: &str) -> Result<Thing<'r>, Failure> {
    if named::is_link(id) {
        return named::link(report, id).map(Thing::Link);
    }
    let claim = || index.claim(id).map(Thing::Claim);
    let group = || index.group(id).map(Thing::Group);
    let source = || index.source(id).map(Thing::Source);
    claim().or_else(source).or_else(group).ok_or_else(|| {
        Failure::Usage(format!(
            "there is no {id:?}: name a claim (000.4), a link (l-9f3a), a claim group (g3) or a source (000) of the report"
        ))
    })
}

fn claim_page(index: &Index, claim: &ClaimView) -> String {
    let mut page = format!(
        "{}  “{}”\n\nStands in {}, bytes {} to {}.\n",
        claim.id,
        words(claim),
        named_source(index, &claim.source),
        claim.start,
        claim.end
    );
    for fact in &claim.facts {
        let _ = writeln!(page, "  {}: {}", fact.kind, printable(&fact.value));
    }
    for group in claim.groups.iter().filter_map(|group| index.group(group)) {
        let _ = writeln!(
            page,
            "In the group {}, reported by {}.",
            group.id,
            group.corroboration()
        );
    }
    let links = index.links_of(&claim.id);
    if links.is_empty() {
        page.push_str("\nNo claim of another source is linked to it.\n");
        return page;
    }
    page.push_str("\nLinks\n");
    for link in links {
        let Some(other) = index.claim(link.other(&claim.id)) else {
            continue;
        };
        let what = relation(link);
        let _ = writeln!(
            page,
            "  {}  {what}  {}  “{}”",
            link.id,
            other.id,
            words(other)
        );
    }
    page
}

fn link_page(index: &Index, link: &LinkView) -> String {
    let mut page = format!(
        "{}  {}, {:.0} %\n\n",
        link.id,
        relation(link),
        link.probability * 100.0
    );
    for claim in [&link.a, &link.b]
        .into_iter()
        .filter_map(|id| index.claim(id))
    {
        let _ = writeln!(page, "{}  “{}”", claim.id, words(claim));
    }
    page.push('\n');
    for finding in &link.evidence.findings {
        let _ = writeln!(page, "{}: {}", finding.kind, printable(&finding.note));
    }
    let _ = writeln!(
        page,
        "`crosscheck explain {} SOURCE...` tells why.",
        link.id
    );
    page
}

fn group_page(index: &Index, group: &GroupView) -> String {
    let mut page = format!("{}  reported by {}\n\n", group.id, group.corroboration());
    for member in &group.members {
        let Some(claim) = index.claim(&member.claim) else {
            continue;
        };
        let _ = writeln!(
            page,
            "{}  position {}  “{}”",
            claim.id,
            member.position,
            words(claim)
        );
    }
    for remark in index.remarks(group) {
        let _ = writeln!(page, "{}", printable(&remark));
    }
    page
}

fn source_page(index: &Index, source: &SourceView) -> String {
    let unknown = |value: &Option<String>| {
        value
            .as_deref()
            .map_or("unknown".to_owned(), printable_text)
    };
    let claims = index.claims_of(&source.id).count();
    format!(
        "{}  {}\n\npath       {}\noutlet     {}\npublished  {}\naddress    {}\nlanguage   {}\nlineage    {}\nclaims     {claims}, {} of them only here\nSHA-256    {}\n",
        source.id,
        printable(&source.label),
        printable(&source.path),
        unknown(&source.outlet),
        unknown(&source.published),
        unknown(&source.url),
        source.language.unwrap_or("unknown"),
        source.lineage,
        index.alone(&source.id).len(),
        source.sha256,
    )
}

fn printable_text(text: &str) -> String {
    printable(text).into()
}

fn relation(link: &LinkView) -> String {
    let kinds = match link.kinds.as_slice() {
        [] => String::new(),
        kinds => format!(" in {}", kinds.join(", ")),
    };
    let conflict = if link.conflict { ", in conflict" } else { "" };
    format!("{}{kinds}{conflict}", link.relation)
}

fn named_source(index: &Index, id: &str) -> String {
    index.source(id).map_or_else(
        || id.to_owned(),
        |source| match source.name() {
            name if name == source.id => id.to_owned(),
            name => format!("{id}, {}", printable(name)),
        },
    )
}

fn words(claim: &ClaimView) -> String {
    printable(claim.text.as_deref().unwrap_or_default()).into()
}
