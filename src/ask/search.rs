//! Which claims answer a question: those that speak of its matter (BM25 over its terms, Robertson and Zaragoza 2009) and hold
//! what it asks for; and those that state the same as such a claim.

use std::collections::BTreeSet;

use super::event;
use super::filler::Reply;
use super::question::{Question, TermMatch};
use crate::graph::ClaimGraph;
use crate::model::ClaimIndex;

/// How soon a second mention of a term counts for less; the customary value.
const SATURATION: f64 = 1.2;

/// How far long claims are marked down, 0 to 1: half, for the length of a sentence says little.
const LENGTH_WEIGHT: f64 = 0.5;

/// Share of the weight of all terms that a claim must reach by itself to answer: all of two terms, three of four, surely matched.
const COVERED: f64 = 0.75;

/// The same for a claim that is grouped with one that answers: what says the same need not have all the words.
const NEARLY_COVERED: f64 = 0.5;

/// Of a group in which so many claims answer, those that have any word of the question answer as well.
const MOST: f64 = 0.5;

/// Of a group with any answer, those that nearly answer.
const SOME: f64 = 0.0;

/// A claim that answers, or nearly does.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The claim.
    pub claim: ClaimIndex,
    /// BM25 score.
    pub score: f64,
    /// How it answers.
    pub reply: Reply,
}

/// What is known of one claim with regard to the question.
struct Candidate {
    claim: ClaimIndex,
    matches: Vec<Option<TermMatch>>,
    words: usize,
}

/// The claims that answer `question`, in their order. `reply` tells how a claim does, `None` if it does not.
pub fn search(
    graph: &ClaimGraph,
    question: &Question,
    reply: impl Fn(ClaimIndex, &[Option<TermMatch>]) -> Option<Reply>,
) -> Vec<Hit> {
    let candidates: Vec<_> = (0..)
        .map(ClaimIndex)
        .zip(graph.profiles())
        .map(|(claim, profile)| Candidate {
            claim,
            matches: question.matches(profile),
            words: profile.tokens.len(),
        })
        .collect();
    let rarity = rarity(question, &candidates);
    let total: f64 = rarity.iter().sum();
    let words: usize = candidates.iter().map(|it| it.words).sum();
    let mean = words as f64 / candidates.len().max(1) as f64;
    let covered = |it: &Candidate| {
        let matched = it.matches.iter().zip(&rarity);
        let matched = matched.filter_map(|(found, rarity)| Some(found.as_ref()?.weight * rarity));
        matched.sum::<f64>() / total.max(f64::MIN_POSITIVE)
    };
    let filled = |it: &Candidate| {
        let reply = reply(it.claim, &it.matches)?;
        Some(Hit {
            claim: it.claim,
            score: it.score(&rarity, mean),
            reply,
        })
    };
    let answers = candidates.iter().filter(|it| covered(it) >= COVERED);
    let of_the_event = |hits| event::asked_for(graph, question.wanted, hits);
    let mut hits = of_the_event(answers.filter_map(filled).collect());
    let same = stating_the_same(graph, &hits, MOST);
    let alike = stating_the_same(graph, &hits, SOME);
    let beside = candidates.iter().filter(|it| {
        same.contains(&it.claim) && covered(it) > 0.0
            || alike.contains(&it.claim) && covered(it) >= NEARLY_COVERED
    });
    hits.extend(beside.filter_map(filled));
    hits.sort_by_key(|hit| hit.claim);
    of_the_event(hits)
}

impl Candidate {
    fn score(&self, rarity: &[f64], mean: f64) -> f64 {
        let length = 1.0 - LENGTH_WEIGHT + LENGTH_WEIGHT * self.words as f64 / mean.max(1.0);
        let terms = self.matches.iter().zip(rarity);
        terms
            .filter_map(|(found, rarity)| {
                let found = found.as_ref()?;
                let count = found.runs.len() as f64 * found.weight;
                Some(rarity * count * (SATURATION + 1.0) / (count + SATURATION * length))
            })
            .sum()
    }
}

/// How much each term tells: the fewer claims have it, the more (BM25's inverse document frequency).
fn rarity(question: &Question, candidates: &[Candidate]) -> Vec<f64> {
    let all = candidates.len() as f64;
    (0..question.terms.len())
        .map(|term| {
            let having = candidates.iter().filter(|it| it.matches[term].is_some());
            let having = having.count() as f64;
            ((all - having + 0.5) / (having + 0.5)).ln_1p()
        })
        .collect()
}

/// Claims that are no answers themselves and are in a group of which this share are answers.
fn stating_the_same(graph: &ClaimGraph, hits: &[Hit], share: f64) -> BTreeSet<ClaimIndex> {
    let answers: BTreeSet<_> = hits.iter().map(|hit| hit.claim).collect();
    let groups = graph.groups().iter().filter(|group| {
        let own = group
            .members
            .iter()
            .filter(|it| answers.contains(&it.claim));
        let own = own.count() as f64;
        own > 0.0 && own >= share * group.members.len() as f64
    });
    let members = groups.flat_map(|group| group.members.iter().map(|it| it.claim));
    members.filter(|claim| !answers.contains(claim)).collect()
}
