//! Names of persons, places and bodies, and when two of them are one.

use std::cell::Cell;
use std::collections::HashSet;
use std::sync::LazyLock;

use strsim::jaro_winkler;

use super::gazetteer::{self, Known};
use super::lexicon;
use super::role::{self, Role};
use super::time;
use super::token::{Run, Token, TokenClass};

/// What a name names, as far as its words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A person: a title, a role or a form of address stands with it.
    Person,
    /// A country, or a place or body of the tables.
    Known,
    /// A people, or what is of a country: "Ukrainian", "Americans". Its words are those of the country.
    People,
    /// Anything else.
    Other,
}

/// One name in a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Its words, titles and roles left out.
    pub run: Run,
    /// Its words, folded, in order; known other names resolved ("Kiev" → "kyiv", "U.S." → "united states").
    pub words: Vec<Box<str>>,
    /// The title or role that stands with it, in normal form ("secretary of state", "chief of staff").
    pub role: Option<Box<str>>,
    /// What it names.
    pub kind: NameKind,
    /// The words in a form that is the same for the usual transliterations.
    keys: Vec<String>,
}

impl Name {
    fn new(run: Run, words: Vec<Box<str>>, kind: NameKind) -> Self {
        let keys = words.iter().map(|word| spelling_key(word)).collect();
        Self {
            run,
            words,
            role: None,
            kind,
            keys,
        }
    }

    /// Whether both name the same person, place or body, as far as the words tell: equal after folding and known other
    /// names, or one the last name of the other, in spellings that transliteration allows ("Zelensky", "Zelenskiy"), or one
    /// the initials of the other ("SCO").
    pub fn same(&self, other: &Name) -> bool {
        let people = |name: &Name| name.kind == NameKind::People;
        if people(self) != people(other) {
            return false;
        }
        if self.words == other.words {
            return true;
        }
        if [self, other]
            .iter()
            .any(|name| matches!(name.kind, NameKind::Known | NameKind::People))
        {
            return self.kind == other.kind && self.keys == other.keys;
        }
        same_words(self, other) || is_acronym(self, other) || is_acronym(other, self)
    }

    /// Whether both belong to one country, one of them as its people or as the seat of its government: "Russian" and
    /// "Russia", "Moscow" and "Russia".
    pub fn same_country(&self, other: &Name) -> bool {
        match (self.country(), other.country()) {
            (Some(one), Some(another)) => one == another,
            _ => false,
        }
    }

    /// The country whose government or people the name can stand for.
    fn country(&self) -> Option<&str> {
        let words = self.words.join(" ");
        gazetteer::country_of(&words)
    }
}

/// The names of a claim, in order and apart from each other. Other parts of `text` than the claim itself tell whether the
/// first word of a sentence is a name.
pub fn names(text: &str, tokens: &[Token], roles: &[Role]) -> Vec<Name> {
    let finder = Finder::new(text, tokens, roles);
    let mut names = Vec::new();
    let mut position = 0;
    while position < tokens.len() {
        match finder.at(position) {
            Some(found) => {
                position = found
                    .last()
                    .map_or(position + 1, |name| name.run.end as usize);
                names.extend(found);
            }
            None => position += 1,
        }
    }
    for name in &mut names {
        finder.give_role(name);
    }
    names
}

/// The smallest likeness (Jaro-Winkler) at which two surnames are one when the given names agree.
const SURNAME_LIKENESS: f64 = 0.92;

/// The smallest likeness of two surnames of the same consonants, when no given name helps: "Mohammed", "Muhammad".
const VOWELS_LIKENESS: f64 = 0.8;

/// Surnames shorter than this must be spelled the same.
const LONG_SURNAME: usize = 5;

