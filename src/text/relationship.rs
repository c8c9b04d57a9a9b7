//! How two that a claim names stand to each other: which owns, succeeds, defeated, is the mother of the other.

use std::sync::LazyLock;

use super::lexicon;
use super::name::{Name, NameKind};
use super::phrase::Phrases;
use super::token::{Run, Token};

/// How two that are named stand to each other.
#[derive(Clone, Debug)]
pub struct Relationship<'a> {
    /// The word for it.
    pub word: Run,
    /// The owner, the one who follows, the parent, ...
    pub first: &'a Name,
    /// Who is owned, comes before, is the child, ...
    pub second: &'a Name,
    sort: &'static str,
    /// Whether it is the same from both sides, as a marriage is.
    mutual: bool,
}

/// A sort of relationship of which nobody has two to one person.
const FAMILY: &str = "family";

impl Relationship<'_> {
    /// Whether `other` turns this round: the owner in one is the owned in the other.
    pub fn is_reversed(&self, other: &Relationship) -> bool {
        self.sort == other.sort
            && !self.mutual
            && self.is_across(other)
            && !self.first.same(self.second)
            && !other.first.same(other.second)
    }

    /// Whether both relate the same two persons, who cannot stand to each other in both ways.
    pub fn excludes(&self, other: &Relationship) -> bool {
        let is_family = |sort: &str| sort.starts_with(FAMILY);
        let along = self.first.same(other.first) && self.second.same(other.second);
        self.sort != other.sort
            && is_family(self.sort)
            && is_family(other.sort)
            && (along || self.is_across(other))
    }

    fn is_across(&self, other: &Relationship) -> bool {
        self.first.same(other.second) && self.second.same(other.first)
    }
}

/// What a word of the table says.
#[derive(Debug)]
struct Sort {
    name: &'static str,
    mutual: bool,
    /// Whether it is said of the first of both.
    of_first: bool,
    verb: bool,
}

/// Between the word and a name stand at most so many tokens: titles, "the late".
const REACH: usize = 5;

/// Between "of" and the name of the owner, who may be described first: "of the French maker of cars, Renault".
const OWNER_REACH: usize = 8;

/// The relationships of a claim, in order of their words.
pub fn relationships<'a>(tokens: &[Token], names: &'a [Name]) -> Vec<Relationship<'a>> {
    let text = Text { tokens, names };
    let found = SORTS.find(tokens).filter_map(|(word, sort)| {
        let (one, another) = if sort.verb {
            text.subject_and_object(word)?
        } else {
            text.holder_and_owner(word)?
        };
        let (first, second) = if sort.of_first {
            (one, another)
        } else {
            (another, one)
        };
        Some(Relationship {
            word,
            first,
            second,
            sort: sort.name,
            mutual: sort.mutual,
        })
    });
    found.collect()
}

struct Text<'t, 'a> {
    tokens: &'t [Token],
    names: &'a [Name],
}

