//! The sections of the findings: conflicts, other differences, accords, and what is too close to call.

use super::matter::Matter;
use crate::report::dispute::disputes;
use crate::report::{Index, LinkView};

/// A list of links of one sign, or of two that go together.
pub struct Section<'a> {
    pub id: &'static str,
    pub title: &'static str,
    pub about: &'static str,
    /// Whether it is shown at once.
    pub open: bool,
    pub matters: Vec<Matter<'a>>,
}

impl<'a> Section<'a> {
    /// All findings; of the links that say the same only `accords`.
    pub fn all(index: &Index<'a>, accords: &[&'a LinkView]) -> Vec<Self> {
        let conflicts = Self::disputed(
            index,
            "conflicts",
            "In conflict",
            "Both cannot be true as written.",
            &index.conflicts(),
        );
        let contradictions = index.within(None).map(|within| {
            Self::disputed(
                index,
                "within",
                "Contradicting itself",
                "One source says what cannot both be true as written.",
                &within,
            )
        });
        let differences = Self::disputed(
            index,
            "differences",
            "Diverging",
            "The same matter, told differently; both may be true.",
            &index.differences(),
        );
        let (close, sure): (Vec<_>, Vec<_>) =
            accords.iter().partition(|link| link.too_close_to_call);
        let in_accord = |id, title, about, links: &[&'a LinkView]| Self {
            id,
            title,
            about,
            open: false,
            matters: vec![Matter::undisputed(index, links)],
        };
        let accords = in_accord(
            "accords",
            "In accord",
            "The same fact, in the same words (=) or in others (~).",
            &sure,
        );
        let close = in_accord(
            "close",
            "Too close to call",
            "The same matter perhaps, less likely than not: for a reader to decide.",
            &close,
        );
        let disputes = [Some(conflicts), contradictions, Some(differences)];
        disputes
            .into_iter()
            .flatten()
            .chain([accords, close])
            .collect()
    }

    /// What sources differ over.
    fn disputed(
        index: &Index<'a>,
        id: &'static str,
        title: &'static str,
        about: &'static str,
        links: &[&'a LinkView],
    ) -> Self {
        let disputes = disputes(index, links);
        let matters = disputes
            .iter()
            .map(|dispute| Matter::disputed(index, dispute));
        Self {
            id,
            title,
            about,
            open: true,
            matters: matters.collect(),
        }
    }

    /// How many links it shows.
    pub fn links(&self) -> usize {
        self.matters.iter().map(Matter::links).sum()
    }

    /// What is counted in its heading: disputes, or links over which nobody differs.
    pub fn count(&self) -> usize {
        match self.open {
            true => self.matters.len(),
            false => self.links(),
        }
    }
}
