//! What of a claim fills the slot of a question.

use std::collections::HashSet;
use std::sync::LazyLock;

use itertools::Itertools;

use super::clause::clauses;
use super::question::{Question, TermMatch, Wanted};
use super::status::{Status, status};
use crate::text::lexicon;
use crate::text::name::{Name, NameKind};
use crate::text::number::Quantity;
use crate::text::profile::Profile;
use crate::text::role::Role;
use crate::text::time::TimeReference;
use crate::text::token::{Run, Token};

/// Words of a claim that fill the slot.
#[derive(Clone, Debug, PartialEq)]
pub struct Filler {
    /// The words.
    pub run: Run,
    /// What they stand for.
    pub identity: Identity,
    /// What is said of it with regard to the question.
    pub status: Status,
}

/// What words that fill a slot stand for.
#[derive(Clone, Debug, PartialEq)]
pub enum Identity {
    /// Who or what is named.
    Named(Name),
    /// Whoever holds an office: its normal form, and of which country.
    Office(String, Option<Box<str>>),
    /// A group of persons: its noun, and of which country.
    Group(Box<str>, Option<Box<str>>),
    /// A point or stretch of time.
    Time(TimeReference),
    /// A number with its unit.
    Amount(Quantity),
}

/// What fills the slot in one claim; `None` if the question has no slot.
pub fn fillers(
    question: &Question,
    persons: &[&Name],
    profile: &Profile,
    matches: &[Option<TermMatch>],
) -> Option<Vec<Filler>> {
    let claim = Reader::new(persons, profile, matches);
    match question.wanted {
        Wanted::Who => Some(claim.who(question.asks_for_participants())),
        Wanted::When => Some(claim.when()),
        Wanted::Where => Some(claim.places()),
        Wanted::Amount => Some(claim.amounts()),
        Wanted::What => None,
    }
}

/// The names that are known to be those of persons in any of the claims.
pub fn persons(profiles: &[Profile]) -> Vec<&Name> {
    let names = profiles.iter().flat_map(|profile| &profile.names);
    names
        .filter(|name| name.kind == NameKind::Person)
        .unique_by(|name| &name.words)
        .collect()
}

/// Words that may stand between a name and the office that goes with it: ", the former".
const BESIDE: u32 = 3;

struct Reader<'a> {
    persons: &'a [&'a Name],
    profile: &'a Profile,
    tokens: &'a [Token],
    clauses: Vec<usize>,
    /// The words that match the first term: what is done by whom.
    focus: &'a [Run],
    /// The clauses that answer.
    answering: HashSet<usize>,
    matched: Vec<Run>,
}

