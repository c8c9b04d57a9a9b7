//! `crosscheck eval`: how good crosscheck is on articles that people have compared by hand.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::PathBuf;

use crosscheck::Reconciler;
use crosscheck::eval::fit;
use crosscheck::eval::gold::Gold;
use crosscheck::eval::groups;
use crosscheck::eval::lineage::{DerivationScore, KnownDerivations};
use crosscheck::eval::pairs::{self, LabelledPair, Outcome};
use crosscheck::eval::ranking::{self, Ranking};
use crosscheck::eval::score::{self, EventScore, Metric};
use crosscheck::eval::sentences::{self, SentenceScore};
use crosscheck::model::ClaimIndex;
use crosscheck::output::printable;

use crate::exit::{Exit, Failure};
use crate::gold::{GoldArguments, borrowed};
use crate::run::Context;
use crate::sink;

/// Measure crosscheck against comparisons made by hand
#[derive(clap::Args)]
#[command(before_help = "\
Examples:
  crosscheck eval --gold fixtures/gold=seeds              claims, links and labels of one event
  crosscheck eval --gold event1 --gold event2             pooled, and the mean over the events
  crosscheck eval --gold event1 --gold event2 --leave-one-out   each by weights learnt from the other
  crosscheck eval --gold fixtures/gold=seeds --misses 9   what was missed and what was wrongly linked
  crosscheck eval --sentences texts.json                  how well texts are cut into sentences
  crosscheck eval --pairs pairs.tsv                       how well differences between two texts are found

")]
pub struct Eval {
    #[command(flatten)]
    gold: GoldArguments,
    /// Texts as JSON lines, and a table of which of them reuse each other
    #[arg(long, value_name = "TEXTS=PAIRS", value_parser = texts_and_pairs, conflicts_with = "gold")]
    derivations: Option<(PathBuf, PathBuf)>,
    /// Texts as a JSON list, each with its sentences
    #[arg(long, value_name = "FILE", conflicts_with_all = ["gold", "derivations"])]
    sentences: Option<PathBuf>,
    /// A table of labelled pairs of texts: tabs between the columns id, split, label, text_a, text_b
    #[arg(long, value_name = "FILE", conflicts_with_all = ["gold", "derivations", "sentences"])]
    pairs: Option<PathBuf>,
    /// Take the blank after every full stop of these texts away first
    #[arg(long, requires = "sentences")]
    glued: bool,
    /// Judge each event by weights that were learnt from all the others
    #[arg(long, requires = "gold")]
    leave_one_out: bool,
    /// Show of each event so many of the links that were missed or wrong; of texts, so many boundaries
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    misses: usize,
}

impl Eval {
    pub fn run(&self, context: &Context) -> Result<Exit, Failure> {
        if let Some((texts, pairs)) = &self.derivations {
            let reconciler = context.reconciler()?;
            let known = KnownDerivations::load(texts, pairs)?;
            let score = known.score(|sources| reconciler.reconcile(sources));
            return sink::print(derivation_page(&score).as_bytes());
        }
        if let Some(texts) = &self.sentences {
            let mut texts = sentences::load(texts)?;
            if self.glued {
                sentences::glue(&mut texts);
            }
            let score = sentences::score(&texts)?;
            return sink::print(sentence_page(&score, self.misses).as_bytes());
        }
        if let Some(table) = &self.pairs {
            let reconciler = context.reconciler()?;
            let pairs = pairs::load(table)?;
            let found: Result<Vec<_>, Failure> = pairs
                .iter()
                .map(|pair| {
                    let graph = reconciler.reconcile(pairs::articles(pair)?);
                    Ok((pair, Outcome::of(&graph)))
                })
                .collect();
            return sink::print(pair_page(&found?).as_bytes());
        }
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
        sink::print(page.as_bytes())
    }
}

fn sentence_page(score: &SentenceScore, misses: usize) -> String {
    let mut page = String::new();
    for error in score.errors.iter().take(misses) {
        let what = if error.missed { "missed" } else { "wrong " };
        let (before, after) = (printable(&error.before), printable(&error.after));
        let _ = writeln!(page, "{what} {}: {before} | {after}", error.text);
    }
    let _ = writeln!(
        page,
        "{} texts, {} of them without an error; {} boundaries found, {} missed, {} wrong\n\
         sentences.precision          {:.4}\n\
         sentences.recall             {:.4}\n\
         sentences.f1                 {:.4}",
        score.texts,
        score.exact,
        score.right,
        score.missed,
        score.spurious,
        score.precision(),
        score.recall(),
        score.f1()
    );
    page
}

/// What tells which label, as far as it was found at all, and which changed texts were told from the texts before the change.
fn pair_page(found: &[(&LabelledPair, Outcome)]) -> String {
    let mut page = format!("{} pairs\n", found.len());
    let share = |value: Option<f64>| value.map_or("-".to_owned(), |value| format!("{value:.3}"));
    for ((what, label), tally) in pairs::tallies(found) {
        if tally.right + tally.wrong > 0 {
            let _ = writeln!(
                page,
                "{what:12} tells {label:16} precision {} recall {}   {} of {}",
                share(tally.precision()),
                share(tally.recall()),
                tally.right,
                tally.right + tally.wrong
            );
        }
    }
    for (sort, (right, all)) in pairs::told_apart(found) {
        let _ = writeln!(page, "told apart: {right} of {all} with {sort}");
    }
    page
}

fn texts_and_pairs(argument: &str) -> Result<(PathBuf, PathBuf), String> {
    let (texts, pairs) = argument
        .split_once('=')
        .ok_or("name two files, TEXTS=PAIRS")?;
    Ok((texts.into(), pairs.into()))
}

fn derivation_page(score: &DerivationScore) -> String {
    let (reuse, independent) = (score.reuse.len(), score.independent.len());
    let auc = score
        .auc()
        .map_or_else(|| "-".to_owned(), |auc| format!("{auc:.3}"));
    format!(
        "{reuse} pairs of reuse, {independent} independent ones\n\
         derivation.auc               {auc}\n\
         direction                    {} right, {} wrong, {} left open\n",
        score.direction_right, score.direction_wrong, score.direction_open
    )
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
