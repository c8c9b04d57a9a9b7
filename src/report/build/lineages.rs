//! Makes the views of lineages.

use super::{Builder, measure, rounded};
use crate::model::{Derivation, Lineage, SourceIndex};
use crate::report::{DerivationView, FamilyView, LineageView};

impl Builder<'_> {
    pub fn lineage(&self, number: usize, lineage: &Lineage) -> LineageView {
        let id = |source: &SourceIndex| self.graph.collection().source(*source).id.clone();
        let derivations = lineage.derivations.iter();
        LineageView {
            id: format!("L{number}"),
            sources: lineage.sources.iter().map(id).collect(),
            derivations: derivations
                .map(|derivation| self.derivation(derivation))
                .collect(),
            families: lineage
                .families
                .iter()
                .map(|family| FamilyView {
                    name: family.name.clone(),
                    sources: family.sources.iter().map(id).collect(),
                })
                .collect(),
        }
    }

    pub fn derivation(&self, derivation: &Derivation) -> DerivationView {
        let id = |source: SourceIndex| self.graph.collection().source(source).id.clone();
        DerivationView {
            from: id(derivation.from),
            to: id(derivation.to),
            direction_known: derivation.direction_known,
            probability: rounded(derivation.probability()),
            bias: rounded(derivation.bias),
            measures: derivation.measures.iter().map(measure).collect(),
            evidence: derivation.evidence.clone(),
        }
    }
}
