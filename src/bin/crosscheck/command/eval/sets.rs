//! Sets of texts that others have labelled, each with what it tells of crosscheck.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crosscheck::eval::attribution;
use crosscheck::eval::chunks;
use crosscheck::eval::clusters;
use crosscheck::eval::fit;
use crosscheck::eval::labels::Tally;
use crosscheck::eval::lineage::{DerivationScore, KnownDerivations};
use crosscheck::eval::pairs::{self, LabelledPair, Outcome};
use crosscheck::eval::ranking::Ranking;
use crosscheck::eval::refit::{self, LearnFrom};
use crosscheck::eval::sentences::{self, SentenceScore};
use crosscheck::output::printable;

use super::table;
use crate::exit::Failure;
use crate::run::Context;

/// Which set to measure on; the events of `--gold` if none.
#[derive(clap::Args)]
#[group(multiple = true)]
pub struct Sets {
    /// Texts as JSON lines, and a table of which of them reuse each other
    #[arg(long, value_name = "TEXTS=PAIRS", value_parser = two_files, group = "set")]
    derivations: Option<(PathBuf, PathBuf)>,
    /// Texts as a JSON list, each with its sentences
    #[arg(long, value_name = "FILE", group = "set")]
    sentences: Option<PathBuf>,
    /// Take the blank after every full stop of these texts away first
    #[arg(long, requires = "sentences")]
    glued: bool,
    /// A table of labelled pairs of texts: tabs between the columns id, split, label, text_a, text_b, and score if there are degrees
    #[arg(long, value_name = "FILE", group = "set")]
    pairs: Option<PathBuf>,
    /// Learn on part of the pairs whether two texts say the same, and judge the rest: 10-fold, so many at the start, or a split
    #[arg(long, value_name = "PART", requires = "pairs")]
    learn_from: Option<LearnFrom>,
    /// Take only the pairs whose id begins so
    #[arg(long, value_name = "START", requires = "pairs")]
    only: Option<String>,
    /// Pairs of sentences as JSON lines, with the phrases that belong together
    #[arg(long, value_name = "FILE", group = "set")]
    phrases: Option<PathBuf>,
    /// Articles as JSON lines, each with its attributions
    #[arg(long, value_name = "FILE", group = "set")]
    attributions: Option<PathBuf>,
    /// Clusters of articles as JSON lines, and a table of linked sentences: learn from the split train, judge the others
    #[arg(long, value_name = "CLUSTERS=LINKS", value_parser = two_files, group = "set")]
    clusters: Option<(PathBuf, PathBuf)>,
    /// Which links of the clusters count
    #[arg(
        long,
        value_name = "LABEL",
        requires = "clusters",
        default_value = "multi"
    )]
    tier: String,
}

impl Sets {
    /// What was measured on the set that is named; `None` if none is. At most `misses` errors of it are shown.
    pub fn page(&self, misses: usize, context: &Context) -> Result<Option<String>, Failure> {
        if let Some((texts, pairs)) = &self.derivations {
            let reconciler = context.reconciler()?;
            let known = KnownDerivations::load(texts, pairs)?;
            let score = known.score(|sources| reconciler.reconcile(sources));
            return Ok(Some(derivation_page(&score)));
        }
        if let Some(texts) = &self.sentences {
            let mut texts = sentences::load(texts)?;
            if self.glued {
                sentences::glue(&mut texts);
            }
            return Ok(Some(sentence_page(&sentences::score(&texts)?, misses)));
        }
        if let Some(file) = &self.pairs {
            return self.on_pairs(file, context).map(Some);
        }
        if let Some(file) = &self.phrases {
            let score = chunks::score(&chunks::load(file)?, context.weights()?)?;
            let mut page = String::new();
            for (what, tally) in [
                ("words", score.words),
                ("phrases", score.phrases),
                ("words of phrases", score.spread),
            ] {
                let _ = writeln!(page, "{}", tally_line(what, tally));
            }
            return Ok(Some(page));
        }
        if let Some(file) = &self.attributions {
            return Ok(Some(attribution_page(file, misses)?));
        }
        let clusters = self.clusters.as_ref();
        clusters
            .map(|(clusters, links)| self.on_clusters(clusters, links, context))
            .transpose()
    }

