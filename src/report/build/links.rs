//! Makes the views of links, and of pairs that were rejected.

use rayon::prelude::*;

use super::{Builder, measure, probability, rounded};
use crate::model::{Finding, Link, ScoredPair, Side, Span};
use crate::report::identifier::{Unique, link_id};
use crate::report::{
    AlignedView, EvidenceView, FindingView, LinkView, MarkView, RivalView, SameContent,
};

impl Builder<'_> {
    pub fn links(&self, links: &[Link]) -> Vec<LinkView> {
        let collection = self.graph.collection();
        let made = links.par_iter().map(|link| {
            let id = link_id(collection.text(link.a), collection.text(link.b));
            self.link(link, id)
        });
        let mut views: Vec<_> = made.collect();
        let mut unique = Unique::default();
        for view in &mut views {
            view.id = unique.name(std::mem::take(&mut view.id));
        }
        views
    }

    fn link(&self, link: &Link, id: String) -> LinkView {
        let collection = self.graph.collection();
        let pair = |span: Span| [span.start, span.end];
        LinkView {
            id,
            a: collection.claim_id(link.a),
            b: collection.claim_id(link.b),
            relation: link.relation.name(),
            kinds: link.kinds().into_iter().map(|kind| kind.name()).collect(),
            conflict: link.conflict(),
            coverage: link.coverage.name(),
            score: rounded(link.score()),
            probability: rounded(probability(link.score())),
            too_close_to_call: link.is_too_close_to_call(),
            same_content: SameContent {
                score: rounded(link.same_content),
                probability: rounded(probability(link.same_content)),
            },
            aligned: link
                .aligned
                .iter()
                .map(|(a, b)| AlignedView {
                    a: pair(*a),
                    b: pair(*b),
                })
                .collect(),
            evidence: EvidenceView {
                bias: rounded(link.evidence.bias()),
                measures: link.evidence.measures().iter().map(measure).collect(),
                rule: link.evidence.rule(),
                findings: link
                    .evidence
                    .findings()
                    .iter()
                    .map(|finding| self.finding(link, finding))
                    .collect(),
            },
        }
    }

    pub fn rival(&self, pair: &ScoredPair) -> RivalView {
        let collection = self.graph.collection();
        RivalView {
            a: collection.claim_id(pair.a),
            b: collection.claim_id(pair.b),
            score: rounded(pair.score),
            probability: rounded(probability(pair.score)),
        }
    }

    fn finding(&self, link: &Link, finding: &Finding) -> FindingView {
        let claim = |side| match side {
            Side::A => self.graph.collection().claim_id(link.a),
            Side::B => self.graph.collection().claim_id(link.b),
        };
        let marks = finding.marks.iter().map(|mark| MarkView {
            claim: claim(mark.side),
            start: mark.span.start,
            end: mark.span.end,
            value: mark.value.clone(),
        });
        FindingView {
            code: finding.code,
            kind: finding.kind.name(),
            conflict: finding.conflict,
            note: finding.note.clone(),
            marks: marks.collect(),
        }
    }
}