fn same_words(a: &Name, b: &Name) -> bool {
    let (Some(last), Some(other_last)) = (a.keys.last(), b.keys.last()) else {
        return false;
    };
    match (a.keys.as_slice(), b.keys.as_slice()) {
        ([one], [another]) => !too_general(&a.words[0]) && same_spelling(one, another),
        ([one], many) | (many, [one]) => {
            let (single, whole) = if a.keys.len() == 1 { (a, b) } else { (b, a) };
            !too_general(&single.words[0])
                && (same_spelling(one, &many[many.len() - 1])
                    || may_be_first(single, whole) && same_spelling(one, &many[0]))
        }
        ([first, ..], [other_first, ..]) => {
            let surnames = same_spelling(last, other_last)
                || last.len().min(other_last.len()) >= LONG_SURNAME
                    && jaro_winkler(last, other_last) >= SURNAME_LIKENESS;
            surnames && same_given(first, other_first)
                || a.keys.len() == b.keys.len()
                    && a.keys
                        .iter()
                        .zip(&b.keys)
                        .all(|(one, another)| same_spelling(one, another))
        }
        _ => false,
    }
}

/// Whether one word, used alone, can be the first of the other name: the family name of an East Asian person, or the given
/// name of a royal one.
fn may_be_first(single: &Name, whole: &Name) -> bool {
    FAMILY_NAME_FIRST.contains(&*single.words[0]) && whole.words.len() <= 3
        || single.kind == NameKind::Person
            && whole.kind == NameKind::Person
            && single.role == whole.role
            && single.role.is_some()
}

/// Given names agree when they sound the same or one is the initial of the other.
fn same_given(one: &str, another: &str) -> bool {
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    same_spelling(one, another)
        || initial(one, another)
        || initial(another, one)
        || jaro_winkler(one, another) >= SURNAME_LIKENESS
}

/// Whether two spelling keys are of one word: equal, or of the same consonants and much alike.
fn same_spelling(one: &str, another: &str) -> bool {
    one == another
        || one.len().min(another.len()) >= LONG_SURNAME
            && one.as_bytes()[0] == another.as_bytes()[0]
            && consonants(one).eq(consonants(another))
            && jaro_winkler(one, another) >= VOWELS_LIKENESS
}

fn consonants(key: &str) -> impl Iterator<Item = char> + '_ {
    key.chars().filter(|letter| !"aeiou".contains(*letter))
}

/// A folded word as most transliterations of it would be written alike: `kh` as `h`, `q` as `k`, `y` and `j` as `i`, `ou`
/// as `u`, no doubled letters, no Arabic article, one ending for `-iy`, `-yi`, `-yy`, `-y`.
fn spelling_key(word: &str) -> String {
    let word = ["al-", "el-", "ul-"]
        .iter()
        .find_map(|article| word.strip_prefix(article))
        .unwrap_or(word);
    let mut key = String::with_capacity(word.len());
    let mut letters = word
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let plain = match (letter, next) {
            ('k' | 'g' | 'd', Some('h')) => {
                letters.next();
                if letter == 'k' { 'h' } else { letter }
            }
            ('o', Some('u' | 'o')) => {
                letters.next();
                'u'
            }
            ('q', _) => 'k',
            ('y' | 'j', _) => 'i',
            (other, _) => other,
        };
        if !key.ends_with(plain) {
            key.push(plain);
        }
    }
    key
}

/// Whether `short` is made of the first letters of the words of `long`.
fn is_acronym(short: &Name, long: &Name) -> bool {
    let [word] = short.words.as_slice() else {
        return false;
    };
    let initials = long
        .words
        .iter()
        .filter(|word| !is_connector(word))
        .map(|word| word.chars().next());
    long.words.len() >= 2 && word.len() >= 2 && word.chars().map(Some).eq(initials)
}

/// Whether a word says too little to be a name alone ("Committee").
fn too_general(word: &str) -> bool {
    ORGANIZATION_HEADS.contains(word)
}

fn is_connector(word: &str) -> bool {
    matches!(word, "of" | "for" | "the" | "and" | "on" | "in" | "to")
}

static ORGANIZATION_HEADS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/organization_heads.txt")));

static FAMILY_NAME_FIRST: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/family_name_first.txt")));

static NAME_PARTICLES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/name_particles.txt")));

static SENTENCE_OPENERS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/sentence_openers.txt")));

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

struct Finder<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// For each token the role that it belongs to.
    roles: Vec<Option<&'a Role>>,
    title_case: bool,
    /// How often the rest of the text may still be searched: a claim with more first words than sentences have is none.
    searches: Cell<usize>,
}

/// The rest of the text is searched at most so often for one claim.
const MOST_SEARCHES: usize = 16;

