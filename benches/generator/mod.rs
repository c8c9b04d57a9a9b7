//! Made-up news, the same for the same seed: events with facts, and articles that tell these facts in the same or other words,
//! with other numbers, or alone. The words of a language follow Zipf's law, and so do these.

use crosscheck::align::model::Weights;

/// One made-up article.
pub struct Article {
    /// Its file name; those of one event sort together.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Facts of one event; an article tells most of them.
const FACTS: usize = 40;
/// How many made-up words stand behind the common ones.
const RARE_WORDS: usize = 20_000;

/// `events` events with `outlets` articles each.
pub fn articles(seed: u64, events: usize, outlets: usize) -> Vec<Article> {
    let mut random = Random(seed);
    let words = vocabulary(&mut random);
    let mut articles = Vec::with_capacity(events * outlets);
    for event in 0..events {
        let facts: Vec<Fact> = (0..FACTS).map(|_| Fact::new(&mut random, &words)).collect();
        for outlet in 0..outlets {
            let told = facts
                .iter()
                .filter_map(|fact| fact.told(&mut random, &words));
            articles.push(Article {
                path: format!("event{event:05}-{outlet:03}.txt"),
                text: told.collect::<Vec<_>>().join(" "),
            });
        }
    }
    articles
}

/// The words of news by how many events they are found in, then rarer ones that are made up.
fn vocabulary(random: &mut Random) -> Vec<String> {
    let common = &Weights::shipped().background.stems;
    let mut common: Vec<_> = common.iter().collect();
    common.sort_by_key(|(_, events)| std::cmp::Reverse(**events));
    let common = common.into_iter().map(|(stem, _)| stem.clone());
    let rare = (0..RARE_WORDS).map(|_| random.word());
    common.chain(rare).collect()
}

/// What one sentence states.
struct Fact {
    who: String,
    verb: usize,
    number: u64,
    what: String,
    place: String,
    day: &'static str,
    rest: Vec<String>,
}

/// Ways to say one thing.
const VERBS: [[&str; 2]; 6] = [
    ["announced", "made public"],
    ["rejected", "turned down"],
    ["approved", "agreed to"],
    ["destroyed", "wiped out"],
    ["bought", "acquired"],
    ["promised", "pledged"],
];
const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

impl Fact {
    fn new(random: &mut Random, words: &[String]) -> Self {
        let mut name = || capitalized(&random.word());
        let who = format!("{} {}", name(), name());
        let place = name();
        Self {
            who,
            verb: random.below(VERBS.len()),
            number: 2 + random.below(900) as u64,
            what: random.zipf(words).to_owned(),
            place,
            day: DAYS[random.below(DAYS.len())],
            rest: (0..8).map(|_| random.zipf(words).to_owned()).collect(),
        }
    }

    /// The fact as one outlet tells it, if at all.
    fn told(&self, random: &mut Random, words: &[String]) -> Option<String> {
        let Self {
            who,
            number,
            what,
            place,
            day,
            rest,
            ..
        } = self;
        let [verb, other_verb] = VERBS[self.verb];
        let rest = rest.join(" ");
        match random.below(10) {
            0..3 => None,
            3..6 => Some(format!(
                "{who} {verb} {number} {what} in {place} on {day}, {rest}."
            )),
            6..8 => Some(format!(
                "On {day}, in {place}, {number} {what} were {other_verb} by {who}, {rest}."
            )),
            8 => {
                let number = number + 1 + random.below(9) as u64;
                Some(format!(
                    "{who} {verb} {number} {what} in {place} on {day}, {rest}."
                ))
            }
            _ => {
                let alone: Vec<_> = (0..12).map(|_| random.zipf(words)).collect();
                Some(format!("{who} {verb} {}.", alone.join(" ")))
            }
        }
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, fast, the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// Two to four syllables.
    fn word(&mut self) -> String {
        const CONSONANTS: &[u8] = b"bdfgklmnprstvz";
        const VOWELS: &[u8] = b"aeiou";
        let syllables = 2 + self.below(3);
        (0..syllables)
            .flat_map(|_| [CONSONANTS, VOWELS].map(|letters| letters[self.below(letters.len())]))
            .map(char::from)
            .collect()
    }

    /// A word; the one at rank n comes about 1/n as often as the first.
    fn zipf<'a>(&mut self, words: &'a [String]) -> &'a str {
        let share = self.below(1 << 24) as f64 / f64::from(1 << 24);
        let rank = (words.len() as f64).powf(share) - 1.0;
        &words[(rank as usize).min(words.len() - 1)]
    }
}
