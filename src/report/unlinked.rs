//! Why a comparison found nothing: a result without links explains itself.

use itertools::Itertools;

use super::{Report, RivalView, SourceView};

/// Why no two sources share a claim, and what to try, one sentence or two each; empty where there are links.
pub fn unlinked(report: &Report) -> Vec<String> {
    if report.stats.links > 0 {
        return Vec::new();
    }
    let mut told = vec!["No claim of one source was linked to a claim of another.".to_owned()];
    told.extend(without_claims(report));
    told.push(match &report.nearest {
        Some(nearest) => rejected(report, nearest),
        None => "No two claims share enough words, names or numbers to be compared: the sources seem to tell of \
            different events. `crosscheck claims SOURCE...` lists what was read of them."
            .to_owned(),
    });
    told
}

/// The sources that hold nothing to compare.
fn without_claims(report: &Report) -> Option<String> {
    let silent = |source: &&SourceView| report.claims.iter().all(|it| it.source != source.id);
    let sources = report.sources.iter().filter(silent);
    let ids = sources.map(|source| source.id.as_str()).join(", ");
    (!ids.is_empty()).then(|| {
        format!(
            "There is no claim in {ids}: `crosscheck claims --zones SOURCE` shows what its parts were taken for."
        )
    })
}

fn rejected(report: &Report, nearest: &RivalView) -> String {
    let (a, b, score) = (&nearest.a, &nearest.b, nearest.score);
    let (pairs, threshold) = (report.stats.compared, report.tool.threshold);
    let compared = match pairs {
        1 => "1 pair was compared and rejected".to_owned(),
        pairs => format!("{pairs} pairs were compared and all rejected"),
    };
    // Rounded down, so that the pair reaches it.
    let lower = (score * 10.0).floor() / 10.0;
    format!(
        "{compared}. The nearest is {a} and {b}, which scores {score:+.1} bits where a link takes {threshold:+.1}: \
        `crosscheck explain {a} {b} SOURCE...` tells why, `--threshold {lower}` would link it."
    )
}
