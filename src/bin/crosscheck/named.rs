//! Things of a comparison that a command line calls by their ids.

use crosscheck::model::Collection;
use crosscheck::report::{self, LinkView, Report};
use itertools::Itertools;

use crate::exit::Failure;
use crate::run::Context;

/// How the id of every link begins.
const LINK: &str = "l-";

/// So many links are told where several may be meant.
const SUGGESTED: usize = 3;

/// Whether `id` calls a link: its id, or the beginning of it.
pub fn is_link(id: &str) -> bool {
    id.starts_with(LINK)
}

/// All that a comparison of the sources finds, contradictions inside one source too.
///
/// # Errors
/// As [`Context::weights`].
pub fn report(collection: Collection, context: &Context) -> Result<Report, Failure> {
    let reconciler = context.reconciler()?.looking_within(true);
    let graph = context.relate(&reconciler, collection);
    Ok(report::report(&graph, &context.config, true))
}

/// The link whose id is `id`, or the only one whose id begins so.
///
/// # Errors
/// If there is none, or several.
pub fn link<'r>(report: &'r Report, id: &str) -> Result<&'r LinkView, Failure> {
    let within = report.within.iter().flatten();
    let links = || report.links.iter().chain(within.clone());
    if let Some(link) = links().find(|link| link.id == id) {
        return Ok(link);
    }
    let found: Vec<_> = links().filter(|link| link.id.starts_with(id)).collect();
    match found.as_slice() {
        [link] => Ok(link),
        [] => Err(Failure::Usage(format!(
            "there is no link {id:?} between claims of these sources; a report written with -o json=FILE lists them"
        ))),
        links => {
            let ids = links.iter().map(|link| &link.id).take(SUGGESTED).join(", ");
            Err(Failure::Usage(format!(
                "{} links begin with {id:?}, such as {ids}: write more of it",
                links.len()
            )))
        }
    }
}
