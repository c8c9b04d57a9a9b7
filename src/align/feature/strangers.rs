//! Names that only one of both knows.

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
        let lacking = |names: &[Name], others: &[Name]| {
            let is_known = |name: &&Name| {
                !others
                    .iter()
                    .any(|it| name.same(it) || name.same_country(it))
            };
            names.iter().filter(is_known).count() as f32 / names.len() as f32
        };
        match a.len().cmp(&b.len()) {
            _ if a.is_empty() || b.is_empty() => None,
            std::cmp::Ordering::Less => Some(lacking(a, b)),
            std::cmp::Ordering::Greater => Some(lacking(b, a)),
            // Neither order may count for more: the measure is the same whichever comes first.
            std::cmp::Ordering::Equal => Some(lacking(a, b).min(lacking(b, a))),
        }
    }
}
