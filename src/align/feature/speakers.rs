//! Whether both claims tell what one person said.

use super::Feature;
use crate::align::comparison::Comparison;
use crate::align::pair::Reading;
use crate::text::name::Name;

/// 1 if both tell what one speaker said, −1 if they tell what two speakers said.
pub struct SameSpeaker;

impl Feature for SameSpeaker {
    fn name(&self) -> &'static str {
        "speakers"
    }

    fn summary(&self) -> &'static str {
        "1 if both tell what one speaker said, −1 if they tell what two speakers said."
    }

    fn speaks_for(&self) -> Option<bool> {
        Some(true)
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let (one, another) = (speakers(&seen.pair.a), speakers(&seen.pair.b));
        if one.is_empty() || another.is_empty() {
            return None;
        }
        let is_same = |one: &Name, other: &Name| {
            let mut places = seen.overlap.names.iter();
            places.any(|it| it.joins(one.run, other.run))
        };
        let same = one
            .iter()
            .any(|one| another.iter().any(|it| is_same(one, it)));
        Some(if same { 1.0 } else { -1.0 })
    }
}

/// The names of who is said to have said it.
fn speakers<'a>(reading: &Reading<'a>) -> Vec<&'a Name> {
    let profile = reading.profile;
    let speaks = |name: &&Name| {
        let mut attributions = profile.attributions.iter();
        attributions.any(|it| it.speaker.holds(name.run.start as usize))
    };
    profile.names.iter().filter(speaks).collect()
}
