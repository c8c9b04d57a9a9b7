//! Offices and groups of persons that a claim speaks of without a name: "the foreign minister", "senior officials".

use std::sync::LazyLock;

use foldhash::HashSet;

use super::filler::Identity;
use super::reader::Reader;
use crate::text::lexicon;
use crate::text::name::{Name, NameKind};
use crate::text::role::{Role, roles};
use crate::text::token::{Run, Token};

/// Words that may stand between a name and the office that goes with it: ", the former".
const BESIDE: u32 = 3;

impl Reader<'_> {
    /// Offices and groups of persons that no name goes with.
    pub(super) fn unnamed(&self) -> Vec<(Run, Identity)> {
        let named = |role: &Role| {
            let mut names = self.profile.names.iter();
            names.any(|name| {
                name.role.as_ref() == Some(&role.form)
                    && role.run.start <= name.run.end + BESIDE
                    && name.run.start <= role.run.end + BESIDE
            })
        };
        // "Republican lawmakers" and "the Republican Party" tell of others than a republican.
        let describes = |role: &Role| {
            let next = self.tokens.get(role.run.end as usize);
            next.is_some_and(|next| next.capital || PERSON_NOUNS.contains(&*next.text))
        };
        let offices = self.profile.roles.iter();
        let offices = offices.filter(|role| !named(role) && !describes(role));
        let mut found: Vec<(Run, Identity)> = offices
            .map(|role| {
                let side = self.side(role.run);
                (
                    self.phrase(role.run),
                    Identity::Office(role.form.to_string(), side),
                )
            })
            .collect();
        for position in 0..self.tokens.len() {
            let run = Run::new(position, position + 1);
            let known = found.iter().any(|(known, _)| known.holds(position));
            let in_role = self
                .profile
                .roles
                .iter()
                .any(|role| role.run.holds(position));
            // Who mediates is not answered by "a mediator".
            let deed = self.focus.iter().any(|it| it.holds(position)) && !self.asks_for_holders;
            let noun = PERSON_NOUNS.contains(&*self.tokens[position].text);
            if noun && !known && !in_role && !deed {
                found.extend(self.group(run));
            }
        }
        found
    }

    /// A noun for persons: a group, or two offices in one ("foreign and defense ministers").
    fn group(&self, noun: Run) -> Vec<(Run, Identity)> {
        let phrase = self.phrase(noun);
        let side = self.side(noun);
        let words = &self.tokens[phrase.range()];
        let (last, before) = match words {
            [before @ .., last] => (last, before),
            [] => return Vec::new(),
        };
        if let [.., first, and, second] = before
            && and.is("and")
            && !self.is_country(phrase.start as usize)
        {
            let office = |kind: &Token| {
                let form = format!("{} {}", kind.text, singular(&last.text));
                (phrase, Identity::Office(form, side.clone()))
            };
            return vec![office(first), office(second)];
        }
        if let Some(owner) = self.owner(phrase.start as usize) {
            let phrase = Run {
                start: owner.run.start,
                ..phrase
            };
            return vec![(phrase, Identity::Group(last.stem.clone(), None))];
        }
        if let Some(end) = self.end_of_origin(phrase) {
            let phrase = Run { end, ..phrase };
            return vec![(phrase, Identity::Group(last.stem.clone(), None))];
        }
        if let Some(form) = self.office_across_country(phrase) {
            return vec![(phrase, Identity::Office(form, side))];
        }
        let several = before.iter().any(|word| word.is("and"));
        let side = side.filter(|_| !several);
        vec![(phrase, Identity::Group(last.stem.clone(), side))]
    }

    /// The office that a phrase names apart from its country: "top U.S. diplomat".
    fn office_across_country(&self, phrase: Run) -> Option<String> {
        let places = phrase.range();
        let others: Vec<_> = places
            .filter(|at| !self.is_country(*at))
            .map(|at| self.tokens[at].clone())
            .collect();
        let office = roles(&others).into_iter().next()?;
        (office.run.range() == (0..others.len())).then(|| office.form.into())
    }

    /// Where "from the US and Ukraine" behind a group ends.
    fn end_of_origin(&self, phrase: Run) -> Option<u32> {
        let from = self.tokens.get(phrase.end as usize)?.is("from");
        let names = self.profile.names.iter();
        let near = |end: u32, name: &Name| name.run.start >= end && name.run.start <= end + 2;
        let end = names.fold(phrase.end, |end, name| match near(end, name) {
            true => name.run.end,
            false => end,
        });
        (from && end > phrase.end).then_some(end)
    }

    /// The noun phrase that ends with `run`, adjectives and all.
    pub(super) fn phrase(&self, run: Run) -> Run {
        let mut start = run.start as usize;
        while let Some(before) = start.checked_sub(1).map(|at| &self.tokens[at]) {
            let coordinated = before.is("and") && start >= 2 && self.are_alike(start - 2, start);
            let describes = before.is_content() && !before.is_past() || before.is("-");
            let verb = before.is_one_of(&["include", "includes", "will", "not"]);
            if (!describes || verb) && !coordinated {
                break;
            }
            start -= 1;
        }
        Run::new(start, run.end as usize)
    }

    /// Whether the words on both sides of "and" describe one noun: two countries, or two words that are no names.
    fn are_alike(&self, one: usize, other: usize) -> bool {
        let plain = |at: usize| self.tokens[at].is_content() && !self.tokens[at].capital;
        self.is_country(one) && self.is_country(other) || plain(one) && plain(other)
    }

    fn is_country(&self, at: usize) -> bool {
        let mut names = self.profile.names.iter().filter(|name| name.run.holds(at));
        names.any(|name| matches!(name.kind, NameKind::Known | NameKind::People))
    }

    /// The name of whoever owns what begins at `start` ("Lee's team").
    fn owner(&self, start: usize) -> Option<&Name> {
        let ending = start.checked_sub(1)?;
        let owned = self.tokens[ending].is("'s");
        let mut names = self.profile.names.iter();
        names.find(|name| owned && name.run.end as usize == ending)
    }
}

pub(super) static PERSON_NOUNS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/person_nouns.txt")));

/// A noun without the ending of its plural.
fn singular(noun: &str) -> &str {
    noun.strip_suffix('s').unwrap_or(noun)
}
