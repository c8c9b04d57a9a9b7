//! Groups of claims that state one proposition.
//!
//! A claim holds several propositions, so that linked claims are not simply of one group: chains of links would soon hold
//! everything. What tells propositions apart are the words by which a claim is linked. Links are taken in the order of their
//! scores; a link joins the groups that speak, in one of its claims, of the same words, as long as nearly all claims of the
//! result are linked with each other. So every link is in a group, and no group is held together by a chain.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Add, Sub};

use foldhash::HashSet;
use itertools::Itertools;
use petgraph::algo::bridges::bridges;
use petgraph::graph::UnGraph;

use super::decision::Ruling;
use crate::model::{ClaimGroup, ClaimIndex, Collection, Link, Member, Relation, Span};

/// Share of the words of two links of one claim that must be the same, of the link with fewer words, for both to be about one
/// proposition.
const SAME_WORDS: f64 = 0.5;

/// Share of the pairs of claims from different sources in a group that must be linked. Less, and groups begin to chain.
const COHESION: f64 = 0.8;

/// The groups of the claims, sorted by their members.
pub fn groups(collection: &Collection, links: &[Link], ruling: &Ruling) -> Vec<ClaimGroup> {
    let mut builder = Builder::new(collection, links, ruling);
    for (a, b) in &ruling.together {
        let (left, right) = (collection.claim(*a).span, collection.claim(*b).span);
        builder.take(*a, *b, &[left], &[right]);
    }
    let by_score = (0..links.len()).sorted_by(|left, right| {
        let (left, right) = (&links[*left], &links[*right]);
        let order = right.score().total_cmp(&left.score());
        order.then((left.a, left.b).cmp(&(right.a, right.b)))
    });
    for position in by_score {
        let link = &links[position];
        let (left, right): (Vec<_>, Vec<_>) = link.aligned.iter().copied().unzip();
        if builder.may_meet(link.a, link.b) {
            builder.take(link.a, link.b, &left, &right);
        }
    }
    builder.finish()
}

struct Builder<'a> {
    collection: &'a Collection,
    links: &'a [Link],
    linked: HashSet<(ClaimIndex, ClaimIndex)>,
    apart: &'a BTreeSet<(ClaimIndex, ClaimIndex)>,
    drafts: Vec<Draft>,
    /// For each claim the drafts that hold it.
    drafts_of: Vec<Vec<usize>>,
}

/// A group in the making; empty when it has been merged into another.
#[derive(Clone, Default)]
struct Draft {
    words: BTreeMap<ClaimIndex, Words>,
    pairs: Pairs,
}

impl Draft {
    fn claims(&self) -> impl Iterator<Item = ClaimIndex> + Clone {
        self.words.keys().copied()
    }

    fn holds(&self, claim: ClaimIndex) -> bool {
        self.words.contains_key(&claim)
    }
}

/// Pairs of claims from different sources, and how many of them are linked.
#[derive(Clone, Copy, Default)]
struct Pairs {
    all: usize,
    linked: usize,
}

impl Add for Pairs {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            all: self.all + other.all,
            linked: self.linked + other.linked,
        }
    }
}

impl Sub for Pairs {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            all: self.all - other.all,
            linked: self.linked - other.linked,
        }
    }
}

impl Pairs {
    fn cohere(self) -> bool {
        self.linked as f64 >= COHESION * self.all as f64
    }
}

/// The words by which a claim is tied to a group, with how many ties use each.
#[derive(Clone, Default)]
struct Words {
    ties: usize,
    used: BTreeMap<Span, usize>,
}

impl Words {
    fn add(&mut self, spans: &[Span]) {
        self.ties += 1;
        for span in spans {
            *self.used.entry(*span).or_default() += 1;
        }
    }

    fn merge(&mut self, other: Self) {
        self.ties += other.ties;
        for (span, count) in other.used {
            *self.used.entry(span).or_default() += count;
        }
    }

    /// The words that at least half of the ties use.
    fn core(&self) -> impl Iterator<Item = Span> {
        let used = self.used.iter();
        used.filter(|(_, count)| 2 * **count >= self.ties)
            .map(|(span, _)| *span)
    }

    /// How much of the smaller of both is the same, 0 to 1.
    fn overlap(&self, spans: &[Span]) -> f64 {
        let core: Vec<_> = self.core().collect();
        let known = |span: &&Span| {
            let next = core.partition_point(|other| other.start < span.start);
            let beside = next.saturating_sub(1)..core.len().min(next + 1);
            core[beside].iter().any(|other| other.overlaps(**span))
        };
        let shared = spans.iter().filter(known).count();
        let smaller = core.len().min(spans.len());
        (shared as f64 / smaller.max(1) as f64).min(1.0)
    }
}

impl<'a> Builder<'a> {
    fn new(collection: &'a Collection, links: &'a [Link], ruling: &'a Ruling) -> Self {
        let linked = links.iter().map(|link| (link.a, link.b));
        Self {
            collection,
            links,
            linked: linked.chain(ruling.together.iter().copied()).collect(),
            apart: &ruling.apart,
            drafts: Vec::new(),
            drafts_of: vec![Vec::new(); collection.claims().len()],
        }
    }

