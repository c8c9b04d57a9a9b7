//! `crosscheck eval`: how good crosscheck is on articles that people have compared by hand.

mod sets;

use std::borrow::Cow;
use std::fmt::Write as _;

use crosscheck::Reconciler;
use crosscheck::eval::fit;
use crosscheck::eval::gold::Gold;
use crosscheck::eval::groups;
use crosscheck::eval::ranking::{self, Ranking};
use crosscheck::eval::score::{self, EventScore, Metric};
use crosscheck::eval::sorts::{self, Sort};
use crosscheck::model::ClaimIndex;
use crosscheck::output::printable;

use crate::exit::{Exit, Failure};
use crate::gold::{GoldArguments, borrowed};
use crate::run::Context;
use crate::sink;
use sets::Sets;

/// Measure crosscheck against comparisons made by hand
#[derive(clap::Args)]
#[command(before_help = "\
Examples:
  crosscheck eval --gold fixtures/gold=seeds              claims, links and labels of one event
  crosscheck eval --gold event1 --gold event2             pooled, and the mean over the events
  crosscheck eval --gold event1 --gold event2 --leave-one-out   each by weights learnt from the other
  crosscheck eval --gold fixtures/gold=seeds --misses 9   what was missed and what was wrongly linked
  crosscheck eval --gold fixtures/gold=seeds --sorts      what sorts of links are missed
  crosscheck eval --sentences texts.json                  how well texts are cut into sentences
  crosscheck eval --pairs pairs.tsv                       how well differences between two texts are found
  crosscheck eval --pairs pairs.tsv --learn-from 10-fold  how well it is told that two texts say the same

")]
pub struct Eval {
    #[command(flatten)]
    gold: GoldArguments,
    #[command(flatten)]
    sets: Sets,
    /// Judge each event by weights that were learnt from all the others
    #[arg(long, requires = "gold")]
    leave_one_out: bool,
    /// Show of each event so many of the links that were missed or wrong; of texts, so many boundaries
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    misses: usize,
    /// Count the links of each sort, by the words they have in common and by what the annotators said, and how many were missed
    #[arg(long, requires = "gold")]
    sorts: bool,
}

impl Eval {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        match self.sets.page(self.misses, context)? {
            Some(page) => sink::print(page.as_bytes()),
            None => self.events(context),
        }
    }

    /// How good crosscheck is on events that were compared by hand.
    fn events(&self, context: &Context) -> Result<Exit, Failure> {
        let events = self.gold.load(context)?;
        let learnt = if self.leave_one_out {
            fit::leave_one_out(&borrowed(&events), context.encoder_identity())
        } else {
            context.weights()?;
            Vec::new()
        };
        let mut page = String::new();
        let (mut scores, mut grouped, mut rankings) = (Vec::new(), Vec::new(), Vec::new());
        for (at, (name, event)) in events.iter().enumerate() {
            let mut config = context.config.clone();
            if let Some(weights) = learnt.get(at) {
                config.weights = Cow::Owned(weights.clone());
            }
            rankings.push(Ranking::new(fit::scored(event, &config.weights)));
            let sources = event.gold.collection.sources().to_vec();
            let graph = Reconciler::new(config)
                .with_encoder(context.encoder.clone())
                .reconcile(sources);
            let score = score::score(&event.gold, &graph);
            let _ = writeln!(page, "{}", summary(name, &score));
            page.push_str(&misses(&event.gold, &score, self.misses));
            scores.push(score);
            grouped.push(groups::score(&event.gold, &graph));
        }
        page.push_str(&table(&score::metrics(&scores)));
        page.push_str(&table(&groups::metrics(&grouped)));
        page.push_str(&table(&ranking::metrics(&rankings)));
        if self.sorts {
            let golds = events.iter().map(|(_, event)| &event.gold);
            page.push_str(&sort_table(&sorts::sorts(
                &golds.zip(&scores).collect::<Vec<_>>(),
            )));
        }
        sink::print(page.as_bytes())
    }
}

fn summary(name: &str, score: &EventScore) -> String {
    let links = score.links;
    format!(
        "{name}: {} gold claims, {} sure links; {} of them found, {} wrong links; links.f1 {:.3}",
        score.claims.right + score.claims.missed,
        links.right + links.missed,
        links.right,
        links.wrong,
        links.f1().unwrap_or_default()
    )
}

/// At most `count` missed links, the surest first, and as many wrong ones.
fn misses(gold: &Gold, score: &EventScore, count: usize) -> String {
    let mut page = String::new();
    let words = |claim: ClaimIndex| printable(gold.collection.text(claim));
    let mut missed = score.missed.clone();
    missed.sort_by(|left, right| right.confidence.total_cmp(&left.confidence));
    for link in missed.into_iter().take(count) {
        let relation = link.relations.join("/");
        let _ = writeln!(
            page,
            "  missed {relation} {:.2}: {}",
            link.confidence,
            printable(&link.shared)
        );
        for claim in [link.a, link.b] {
            let _ = writeln!(
                page,
                "    {}  {}",
                gold.collection.claim_id(claim),
                words(claim)
            );
        }
    }
    for (a, b) in score.wrong.iter().take(count) {
        let _ = writeln!(page, "  wrong");
        for id in [a, b] {
            let claim = gold.collection.find(id).map(words);
            let _ = writeln!(page, "    {id}  {}", claim.unwrap_or_default());
        }
    }
    page
}

fn table(metrics: &[Metric]) -> String {
    let mut table = String::new();
    for (name, value) in metrics {
        let value = value.map_or_else(|| "-".to_owned(), |value| format!("{value:.3}"));
        let _ = writeln!(table, "{name:28} {value}");
    }
    table
}

fn sort_table(sorts: &[Sort]) -> String {
    let mut table = String::new();
    for sort in sorts {
        let _ = writeln!(
            table,
            "{:36} {:5} of {:5} missed",
            sort.name, sort.missed, sort.all
        );
    }
    table
}
