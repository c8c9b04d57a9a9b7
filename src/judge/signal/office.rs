//! One person holds an office in one claim, and its deputy's or acting holder's in the other.

use super::mutual::answering;
use super::place::{mark, words};
use crate::align::Pair;
use crate::model::{Finding, Kind, Side};
use crate::text::name::Name;
use crate::text::profile::Profile;
use crate::text::role::Role;

/// Words before an office that make it another one. "Former" is not among them: a former president is called president too.
const EXCLUSIVE: [&str; 6] = [
    "deputy",
    "vice",
    "acting",
    "interim",
    "assistant",
    "associate",
];

/// Where both claims name one person, with offices that nobody holds both of.
pub fn other_office(pair: &Pair) -> Vec<Finding> {
    let (a, b) = (holders(pair.a.profile), holders(pair.b.profile));
    let differing = answering(&a, &b, |(one, office), (another, other_office)| {
        one.same(another) && exclude_each_other(&office.form, &other_office.form)
    });
    let found = differing.map(|((_, one), (_, another))| Finding {
        code: "participants/office-differs",
        kind: Kind::Participants,
        conflict: true,
        marks: vec![
            mark(pair, Side::A, one.run, Some(one.form.to_string())),
            mark(pair, Side::B, another.run, Some(another.form.to_string())),
        ],
        note: format!(
            "One person is \"{}\" in one and \"{}\" in the other.",
            words(pair, Side::A, one.run),
            words(pair, Side::B, another.run)
        ),
    });
    found.collect()
}

/// Those named with an office, each with it.
fn holders(profile: &Profile) -> Vec<(&Name, &Role)> {
    let office = |name: &Name| {
        let form = name.role.as_deref()?;
        let distance = |role: &&Role| role.run.start.abs_diff(name.run.start);
        let held = profile.roles.iter().filter(|role| *role.form == *form);
        held.min_by_key(distance)
    };
    let names = profile.names.iter();
    names
        .filter_map(|name| Some((name, office(name)?)))
        .collect()
}

/// Whether one office is the other with a word before it that makes it another.
fn exclude_each_other(one: &str, another: &str) -> bool {
    let extends = |longer: &str, shorter: &str| {
        let modifier = longer.strip_suffix(shorter).map(str::trim_end);
        modifier.is_some_and(|modifier| EXCLUSIVE.contains(&modifier))
    };
    extends(one, another) || extends(another, one)
}
