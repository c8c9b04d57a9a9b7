//! What of a claim fills the slot of a question.

use itertools::Itertools;
use jiff::civil::Date;

use super::amount::Sort;
use super::place::places;
use super::question::{Question, TermMatch, Wanted};
use super::reader::Reader;
use super::status::Status;
use crate::model::Span;
use crate::text::name::{Name, NameKind};
use crate::text::number::Quantity;
use crate::text::profile::Profile;
use crate::text::time::TimeReference;
use crate::text::token::Run;

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

/// How one claim answers.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// What fills the slot of the question; nothing if it has none.
    pub fillers: Vec<Filler>,
    /// The words that answer, sorted: clauses of the claim, or all of it.
    pub words: Vec<Span>,
    /// When that is, as far as these words say.
    pub times: Vec<TimeReference>,
    /// Where that is, as far as these words say.
    pub places: Vec<Name>,
}

/// How a claim answers that was published on `day`; `None` if it holds nothing that the question asks for.
pub fn reply(
    question: &Question,
    persons: &[&Name],
    profile: &Profile,
    day: Option<Date>,
    matches: &[Option<TermMatch>],
) -> Option<Reply> {
    let claim = Reader::new(question, persons, profile, matches);
    let fillers = match question.wanted {
        Wanted::Who if question.asks_for_patient => claim.patients(),
        Wanted::Who if question.asks_for_participants() => claim.who(true),
        Wanted::Who if question.asks_for_agent => claim.agents(),
        Wanted::Who => claim.who(false),
        Wanted::When => claim.when(day.filter(|_| question.looks_ahead)),
        Wanted::Where => claim.places(),
        Wanted::Amount => claim.amounts(question.sort),
        Wanted::What => Vec::new(),
    };
    let has_slot = question.wanted != Wanted::What;
    (!has_slot || !fillers.is_empty()).then(|| Reply {
        fillers,
        words: claim.words(has_slot),
        times: claim.times().cloned().collect(),
        places: claim.named_places().cloned().collect(),
    })
}

/// The names that are known to be those of persons in any of the claims.
pub fn persons(profiles: &[Profile]) -> Vec<&Name> {
    let names = profiles.iter().flat_map(|profile| &profile.names);
    names
        .filter(|name| name.kind == NameKind::Person)
        .unique_by(|name| &name.words)
        .collect()
}

impl Reader<'_> {
    /// The days that are named, but for those on which somebody said it.
    fn times(&self) -> impl Iterator<Item = &TimeReference> {
        let times = self.profile.times.iter();
        let days = times.filter(|time| self.answers(time.run) && !time.normal_form().is_empty());
        days.filter(|time| !self.dates_a_saying(time.run))
    }

    /// The days that are named; none that was over on the day `from`.
    fn when(&self, from: Option<Date>) -> Vec<Filler> {
        let over = |time: &&TimeReference| {
            time.days
                .zip(from)
                .is_some_and(|((_, last), from)| last < from)
        };
        let days = self.times().filter(|time| !over(time));
        days.map(|time| said(time.run, Identity::Time(time.clone())))
            .collect()
    }

    /// The numbers of the sort that is wanted.
    fn amounts(&self, sort: Sort) -> Vec<Filler> {
        let quantities = self.profile.quantities.iter();
        let amounts = quantities
            .filter(|amount| self.answers(amount.run) && self.suits(amount, sort, self.first));
        amounts
            .map(|amount| said(amount.run, Identity::Amount(amount.clone())))
            .collect()
    }

    fn named_places(&self) -> impl Iterator<Item = &Name> {
        let places = places(self.profile).into_iter();
        places.filter(|name| !self.may_be_person(name) && self.answers(name.run))
    }

    fn places(&self) -> Vec<Filler> {
        self.named_places()
            .map(|name| said(name.run, Identity::Named(name.clone())))
            .collect()
    }

    /// Persons; where none is named, countries and bodies, except as those who take part: there it is persons who do.
    fn who(&self, as_participants: bool) -> Vec<Filler> {
        let mut found = self.persons();
        found.extend(self.pronouns().into_iter().map(|(_, filler)| filler));
        if found.is_empty() && !as_participants {
            found = self.bodies();
        }
        found.sort_by_key(|filler| filler.run.start);
        found.retain(|filler| !self.speaks(filler.run) && !self.is_matched(filler.run));
        found
    }

    /// Persons who do it; where none does, countries and bodies, then those without a name.
    fn agents(&self) -> Vec<Filler> {
        let placed = |found: Vec<Filler>| {
            let named = found.into_iter().map(|filler| (filler.run, filler));
            named
                .filter(|(run, _)| !self.is_matched(*run))
                .collect_vec()
        };
        let pronouns = self.pronouns().into_iter();
        let pronouns = pronouns.filter(|(place, person)| !self.is_ambiguous(*place, person));
        let mut persons = placed(self.persons());
        persons.extend(pronouns);
        let found = self.agents_among(persons);
        if !found.is_empty() {
            return found;
        }
        match self.agents_among(placed(self.bodies())) {
            bodies if !bodies.is_empty() => bodies,
            _ => self.unnamed_agents(),
        }
    }

    /// Persons to whom it is done; where it is done to none, countries and bodies.
    fn patients(&self) -> Vec<Filler> {
        let undergoing = |found: Vec<Filler>| {
            let found = found.into_iter();
            let patients = found.filter(|filler| self.undergoes(filler.run));
            patients.collect_vec()
        };
        let persons = undergoing(self.who(true));
        match persons.is_empty() {
            true => undergoing(self.bodies()),
            false => persons,
        }
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
        // "New Jersey Gov. Christie" tells of the governor.
        let describes = |name: &Name| {
            let next = name.run.end as usize;
            let mut names = self.profile.names.iter().map(|it| it.run);
            let mut roles = self.profile.roles.iter().map(|it| it.run);
            names.any(|run| run.holds(next)) || roles.any(|run| run.holds(next))
        };
        names
            .filter(|name| {
                !describes(name) && !self.is_place(name.run) && !self.is_named_as_place(name)
            })
            .filter_map(|name| self.filler(name.run, Identity::Named(name.clone())))
            .collect()
    }

    fn is_named_as_place(&self, name: &Name) -> bool {
        self.named_places().any(|place| place.run == name.run)
    }
}

fn said(run: Run, identity: Identity) -> Filler {
    Filler {
        run,
        identity,
        status: Status::Said,
    }
}
