//! Names that only one of both knows.

use std::cmp::Ordering;

use super::Feature;
use crate::align::comparison::Comparison;
use crate::text::name::Name;

/// Share of the names of the claim with fewer names that the other one lacks, 0 to 1: other people, other matter.
pub struct Strangers;

impl Feature for Strangers {
    fn name(&self) -> &'static str {
        "strangers"
    }

    fn summary(&self) -> &'static str {
        "Share of the names of the claim with fewer names that the other one lacks, 0 to 1: other people, other matter."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(false)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let (a, b) = (&seen.pair.a.profile.names, &seen.pair.b.profile.names);
        let known = &seen.overlap.names;
        let of_a = || {
            lacking(a, b, |name| {
                known.iter().any(|it| it.i == name.run.start as usize)
            })
        };
        let of_b = || {
            lacking(b, a, |name| {
                known.iter().any(|it| it.j == name.run.start as usize)
            })
        };
        match a.len().cmp(&b.len()) {
            _ if a.is_empty() || b.is_empty() => None,
            Ordering::Less => Some(of_a()),
            Ordering::Greater => Some(of_b()),
            // Neither order may count for more: the measure is the same whichever comes first.
            Ordering::Equal => Some(of_a().min(of_b())),
        }
    }
}

/// Share of the names that are neither known to the other claim nor of a country that it names.
fn lacking(names: &[Name], others: &[Name], is_known: impl Fn(&Name) -> bool) -> f32 {
    let is_stranger =
        |name: &&Name| !is_known(name) && !others.iter().any(|it| name.same_country(it));
    names.iter().filter(is_stranger).count() as f32 / names.len() as f32
}
