//! What a question asks for, and by which words an answer is known.

use std::sync::LazyLock;

use super::agent::asks_for_agent;
use super::amount::{Sort, sort};
use super::patient::asks_for_patient;
use crate::model::Span;
use crate::text::lexicon;
use crate::text::name::{self, Name};
use crate::text::number::{self, Quantity};
use crate::text::phrase::Phrases;
use crate::text::profile::Profile;
use crate::text::relation::same_class;
use crate::text::role;
use crate::text::stem::EnglishStemmer;
use crate::text::time;
use crate::text::token::{Run, Token, tokenize};

/// What kind of thing is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// Persons, or bodies and countries.
    Who,
    /// Days.
    When,
    /// Places.
    Where,
    /// Numbers.
    Amount,
    /// Whatever is said of the matter.
    What,
}

impl Wanted {
    const ALL: [Wanted; 5] = [
        Wanted::Who,
        Wanted::When,
        Wanted::Where,
        Wanted::Amount,
        Wanted::What,
    ];

    /// The word for it in answers.
    pub fn name(self) -> &'static str {
        match self {
            Wanted::Who => "who",
            Wanted::When => "when",
            Wanted::Where => "where",
            Wanted::Amount => "amount",
            Wanted::What => "what",
        }
    }
}

/// A question, understood.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked for.
    pub wanted: Wanted,
    /// Whether it asks whom something is done to: "who was ...ed".
    pub asks_for_patient: bool,
    /// Whether it asks who does something: "who fired ...".
    pub asks_for_agent: bool,
    /// What sort of number it asks for, if it asks for one.
    pub sort: Sort,
    /// Whether it asks for what is or is to come: "when do ...", "when will ...".
    pub looks_ahead: bool,
    /// What an answer speaks of, in the order of the question.
    pub terms: Vec<Term>,
}

/// One thing that an answer speaks of.
#[derive(Clone, Debug)]
pub struct Term {
    /// As it stands in the question.
    pub words: String,
    meaning: Meaning,
}

#[derive(Clone, Debug)]
enum Meaning {
    Name(Name),
    Quantity(Quantity),
    Word {
        stem: Box<str>,
        /// Of the past form of a verb that does not end in "ed", the verb.
        verb: Box<str>,
        concept: Option<&'static str>,
    },
}

/// How surely words of a claim stand for a word of the question: the same word, a wording listed for questions, a word that
/// can say the same.
const SAME: f64 = 1.0;
const LISTED: f64 = 0.9;
const ALIKE: f64 = 0.5;

/// The concept of those who take part in something.
const ATTENDING: &str = "attend+";

impl Question {
    /// Understands `text`, a question or just a few words.
    pub fn parse(text: &str) -> Self {
        let stemmer = EnglishStemmer::new();
        let tokens = tokenize(text, Span::new(0..text.len()), &stemmer);
        let (wanted, opening) = opening(&tokens);
        let times = time::times(&tokens, None);
        let quantities = number::quantities(text, &tokens, &times);
        let names = name::names(text, &tokens, &role::roles(&tokens));
        let mut terms = Vec::new();
        let mut position = opening;
        while position < tokens.len() {
            let run = |run: Run| run.start as usize == position;
            let name = names.iter().find(|name| run(name.run));
            let quantity = quantities.iter().find(|quantity| run(quantity.run));
            let (meaning, end) = match (name, quantity) {
                (Some(name), _) => (Some(Meaning::Name(name.clone())), name.run.end as usize),
                (_, Some(quantity)) => {
                    let end = quantity.run.end as usize;
                    (Some(Meaning::Quantity(quantity.clone())), end)
                }
                _ => word(&tokens, position),
            };
            let span = Run::new(position, end).span(&tokens);
            terms.extend(meaning.map(|meaning| Term {
                words: span.of(text).to_owned(),
                meaning,
            }));
            position = end.max(position + 1);
        }
        let verb = tokens.get(opening);
        let looks_ahead = verb.is_some_and(|it| it.is_one_of(&["do", "does", "is", "are", "will"]));
        let asks_for_patient = wanted == Wanted::Who && asks_for_patient(&tokens[opening..]);
        let asks_for_agent = wanted == Wanted::Who && asks_for_agent(&tokens[opening..]);
        Self {
            wanted,
            asks_for_patient,
            asks_for_agent,
            sort: sort(&tokens),
            looks_ahead,
            terms,
        }
    }

    /// Where each term is met in a claim, and how surely: for every term the places of its best match.
    pub fn matches(&self, profile: &Profile) -> Vec<Option<TermMatch>> {
        let concepts: Vec<_> = CONCEPTS.find(&profile.tokens).collect();
        self.terms
            .iter()
            .map(|term| term.find(profile, &concepts))
            .collect()
    }