impl<'a> Finder<'a> {
    fn new(text: &'a str, tokens: &'a [Token], roles: &'a [Role]) -> Self {
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
    fn at(&self, position: usize) -> Option<Vec<Name>> {
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

    fn token(&self, position: usize) -> Option<&Token> {
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
        loop {
            let joined = self.joined(position, end);
            if joined == end {
                return end;
            }
            end = joined;
        }
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

    fn touches(&self, position: usize) -> bool {
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

    fn begins_sentence(&self, position: usize) -> bool {
        position == 0
            || self.tokens[position - 1]
                .is_one_of(&["\"", ".", "!", "?", ":", "--", "...", "'", "*", "-", "("])
                && !(self.tokens[position - 1].is("-")
                    && position > 1
                    && self.touches(position - 1))
    }

    /// Whether a run at the start of a sentence is a name: its first word is not one that sentences begin with, or it stands
    /// capitalised inside a sentence elsewhere.
    fn is_name_at_start(&self, run: Run) -> bool {
        let first = &self.tokens[run.start as usize];
        let written = first.span.of(self.text);
        if run.range().len() > 1 {
            return !is_opener(&first.text)
                || self.stands_elsewhere(run.span(self.tokens).of(self.text), true);
        }
        if is_upper(self.text, first) {
            return true;
        }
        if is_opener(&first.text) {
            return false;
        }
        self.stands_elsewhere(written, true)
            || !self.stands_elsewhere(&written.to_lowercase(), false)
    }

    /// Whether `words` stand elsewhere near the claim, after a lower-case word if `inside` a sentence.
    fn stands_elsewhere(&self, words: &str, inside: bool) -> bool {
        let Some(left) = self.searches.get().checked_sub(1) else {
            return false;
        };
        self.searches.set(left);
        let Some(first) = self.tokens.first() else {
            return false;
        };
        let at = first.span.start as usize;
        let nearby = vicinity(self.text, at);
        nearby.match_indices(words).any(|(start, _)| {
            let letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            let whole = !letter(nearby[..start].chars().next_back())
                && !letter(nearby[start + words.len()..].chars().next());
            let mut before = nearby[..start].chars().rev();
            let blank = before.next() == Some(' ');
            let lower = before.next().is_some_and(char::is_lowercase);
            whole && (!inside || blank && lower)
        })
    }

    fn unknown(&self, run: Run) -> Name {
        let words = self.tokens[run.range()]
            .iter()
            .filter(|token| token.is_word())
            .map(|token| token.text.clone())
            .collect();
        Name::new(run, words, NameKind::Other)
    }

    /// Gives a name the role that stands before it, or after it between commas.
    fn give_role(&self, name: &mut Name) {
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

/// The second syllable of an East Asian given name ("Jong-un") has at most so many letters.
const LONGEST_SYLLABLE: usize = 5;

/// So many words may stand between a name's comma and the role: "X, a top Zelenskiy aide".
const WORDS_BEFORE_ROLE: usize = 5;

const DETERMINERS: [&str; 8] = ["a", "an", "the", "his", "her", "its", "their", "'s"];

fn resolved(run: Run, known: &Known) -> Name {
    Name::new(run, known.words.clone(), known.kind)
}

/// Whether a word, by itself, is one that sentences begin with.
fn is_opener(word: &str) -> bool {
    const SHORT: usize = 5;
    SENTENCE_OPENERS.contains(word)
        || lexicon::FUNCTION_WORDS.contains(word)
        || word.len() >= SHORT && (word.ends_with("ing") || word.ends_with("ly"))
}

fn is_upper(text: &str, token: &Token) -> bool {
    let written = token.span.of(text);
    written
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .count()
        >= 2
        && !written.chars().any(char::is_lowercase)
}

/// The text some thousand bytes around a place: enough to meet its names again, and no more however long the text is.
fn vicinity(text: &str, at: usize) -> &str {
    const REACH: usize = 4096;
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = boundary(at.saturating_sub(REACH));
    let end = boundary((at + REACH).min(text.len()));
    &text[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    fn found(text: &str) -> Vec<Name> {
        let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
        names(text, &tokens, &role::roles(&tokens))
    }

    fn shown(text: &str) -> String {
        let names = found(text);
        let shown: Vec<_> = names
            .iter()
            .map(|name| match &name.role {
                Some(role) => format!("{} ({role})", name.words.join(" ")),
                None => name.words.join(" "),
            })
            .collect();
        shown.join("; ")
    }

    #[test]
    fn names_are_found_with_their_roles() {
        for (text, expected) in [
            (
                "The talks with Crown Prince Mohammed bin Salman went on.",
                "mohammed bin salman (crown prince)",
            ),
            ("He works at the Bank of England.", "bank of england"),
            ("The Department of Justice sued.", "department of justice"),
            ("The Justice Department sued.", "department of justice"),
            (
                "US President Donald Trump spoke.",
                "united states; donald trump (president)",
            ),
            (
                "Zelensky's head of office Andriy Yermak came.",
                "zelensky; andriy yermak (chief of staff)",
            ),
            (
                "The envoy for the Middle East Steve Witkoff spoke.",
                "middle east; steve witkoff",
            ),
            (
                "They met Andriy Yermak, a top Zelenskiy aide.",
                "andriy yermak (aide); zelenskiy",
            ),
            (
                "He saw Sergei Lavrov, the foreign minister, in Geneva.",
                "sergei lavrov (foreign minister); geneva",
            ),
            (
                "The foreign minister, Sergei Lavrov, agreed.",
                "sergei lavrov (foreign minister)",
            ),
            ("Officials met in Kiev on Tuesday.", "kyiv"),
            ("Ukrainian officials left.", "ukraine"),
            ("Washington aims to assess Kyiv's will.", "washington; kyiv"),
            (
                "Following Trump, she spoke to Kim Jong-un.",
                "trump; kim jong un",
            ),
            (
                "Clinton's top aide, Huma Abedin, left.",
                "clinton; huma abedin (aide)",
            ),
            (
                "He told Speaker of the House John Boehner (R-Ohio)",
                "john boehner (house speaker); ohio",
            ),
            ("The U.S.-Ukraine deal", "united states; ukraine"),
            (
                "France, Germany and Italy agreed.",
                "france; germany; italy",
            ),
            ("He is a fan of Martin Luther King.", "martin luther king"),
            (
                "former U.S. President Joe Biden",
                "united states; joe biden (former president)",
            ),
            ("She told us that they let us go.", ""),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn spellings_of_one_name_are_the_same() {
        for (one, another) in [
            ("met Zelensky", "met Zelenskiy"),
            ("met Zelenskyy", "met Volodymyr Zelenskiy"),
            ("met Volodymyr Zelensky", "met Vladimir Zelenskyy"),
            ("in Kiev", "in Kyiv"),
            ("the U.S. said", "the United States said"),
            ("in America", "in the US"),
            ("the UK", "Britain"),
            ("met Mohammed bin Salman", "met Muhammad bin Salman"),
            ("the SCO", "the Shanghai Cooperation Organisation"),
            ("told Cui Heng", "told Cui"),
            ("the FBI", "the Federal Bureau of Investigation"),
            ("Barack Obama", "Obama"),
        ] {
            let (a, b) = (found(one), found(another));
            assert!(a[0].same(&b[0]) && b[0].same(&a[0]), "{one} / {another}");
        }
    }

    #[test]
    fn names_of_different_things_are_not_the_same() {
        for (one, another) in [
            ("in Saudi Arabia", "the Saudi capital"),
            ("met Bill Clinton", "met Hillary Clinton"),
            ("the White House", "the House"),
            ("South Korea", "North Korea"),
            ("the Senate Committee", "the Committee"),
            ("met Johnson", "met Johnston"),
            ("met Rubio", "met Waltz"),
        ] {
            let (a, b) = (found(one), found(another));
            assert!(!a[0].same(&b[0]), "{one} / {another}");
        }
    }

    #[test]
    fn a_people_and_a_seat_of_government_belong_to_a_country() {
        for (one, another) in [
            ("in Russia", "a Russian plane"),
            ("told Moscow", "told Russia"),
        ] {
            assert!(
                found(one)[0].same_country(&found(another)[0]),
                "{one} / {another}"
            );
        }
    }
}
