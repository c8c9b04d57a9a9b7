//! Names of persons, places and bodies, and when two of them are one.

mod bearer;
mod finder;
pub mod index;
mod opening;
mod same;
mod spelling;

use self::finder::Finder;
use self::same::{is_acronym, same_words};
use super::gazetteer;
use super::role::Role;
use super::token::{Run, Token};

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
    /// The country whose government or people the name can stand for.
    country: Option<&'static str>,
    /// Which letters its words begin with, one bit for each.
    initials: u64,
}

impl Name {
    fn new(run: Run, words: Vec<Box<str>>, kind: NameKind) -> Self {
        let keys: Vec<_> = words.iter().map(|word| spelling::key(word)).collect();
        let spellings = words.iter().map(|word| &**word);
        Self {
            initials: initials(spellings.chain(keys.iter().map(String::as_str))),
            run,
            country: gazetteer::country_of(&words.join(" ")),
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
        // Most names have no letter to begin with in common, which is seen at once.
        if self.initials & other.initials == 0 {
            return false;
        }
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

    /// All of it but where it stands: names of one meaning are the same as the same others.
    pub fn meaning(&self) -> (&[Box<str>], Option<&str>, NameKind) {
        (&self.words, self.role.as_deref(), self.kind)
    }

    /// Whether both belong to one country, one of them as its people or as the seat of its government: "Russian" and
    /// "Russia", "Moscow" and "Russia".
    pub fn same_country(&self, other: &Name) -> bool {
        self.country.is_some() && self.country == other.country
    }
}

/// One bit for each letter that a word begins with; letters whose numbers differ by a multiple of 64 share a bit.
fn initials<'a>(words: impl Iterator<Item = &'a str>) -> u64 {
    let initial = |word: &str| word.chars().next().map(u32::from);
    let initials = words.filter_map(initial);
    initials.fold(0, |set, letter| set | 1 << (letter % 64))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::role::roles;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    fn found(text: &str) -> Vec<Name> {
        let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
        names(text, &tokens, &roles(&tokens))
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
            ("met Yevgeny Prigozhin", "met Evgeny Prigoshin"),
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
            ("met Johan Stromberg", "met Johan Tromberg"),
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