    /// Whether it asks who takes part in something.
    pub fn asks_for_participants(&self) -> bool {
        let first = self.terms.first().map(|term| &term.meaning);
        let attending = |concept: &Option<&str>| *concept == Some(ATTENDING);
        self.wanted == Wanted::Who
            && matches!(first, Some(Meaning::Word { concept, .. }) if attending(concept))
    }
}

/// Words of a claim that stand for a term.
#[derive(Clone, Debug, PartialEq)]
pub struct TermMatch {
    /// How surely, 0 to 1.
    pub weight: f64,
    /// All words of this sureness.
    pub runs: Vec<Run>,
}

impl Term {
    fn find(&self, profile: &Profile, concepts: &[(Run, &&'static str)]) -> Option<TermMatch> {
        let found: Vec<(f64, Run)> = match &self.meaning {
            Meaning::Name(name) => {
                let names = profile.names.iter();
                names
                    .filter(|other| name.same(other) || name.same_country(other))
                    .map(|other| (SAME, other.run))
                    .collect()
            }
            Meaning::Quantity(quantity) => {
                let others = profile.quantities.iter();
                others
                    .filter(|other| quantity.unit == other.unit && quantity.agrees(other))
                    .map(|other| (SAME, other.run))
                    .collect()
            }
            Meaning::Word {
                stem,
                verb,
                concept,
            } => {
                let listed = concepts
                    .iter()
                    .filter(|(_, found)| Some(**found) == *concept);
                let listed = listed.map(|(run, _)| (LISTED, *run));
                let words = profile.tokens.iter().enumerate();
                let words =
                    words.filter_map(|(at, token)| Some((likeness(stem, verb, token)?, at)));
                listed
                    .chain(words.map(|(weight, at)| (weight, Run::new(at, at + 1))))
                    .collect()
            }
        };
        let weight = found
            .iter()
            .map(|(weight, _)| *weight)
            .max_by(f64::total_cmp)?;
        let sure = found
            .into_iter()
            .filter(|(own, _)| *own >= weight.min(LISTED));
        Some(TermMatch {
            weight,
            runs: sure.map(|(_, run)| run).collect(),
        })
    }
}

fn likeness(stem: &str, verb: &str, token: &Token) -> Option<f64> {
    if *token.stem == *stem || *token.stem == *verb || verb_of(token) == verb {
        return Some(SAME);
    }
    same_class(stem, &token.stem).then_some(ALIKE)
}

/// The verb whose past a word is, if no ending tells; else the word itself.
fn verb_of(token: &Token) -> &str {
    let past = lexicon::IRREGULAR_PASTS.get(&*token.text);
    past.copied().unwrap_or(&token.text)
}

fn word(tokens: &[Token], position: usize) -> (Option<Meaning>, usize) {
    let token = &tokens[position];
    let says_something = token.is_content() && !EMPTY_WORDS.contains(&*token.text);
    let concept = CONCEPTS.at(tokens, position);
    let meaning = says_something.then(|| Meaning::Word {
        stem: token.stem.clone(),
        verb: verb_of(token).into(),
        concept: concept.map(|(_, concept)| *concept),
    });
    (meaning, position + 1)
}

/// What the question begins with, and how many words that takes.
fn opening(tokens: &[Token]) -> (Wanted, usize) {
    let Some((run, name)) = QUESTION_WORDS.at(tokens, 0) else {
        return (Wanted::What, 0);
    };
    let wanted = Wanted::ALL
        .into_iter()
        .find(|wanted| wanted.name() == *name);
    (wanted.unwrap_or(Wanted::What), run.end as usize)
}

static QUESTION_WORDS: LazyLock<Phrases<&'static str>> =
    LazyLock::new(|| Phrases::new(lexicon::phrases(include_str!("data/question_words.txt"))));

static CONCEPTS: LazyLock<Phrases<&'static str>> =
    LazyLock::new(|| Phrases::new(lexicon::phrases(include_str!("data/concepts.txt"))));

static EMPTY_WORDS: LazyLock<foldhash::HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/empty_words.txt")));

#[cfg(test)]
mod tests {
    use super::{Question, Wanted};

    #[test]
    fn a_question_tells_what_it_wants_and_what_it_is_about() {
        for (text, wanted, terms) in [
            (
                "who attends the talks?",
                Wanted::Who,
                vec!["attends", "talks"],
            ),
            ("When do the talks take place", Wanted::When, vec!["talks"]),
            (
                "how much military aid",
                Wanted::Amount,
                vec!["military", "aid"],
            ),
            (
                "50% revenue fund",
                Wanted::What,
                vec!["50%", "revenue", "fund"],
            ),
            ("", Wanted::What, vec![]),
        ] {
            let question = Question::parse(text);
            assert_eq!(question.wanted, wanted, "{text}");
            let found: Vec<_> = question.terms.iter().map(|term| &*term.words).collect();
            assert_eq!(found, terms, "{text}");
        }
    }
}