    fn on_pairs(&self, file: &Path, context: &Context) -> Result<String, Failure> {
        let mut pairs = pairs::load(file)?;
        if let Some(start) = &self.only {
            pairs.retain(|pair| pair.id.starts_with(start));
        }
        if let Some(part) = &self.learn_from {
            let encoder = context.encoder.as_deref();
            return Ok(table(&refit::refit(
                &pairs,
                part,
                context.weights()?,
                encoder,
            )?));
        }
        let reconciler = context.reconciler()?;
        let found: Result<Vec<_>, Failure> = pairs
            .iter()
            .map(|pair| {
                let graph = reconciler.reconcile(pairs::articles(pair)?);
                Ok((pair, Outcome::of(&graph)))
            })
            .collect();
        Ok(pair_page(&found?))
    }

    fn on_clusters(
        &self,
        clusters: &Path,
        links: &Path,
        context: &Context,
    ) -> Result<String, Failure> {
        /// What the part of a set is called that weights are learnt from.
        const LEARN_FROM: &str = "train";
        let events = clusters::load(clusters, links, &self.tier, context.encoder.as_deref())?;
        let (learn, judge): (Vec<_>, Vec<_>) =
            events.iter().partition(|(split, _)| split == LEARN_FROM);
        let learn: Vec<_> = learn.into_iter().map(|(_, event)| event).collect();
        let weights = fit::fit(&learn, context.encoder_identity());
        let scored = judge
            .iter()
            .flat_map(|(_, event)| fit::scored(event, &weights));
        let scored: Vec<_> = scored.collect();
        let tally = Tally::at(&scored, weights.threshold);
        let links = scored.iter().filter(|(_, linked)| *linked).count();
        let mut page = format!(
            "{} pairs, {links} of them linked; learnt from {} clusters\n{}\n",
            scored.len(),
            learn.len(),
            tally_line("links", tally)
        );
        let precision = Ranking::new(scored).average_precision();
        page.push_str(&table(&[("average_precision", precision)]));
        Ok(page)
    }
}

fn two_files(argument: &str) -> Result<(PathBuf, PathBuf), String> {
    let files = argument.split_once('=');
    let (first, second) = files.ok_or("name two files, with = between them")?;
    Ok((first.into(), second.into()))
}

fn tally_line(what: &str, tally: Tally) -> String {
    format!(
        "{what:16} precision {} recall {} f1 {}   {} right, {} wrong, {} missed",
        share(tally.precision()),
        share(tally.recall()),
        share(tally.f1()),
        tally.right,
        tally.wrong,
        tally.missed
    )
}

fn share(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.3}"))
}

fn attribution_page(file: &Path, misses: usize) -> Result<String, Failure> {
    let score = attribution::score(&attribution::load(file)?)?;
    let mut page = String::new();
    for error in score.errors.iter().take(misses) {
        let (marked, found) = (error.marked.join("; "), error.found.join("; "));
        let _ = writeln!(
            page,
            "marked {:?}, found {:?}: {}",
            printable(&marked),
            printable(&found),
            printable(&error.sentence)
        );
    }
    let _ = writeln!(
        page,
        "{} sentences with a speaker; in {} one was found, in {} the right one",
        score.marked, score.found, score.right
    );
    let figures = [
        ("attributions.precision", Some(score.precision())),
        ("attributions.recall", Some(score.recall())),
    ];
    Ok(page + &table(&figures))
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

fn derivation_page(score: &DerivationScore) -> String {
    let (reuse, independent) = (score.reuse.len(), score.independent.len());
    let auc = share(score.auc());
    format!(
        "{reuse} pairs of reuse, {independent} independent ones\n\
         derivation.auc               {auc}\n\
         direction                    {} right, {} wrong, {} left open\n",
        score.direction_right, score.direction_wrong, score.direction_open
    )
}
