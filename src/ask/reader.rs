//! A claim, read for an answer: which of its clauses answer, and what its words do there.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::clause::clauses;
use super::filler::{Filler, Identity};
use super::question::{Question, TermMatch, Wanted};
use super::status::status;
use super::unnamed::PERSON_NOUNS;
use crate::model::Span;
use crate::text::lexicon;
use crate::text::name::{Name, NameKind};
use crate::text::profile::Profile;
use crate::text::token::{Run, Token};

/// One claim, read for an answer.
pub(super) struct Reader<'a> {
    /// What its words mean.
    pub(super) profile: &'a Profile,
    /// Its words.
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
    /// Reads a claim whose words match the terms of `question` as `matches` says; `persons` are known from all claims.
    pub(super) fn new(
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

    /// Whether words stand in a clause that answers.
    pub(super) fn answers(&self, run: Run) -> bool {
        self.answering.contains(&self.clauses[run.start as usize])
    }

    /// Whether words belong to one clause.
    pub(super) fn share_clause(&self, one: Run, other: Run) -> bool {
        self.clauses[one.start as usize] == self.clauses[other.start as usize]
    }

    /// The words of the clauses that answer; all words where nothing but the matter is asked for.
    pub(super) fn words(&self, has_slot: bool) -> Vec<Span> {
        let tokens = self.tokens.iter().zip(&self.clauses);
        let answering = tokens.filter(|(_, clause)| !has_slot || self.answering.contains(clause));
        answering.map(|(token, _)| token.span).collect()
    }

    /// Words that fill the slot, unless what is said of them leaves them out.
    pub(super) fn filler(&self, run: Run, identity: Identity) -> Option<Filler> {
        let status = status(self.profile, self.focus, &self.clauses, run)?;
        Some(Filler {
            run,
            identity,
            status,
        })
    }

    /// Whether a name is that of a person here or in any other claim.
    pub(super) fn may_be_person(&self, name: &Name) -> bool {
        let known = || self.persons.iter().any(|person| person.same(name));
        name.kind == NameKind::Person || name.kind == NameKind::Other && known()
    }

    /// The country that was named last before the words, or in them.
    pub(super) fn side(&self, run: Run) -> Option<Box<str>> {
        side(self.profile, run)
    }

    /// Whether the words only say whose something is ("Lee's aide"), unless what they own is the matter ("Lee's role").
    pub(super) fn only_owns(&self, run: Run) -> bool {
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

    /// Whether what the words before `end` own is their part in the matter.
    pub(super) fn owns_part(&self, end: usize) -> bool {
        let next = self.tokens.get(end + 1);
        next.is_some_and(|next| next.is_one_of(&["role", "part", "presence", "involvement"]))
    }

    /// Whether the words stand where a place does.
    pub(super) fn is_place(&self, run: Run) -> bool {
        let before = (run.start as usize)
            .checked_sub(1)
            .map(|at| &self.tokens[at]);
        before.is_some_and(|it| it.is_one_of(&["in", "at", "near", ","]))
    }

    /// Whether the words say who says it.
    pub(super) fn speaks(&self, run: Run) -> bool {
        let mut said = self.profile.attributions.iter();
        said.any(|it| it.speaker.holds(run.start as usize) && !it.content.holds(run.start as usize))
    }

    /// Whether the words were asked for themselves.
    pub(super) fn is_matched(&self, run: Run) -> bool {
        self.matched
            .iter()
            .any(|it| it.start <= run.start && run.end <= it.end)
            && !PERSON_NOUNS.contains(&*self.tokens[run.start as usize].text)
    }
    /// Whether a time stands with the verb of saying or a noun for it: "said on Monday", "in a statement on Monday".
    pub(super) fn dates_a_saying(&self, run: Run) -> bool {
        let mut said = self.profile.attributions.iter();
        let before = (run.start as usize).saturating_sub(2)..run.start as usize;
        let mut before = self.tokens[before].iter();
        said.any(|it| (it.cue.end..=it.cue.end + 1).contains(&run.start))
            || before.any(|word| SAYINGS.contains(&*word.text))
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
