//! One person holds an office in one claim, and its deputy's or acting holder's in the other.

use super::place::{mark, words};
use crate::align::Pair;
use crate::model::{Finding, Kind, Side};
use crate::text::name::Name;
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
pub fn other_office(pair: &Pair) -> Option<Finding> {
    let (a, b) = (&pair.a.profile, &pair.b.profile);
    let people = a
        .names
        .iter()
        .flat_map(|one| b.names.iter().map(move |another| (one, another)));
    people
        .filter(|(one, another)| one.same(another))
        .filter_map(|(one, another)| Some((office(&a.roles, one)?, office(&b.roles, another)?)))
        .find(|(one, another)| exclude_each_other(&one.form, &another.form))
        .map(|(one, another)| Finding {
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
        })
}

/// The office that stands with a name.
fn office<'a>(roles: &'a [Role], name: &Name) -> Option<&'a Role> {
    let form = name.role.as_deref()?;
    let distance = |role: &&Role| role.run.start.abs_diff(name.run.start);
    let held = roles.iter().filter(|role| *role.form == *form);
    held.min_by_key(distance)
}

/// Whether one office is the other with a word before it that makes it another.
fn exclude_each_other(one: &str, another: &str) -> bool {
    let extends = |longer: &str, shorter: &str| {
        let modifier = longer.strip_suffix(shorter).map(str::trim_end);
        modifier.is_some_and(|modifier| EXCLUSIVE.contains(&modifier))
    };
    extends(one, another) || extends(another, one)
}
