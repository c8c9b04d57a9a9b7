//! Which words of two claims correspond: a monolingual aligner without a parser.
//!
//! Stages, each greedy and never undone, surest first (after Sultan, Bethard and Sumner 2014): identical runs, then names
//! and quantities that are the same in other words, then content words by their likeness and by how alike their surroundings
//! are, then the small words between aligned neighbours.

use std::cmp::Reverse;

use itertools::Itertools;

use super::correspondence::Alike;
use super::expression::{Expression, beginning_at};
use super::index::Occurrence;
use super::overlap::ClaimOverlap;
use super::vocabulary::Term;
use crate::text::profile::Profile;
use crate::text::token::{Run, Token, comes_first};

/// How many content words on each side of a word count as its surroundings.
const WINDOW: usize = 3;
/// Share of a pair's worth that comes from the words themselves; the rest comes from their surroundings.
const OWN_SHARE: f32 = 0.9;
/// A run is followed at most this many tokens each way, so that repeated words cannot make the search quadratic.
const MAX_RUN: usize = 64;

/// One of the two claims.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// What its words mean.
    pub profile: &'a Profile,
    /// The stems of all its tokens.
    pub terms: &'a [Term],
    /// Its content words.
    pub content: &'a [Occurrence],
}

/// Writes to `aligned` the positions of the tokens of `a` and `b` that correspond, in the order of `a`, each at most once; `overlap` is
/// all that can correspond.
pub fn align_words(
    a: Line,
    b: Line,
    overlap: &ClaimOverlap,
    room: &mut Room,
    aligned: &mut Vec<(usize, usize)>,
) {
    room.clear(a.terms.len(), b.terms.len());
    let mut aligner = Aligner {
        a_comes_first: comes_first(&a.profile.tokens, &b.profile.tokens),
        alike: &overlap.words,
        room,
        a,
        b,
    };
    aligner.identical_runs();
    aligner.same_expressions(&a.profile.names, &b.profile.names, &overlap.names);
    aligner.same_expressions(
        &a.profile.quantities,
        &b.profile.quantities,
        &overlap.quantities,
    );
    aligner.content_words();
    aligner.small_words();
    aligned.clear();
    aligned.extend(aligner.pairs());
}

/// What aligning writes to, kept from one two claims to the next.
#[derive(Debug, Default)]
pub struct Room {
    /// For each token of the first claim, its partner.
    forward: Vec<Option<usize>>,
    /// For each token of the second, its partner.
    backward: Vec<Option<usize>>,
    /// Runs of equal words.
    runs: Vec<EqualRun>,
    /// For each token of the first claim, how many free words it is like.
    left: Vec<u32>,
    /// For each token of the second, how many free words it is like.
    right: Vec<u32>,
}

impl Room {
    /// Empties it for two claims with so many tokens.
    fn clear(&mut self, left: usize, right: usize) {
        refill(&mut self.forward, left, None);
        refill(&mut self.backward, right, None);
        refill(&mut self.left, left, 0);
        refill(&mut self.right, right, 0);
        self.runs.clear();
    }
}

fn refill<T: Clone>(list: &mut Vec<T>, count: usize, item: T) {
    list.clear();
    list.resize(count, item);
}

/// Equal words that stand in a row in both claims. The first of all is the longest, and of equally long ones the earliest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct EqualRun {
    length: Reverse<usize>,
    earliness: Earliness,
    start: (usize, usize),
}

/// How early two places stand, then how far apart they are, then how early the one stands in the claim whose words come first: what
/// decides between equally good ones, whichever claim is `a`. News tells first what matters most.
type Earliness = (usize, usize, usize);

struct Aligner<'a> {
    a: Line<'a>,
    b: Line<'a>,
    /// Which claim decides between places that mirror each other: the one whose words come first.
    a_comes_first: bool,
    /// Where content words of both are alike.
    alike: &'a [Alike],
    room: &'a mut Room,
}

impl<'a> Aligner<'a> {
    fn earliness(&self, i: usize, j: usize) -> Earliness {
        let place = if self.a_comes_first { i } else { j };
        (i + j, i.abs_diff(j), place)
    }

    fn free(&self, i: usize, j: usize) -> bool {
        self.room.forward[i].is_none() && self.room.backward[j].is_none()
    }

    fn join(&mut self, i: usize, j: usize) {
        self.room.forward[i] = Some(j);
        self.room.backward[j] = Some(i);
    }

    /// Runs of two or more equal words that hold a content word, the longest first.
    fn identical_runs(&mut self) {
        for alike in self.alike {
            let (start, length) = self.run_through(alike.i, alike.j);
            if length >= 2 {
                self.room.runs.push(EqualRun {
                    length: Reverse(length),
                    earliness: self.earliness(start.0, start.1),
                    start,
                });
            }
        }
        self.room.runs.sort_unstable();
        self.room.runs.dedup();
        for at in 0..self.room.runs.len() {
            let EqualRun {
                length: Reverse(length),
                start: (i, j),
                ..
            } = self.room.runs[at];
            if (0..length).all(|step| self.free(i + step, j + step)) {
                (0..length).for_each(|step| self.join(i + step, j + step));
            }
        }
    }

