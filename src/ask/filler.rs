//! What of a claim fills the slot of a question.

use std::collections::HashSet;
use std::sync::LazyLock;

use itertools::Itertools;
use jiff::civil::Date;

use super::amount::Sort;
use super::clause::clauses;
use super::place::places;
use super::question::{Question, TermMatch, Wanted};
use super::status::{Status, status};
use super::unnamed::PERSON_NOUNS;
use crate::model::Span;
use crate::text::lexicon;
use crate::text::name::{Name, NameKind};
use crate::text::number::Quantity;
use crate::text::profile::Profile;
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

/// One claim, read for an answer.
pub(super) struct Reader<'a> {
    pub(super) profile: &'a Profile,
    pub(super) tokens: &'a [Token],
    /// The words that match the first term: what is done by whom.
    pub(super) focus: &'a [Run],
    /// The words that match the first term, if any do.
    pub(super) first: &'a [Run],
    /// Whether the first term is itself a word for persons ("which officials ...") and not for what they do.
    pub(super) asks_for_holders: bool,
    persons: &'a [&'a Name],
    clauses: Vec<usize>,
    /// The clauses that answer.
    answering: HashSet<usize>,
    matched: Vec<Run>,
}

impl<'a> Reader<'a> {
    fn new(
        question: &Question,
        persons: &'a [&'a Name],
        profile: &'a Profile,
        matches: &'a [Option<TermMatch>],
    ) -> Self {
        let clauses = clauses(&profile.tokens);
        let clause = |run: &Run| clauses[run.start as usize];
        let runs = |found: &'a Option<TermMatch>| found.as_ref().map_or(&[][..], |it| &it.runs);
        let first = matches.iter().map(runs).find(|runs| !runs.is_empty());
        let asked_first = matches.first().map_or(&[][..], runs);
        let focus = if asked_first.is_empty() {
            first.unwrap_or_default()
        } else {
            asked_first
        };
        // Best are clauses with all terms that the claim has.
        let found: Vec<HashSet<usize>> = matches
            .iter()
            .map(runs)
            .filter(|runs| !runs.is_empty())
            .map(|runs| runs.iter().map(clause).collect())
            .collect();
        let with_focus: HashSet<usize> = focus.iter().map(clause).collect();
        let met = |clause: &usize| found.iter().filter(|it| it.contains(clause)).count();
        let all: HashSet<usize> = found.iter().flatten().copied().collect();
        let most = all.iter().map(met).max().unwrap_or_default();
        let fullest = all.into_iter().filter(|clause| met(clause) == most);
        // Who does a thing stands with the verb, which is asked for first; a day or number where most of the matter is.
        let answering = match question.wanted {
            Wanted::Who if most < found.len() => with_focus,
            _ => fullest.collect(),
        };
        let first_term = question.terms.first().map(|term| term.words.to_lowercase());
        Self {
            asks_for_holders: first_term.is_some_and(|word| PERSON_NOUNS.contains(&*word)),
            persons,
            tokens: &profile.tokens,
            answering,
            first: asked_first,
            matched: matches.iter().flat_map(runs).copied().collect(),
            profile,
            clauses,
            focus,
        }
    }

    pub(super) fn answers(&self, run: Run) -> bool {
        self.answering.contains(&self.clauses[run.start as usize])
    }

    /// The words of the clauses that answer; all words where nothing but the matter is asked for.
    fn words(&self, has_slot: bool) -> Vec<Span> {
        let tokens = self.tokens.iter().zip(&self.clauses);
        let answering = tokens.filter(|(_, clause)| !has_slot || self.answering.contains(clause));
        answering.map(|(token, _)| token.span).collect()
    }

    /// The days that are named, but for those on which somebody said it.
    fn times(&self) -> impl Iterator<Item = &TimeReference> {
        let times = self.profile.times.iter();
        let days = times.filter(|time| self.answers(time.run) && !time.normal_form().is_empty());
        days.filter(|time| !self.dates_a_saying(time.run))
    }

    /// Whether a time stands with the verb of saying or a noun for it: "said on Monday", "in a statement on Monday".
    fn dates_a_saying(&self, run: Run) -> bool {
        let mut said = self.profile.attributions.iter();
        let before = (run.start as usize).saturating_sub(2)..run.start as usize;
        let mut before = self.tokens[before].iter();
        said.any(|it| (it.cue.end..=it.cue.end + 1).contains(&run.start))
            || before.any(|word| SAYINGS.contains(&*word.text))
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

    /// Whether words belong to one clause.
    pub(super) fn share_clause(&self, one: Run, other: Run) -> bool {
        self.clauses[one.start as usize] == self.clauses[other.start as usize]
    }

    pub(super) fn filler(&self, run: Run, identity: Identity) -> Option<Filler> {
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

    fn is_place(&self, run: Run) -> bool {
        let before = (run.start as usize)
            .checked_sub(1)
            .map(|at| &self.tokens[at]);
        before.is_some_and(|it| it.is_one_of(&["in", "at", "near", ","]))
    }

    fn is_named_as_place(&self, name: &Name) -> bool {
        self.named_places().any(|place| place.run == name.run)
    }

    pub(super) fn may_be_person(&self, name: &Name) -> bool {
        let known = || self.persons.iter().any(|person| person.same(name));
        name.kind == NameKind::Person || name.kind == NameKind::Other && known()
    }

    pub(super) fn side(&self, run: Run) -> Option<Box<str>> {
        side(self.profile, run)
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

    pub(super) fn owns_part(&self, end: usize) -> bool {
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

static SAYINGS: LazyLock<foldhash::HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/sayings.txt")));