    /// Puts the claims `a` and `b`, tied by these words, into a group.
    fn take(&mut self, a: ClaimIndex, b: ClaimIndex, left: &[Span], right: &[Span]) {
        let drafts = self
            .common_draft(a, b, left, right)
            .map(|draft| vec![draft])
            .or_else(|| self.fitting_drafts(a, b, left, right))
            .unwrap_or_default();
        let draft = match drafts[..] {
            [] => {
                self.drafts.push(Draft::default());
                self.drafts.len() - 1
            }
            [one] => one,
            [one, other, ..] => self.merge(one, other),
        };
        for (claim, spans) in [(a, left), (b, right)] {
            self.admit(draft, claim);
            let words = self.drafts[draft].words.entry(claim).or_default();
            words.add(spans);
        }
    }

    fn admit(&mut self, draft: usize, claim: ClaimIndex) {
        if self.drafts_of[claim.get()].contains(&draft) {
            return;
        }
        let pairs = self.pairs_with(draft, claim).unwrap_or_default();
        self.drafts[draft].pairs = self.drafts[draft].pairs + pairs;
        self.drafts_of[claim.get()].push(draft);
    }

    /// The draft that holds both claims; of several, the one that suits the words best.
    fn common_draft(
        &self,
        a: ClaimIndex,
        b: ClaimIndex,
        left: &[Span],
        right: &[Span],
    ) -> Option<usize> {
        let common = self.drafts_of[a.get()]
            .iter()
            .filter(|draft| self.drafts_of[b.get()].contains(draft));
        let fit = |draft: usize| self.fit(draft, a, left) + self.fit(draft, b, right);
        common
            .copied()
            .max_by(|one, other| fit(*one).total_cmp(&fit(*other)).then(other.cmp(one)))
    }

    /// One draft of `a` or `b` that can take the other claim in, or one of each that can be merged; those that suit the words
    /// best.
    fn fitting_drafts(
        &self,
        a: ClaimIndex,
        b: ClaimIndex,
        left: &[Span],
        right: &[Span],
    ) -> Option<Vec<usize>> {
        let of_a = self.speaking_of(a, left);
        let of_b = self.speaking_of(b, right);
        let both = of_a.iter().cartesian_product(&of_b);
        let both = both.filter(|((one, _), (other, _))| self.may_merge(*one, *other));
        let merged = both.map(|((one, fit), (other, fits))| (vec![*one, *other], fit + fits));
        let joined = of_a
            .iter()
            .filter(|(draft, _)| self.takes(*draft, b))
            .chain(of_b.iter().filter(|(draft, _)| self.takes(*draft, a)))
            .map(|(draft, fit)| (vec![*draft], *fit));
        merged
            .chain(joined)
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
            .map(|(drafts, _)| drafts)
    }

    /// The drafts in which `claim` is tied by words such as `spans`, and how well they suit.
    fn speaking_of(&self, claim: ClaimIndex, spans: &[Span]) -> Vec<(usize, f64)> {
        let drafts = self.drafts_of[claim.get()].iter();
        drafts
            .map(|draft| (*draft, self.fit(*draft, claim, spans)))
            .filter(|(_, fit)| *fit >= SAME_WORDS)
            .collect()
    }

    fn fit(&self, draft: usize, claim: ClaimIndex, spans: &[Span]) -> f64 {
        let words = self.drafts[draft].words.get(&claim);
        words.map_or(0.0, |words| words.overlap(spans))
    }

    /// Whether `newcomer` may join a draft: enough pairs stay linked, and none is to be kept apart.
    fn takes(&self, draft: usize, newcomer: ClaimIndex) -> bool {
        let pairs = self.pairs_with(draft, newcomer);
        pairs.is_some_and(|pairs| (self.drafts[draft].pairs + pairs).cohere())
    }

    /// The pairs of `newcomer` and the claims of a draft; `None` if it is to be kept apart from one of them.
    fn pairs_with(&self, draft: usize, newcomer: ClaimIndex) -> Option<Pairs> {
        let claims = self.drafts[draft].claims();
        self.pairs(claims.map(|claim| [claim, newcomer]))
    }

    /// Whether two drafts may become one.
    fn may_merge(&self, one: usize, other: usize) -> bool {
        self.united(one, other).is_some_and(Pairs::cohere)
    }

    /// The pairs among the claims of two drafts; `None` if two of them are to be kept apart.
    fn united(&self, one: usize, other: usize) -> Option<Pairs> {
        let (one, other) = (&self.drafts[one], &self.drafts[other]);
        let (common, ones): (Vec<_>, Vec<_>) = one.claims().partition(|claim| other.holds(*claim));
        let others = other.claims().filter(|claim| !one.holds(*claim));
        let between = ones.iter().copied().cartesian_product(others);
        let within = self.pairs(common.into_iter().array_combinations())?;
        let between = self.pairs(between.map(Into::into))?;
        Some(one.pairs + other.pairs - within + between)
    }

