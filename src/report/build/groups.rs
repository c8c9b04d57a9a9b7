//! Makes the views of claim groups.

use std::collections::BTreeSet;

use itertools::Itertools;

use super::Builder;
use crate::model::{ClaimGroup, ClaimIndex, Member, Outlet, SourceIndex};
use crate::report::{GroupView, LinkView, MemberView, OriginView};

impl Builder<'_> {
    pub fn group(&self, number: usize, group: &ClaimGroup, links: &[LinkView]) -> GroupView {
        let collection = self.graph.collection();
        let sources = group
            .members
            .iter()
            .map(|member| collection.claim(member.claim).source);
        let sources: Vec<_> = sources.sorted().dedup().collect();
        let link_id = |position: &usize| links[*position].id.clone();
        let member = |member: &Member| MemberView {
            claim: collection.claim_id(member.claim),
            marks: member
                .marks
                .iter()
                .map(|span| [span.start, span.end])
                .collect(),
            position: member.position + 1,
        };
        GroupView {
            id: format!("g{number}"),
            members: group.members.iter().map(member).collect(),
            lineages: sources
                .iter()
                .map(|source| self.lineage_id(*source))
                .sorted()
                .dedup()
                .count(),
            sources: sources.len(),
            doubtful: self.doubtful(group, &sources),
            weakest: group.weakest.as_ref().map(link_id),
            bridges: group.bridges.iter().map(link_id).collect(),
            origins: self.origins(group, &sources),
        }
    }

    /// Ids of the `sources` of a group without a claim in it that is linked with another one in it at even odds or better.
    fn doubtful(&self, group: &ClaimGroup, sources: &[SourceIndex]) -> Vec<String> {
        let collection = self.graph.collection();
        let members: BTreeSet<_> = group.members.iter().map(|member| member.claim).collect();
        let sure = |claim: &ClaimIndex| {
            let mut links = self.graph.links_of(*claim).into_iter();
            links.any(|link| {
                !link.is_too_close_to_call()
                    && members.contains(&link.a)
                    && members.contains(&link.b)
            })
        };
        let sure: BTreeSet<_> = members
            .iter()
            .filter(|claim| sure(claim))
            .map(|claim| collection.claim(*claim).source)
            .collect();
        // What the user joined is no matter of odds.
        let doubtful = sources
            .iter()
            .filter(|source| group.weakest.is_some() && !sure.contains(source));
        doubtful
            .map(|source| collection.source(*source).id.clone())
            .collect()
    }

    /// Outlets that several sources of a group have its proposition from, as far as they say.
    fn origins(&self, group: &ClaimGroup, sources: &[SourceIndex]) -> Vec<OriginView> {
        let claims: Vec<_> = group.members.iter().map(|member| member.claim).collect();
        let origin = |(number, outlet): (usize, &Outlet)| {
            let here = outlet.credits.iter().filter(|credit| match credit.claim {
                Some(claim) => claims.contains(&claim),
                None => sources.contains(&credit.source),
            });
            let crediting = here.map(|credit| credit.source).sorted().dedup();
            let id = |source| self.graph.collection().source(source).id.clone();
            let sources: Vec<_> = crediting.map(id).collect();
            (sources.len() > 1).then(|| OriginView {
                outlet: format!("o{number}"),
                sources,
            })
        };
        (1..).zip(self.graph.outlets()).filter_map(origin).collect()
    }
}
