//! Two claims side by side, with the words that correspond: what features measure and signals look at.

use crate::model::{ClaimIndex, Collection, Side, Span};
use crate::text::profile::Profile;
use crate::text::token::{Run, Token};

/// One claim with its source's text and what its words mean.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The whole text of its source; all spans point into it.
    pub text: &'a str,
    /// Where the claim stands in it.
    pub span: Span,
    /// What its words mean.
    pub profile: &'a Profile,
}

impl<'a> Reading<'a> {
    /// The reading of one claim of a collection, whose profiles stand in the order of its claims.
    pub fn of(collection: &'a Collection, profiles: &'a [Profile], claim: ClaimIndex) -> Self {
        Self {
            text: &collection.source_of(claim).text,
            span: collection.claim(claim).span,
            profile: &profiles[claim.get()],
        }
    }

    /// Its words.
    pub fn tokens(&self) -> &'a [Token] {
        &self.profile.tokens
    }

    /// The words of a run as they stand in the text.
    pub fn words(&self, run: Run) -> &'a str {
        run.span(self.tokens()).of(self.text)
    }
}

/// Two claims side by side.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The claim of the source that comes first.
    pub a: Reading<'a>,
    /// The other claim.
    pub b: Reading<'a>,
    /// Positions of tokens of `a` and `b` that correspond, in the order of `a`, each at most once.
    pub aligned: &'a [(usize, usize)],
}

impl<'a> Pair<'a> {
    /// The claim on one side.
    pub fn reading(&self, side: Side) -> &Reading<'a> {
        match side {
            Side::A => &self.a,
            Side::B => &self.b,
        }
    }

    /// The token on the other side that corresponds to the token at `position` on `side`.
    pub fn partner(&self, side: Side, position: usize) -> Option<usize> {
        match side {
            Side::A => {
                let found = self.aligned.binary_search_by_key(&position, |pair| pair.0);
                found.ok().map(|at| self.aligned[at].1)
            }
            Side::B => {
                let found = self.aligned.iter().find(|pair| pair.1 == position);
                found.map(|pair| pair.0)
            }
        }
    }

    /// Positions of content words of `a` and `b` that correspond, in the order of `a`.
    pub fn aligned_content(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let (a, b) = (self.a.tokens(), self.b.tokens());
        let aligned = self.aligned.iter().copied();
        aligned.filter(|(i, j)| a[*i].is_content() && b[*j].is_content())
    }

    /// How many tokens of `run` on `side` have a partner.
    pub fn partners_in(&self, side: Side, run: Run) -> usize {
        run.range()
            .filter(|position| self.partner(side, *position).is_some())
            .count()
    }
}