    /// What these pairs are together; `None` if two of them are to be kept apart.
    fn pairs(&self, mut pairs: impl Iterator<Item = [ClaimIndex; 2]>) -> Option<Pairs> {
        pairs.try_fold(Pairs::default(), |sum, [a, b]| Some(sum + self.pair(a, b)?))
    }

    /// One pair; `None` if the two are to be kept apart.
    fn pair(&self, a: ClaimIndex, b: ClaimIndex) -> Option<Pairs> {
        let (a, b) = (a.min(b), a.max(b));
        let across = self.collection.claim(a).source != self.collection.claim(b).source;
        self.may_meet(a, b).then(|| Pairs {
            all: usize::from(across),
            linked: usize::from(across && self.linked.contains(&(a, b))),
        })
    }

    fn may_meet(&self, a: ClaimIndex, b: ClaimIndex) -> bool {
        !self.apart.contains(&(a, b))
    }

    /// Makes two drafts one, and says which.
    fn merge(&mut self, one: usize, other: usize) -> usize {
        let (kept, given) = (one.min(other), one.max(other));
        if kept == given {
            return kept;
        }
        self.drafts[kept].pairs = self.united(kept, given).unwrap_or_default();
        for (claim, words) in std::mem::take(&mut self.drafts[given]).words {
            self.drafts[kept]
                .words
                .entry(claim)
                .or_default()
                .merge(words);
            let drafts = &mut self.drafts_of[claim.get()];
            drafts.retain(|draft| *draft != given && *draft != kept);
            drafts.push(kept);
        }
        kept
    }

    fn finish(self) -> Vec<ClaimGroup> {
        let drafts = self.drafts.iter().filter(|draft| !draft.words.is_empty());
        let mut groups: Vec<_> = drafts.map(|draft| self.group(draft)).collect();
        let claims = |group: &ClaimGroup| {
            let claims = group.members.iter().map(|member| member.claim);
            claims.collect::<Vec<_>>()
        };
        groups.sort_by_cached_key(claims);
        groups.dedup_by_key(|group| claims(group));
        groups
    }

    fn group(&self, draft: &Draft) -> ClaimGroup {
        let holds = |claim| draft.words.contains_key(&claim);
        let links: Vec<_> = draft
            .words
            .keys()
            .flat_map(|claim| self.links_from(*claim))
            .filter(|link| holds(self.links[*link].b))
            .collect();
        let score = |link: &usize| self.links[*link].score();
        let weakest = links.iter().copied();
        ClaimGroup {
            members: self.members(draft, &links),
            weakest: weakest.min_by(|one, other| score(one).total_cmp(&score(other))),
            bridges: self.bridges(draft, &links),
            links,
        }
    }

    /// The links whose first claim is `claim`: links are sorted.
    fn links_from(&self, claim: ClaimIndex) -> std::ops::Range<usize> {
        let start = self.links.partition_point(|link| link.a < claim);
        start..self.links.partition_point(|link| link.a <= claim)
    }

    fn members(&self, draft: &Draft, links: &[usize]) -> Vec<Member> {
        let positions = self.positions(draft, links);
        let members = draft.words.iter().zip(positions);
        members
            .map(|((claim, words), position)| Member {
                claim: *claim,
                marks: words.core().collect(),
                position,
            })
            .collect()
    }

    /// The position of each member: the first one to which it is tied by accord and with which it nowhere differs, or a new
    /// one if it differs from all.
    fn positions(&self, draft: &Draft, links: &[usize]) -> Vec<usize> {
        let differ: HashSet<_> = links
            .iter()
            .map(|link| &self.links[*link])
            .filter(|link| link.relation == Relation::Diverge)
            .flat_map(|link| [(link.a, link.b), (link.b, link.a)])
            .collect();
        let mut positions: Vec<Vec<ClaimIndex>> = Vec::new();
        let mut taken = Vec::with_capacity(draft.words.len());
        for claim in draft.words.keys() {
            let accords = |others: &Vec<ClaimIndex>| {
                !others
                    .iter()
                    .any(|other| differ.contains(&(*claim, *other)))
            };
            let position = positions.iter().position(accords).unwrap_or_else(|| {
                positions.push(Vec::new());
                positions.len() - 1
            });
            positions[position].push(*claim);
            taken.push(position);
        }
        taken
    }

    fn bridges(&self, draft: &Draft, links: &[usize]) -> Vec<usize> {
        let mut graph = UnGraph::<(), usize>::default();
        let nodes: BTreeMap<_, _> = draft
            .words
            .keys()
            .map(|claim| (*claim, graph.add_node(())))
            .collect();
        for position in links {
            let link = &self.links[*position];
            graph.add_edge(nodes[&link.a], nodes[&link.b], *position);
        }
        bridges(&graph)
            .map(|edge| *edge.weight())
            .sorted()
            .collect()
    }
}
