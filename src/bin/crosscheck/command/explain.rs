//! `crosscheck explain`: why two claims were linked, or not.

use std::fmt::Write as _;

use crosscheck::graph::ClaimGraph;
use crosscheck::model::{ClaimIndex, Collection, Compared, ScoredPair};
use crosscheck::output::printable;
use crosscheck::report::{self, ClaimView, FindingView, LinkView, MeasureView, Report};
use crosscheck::{Error, reconcile};
use itertools::Itertools;

use crate::exit::{Exit, Failure};
use crate::input::SourceArguments;
use crate::named;
use crate::run::Context;
use crate::sink;

/// So many other claims are told for either of the two: those that a reader may think should have been chosen.
const RIVALS: usize = 3;

/// Explain how two claims stand to each other, whether they were linked or not
#[derive(clap::Args)]
#[command(
    before_help = "\
Examples:
  crosscheck explain 000.3 001.2 articles/             what adds up to the score, and which rule decided
  crosscheck explain l-9f3a report.json                the same by the id of the link, or its beginning
  crosscheck explain 000.3 001.2 articles/ --json      the same for another program

",
    override_usage = "crosscheck explain [OPTIONS] <CLAIM> <CLAIM> <SOURCE>...\n       crosscheck explain [OPTIONS] <LINK> <SOURCE>..."
)]
pub struct Explain {
    /// A claim, and then the other one; or a link. `crosscheck claims` lists claims, reports name links
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    sources: SourceArguments,
    /// Write a JSON report that holds just this pair
    #[arg(long)]
    json: bool,
}

impl Explain {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        let (collection, first, second) = self.claims(context)?;
        let profiles = reconcile::profiles(&collection, context.encoder.as_deref());
        let (a, b) = (first.min(second), first.max(second));
        let weights = context.weights()?;
        let (link, others) = reconcile::link(&collection, &profiles, weights, a, b);
        let compared = Compared {
            pairs: others.len() + 1,
            nearest: None,
        };
        let rivals = rivals(&others, a, b);
        let threshold = context.config.threshold();
        let rejected = rivals.iter().filter(|pair| pair.score < threshold);
        let rejected = rejected.copied().sorted_by_key(|pair| (pair.a, pair.b));
        let graph = ClaimGraph::new(collection, profiles, vec![link])
            .with_rivals(rejected.collect())
            .with_compared(compared);
        let report = report::report(&graph, &context.config, true);
        if self.json {
            return sink::print_json(&report);
        }
        let mut page = explanation(&report);
        page.push_str(&in_the_place_of(b, a, &rivals, &graph, threshold));
        page.push_str(&in_the_place_of(a, b, &rivals, &graph, threshold));
        sink::print(page.as_bytes())
    }

    /// The sources and the two claims that are meant.
    fn claims(&self, context: &Context) -> Result<(Collection, ClaimIndex, ClaimIndex), Failure> {
        if named::is_link(&self.id) {
            let collection = self.sources.cut(1, context)?;
            let report = named::report(collection.clone(), context)?;
            let link = named::link(&report, &self.id)?;
            let (a, b) = (claim(&collection, &link.a)?, claim(&collection, &link.b)?);
            return Ok((collection, a, b));
        }
        let (second, sources) = self.sources.after_first()?;
        let collection = sources.cut(1, context)?;
        let (a, b) = (claim(&collection, &self.id)?, claim(&collection, &second)?);
        if a == b {
            let message = format!("{} is one claim: name two", self.id);
            return Err(Failure::Usage(message));
        }
        Ok((collection, a, b))
    }
}

fn claim(collection: &Collection, id: &str) -> Result<ClaimIndex, Error> {
    let found = collection.find(id);
    found.ok_or_else(|| Error::NoSuchClaim { id: id.to_owned() })
}

/// For each of two claims, the best of the other pairs that it makes with claims of the other's source.
fn rivals(others: &[ScoredPair], a: ClaimIndex, b: ClaimIndex) -> Vec<ScoredPair> {
    let of_a = others.iter().filter(|pair| pair.a == a).take(RIVALS);
    let of_b = others.iter().filter(|pair| pair.b == b).take(RIVALS);
    of_a.chain(of_b).copied().collect()
}

