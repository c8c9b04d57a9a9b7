//! Which of two sources of one lineage used the other.

use super::Comparison;
use super::measure::containment;
use crate::model::SourceIndex;

/// Which way, as far as it is known, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Direction {
    /// Log2 odds that the first source was used by the second rather than the other way round.
    pub bits: f64,
    /// What speaks for this way, one sentence each.
    pub reasons: Vec<String>,
}

impl Direction {
    /// Whether the direction can be told.
    pub fn is_known(&self) -> bool {
        self.bits.abs() >= TELLING
    }
}

/// Odds of three to one tell the direction.
const TELLING: f64 = 1.585;

/// A source that was published on an earlier day: rarely, a later page is what an earlier one was made from.
const EARLIER: f64 = 3.0;

/// A source that credits the other one's outlet.
const CREDITED: f64 = 4.0;

/// For each doubling of the odds that a word of one source is found in the other rather than the other way round: what is
/// derived is found in its source, and adds little. Weak by itself: a source may be cut and then enlarged.
const CONTAINED: f64 = 0.5;

/// For each doubling of quotations, speakers and credits: they get lost on the way, and are not invented.
const DETAIL: f64 = 1.0;

impl Comparison<'_> {
    /// The direction between `a` and `b`.
    pub(super) fn direction(&self, a: SourceIndex, b: SourceIndex) -> Direction {
        let clues = [
            self.dates(a, b),
            self.credits(a, b),
            self.contained(a, b),
            self.detail(a, b),
        ];
        let clues = || clues.iter().flatten();
        let bits: f64 = clues().map(|(bits, _)| bits).sum();
        let reasons = clues().filter(|(clue, _)| clue * bits > 0.0);
        Direction {
            bits,
            reasons: reasons.map(|(_, reason)| reason.clone()).collect(),
        }
    }

    fn id(&self, source: SourceIndex) -> &str {
        &self.collection.source(source).id
    }

    fn dates(&self, a: SourceIndex, b: SourceIndex) -> Option<(f64, String)> {
        let day = |source: SourceIndex| self.collection.source(source).published;
        let (left, right) = (day(a)?, day(b)?);
        let (bits, first, first_day, other_day) = match left.cmp(&right) {
            std::cmp::Ordering::Less => (EARLIER, a, left, right),
            std::cmp::Ordering::Greater => (-EARLIER, b, right, left),
            std::cmp::Ordering::Equal => return None,
        };
        let first = self.id(first);
        Some((
            bits,
            format!("{first} is of {first_day}, the other of {other_day}"),
        ))
    }

    fn credits(&self, a: SourceIndex, b: SourceIndex) -> Option<(f64, String)> {
        let credits = |from: SourceIndex, to: SourceIndex| {
            let outlet = self
                .outlets
                .iter()
                .find(|outlet| outlet.source == Some(to))?;
            let given = outlet.credits.iter().any(|credit| credit.source == from);
            given.then(|| format!("{} credits {}", self.id(from), outlet.name))
        };
        match (credits(b, a), credits(a, b)) {
            (Some(reason), None) => Some((CREDITED, reason)),
            (None, Some(reason)) => Some((-CREDITED, reason)),
            _ => None,
        }
    }

    fn contained(&self, a: SourceIndex, b: SourceIndex) -> Option<(f64, String)> {
        let (a_in_b, b_in_a) = containment(self.wordings.of(a), self.wordings.of(b));
        let odds = |share: f64| {
            let share = share.clamp(0.01, 0.99);
            (share / (1.0 - share)).log2()
        };
        let bits = CONTAINED * (odds(b_in_a) - odds(a_in_b));
        let percent = |share: f64| (share * 100.0).round();
        let reason = format!(
            "{} % of the words of {} are found in {}, {} % the other way round",
            percent(b_in_a),
            self.id(b),
            self.id(a),
            percent(a_in_b),
        );
        (bits != 0.0).then_some((bits, reason))
    }

    fn detail(&self, a: SourceIndex, b: SourceIndex) -> Option<(f64, String)> {
        let (left, right) = (self.details(a), self.details(b));
        let bits = DETAIL * ((left as f64 + 1.0) / (right as f64 + 1.0)).log2();
        let reason = format!(
            "{} names {left} speakers and quotations, {} {right}",
            self.id(a),
            self.id(b),
        );
        (bits != 0.0).then_some((bits, reason))
    }

    fn details(&self, source: SourceIndex) -> usize {
        let profiles = &self.profiles[self.collection.claims_of(source)];
        let named = profiles
            .iter()
            .map(|it| it.attributions.len() + it.quotations.len());
        named.sum()
    }
}