    /// Start and length of the longest run of equal words through `(i, j)`.
    fn run_through(&self, i: usize, j: usize) -> ((usize, usize), usize) {
        let (a, b) = (self.a, self.b);
        let is_word = |line: Line, at: usize| line.profile.tokens[at].is_word();
        let same = |i: usize, j: usize| a.terms[i] == b.terms[j] && is_word(a, i) == is_word(b, j);
        if !same(i, j) {
            return ((i, j), 0);
        }
        let back = (1..=i.min(j).min(MAX_RUN))
            .take_while(|step| same(i - step, j - step))
            .count();
        let room = (a.terms.len() - i).min(b.terms.len() - j).min(MAX_RUN);
        let ahead = (1..room)
            .take_while(|step| same(i + step, j + step))
            .count();
        ((i - back, j - back), back + 1 + ahead)
    }

    /// Names or quantities that say the same in other words, each with one other, the earliest first.
    fn same_expressions<E: Expression>(&mut self, left: &[E], right: &[E], alike: &[Alike]) {
        let (mut ones, mut others) = (Vec::new(), Vec::new());
        for it in alike.iter().sorted_by_key(|it| self.earliness(it.i, it.j)) {
            let runs = beginning_at(left, it.i).zip(beginning_at(right, it.j));
            if let Some((one, other)) = runs
                && !ones.contains(&one)
                && !others.contains(&other)
                && self.join_runs(one, other)
            {
                ones.push(one);
                others.push(other);
            }
        }
    }

    /// Joins the free words of two runs from their ends, where names and quantities carry their weight. A hyphen is no word of a
    /// name: "Baden-Baden" and "Baden Baden" are one. False if none are free.
    fn join_runs(&mut self, left: Run, right: Run) -> bool {
        let words = |line: Line<'a>, run: Run| {
            let tokens = &line.profile.tokens;
            run.range().rev().filter(|at| !tokens[*at].is("-"))
        };
        let mut joined = false;
        for (i, j) in words(self.a, left).zip(words(self.b, right)) {
            if self.free(i, j) {
                self.join(i, j);
                joined = true;
            }
        }
        joined
    }

    /// Content words, best first.
    fn content_words(&mut self) {
        let contested = self.contested_words();
        let mut scored: Vec<_> = contested
            .iter()
            .map(|it| {
                let surroundings = self.surroundings(it.i, it.j);
                let worth = OWN_SHARE * it.likeness + (1.0 - OWN_SHARE) * surroundings;
                (worth, self.earliness(it.i, it.j), (it.i, it.j))
            })
            .collect();
        scored.sort_by(|(worth, earliness, _), (other_worth, other_earliness, _)| {
            let by_worth = other_worth.total_cmp(worth);
            by_worth.then_with(|| earliness.cmp(other_earliness))
        });
        for (_, _, (i, j)) in scored {
            if self.free(i, j) {
                self.join(i, j);
            }
        }
    }

    /// Joins the free words that are like one free word of the other claim only, whatever stands around them; the others, with
    /// all that they are like, are left to be chosen from.
    fn contested_words(&mut self) -> Vec<Alike> {
        for it in self.alike {
            let free = u32::from(self.free(it.i, it.j));
            self.room.left[it.i] += free;
            self.room.right[it.j] += free;
        }
        let mut contested = Vec::new();
        for it in self.alike {
            if !self.free(it.i, it.j) {
                continue;
            }
            match (self.room.left[it.i], self.room.right[it.j]) {
                (1, 1) => self.join(it.i, it.j),
                _ => contested.push(*it),
            }
        }
        contested
    }

    /// How much of the surroundings of `i` and of `j` is found around the other, from 0 to 1.
    fn surroundings(&self, i: usize, j: usize) -> f32 {
        let (left, right) = (self.a.around(i), self.b.around(j));
        let found = in_other(left.clone(), right.clone()).min(in_other(right, left));
        found as f32 / (2 * WINDOW) as f32
    }

    /// Small words and signs that follow an aligned pair on both sides, and then those that precede one.
    fn small_words(&mut self) {
        for i in 1..self.a.terms.len() {
            if let Some(j) = self.room.forward[i - 1] {
                self.join_small_words(i, j + 1);
            }
        }
        for i in (1..self.a.terms.len()).rev() {
            if let Some(j) = self.room.forward[i].and_then(|j| j.checked_sub(1)) {
                self.join_small_words(i - 1, j);
            }
        }
    }

    fn join_small_words(&mut self, i: usize, j: usize) {
        let (token, others) = (&self.a.profile.tokens[i], &self.b.profile.tokens);
        let is_equal =
            |other: &Token| !token.is_content() && !other.is_content() && token.text == other.text;
        if others.get(j).is_some_and(is_equal) && self.free(i, j) {
            self.join(i, j);
        }
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let forward = self.room.forward.iter().enumerate();
        forward.filter_map(|(i, j)| Some((i, (*j)?)))
    }
}

/// How many of these terms are among the others.
fn in_other(
    terms: impl Iterator<Item = Term>,
    others: impl Iterator<Item = Term> + Clone,
) -> usize {
    terms
        .filter(|term| others.clone().any(|other| other == *term))
        .count()
}

impl<'a> Line<'a> {
    /// The stems of the content words around the one at `position`.
    fn around(self, position: usize) -> impl Iterator<Item = Term> + Clone + 'a {
        let at = self.content.partition_point(|it| it.position() < position);
        let before = &self.content[at.saturating_sub(WINDOW)..at];
        let after = &self.content[at + 1..(at + 1 + WINDOW).min(self.content.len())];
        before
            .iter()
            .chain(after)
            .map(move |it| self.terms[it.position()])
    }
}
