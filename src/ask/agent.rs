//! Who does a deed: "who fired the director" asks for whoever fires, not for everybody who is named beside it.

use std::sync::LazyLock;

use foldhash::HashSet;
use itertools::Itertools;

use super::filler::{Filler, Identity};
use super::patient::{ends_object, is_auxiliary, is_between, is_participle};
use super::reader::Reader;
use crate::text::lexicon;
use crate::text::token::{Run, Token};

/// The word before those whose deed a passive or a noun tells.
const BY: &str = "by";
/// So many words stand at most between a preposition and the name that it leads to: "of New Jersey Gov. Chris Christie".
const PHRASE: usize = 5;
/// So many words stand at most between an owner and the owned: "Lee's sudden resignation".
const OWNED: usize = 3;
/// So many words stand at most between a verb and its object: "issued grand jury subpoenas".
const MODIFIERS: usize = 2;
/// So many words stand at most between a participle and its "by": "paid for by".
const BEFORE_BY: usize = 2;

/// Whether a question asks who does a deed, by the words behind its opening: "fired the director", "has resigned", "is leading".
pub fn asks_for_agent(words: &[Token]) -> bool {
    let mut being = false;
    let deed = words.iter().find(|word| {
        being |= is_auxiliary(word);
        !is_auxiliary(word) && !is_between(word) && !is_other_auxiliary(word)
    });
    // "Who is president" asks what somebody is.
    deed.is_some_and(|word| word.is_content() && (!being || word.text.ends_with("ing")))
}

fn is_other_auxiliary(word: &Token) -> bool {
    OTHER_AUXILIARIES.contains(&*word.text)
}

/// A candidate at the place where it stands; of a pronoun that is not where the name stands.
pub(super) type Placed = (Run, Filler);

