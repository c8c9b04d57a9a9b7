//! What of a claim fills the slot of a question.

use std::collections::HashSet;

use itertools::Itertools;
use jiff::civil::Date;

use super::clause::clauses;
use super::question::{Question, TermMatch, Wanted};
use super::status::{Status, status};
use super::unnamed::PERSON_NOUNS;
use crate::model::Span;
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
        Wanted::Who => claim.who(question.asks_for_participants()),
        Wanted::When => claim.when(day.filter(|_| question.looks_ahead)),
        Wanted::Where => claim.places(),
        Wanted::Amount => claim.amounts(),
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

/// Words before a name that make it a place.
const BEFORE_PLACES: [&str; 8] = [
    "in", "at", "near", "to", "visit", "visits", "visiting", "visited",
];

/// One claim, read for an answer.
pub(super) struct Reader<'a> {
    pub(super) profile: &'a Profile,
    pub(super) tokens: &'a [Token],
    /// The words that match the first term: what is done by whom.
    pub(super) focus: &'a [Run],
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
        let first_term = question.terms.first().map(|term| term.words.to_lowercase());
        Self {
            asks_for_holders: first_term.is_some_and(|word| PERSON_NOUNS.contains(&*word)),
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

    /// Whether a time stands with the verb of saying: "said on Monday".
    fn dates_a_saying(&self, run: Run) -> bool {
        let mut said = self.profile.attributions.iter();
        said.any(|it| (it.cue.end..=it.cue.end + 1).contains(&run.start))
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

    fn amounts(&self) -> Vec<Filler> {
        let quantities = self.profile.quantities.iter();
        let amounts = quantities.filter(|amount| self.answers(amount.run));
        amounts
            .map(|amount| said(amount.run, Identity::Amount(amount.clone())))
            .collect()
    }

    /// Names behind a preposition of place, or of those whom somebody visits.
    fn named_places(&self) -> impl Iterator<Item = &Name> {
        self.profile.names.iter().filter(|name| {
            let before = self.tokens[..name.run.start as usize].iter().rev();
            let mut before = before.skip_while(|it| it.is("the"));
            let inside = before.next().is_some_and(|it| it.is_one_of(&BEFORE_PLACES));
            inside && name.kind != NameKind::Person && self.answers(name.run)
        })
    }

    fn places(&self) -> Vec<Filler> {
        self.named_places()
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

    pub(super) fn side(&self, run: Run) -> Option<Box<str>> {
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
