//! What a run is called: its title, and an id that the same run always has.

use std::cmp::Reverse;

use itertools::Itertools;

use super::identifier::hashed;
use super::{EntityView, GroupView, SourceView, Tool};

/// So many names make a title.
const NAMES: usize = 3;

/// The names that most of `sources` sources have in common: "Ann Reed, Alder and Lund". `None` where they have none.
pub fn title(names: &[EntityView], sources: usize) -> Option<String> {
    let named_by = |name: &&EntityView| {
        let mentions = name.mentions.iter().map(|mention| &mention.source);
        mentions.unique().count()
    };
    let shared = names.iter().filter(|name| 2 * named_by(name) > sources);
    let shared = shared.sorted_by_key(|name| Reverse(named_by(name)));
    let names: Vec<_> = shared.take(NAMES).map(|name| name.name.as_str()).collect();
    let (last, others) = names.split_last()?;
    Some(match others {
        [] => (*last).to_owned(),
        others => format!("{} and {last}", others.join(", ")),
    })
}

/// `r-` and a hash of what a run was made from: the program, its configuration, the sources with what is known of them, and the
/// groups, on which the user may have decided.
pub fn run_id(tool: &Tool, sources: &[SourceView], groups: &[GroupView]) -> String {
    let known = |source: &SourceView| {
        let optional = [
            &source.outlet,
            &source.family,
            &source.published,
            &source.url,
        ];
        let optional = optional.map(|field| field.clone().unwrap_or_default());
        [source.id.clone(), source.sha256.clone()]
            .into_iter()
            .chain(optional)
    };
    let members = |group: &GroupView| {
        let members = group.members.iter();
        members.map(|member| &member.claim).join(" ")
    };
    let made_by = [tool.version.to_owned(), tool.config_sha256.clone()];
    let parts: Vec<_> = made_by
        .into_iter()
        .chain(sources.iter().flat_map(known))
        .chain(groups.iter().map(members))
        .collect();
    hashed("r", parts.iter().map(String::as_str))
}