impl<'a> Reader<'a> {
    fn new(
        persons: &'a [&'a Name],
        profile: &'a Profile,
        matches: &'a [Option<TermMatch>],
    ) -> Self {
        let clauses = clauses(&profile.tokens);
        let clause = |run: &Run| clauses[run.start as usize];
        let runs = |found: &'a Option<TermMatch>| found.as_ref().map_or(&[][..], |it| &it.runs);
        let first = matches.iter().map(runs).find(|runs| !runs.is_empty());
        let focus = matches.first().map_or(&[][..], runs);
        let focus = if focus.is_empty() {
            first.unwrap_or_default()
        } else {
            focus
        };
        // Best are clauses with all terms that the claim has, else those with the focus.
        let found: Vec<HashSet<usize>> = matches
            .iter()
            .map(runs)
            .filter(|runs| !runs.is_empty())
            .map(|runs| runs.iter().map(clause).collect())
            .collect();
        let with_focus: HashSet<usize> = focus.iter().map(clause).collect();
        let complete: HashSet<usize> = with_focus
            .iter()
            .copied()
            .filter(|clause| found.iter().all(|clauses| clauses.contains(clause)))
            .collect();
        Self {
            persons,
            tokens: &profile.tokens,
            answering: if complete.is_empty() {
                with_focus
            } else {
                complete
            },
            matched: matches.iter().flat_map(runs).copied().collect(),
            profile,
            clauses,
            focus,
        }
    }

    fn answers(&self, run: Run) -> bool {
        self.answering.contains(&self.clauses[run.start as usize])
    }

    fn when(&self) -> Vec<Filler> {
        let times = self.profile.times.iter();
        let days = times.filter(|time| self.answers(time.run) && !time.normal_form().is_empty());
        days.map(|time| said(time.run, Identity::Time(time.clone())))
            .collect()
    }

    fn amounts(&self) -> Vec<Filler> {
        let quantities = self.profile.quantities.iter();
        let amounts = quantities.filter(|amount| self.answers(amount.run));
        amounts
            .map(|amount| said(amount.run, Identity::Amount(amount.clone())))
            .collect()
    }

    /// Names behind a preposition of place.
    fn places(&self) -> Vec<Filler> {
        let names = self.profile.names.iter().filter(|name| {
            let before = (name.run.start as usize).checked_sub(1);
            let before = before.map(|at| &self.tokens[at]);
            let inside = before.is_some_and(|it| it.is_one_of(&["in", "at", "near", "to"]));
            inside && name.kind != NameKind::Person && self.answers(name.run)
        });
        names
            .map(|name| said(name.run, Identity::Named(name.clone())))
            .collect()
    }

    /// Persons; where none is named, countries and bodies, except as those who take part: there it is persons who do.
    fn who(&self, as_participants: bool) -> Vec<Filler> {
        let mut found = self.persons();
        found.extend(self.pronouns());
        if found.is_empty() && !as_participants {
            found = self.bodies();
        }
        found.sort_by_key(|filler| filler.run.start);
        found.retain(|filler| !self.speaks(filler.run) && !self.is_matched(filler.run));
        found
    }

    fn filler(&self, run: Run, identity: Identity) -> Option<Filler> {
        let status = status(self.profile, self.focus, &self.clauses, run)?;
        Some(Filler {
            run,
            identity,
            status,
        })
    }

    fn persons(&self) -> Vec<Filler> {
        let named = self
            .profile
            .names
            .iter()
            .filter(|name| self.may_be_person(name));
        let named = named.filter(|name| self.answers(name.run) && !self.only_owns(name.run));
        let named = named.filter_map(|name| self.filler(name.run, Identity::Named(name.clone())));
        let unnamed = self
            .unnamed()
            .into_iter()
            .filter(|(run, _)| self.answers(*run));
        let unnamed = unnamed.filter_map(|(run, identity)| self.filler(run, identity));
        named.chain(unnamed).collect()
    }

    /// Countries and bodies, where no person is named.
    fn bodies(&self) -> Vec<Filler> {
        let names = self.profile.names.iter();
        let names = names.filter(|name| name.kind != NameKind::People);
        let names = names.filter(|name| self.answers(name.run) && !self.only_owns(name.run));
        names
            .filter(|name| !self.is_place(name.run))
            .filter_map(|name| self.filler(name.run, Identity::Named(name.clone())))
            .collect()
    }

    fn is_place(&self, run: Run) -> bool {
        let before = (run.start as usize)
            .checked_sub(1)
            .map(|at| &self.tokens[at]);
        before.is_some_and(|it| it.is_one_of(&["in", "at", "near", ","]))
    }

    fn may_be_person(&self, name: &Name) -> bool {
        let known = || self.persons.iter().any(|person| person.same(name));
        name.kind == NameKind::Person || name.kind == NameKind::Other && known()
    }

    /// Offices and groups of persons that no name goes with.
    fn unnamed(&self) -> Vec<(Run, Identity)> {
        let named = |role: &Role| {
            let mut names = self.profile.names.iter();
            names.any(|name| {
                name.role.as_ref() == Some(&role.form)
                    && role.run.start <= name.run.end + BESIDE
                    && name.run.start <= role.run.end + BESIDE
            })
        };
        let offices = self.profile.roles.iter().filter(|role| !named(role));
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
            if PERSON_NOUNS.contains(&*self.tokens[position].text) && !known && !in_role {
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
        let several = before.iter().any(|word| word.is("and"));
        let side = side.filter(|_| !several);
        vec![(phrase, Identity::Group(last.stem.clone(), side))]
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
    fn phrase(&self, run: Run) -> Run {
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

    fn side(&self, run: Run) -> Option<Box<str>> {
        side(self.profile, run)
    }

    /// Whoever "he", "she", "his" or "her" stands for: the person named first in the claim.
    fn pronouns(&self) -> Vec<Filler> {
        let mut persons = self.profile.names.iter();
        let Some(person) = persons.find(|name| self.may_be_person(name)) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for at in person.run.end as usize..self.tokens.len() {
            let (pronoun, token) = (Run::new(at, at + 1), &self.tokens[at]);
            let acts = token.is_one_of(&["he", "she"]);
            let owns = token.is_one_of(&["his", "her"]) && self.focus_follows(at);
            if (acts || owns) && self.answers(pronoun) {
                let filler = self.filler(pronoun, Identity::Named(person.clone()));
                found.extend(filler.map(|filler| Filler {
                    run: person.run,
                    ..filler
                }));
            }
        }
        found
    }

    fn focus_follows(&self, at: usize) -> bool {
        let near = at as u32 + 1..at as u32 + 4;
        self.focus.iter().any(|it| near.contains(&it.start))
    }

    /// Whether the words only say whose something is ("Lee's aide"), unless what they own is the matter ("Lee's role").
    fn only_owns(&self, run: Run) -> bool {
        let end = run.end as usize;
        let owns = self.tokens.get(end).is_some_and(|next| next.is("'s"));
        let near = |it: &Run| (end..end + 4).contains(&(it.start as usize));
        let owned_focus = self.focus.iter().any(near) || self.owns_part(end);
        let person_next = self.tokens[end..]
            .iter()
            .skip(1)
            .take(2)
            .any(|next| PERSON_NOUNS.contains(&*next.text));
        owns && (!owned_focus || person_next)
    }

    fn owns_part(&self, end: usize) -> bool {
        let next = self.tokens.get(end + 1);
        next.is_some_and(|next| next.is_one_of(&["role", "part", "presence", "involvement"]))
    }

    /// Whether the words say who says it.
    fn speaks(&self, run: Run) -> bool {
        let mut said = self.profile.attributions.iter();
        said.any(|it| it.speaker.holds(run.start as usize) && !it.content.holds(run.start as usize))
    }

    /// Whether the words were asked for themselves.
    fn is_matched(&self, run: Run) -> bool {
        self.matched
            .iter()
            .any(|it| it.start <= run.start && run.end <= it.end)
            && !PERSON_NOUNS.contains(&*self.tokens[run.start as usize].text)
    }
}

static PERSON_NOUNS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/person_nouns.txt")));

fn said(run: Run, identity: Identity) -> Filler {
    Filler {
        run,
        identity,
        status: Status::Said,
    }
}

/// The country that was named last before the words, or in them.
pub fn side(profile: &Profile, run: Run) -> Option<Box<str>> {
    let before = profile
        .names
        .iter()
        .take_while(|name| name.run.start < run.end);
    let countries = before.filter(|name| matches!(name.kind, NameKind::Known | NameKind::People));
    countries.last().map(|name| name.words.join(" ").into())
}

/// A noun without the ending of its plural.
fn singular(noun: &str) -> &str {
    noun.strip_suffix('s').unwrap_or(noun)
}
