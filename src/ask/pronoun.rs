//! Pronouns that stand for a person who answers: roughly, for whoever is named first.

use super::agent::Placed;
use super::filler::{Filler, Identity};
use super::reader::Reader;
use crate::text::token::Run;

impl Reader<'_> {
    /// Whoever "he", "she", "his" or "her" stands for, at the place of the pronoun: the person named first in the claim.
    pub(super) fn pronouns(&self) -> Vec<Placed> {
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
                let named = filler.map(|filler| Filler {
                    run: person.run,
                    ..filler
                });
                found.extend(named.map(|filler| (pronoun, filler)));
            }
        }
        found
    }

    /// Whether somebody else is named between a person and the pronoun that may stand for that person.
    pub(super) fn is_ambiguous(&self, pronoun: Run, person: &Filler) -> bool {
        let mut names = self.profile.names.iter();
        let between = person.run.end..pronoun.start;
        names.any(|name| between.contains(&name.run.start) && self.may_be_person(name))
    }

    fn focus_follows(&self, at: usize) -> bool {
        let near = at as u32 + 1..at as u32 + 4;
        self.focus.iter().any(|it| near.contains(&it.start))
    }
}
