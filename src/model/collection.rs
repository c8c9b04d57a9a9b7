//! The sources of one run, cut into units.

use super::{Claim, ClaimIndex, Source, SourceIndex, Unit, Zone};

/// The sources of one run with their units and claims. Sources are sorted by id, claims by source and number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    sources: Vec<Source>,
    units: Vec<Vec<Unit>>,
    claims: Vec<Claim>,
}

impl Collection {
    /// Joins sources with the units that each was cut into; the order in which they come does not matter.
    pub fn new(cut: impl IntoIterator<Item = (Source, Vec<Unit>)>) -> Self {
        let mut cut: Vec<_> = cut.into_iter().collect();
        cut.sort_by(|(left, _), (right, _)| left.id.cmp(&right.id));
        let (sources, units): (Vec<_>, Vec<Vec<Unit>>) = cut.into_iter().unzip();
        let claims = (0..)
            .map(SourceIndex)
            .zip(&units)
            .flat_map(|(source, units)| {
                let claims = units.iter().filter(|unit| unit.zone == Zone::Claim);
                claims.map(move |unit| Claim {
                    source,
                    number: unit.number,
                    span: unit.span,
                })
            });
        Self {
            claims: claims.collect(),
            sources,
            units,
        }
    }

    /// Some of the sources, in order, as a collection of their own.
    #[must_use]
    pub fn part(&self, sources: &[SourceIndex]) -> Self {
        let cut =
            |source: &SourceIndex| (self.source(*source).clone(), self.units(*source).to_vec());
        Self::new(sources.iter().map(cut))
    }

    /// The sources, sorted by id.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// All claims, sorted by source and number.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The units of one source, in document order.
    pub fn units(&self, source: SourceIndex) -> &[Unit] {
        &self.units[source.get()]
    }

    /// One source.
    pub fn source(&self, index: SourceIndex) -> &Source {
        &self.sources[index.get()]
    }

    /// One claim.
    pub fn claim(&self, index: ClaimIndex) -> Claim {
        self.claims[index.get()]
    }

    /// The source of one claim.
    pub fn source_of(&self, index: ClaimIndex) -> &Source {
        self.source(self.claim(index).source)
    }

    /// The words of one claim.
    pub fn text(&self, index: ClaimIndex) -> &str {
        self.source_of(index).slice(self.claim(index).span)
    }

    /// What one claim is called: `000.4`.
    pub fn claim_id(&self, index: ClaimIndex) -> String {
        format!("{}.{}", self.source_of(index).id, self.claim(index).number)
    }

    /// The claims of one source, as positions in [`Collection::claims`].
    pub fn claims_of(&self, source: SourceIndex) -> std::ops::Range<usize> {
        let start = self.claims.partition_point(|claim| claim.source < source);
        start..self.claims.partition_point(|claim| claim.source <= source)
    }

    /// The claim that is called `id`, if there is one.
    pub fn find(&self, id: &str) -> Option<ClaimIndex> {
        (0..)
            .map(ClaimIndex)
            .take(self.claims.len())
            .find(|index| self.claim_id(*index) == id)
    }
}
