//! Where the names of a claim are.

use std::cell::Cell;
use std::sync::LazyLock;

use foldhash::HashSet;

use super::opening::MOST_SEARCHES;
use super::same::{FAMILY_NAME_FIRST, ORGANIZATION_HEADS, is_connector, too_general};
use super::{Name, NameKind};
use crate::text::gazetteer::{self, Known};
use crate::text::lexicon;
use crate::text::role::{self, Role};
use crate::text::time;
use crate::text::token::{Run, Token, TokenClass};

/// Finds the names of a claim.
pub struct Finder<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    /// For each token the role that it belongs to.
    pub roles: Vec<Option<&'a Role>>,
    pub title_case: bool,
    /// How often the rest of the text may still be searched: a claim with more first words than sentences have is none.
    pub searches: Cell<usize>,
}

impl<'a> Finder<'a> {
    pub fn new(text: &'a str, tokens: &'a [Token], roles: &'a [Role]) -> Self {
        let mut role_at = vec![None; tokens.len()];
        for role in roles {
            role_at[role.run.range()].fill(Some(role));
        }
        Self {
            text,
            tokens,
            roles: role_at,
            title_case: is_title_case(tokens),
            searches: Cell::new(MOST_SEARCHES),
        }
    }

    /// The names that begin at `position`: one, or two where the first only says of which country the second is.
    pub fn at(&self, position: usize) -> Option<Vec<Name>> {
        if !self.may_begin(position) {
            return None;
        }
        let known = self.known(position);
        let end = self.end(position, &known);
        let run = Run::new(position, end);
        match known {
            Some((known_run, known)) if known_run.end as usize >= end => {
                Some(vec![resolved(known_run, known)])
            }
            Some((known_run, known)) if self.only_says_whose(known_run, known, end) => {
                Some(vec![resolved(known_run, known)])
            }
            _ if self.title_case => None,
            _ if self.begins_sentence(position) && !self.is_name_at_start(run) => None,
            _ => Some(vec![self.unknown(run)]),
        }
    }

    pub fn token(&self, position: usize) -> Option<&Token> {
        self.tokens.get(position)
    }

    /// A capitalised word that is neither a form of address, a role nor part of a date.
    fn may_begin(&self, position: usize) -> bool {
        self.token(position).is_some_and(|token| {
            token.capital
                && token.is_word()
                && !role::is_honorific(token)
                && !self.is_party(position)
                && !time::is_calendar_word(self.tokens, position)
                && match (self.known(position), self.role_at(position)) {
                    (Some((run, _)), Some(role)) => run.end > role.run.end,
                    (known, role) => {
                        role.is_none() && (known.is_some() || token.class == TokenClass::Content)
                    }
                }
        })
    }

    /// The letter of a party before a state: "D-Ohio".
    fn is_party(&self, position: usize) -> bool {
        self.tokens[position].text.len() == 1
            && self.token(position + 1).is_some_and(|next| next.is("-"))
    }

    /// The role that covers `position`, unless its word is rather the end of a name ("Martin Luther King").
    fn role_at(&self, position: usize) -> Option<&Role> {
        let role = (*self.roles.get(position)?)?;
        let alone = role.run.range().len() == 1;
        let capital = |at: Option<usize>| {
            at.and_then(|at| self.token(at))
                .is_some_and(|token| token.capital && token.class == TokenClass::Content)
        };
        let previous = position.checked_sub(1);
        let follows_name = alone
            && capital(Some(position))
            && capital(previous)
            && !capital(Some(position + 1))
            && previous.is_some_and(|at| {
                self.roles[at].is_none()
                    && gazetteer::country_at(self.tokens, at).is_none()
                    && !is_upper(self.text, &self.tokens[at])
            });
        (!follows_name).then_some(role)
    }

    /// The longest name of the tables that begins here. Its words must be capitalised, abbreviations in full.
    fn known(&self, position: usize) -> Option<(Run, &'static Known)> {
        let (run, known) = gazetteer::at(self.tokens, position)?;
        let words = &self.tokens[run.range()];
        let capitals = words.iter().all(|token| {
            token.capital || is_connector(&token.text) || token.class == TokenClass::Symbol
        });
        let spelled = !known.acronym || words.iter().all(|token| is_upper(self.text, token));
        (capitals && spelled).then_some((run, known))
    }

    /// Where the run of capitalised words and connectors that begins at `position` ends.
    fn end(&self, position: usize, known: &Option<(Run, &Known)>) -> usize {
        let mut end = known.map_or(position + 1, |(run, _)| run.end as usize);
        while end < position + LONGEST_RUN {
            let joined = self.joined(position, end);
            if joined == end {
                break;
            }
            end = joined;
        }
        end
    }