impl<'a> Text<'_, 'a> {
    /// Who does it and to whom it is done, in the active or the passive voice.
    fn subject_and_object(&self, verb: Run) -> Option<(&'a Name, &'a Name)> {
        let (start, end) = (verb.start as usize, verb.end as usize);
        let passive = self.is(end, &["by"]);
        let before = self.name_before(start, REACH)?;
        let after = self.name_after(end + usize::from(passive), REACH)?;
        Some(if passive {
            (after, before)
        } else {
            (before, after)
        })
    }

    /// Of whom the noun is said and whose it is: "Berg, the wife of Rossi", "Rossi's wife, Anna Berg", "Berg is Rossi's wife".
    fn holder_and_owner(&self, noun: Run) -> Option<(&'a Name, &'a Name)> {
        let (start, end) = (noun.start as usize, noun.end as usize);
        if self.is(end, &["of"]) {
            let owner = self.name_after(end + 1, OWNER_REACH)?;
            return Some((self.name_before(start, REACH)?, owner));
        }
        let apostrophe = start
            .checked_sub(1)
            .filter(|at| self.is(*at, &["'s", "'"]))?;
        let owner = self.name_before(apostrophe, 0)?;
        let after = self.name_after(end, REACH);
        let holder = after.or_else(|| self.name_before(owner.run.start as usize, REACH))?;
        Some((holder, owner))
    }

    /// The last name that ends before `end`, at most so many tokens from it, if no other clause lies between.
    fn name_before(&self, end: usize, reach: usize) -> Option<&'a Name> {
        let known = self.names.iter().filter(|name| is_somebody(name));
        let name = known.rev().find(|name| name.run.end as usize <= end)?;
        self.are_near(name.run.end as usize, end, reach)
            .then_some(name)
    }

    /// The first name that begins from `start` on, in the same way.
    fn name_after(&self, start: usize, reach: usize) -> Option<&'a Name> {
        let mut known = self.names.iter().filter(|name| is_somebody(name));
        let name = known.find(|name| name.run.start as usize >= start)?;
        self.are_near(start, name.run.start as usize, reach)
            .then_some(name)
    }

    fn are_near(&self, start: usize, end: usize, reach: usize) -> bool {
        const BOUNDARIES: [&str; 9] = [";", ":", ".", "\"", "that", "who", "which", "but", "and"];
        end - start <= reach
            && self.tokens[start..end]
                .iter()
                .all(|token| !token.is_one_of(&BOUNDARIES) && !token.is("not"))
    }

    fn is(&self, position: usize, words: &[&str]) -> bool {
        self.tokens
            .get(position)
            .is_some_and(|token| token.is_one_of(words))
    }
}

/// "Ukrainian" describes somebody and is nobody.
fn is_somebody(name: &Name) -> bool {
    name.kind != NameKind::People
}

static SORTS: LazyLock<Phrases<Sort>> = LazyLock::new(|| {
    let lines = lexicon::entries(include_str!("data/relationships.txt"));
    Phrases::new(lines.flat_map(|line| {
        let (name, words) = line.split_once(':').unwrap_or((line, ""));
        let mutual = name.starts_with(FAMILY) && !words.contains('/');
        let sides = words.split('/').zip([true, false]);
        sides.flat_map(move |(words, of_first)| {
            let words = words.split(',').map(str::trim);
            words.map(move |word| {
                let verb = word.ends_with('+') || PLAIN_VERBS.contains(&word);
                let sort = Sort {
                    name,
                    mutual,
                    of_first,
                    verb,
                };
                (word, sort)
            })
        })
    }))
});

/// Verbs of the table that are listed form by form.
const PLAIN_VERBS: [&str; 3] = ["beat", "beats", "paid"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::profile::Profile;
    use crate::text::stem::EnglishStemmer;

    fn shown(text: &str) -> String {
        let profile = Profile::new(text, Span::new(0..text.len()), None, &EnglishStemmer::new());
        let words = |run: Run| run.span(&profile.tokens).of(text);
        let found = relationships(&profile.tokens, &profile.names);
        let shown: Vec<_> = found
            .iter()
            .map(|it| {
                format!(
                    "{}: {}, {}",
                    it.sort,
                    words(it.first.run),
                    words(it.second.run)
                )
            })
            .collect();
        shown.join("; ")
    }

    #[test]
    fn who_stands_first_does_not_depend_on_the_wording() {
        for (text, expected) in [
            (
                "Senator Rossi succeeded Mayor Berg.",
                "succession: Rossi, Berg",
            ),
            (
                "Mayor Berg was succeeded by Senator Rossi.",
                "succession: Rossi, Berg",
            ),
            (
                "Rossi's predecessor, the late Anna Berg, built it.",
                "succession: Rossi, Anna Berg",
            ),
            (
                "Lodz Steel is a subsidiary of the Danish maker of ships, Hven Yards.",
                "ownership: Hven Yards, Lodz Steel",
            ),
            (
                "Hven Yards owns Lodz Steel.",
                "ownership: Hven Yards, Lodz Steel",
            ),
            (
                "Anna Berg, wife of the former envoy Paul Rossi, spoke.",
                "family by marriage: Anna Berg, Paul Rossi",
            ),
            (
                "Paul Rossi is Anna Berg's ex-husband.",
                "family by past marriage: Paul Rossi, Anna Berg",
            ),
            ("Anna Berg did not defeat Paul Rossi.", ""),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
