//! Who bears a role: "Foreign Minister X", "X, the foreign minister,".

use super::finder::Finder;
use super::{Name, NameKind};
use crate::text::role::{self, Role};
use crate::text::token::TokenClass;

impl Finder<'_> {
    /// Gives a name the role that stands before it, or after it between commas.
    pub fn give_role(&self, name: &mut Name) {
        let start = name.run.start as usize;
        let before = start.checked_sub(1);
        let addressed = before.is_some_and(|at| role::is_honorific(&self.tokens[at]));
        let role = self
            .role_before(start)
            .or_else(|| self.role_after(name.run.end as usize));
        if let Some(role) =
            role.filter(|_| !matches!(name.kind, NameKind::People | NameKind::Known))
        {
            name.role = Some(role.form.clone());
            name.kind = NameKind::Person;
        } else if addressed && name.kind == NameKind::Other {
            name.kind = NameKind::Person;
        }
    }

    /// "Foreign Minister X", or "the foreign minister, X,".
    fn role_before(&self, start: usize) -> Option<&Role> {
        let ending = |end: usize| {
            let role = self.roles[end.checked_sub(1)?]?;
            (role.run.end as usize == end).then_some(role)
        };
        if let Some(role) = ending(start) {
            return Some(role);
        }
        let comma = start.checked_sub(1).filter(|at| self.tokens[*at].is(","))?;
        let role = ending(comma)?;
        let before = role.run.start as usize;
        let definite = self.tokens[before.saturating_sub(WORDS_BEFORE_ROLE)..before]
            .iter()
            .rev()
            .take_while(|token| token.is_word())
            .any(|token| token.is_one_of(&DETERMINERS));
        let name = start..self.tokens.len().min(start + LONGEST_NAME + 1);
        let closed = name.clone().find(|at| self.tokens[*at].is(","));
        let list = closed.is_none_or(|at| {
            self.token(at + 1)
                .is_some_and(|token| token.is_one_of(&["and", "or"]))
        });
        (definite && !list).then_some(role)
    }

    /// "X, the foreign minister,": a role within a few words after the comma, with no name after it.
    fn role_after(&self, end: usize) -> Option<&Role> {
        self.token(end).filter(|token| token.is(","))?;
        let near = self.roles.iter().skip(end + 1).take(WORDS_BEFORE_ROLE + 1);
        let role = near.flatten().next()?;
        let between = &self.tokens[end + 1..role.run.start as usize];
        let described = between.iter().all(|token| {
            token.is_word()
                && !token.is_one_of(&[
                    "and", "or", "who", "which", "when", "said", "with", "but", "as",
                ])
                || token.is("-")
        });
        let after = self.token(role.run.end as usize);
        let names_another =
            after.is_some_and(|token| token.capital && token.class == TokenClass::Content);
        let article = between
            .first()
            .is_none_or(|token| token.capital || token.is_one_of(&DETERMINERS));
        (described && article && !names_another).then_some(role)
    }
}

/// A name has at most so many words where a comma must close it.
const LONGEST_NAME: usize = 5;

/// So many words may stand between a name's comma and the role: "X, a top Zelenskiy aide".
const WORDS_BEFORE_ROLE: usize = 5;

const DETERMINERS: [&str; 8] = ["a", "an", "the", "his", "her", "its", "their", "'s"];
