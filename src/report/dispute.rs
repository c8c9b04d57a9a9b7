//! Links that differ over the same words, taken together: one dispute with the positions that are taken in it.

use std::collections::HashMap;

use itertools::Itertools;

use super::{ClaimView, Index, LinkView, MarkView};

/// What sources differ over: five pairs of claims may be one dispute between those who say one thing and those who say another.
#[derive(Clone, Debug)]
pub struct Dispute<'a> {
    /// The links, in the order given.
    pub links: Vec<&'a LinkView>,
    /// Who says what: claims that do not differ among themselves stand together; the sides of the first link come first.
    pub positions: Vec<Vec<Stated<'a>>>,
}

/// A claim in a dispute.
#[derive(Clone, Copy, Debug)]
pub struct Stated<'a> {
    /// The claim.
    pub claim: &'a ClaimView,
    /// The first of the links that it differs in, whose marks show the words in question.
    pub link: &'a LinkView,
}

impl<'a> Dispute<'a> {
    /// In what the sides differ.
    pub fn kinds(&self) -> Vec<&'static str> {
        let kinds = self.links.iter().flat_map(|link| &link.kinds);
        kinds.copied().unique().collect()
    }

    /// The claims of all sides.
    pub fn claims(&self) -> impl Iterator<Item = &'a ClaimView> {
        self.positions.iter().flatten().map(|stated| stated.claim)
    }
}

impl<'a> Stated<'a> {
    /// The words in question, each once; what they mean where the report holds no text.
    pub fn words(&self, index: &Index<'a>) -> Vec<String> {
        let words = self.marks().filter_map(|mark| match index.words(mark) {
            Some(words) => Some(format!("“{words}”")),
            None => mark.value.clone(),
        });
        words.unique().collect()
    }

    /// Whether the words in question do not mean something else: of two numbers that nobody compared, each is a position.
    fn may_stand_with(&self, other: &Self) -> bool {
        let (mine, others) = (self.values(), other.values());
        mine.is_empty() || others.is_empty() || mine.iter().any(|value| others.contains(value))
    }

    fn values(&self) -> Vec<&'a str> {
        let marks = self.marks();
        marks.filter_map(|mark| mark.value.as_deref()).collect()
    }

    fn marks(&self) -> impl Iterator<Item = &'a MarkView> {
        let findings = self.link.evidence.findings.iter();
        let marks = findings.flat_map(|finding| &finding.marks);
        marks.filter(|mark| mark.claim == self.claim.id)
    }
}

/// The disputes that `links` make up, in the order of their first links.
pub fn disputes<'a>(index: &Index<'a>, links: &[&'a LinkView]) -> Vec<Dispute<'a>> {
    let parts = connected(links).into_iter();
    let disputes = parts.map(|part| {
        let links = |part: &[usize]| part.iter().map(|position| links[*position]).collect_vec();
        Dispute {
            positions: positions(index, &links(&part)),
            links: links(&part.into_iter().sorted().collect_vec()),
        }
    });
    disputes.collect()
}

/// The words that a link is about on one side: the claim, in what it differs, and where the words begin.
type Topic<'a> = (&'a str, &'a str, u32);

fn topics(link: &LinkView) -> impl Iterator<Item = Topic<'_>> {
    let findings = link.evidence.findings.iter();
    findings.flat_map(|finding| {
        let marks = finding.marks.iter();
        marks.map(|mark| (mark.claim.as_str(), finding.kind, mark.start))
    })
}

/// Positions of links that hang together by the words they are about: each shares some with one before it.
fn connected(links: &[&LinkView]) -> Vec<Vec<usize>> {
    let links_by_number = links.iter().copied().enumerate();
    let by_topic = links_by_number
        .flat_map(|(position, link)| topics(link).map(move |topic| (topic, position)));
    let mut by_topic = by_topic.into_group_map();
    let mut seen = vec![false; links.len()];
    let mut parts = Vec::new();
    for first in 0..links.len() {
        if std::mem::replace(&mut seen[first], true) {
            continue;
        }
        let mut part = vec![first];
        let mut next = 0;
        while let Some(&position) = part.get(next) {
            next += 1;
            // Whoever shares a topic is met at once, so that nobody has to ask for it again.
            let neighbors = topics(links[position]).filter_map(|topic| by_topic.remove(&topic));
            let unseen = |link: &usize| !std::mem::replace(&mut seen[*link], true);
            part.extend(neighbors.flatten().filter(unseen));
        }
        parts.push(part);
    }
    parts
}

/// The claims of `links`, each of which shares words with one before it, by the position they take: a claim goes to the first
/// where nobody differs from it. So two sides come out where there are but two.
fn positions<'a>(index: &Index<'a>, links: &[&'a LinkView]) -> Vec<Vec<Stated<'a>>> {
    let ends = |link: &&'a LinkView| [(link.a.as_str(), *link), (link.b.as_str(), *link)];
    let links_of = links.iter().flat_map(ends).into_group_map();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut positions: Vec<Vec<Stated>> = Vec::new();
    for claim in links.iter().flat_map(|link| [&link.a, &link.b]).unique() {
        let Some(found) = index.claim(claim) else {
            continue;
        };
        let differing = &links_of[claim.as_str()];
        let stated = Stated {
            claim: found,
            link: differing[0],
        };
        let opponents = differing.iter().map(|link| link.other(claim));
        let opposed: Vec<_> = opponents
            .filter_map(|other| places.get(other))
            .copied()
            .collect();
        let fits = |place: &usize| {
            let first = positions.get(*place).and_then(|position| position.first());
            !opposed.contains(place) && first.is_none_or(|first| stated.may_stand_with(first))
        };
        let place = (0..positions.len()).find(fits).unwrap_or(positions.len());
        if place == positions.len() {
            positions.push(Vec::new());
        }
        places.insert(claim, place);
        positions[place].push(stated);
    }
    positions
}
