//! Whether both claims speak of one time.

use super::Feature;
use crate::align::comparison::Comparison;
use crate::text::time::TimeRelation;

/// 1 if both name one time, −1 if the times that they name have no day in common.
pub struct SameTime;

impl Feature for SameTime {
    fn name(&self) -> &'static str {
        "times"
    }

    fn summary(&self) -> &'static str {
        "1 if both name one time, −1 if the times that they name have no day in common."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let (a, b) = (&seen.pair.a.profile.times, &seen.pair.b.profile.times);
        let relations = || a.iter().flat_map(|one| b.iter().map(|it| one.compare(it)));
        if relations().any(|it| matches!(it, TimeRelation::Same | TimeRelation::Within)) {
            return Some(1.0);
        }
        relations()
            .any(|it| it == TimeRelation::Apart)
            .then_some(-1.0)
    }
}
