//! One article in full, unit by unit, with what others have of each.

use std::collections::HashSet;

use itertools::Itertools;

use super::anchor::anchor;
use super::text::{WITHHELD, shown, titled};
use crate::output::sign::Sign;
use crate::report::{ClaimView, Index, SourceView, ZoneView};

/// One article in full.
pub struct Article<'a> {
    pub source: &'a SourceView,
    pub anchor: String,
    pub name: String,
    pub headline: String,
    pub units: Vec<Unit>,
    /// Claims that other sources report too.
    pub shared: usize,
    pub claims: usize,
}

/// One sentence, heading, caption, ...
pub struct Unit {
    pub id: String,
    pub anchor: String,
    /// `claim`, `heading`, ...
    pub zone: &'static str,
    /// What the rest of the sources makes of a claim: the gravest sign of its links. Empty for other zones.
    pub sign: &'static str,
    pub glyph: &'static str,
    pub text: String,
    /// First byte, and first byte after it.
    pub start: u32,
    pub end: u32,
    /// Its links, the gravest and surest first.
    pub links: Vec<Thread>,
    /// Links beyond those: in a page of many articles nobody follows them by hand.
    pub more: Vec<Thread>,
}

/// So many links of one claim can be followed from it.
const FOLLOWED: usize = 16;

/// A link as seen from one of its claims.
pub struct Thread {
    /// The anchor of its card, or of the other claim where the page holds no card of it.
    pub target: String,
    pub other: String,
    pub other_anchor: String,
    pub sign: Sign,
}

impl<'a> Article<'a> {
    /// The article of `source`, in a page with cards of the links with the ids in `shown_links`.
    pub fn new(index: &Index<'a>, source: &'a SourceView, shown_links: &HashSet<&str>) -> Self {
        let claims = index
            .claims_of(&source.id)
            .map(|claim| (claim.start, claimed(index, claim, shown_links)));
        let zones = source
            .zones
            .iter()
            .map(|zone| (zone.start, other(source, zone)));
        let mut units: Vec<_> = claims.chain(zones).collect();
        units.sort_by_key(|(start, _)| *start);
        let units: Vec<_> = units.into_iter().map(|(_, unit)| unit).collect();
        Self {
            source,
            anchor: anchor(&source.id),
            name: shown(source.name()),
            headline: index.headline(source).map(shown).unwrap_or_default(),
            shared: units.iter().filter(|unit| !unit.links.is_empty()).count(),
            claims: units.iter().filter(|unit| unit.zone == "claim").count(),
            units,
        }
    }

    /// Its id, and its name where that is another.
    pub fn title(&self) -> String {
        titled(self.source)
    }
}

fn claimed(index: &Index, claim: &ClaimView, shown_links: &HashSet<&str>) -> Unit {
    let links = index.links_of(&claim.id).iter().copied();
    let links = links.sorted_by(|left, right| {
        let graver = Sign::of(left).cmp(&Sign::of(right));
        graver.then(right.score.total_cmp(&left.score))
    });
    let mut threads: Vec<_> = links
        .map(|link| {
            let other = link.other(&claim.id);
            let other_anchor = anchor(other);
            Thread {
                target: match shown_links.contains(link.id.as_str()) {
                    true => link.id.clone(),
                    false => format!("c-{other_anchor}"),
                },
                other: other.to_owned(),
                other_anchor,
                sign: Sign::of(link),
            }
        })
        .collect();
    let more = threads.split_off(threads.len().min(FOLLOWED));
    let sign = threads.first().map_or(Sign::Alone, |thread| thread.sign);
    Unit {
        id: claim.id.clone(),
        anchor: anchor(&claim.id),
        zone: "claim",
        sign: sign.name(),
        glyph: sign.glyph(),
        text: super::text::words(claim),
        start: claim.start,
        end: claim.end,
        links: threads,
        more,
    }
}

fn other(source: &SourceView, zone: &ZoneView) -> Unit {
    let text = source.text.as_deref();
    let text = text.and_then(|text| text.get(zone.start as usize..zone.end as usize));
    Unit {
        id: zone.id.clone(),
        anchor: anchor(&zone.id),
        zone: zone.zone,
        sign: "",
        glyph: "",
        text: shown(text.unwrap_or(WITHHELD)),
        start: zone.start,
        end: zone.end,
        links: Vec::new(),
        more: Vec::new(),
    }
}