impl Reader<'_> {
    /// Those of `candidates` who do what the question asks for.
    pub(super) fn agents_among(&self, candidates: Vec<Placed>) -> Vec<Filler> {
        let doing: HashSet<Run> = self
            .focus
            .iter()
            .flat_map(|deed| self.agents_of(*deed, &candidates))
            .collect();
        let candidates = candidates.into_iter();
        let doing = candidates.filter(|(place, _)| doing.contains(place));
        doing.map(|(_, filler)| filler).collect()
    }

    /// The places of those who do `deed`.
    fn agents_of(&self, deed: Run, candidates: &[Placed]) -> Vec<Run> {
        let inside = || {
            let inside = candidates.iter();
            inside.filter(|(place, _)| {
                self.share_clause(deed, *place) && !self.only_tells(*place, deed)
            })
        };
        let by =
            inside().filter(|(place, _)| place.start >= deed.end && self.follows_by(deed, *place));
        let by = by.map(|(place, _)| *place);
        // Where the verb is not found, what else was asked for has no subject that would do it.
        if self.is_passive_deed(deed) || self.first.is_empty() {
            return by.collect();
        }
        let subjects = inside().filter(|(place, _)| self.may_be_subject(*place, deed));
        let subjects = subjects.sorted_by_key(|(place, _)| *place).rev();
        by.chain(self.nearest(subjects)).collect()
    }

    /// Whether `place` is only who says that it was done. Who "pleaded guilty to lying" lied.
    fn only_tells(&self, place: Run, deed: Run) -> bool {
        let mut said = self.profile.attributions.iter();
        said.any(|it| {
            let behind = it.cue.end as usize..deed.start as usize;
            let Some((last, others)) = self.tokens.get(behind).and_then(<[Token]>::split_last)
            else {
                return it.speaker.holds(place.start as usize) && it.cue.end == deed.start;
            };
            let clause = !ends_object(last) || others.iter().any(|word| word.is("that"));
            it.speaker.holds(place.start as usize) && place.end <= it.cue.start && clause
        })
    }

    /// The first of `subjects`, which come from the nearest on, and whoever is named in one breath: "Rubio and Waltz".
    fn nearest<'s>(&self, subjects: impl Iterator<Item = &'s Placed>) -> Vec<Run> {
        let mut nearest: Vec<Run> = Vec::new();
        let mut office = false;
        for (place, filler) in subjects {
            match nearest.last() {
                // "Lee, the former minister, resigned": the office only says who Lee is.
                Some(next) if office && self.is_described_by(*place, *next) => {
                    nearest.pop();
                }
                Some(next) if !self.are_joined(*place, *next) => break,
                _ => {}
            }
            nearest.push(*place);
            office = !matches!(filler.identity, Identity::Named(_));
        }
        nearest
    }

    /// Whether `description` follows a name behind a comma, with nothing but its own words between.
    fn is_described_by(&self, name: Run, description: Run) -> bool {
        let (from, to) = (name.end as usize, description.start as usize);
        let between = self.tokens.get(from..to).and_then(<[Token]>::split_first);
        between.is_some_and(|(comma, words)| {
            let ends = |word: &Token| ends_object(word) || word.is(",") || word.is_past();
            comma.is(",") && words.len() <= PHRASE && !words.iter().any(ends)
        })
    }

    /// Whether a deed is a participle of the passive: "was fired", "led by", "paid for by".
    fn is_passive_deed(&self, deed: Run) -> bool {
        let mut before = self.tokens[..deed.start as usize].iter().rev();
        let auxiliary = before
            .find(|word| !is_between(word))
            .is_some_and(is_auxiliary);
        let mut behind = self.tokens[deed.end as usize..].iter().take(BEFORE_BY);
        is_participle(&self.tokens[deed.start as usize])
            && (auxiliary || behind.any(|word| word.is(BY)))
    }

    /// Whether "by" leads from the deed to `place`.
    fn follows_by(&self, deed: Run, place: Run) -> bool {
        let between = &self.tokens[deed.end as usize..place.start as usize];
        let by = between.iter().rposition(|word| word.is(BY));
        by.is_some_and(|by| {
            let (before, phrase) = (&between[..by], &between[by + 1..]);
            before.len() < BEFORE_BY && !phrase.iter().any(|word| ends_object(word) || word.is(","))
        })
    }

    /// Whether words before a deed are not just those to whom or of whom something is said there.
    fn may_be_subject(&self, place: Run, deed: Run) -> bool {
        if place.end > deed.start {
            return false;
        }
        let end = place.end as usize;
        if self.tokens.get(end).is_some_and(|next| next.is("'s")) {
            let between = &self.tokens[end + 1..(deed.start as usize).max(end + 1)];
            let owns =
                between.len() < OWNED && between.iter().all(|it| !it.is_past() && !ends_object(it));
            return owns || self.owns_part(end);
        }
        let adjacent = place.end == deed.start;
        adjacent || !self.follows_preposition(place) && !self.is_undergone(deed)
    }

    /// Whether a noun for the deed is the object of another verb than one for doing it, or stands behind a preposition and an
    /// article: "received subpoenas", "respond to the subpoenas".
    fn is_undergone(&self, deed: Run) -> bool {
        let start = deed.start as usize;
        let near = &self.tokens[start.saturating_sub(MODIFIERS + 1)..start];
        let modifies = |word: &&Token| word.is_content() && !word.is_past() && !word.capital;
        let mut before = near.iter().rev().skip_while(modifies).peekable();
        let article = before
            .next_if(|word| word.is_one_of(&["the", "a", "an"]))
            .is_some();
        match before.next() {
            Some(word) if word.is_past() => {
                !DOING.contains(&*word.text) && !self.tokens[start].is_past()
            }
            Some(word) => article && ends_object(word),
            None => false,
        }
    }

    /// Whether a preposition leads to the phrase that ends with `place`.
    fn follows_preposition(&self, place: Run) -> bool {
        let before = (0..place.start as usize).rev().take(PHRASE);
        let mut phrase = before.take_while(|at| {
            let word = &self.tokens[*at];
            let dated = self.profile.times.iter().any(|time| time.run.holds(*at));
            !dated && !word.is(",") && !word.is_past()
        });
        phrase.any(|at| ends_object(&self.tokens[at]))
    }

    /// Whether nothing but a comma or "and" stands between two names.
    fn are_joined(&self, one: Run, other: Run) -> bool {
        let between = self.tokens.get(one.end as usize..other.start as usize);
        let joins = |word: &Token| word.is("and") || word.is(",") || word.capital;
        between.is_some_and(|between| {
            between.iter().any(|word| word.is("and")) && between.iter().all(joins)
        })
    }

    /// Those who do it and have no name: the words before a verb in the past or behind an auxiliary, "federal prosecutors".
    pub(super) fn unnamed_agents(&self) -> Vec<Filler> {
        let deeds = self
            .first
            .iter()
            .filter(|deed| !self.is_passive_deed(**deed));
        let subjects = deeds.filter_map(|deed| {
            let verb = &self.tokens[deed.start as usize];
            let start = (0..deed.start as usize).rev().find(|at| {
                let word = &self.tokens[*at];
                !is_between(word) && !is_other_auxiliary(word)
            })?;
            let told = verb.is_past() || start + 1 < deed.start as usize;
            let last = Run::new(start, start + 1);
            let plural = self.tokens[start].text.ends_with('s') && self.tokens[start].is_content();
            let named = self.profile.names.iter().any(|name| name.run.holds(start));
            let phrase = self.phrase(last);
            (told && plural && !named && !self.follows_preposition(phrase)).then(|| {
                let identity = Identity::Group(self.tokens[start].stem.clone(), self.side(phrase));
                self.filler(phrase, identity)
            })?
        });
        subjects.unique_by(|filler| filler.run).collect()
    }
}

static DOING: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/verbs_of_doing.txt")));

static OTHER_AUXILIARIES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/other_auxiliaries.txt")));

#[cfg(test)]
mod tests {
    use super::asks_for_agent;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    #[test]
    fn a_verb_asks_for_those_who_do_it() {
        for (words, asks) in [
            ("fired the director?", true),
            ("has resigned", true),
            ("is leading the talks?", true),
            ("is president of the union?", false),
            ("are the negotiators?", false),
            ("", false),
        ] {
            let tokens = tokenize(words, Span::new(0..words.len()), &EnglishStemmer::new());
            assert_eq!(asks_for_agent(&tokens), asks, "{words}");
        }
    }
}