/// All about the only link of `report`.
fn explanation(report: &Report) -> String {
    let mut page = String::new();
    for link in &report.links {
        for id in [&link.a, &link.b] {
            let _ = writeln!(page, "{id}  {}", words(report, id, None));
        }
        let _ = writeln!(page, "\n{}", verdict(link, report.tool.threshold));
        let _ = writeln!(
            page,
            "Decided by the rule {}; outside of what they share: {}.",
            link.evidence.rule,
            link.coverage.replace('_', " ")
        );
        page.push_str(&sum(link));
        for finding in &link.evidence.findings {
            page.push_str(&difference(report, finding));
        }
    }
    page
}

fn verdict(link: &LinkView, threshold: f64) -> String {
    let linked = if link.score >= threshold {
        format!("Linked, since the score reaches the threshold of {threshold:+.1} bits")
    } else {
        format!(
            "Not linked, since the score stays below the threshold of {threshold:+.1} bits; otherwise"
        )
    };
    let kinds = match link.kinds.as_slice() {
        [] => String::new(),
        kinds => format!(" in {}", kinds.join(", ")),
    };
    let conflict = if link.conflict {
        ", and cannot both be true as written"
    } else {
        ""
    };
    format!("{linked}: {}{kinds}{conflict}.", link.relation)
}

/// The score as the sum that it is.
fn sum(link: &LinkView) -> String {
    let mut sum = String::from("\nAbout the same thing?                 value     bits\n");
    let mut row = |name: &str, value: Option<f64>, bits: f64| {
        let value = value.map_or_else(String::new, |value| format!("{value:.3}"));
        let _ = writeln!(sum, "  {name:<32}{value:>9}{bits:>+9.2}");
    };
    row("before anything is measured", None, link.evidence.bias);
    for MeasureView {
        feature,
        value,
        contribution,
    } in &link.evidence.measures
    {
        row(feature, *value, *contribution);
    }
    row("score", None, link.score);
    let _ = writeln!(
        sum,
        "\nProbability of being about the same thing {:.0} %, and then of saying the same {:.0} %.",
        link.probability * 100.0,
        link.same_content.probability * 100.0
    );
    sum
}

/// The claims that come next to `chosen` for `claim`.
fn in_the_place_of(
    chosen: ClaimIndex,
    claim: ClaimIndex,
    rivals: &[ScoredPair],
    graph: &ClaimGraph,
    threshold: f64,
) -> String {
    let collection = graph.collection();
    let mut lines = format!(
        "\nIn the place of {}, next best for {}:\n",
        collection.claim_id(chosen),
        collection.claim_id(claim)
    );
    let mut found = false;
    for pair in rivals {
        let rival = match claim {
            claim if pair.a == claim => pair.b,
            claim if pair.b == claim => pair.a,
            _ => continue,
        };
        found = true;
        let linked = if pair.score < threshold {
            "not linked"
        } else {
            "linked too"
        };
        let (id, words) = (
            collection.claim_id(rival),
            printable(collection.text(rival)),
        );
        let _ = writeln!(lines, "  {id}  {:+.2}  {linked}  “{words}”", pair.score);
    }
    if !found {
        lines.push_str("  there is no other claim\n");
    }
    lines
}

fn difference(report: &Report, finding: &FindingView) -> String {
    let weight = if finding.conflict { " (conflict)" } else { "" };
    let mut lines = format!("\n{}{weight}: {}\n", finding.code, printable(&finding.note));
    for mark in &finding.marks {
        let marked = words(report, &mark.claim, Some((mark.start, mark.end)));
        let value = mark
            .value
            .as_deref()
            .map(|value| format!("  = {}", printable(value)));
        let _ = writeln!(
            lines,
            "  {}  {marked}{}",
            mark.claim,
            value.unwrap_or_default()
        );
    }
    lines
}

/// The words of the claim called `id`, or of its part at `place` in the source's text.
fn words(report: &Report, id: &str, place: Option<(u32, u32)>) -> String {
    let claim = report.claims.iter().find(|claim| claim.id == id);
    let words = claim.and_then(|claim| part(claim, place.unwrap_or((claim.start, claim.end))));
    format!("“{}”", printable(words.unwrap_or_default()))
}

fn part(claim: &ClaimView, (start, end): (u32, u32)) -> Option<&str> {
    let from = start.checked_sub(claim.start)? as usize;
    let to = end.checked_sub(claim.start)? as usize;
    claim.text.as_deref()?.get(from..to)
}
