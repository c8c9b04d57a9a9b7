//! Known names: countries with their peoples and seats of government, and other names of places and bodies.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::lexicon;
use super::name::NameKind;
use super::phrase::Phrases;
use super::token::{Run, Token};

/// What a known name stands for.
#[derive(Debug)]
pub struct Known {
    /// The name to which all its other names resolve, word by word.
    pub words: Vec<Box<str>>,
    /// What it names.
    pub kind: NameKind,
    /// Whether this wording is made of initials, which are written in capitals.
    pub acronym: bool,
}

/// The longest known name at `position`, whatever its capitals.
pub fn at(tokens: &[Token], position: usize) -> Option<(Run, &'static Known)> {
    KNOWN.at(tokens, position)
}

/// The country whose name, people or name of its people stands at `position`.
pub fn country_at(tokens: &[Token], position: usize) -> Option<&'static str> {
    let (_, known) = at(tokens, position)?;
    country_of(&known.words.join(" ")).filter(|country| *country == known.words.join(" "))
}

/// The country that a resolved name is, or whose government it is the seat of.
pub fn country_of(name: &str) -> Option<&'static str> {
    COUNTRIES.get(name).copied()
}

struct Country {
    name: &'static str,
    people: Vec<&'static str>,
    seats: Vec<&'static str>,
}

fn countries() -> impl Iterator<Item = Country> {
    lexicon::entries(include_str!("data/countries.txt")).filter_map(|line| {
        let mut fields = line.split('|').map(str::trim);
        let (name, people, seats) = (fields.next()?, fields.next()?, fields.next()?);
        let entries = |field: &'static str| {
            field
                .split("; ")
                .filter(|entry| !entry.is_empty())
                .collect()
        };
        Some(Country {
            name,
            people: entries(people),
            seats: entries(seats),
        })
    })
}

static COUNTRIES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    countries()
        .flat_map(|country| {
            let names = std::iter::once(country.name).chain(country.seats);
            names.map(move |name| (name, country.name))
        })
        .collect()
});

static KNOWN: LazyLock<Phrases<Known>> = LazyLock::new(|| {
    let known = |phrase: &str, name: &str, kind| Known {
        words: name.split(' ').map(Into::into).collect(),
        kind,
        acronym: phrase.chars().eq(initials(name)),
    };
    let places = countries().flat_map(move |country| {
        let itself = std::iter::once(country.name).chain(country.seats.clone());
        let itself = itself.map(move |name| (name, known(name, name, NameKind::Known)));
        let people = country
            .people
            .into_iter()
            .map(move |word| (word, known(word, country.name, NameKind::People)));
        itself.chain(people).collect::<Vec<_>>()
    });
    let others = lexicon::phrases(include_str!("data/other_names.txt"))
        .map(move |(phrase, name)| (phrase, known(phrase, name, NameKind::Known)));
    Phrases::new(places.chain(others))
});

fn initials(name: &str) -> impl Iterator<Item = char> + '_ {
    name.split(' ')
        .filter(|word| !matches!(*word, "of" | "for" | "the" | "and"))
        .filter_map(|word| word.chars().next())
}