    /// Where the run from `start` to `end` ends when the next word, with what connects it, is taken in.
    fn joined(&self, start: usize, end: usize) -> usize {
        if self.continues(end) {
            return end + 1;
        }
        let Some(next) = self.token(end) else {
            return end;
        };
        if next.is("-") && self.touches(end) && self.continues(end + 1) {
            let countries = gazetteer::country_at(self.tokens, start).is_some()
                && gazetteer::country_at(self.tokens, end + 1).is_some();
            return if countries { end } else { end + 2 };
        }
        let given = self
            .token(end + 1)
            .is_some_and(|token| token.text.len() <= LONGEST_SYLLABLE);
        if next.is("-")
            && self.touches(end)
            && given
            && end > start + 1
            && FAMILY_NAME_FIRST.contains(&*self.tokens[start].text)
        {
            return end + 2;
        }
        let head = |at: usize| ORGANIZATION_HEADS.contains(&*self.tokens[at].text);
        let of_body = (start..end).any(head);
        if next.is_one_of(&["of", "for"]) && head(end - 1) {
            let article = self.token(end + 1).is_some_and(|token| token.is("the"));
            let name = end + 1 + usize::from(article);
            return if self.continues(name) { name + 1 } else { end };
        }
        let listed = (start..end).any(|at| self.tokens[at].is_one_of(&["of", "for"]));
        if next.is_one_of(&["and", "&"]) && (of_body && listed || next.is("&")) {
            return if self.continues(end + 1)
                && self.token(end + 2).is_none_or(|token| !token.is("'s"))
            {
                end + 2
            } else {
                end
            };
        }
        let particles = (end..self.tokens.len())
            .take_while(|at| {
                NAME_PARTICLES.contains(&*self.tokens[*at].text) || self.tokens[*at].is("-")
            })
            .count();
        if particles > 0 && !next.is("-") && self.continues(end + particles) {
            return end + particles + 1;
        }
        end
    }

    /// Whether the word at `position` can stand inside a name after its first word.
    fn continues(&self, position: usize) -> bool {
        self.token(position).is_some_and(|token| {
            token.capital
                && token.class == TokenClass::Content
                && self.role_at(position).is_none()
                && !role::is_honorific(token)
                && !time::is_calendar_word(self.tokens, position)
        })
    }

    pub fn touches(&self, position: usize) -> bool {
        let before = position.checked_sub(1).and_then(|at| self.token(at));
        before.is_some_and(|before| before.span.end == self.tokens[position].span.start)
    }

    /// Whether a known name at the start of a run only says whose or where the rest is. "U.S." and "Russian" always do,
    /// unless the rest is too general to be a name alone ("European Commission"); other places do before a person's name.
    fn only_says_whose(&self, known_run: Run, known: &Known, end: usize) -> bool {
        let words = &self.tokens[known_run.range()];
        let rest = &self.tokens[known_run.end as usize..end];
        let general = |token: &Token| too_general(&token.text);
        if known.kind == NameKind::People || words[0].is_one_of(&["usa", "uk"]) {
            !(rest.len() == 1 && general(&rest[0]))
        } else {
            words.len() >= 2 && rest.len() >= 2 && !rest.iter().any(general)
        }
    }

    fn unknown(&self, run: Run) -> Name {
        let words = self.tokens[run.range()]
            .iter()
            .filter(|token| token.is_word())
            .map(|token| token.text.clone())
            .collect();
        Name::new(run, words, NameKind::Other)
    }
}

/// Whether a word is written in capitals, more than one.
pub fn is_upper(text: &str, token: &Token) -> bool {
    let written = token.span.of(text);
    written
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .count()
        >= 2
        && !written.chars().any(char::is_lowercase)
}

/// In a claim all of whose words are capitalised capitals show no names.
fn is_title_case(tokens: &[Token]) -> bool {
    const FEW: usize = 4;
    let words = || {
        tokens
            .iter()
            .filter(|token| token.class == TokenClass::Content)
    };
    words().count() >= FEW && words().all(|token| token.capital)
}

fn resolved(run: Run, known: &Known) -> Name {
    Name::new(run, known.words.clone(), known.kind)
}

/// No name has so many tokens. It keeps the time for a claim of nothing but names from growing with the square of its length.
const LONGEST_RUN: usize = 24;

/// The second syllable of an East Asian given name ("Jong-un") has at most so many letters.
const LONGEST_SYLLABLE: usize = 5;

static NAME_PARTICLES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("../data/name_particles.txt")));
