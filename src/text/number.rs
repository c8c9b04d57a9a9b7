//! Numbers as intervals, with their unit and the thing they measure.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lexicon;
use super::numeral::{numeral, vague};
use super::phrase::Phrases;
use super::relation;
use super::time::TimeReference;
use super::token::{Run, Token, TokenClass};

/// What a number counts in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Things: "three settlements". What things is the quantity's `measured`.
    Count,
    /// Shares of a whole, in percent: "20%", "a fifth".
    Percent,
    /// Money, by ISO code ("USD"), in whole units.
    Money(Box<str>),
    /// A physical unit, a span of time or an age, in normal form ("km", "hour", "age"), the value converted to it. The sides
    /// of a score or vote count in "for" and "against".
    Measure(Box<str>),
}

/// How the wording bounds the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "65 billion".
    Exact,
    /// "about", "some", "nearly", and fractions in words.
    About,
    /// "at least", "more than".
    AtLeast,
    /// "up to", "fewer than".
    AtMost,
}

/// One number of a claim: an interval of values in a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its words, sign and unit included.
    pub run: Run,
    /// The smallest value meant, in the unit.
    pub low: f64,
    /// The largest value meant, in the unit; infinite for "at least".
    pub high: f64,
    /// What it counts in.
    pub unit: Unit,
    /// How the wording bounds it.
    pub bound: Bound,
    /// Stem of the noun that is measured ("settlement", "aid"), or of the verb before a sum or share ("rose 5%"), where one is
    /// found next to it.
    pub measured: Option<Box<str>>,
    /// How far the value may be from the true one because it was rounded to its last digit.
    rounding: f64,
}

/// "more than 100" is said of numbers up to so many times 100: beyond, one would have said more.
const REACH_ABOVE: f64 = 1.5;

/// "up to 100" and "fewer than 100" are said of numbers down to this part of 100.
const REACH_BELOW: f64 = 0.5;

impl Quantity {
    /// Whether both count the same thing in the same unit, so that it means something if they differ.
    pub fn comparable(&self, other: &Quantity) -> bool {
        let same_thing = match (&self.measured, &other.measured) {
            (Some(one), Some(another)) => one == another || relation::same_class(one, another),
            (None, None) => self.unit != Unit::Count,
            _ => false,
        };
        self.unit == other.unit && same_thing
    }

    /// Whether some value is meant by both.
    pub fn overlaps(&self, other: &Quantity) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Whether both can report one value, rounded and bounded as reporters do: "$65 billion" and "$65.4 billion" can, "more
    /// than 100" and "500" cannot. Means nothing unless the two are [`comparable`](Self::comparable).
    pub fn agrees(&self, other: &Quantity) -> bool {
        let (low, high) = self.reach();
        let (other_low, other_high) = other.reach();
        low <= other_high && other_low <= high
    }

    /// The values that a reporter may have had in mind.
    fn reach(&self) -> (f64, f64) {
        match self.bound {
            Bound::AtLeast => (self.low - self.rounding, self.low * REACH_ABOVE),
            Bound::AtMost => (self.high * REACH_BELOW, self.high + self.rounding),
            Bound::Exact | Bound::About => (self.low - self.rounding, self.high + self.rounding),
        }
    }

    /// Value, bound, unit and what is measured, for a reader: "65,000,000,000 USD", "about 20 %", "3 settlement".
    ///
    /// `measured` is what to call the thing; a count has no other unit.
    pub fn normal_form(&self, measured: &str) -> String {
        let value = if self.low == self.high || self.high.is_infinite() {
            number(self.low)
        } else if self.bound == Bound::AtMost {
            number(self.high)
        } else {
            format!("{} to {}", number(self.low), number(self.high))
        };
        let bound = match self.bound {
            Bound::Exact | Bound::About => "",
            Bound::AtLeast => "at least ",
            Bound::AtMost => "at most ",
        };
        let unit = match &self.unit {
            Unit::Count => measured,
            Unit::Percent => "%",
            Unit::Money(code) => code,
            Unit::Measure(name) => name,
        };
        format!("{bound}{value} {unit}").trim_end().to_owned()
    }
}

/// A number with commas between thousands and at most two decimals.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let digits = whole.trim_start_matches('-');
    let mut grouped = whole[..whole.len() - digits.len()].to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match decimals.trim_end_matches('0') {
        "" => grouped,
        decimals => format!("{grouped}.{decimals}"),
    }
}

/// The quantities of a claim, in order; numbers that are part of `times` are not among them.
pub fn quantities(text: &str, tokens: &[Token], times: &[TimeReference]) -> Vec<Quantity> {
    let finder = Finder { text, tokens };
    let mut found = Vec::new();
    let mut times = times.iter().peekable();
    let mut position = 0;
    while position < tokens.len() {
        while times
            .next_if(|time| time.run.end as usize <= position)
            .is_some()
        {}
        if let Some(time) = times.peek().filter(|time| time.run.holds(position)) {
            position = time.run.end as usize;
            continue;
        }
        let quantities = finder.at(position);
        position = quantities
            .last()
            .map_or(position + 1, |last| last.run.end as usize);
        found.extend(quantities);
    }
    found
}

/// "about 100" is said of numbers this far from 100, as a part of it.
const ABOUT: f64 = 0.1;

/// A fraction in words is said of shares this far from it, in percent points.
const FRACTION: f64 = 2.0;

/// A number is not taken as rounded by more than this part of it.
const LARGEST_ROUNDING: f64 = 0.05;

/// Whole numbers below this are counted, not rounded.
const COUNTED: f64 = 100.0;

struct Finder<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

/// A value before its unit is known.
struct Value {
    end: usize,
    low: f64,
    high: f64,
    rounding: f64,
    share: bool,
    bound: Bound,
}

impl Value {
    fn exact(end: usize, value: f64, step: f64) -> Self {
        let whole = value.fract() == 0.0;
        let rounding = if whole && value < COUNTED {
            0.0
        } else {
            (step / 2.0).min(value * LARGEST_ROUNDING)
        };
        // Two neighbors of the last digit are different numbers, not one rounded twice.
        let rounding = if step == 1.0 { 0.0 } else { rounding * 0.999 };
        Self {
            end,
            low: value,
            high: value,
            rounding,
            share: false,
            bound: Bound::Exact,
        }
    }

    fn between(end: usize, low: f64, high: f64) -> Self {
        Self {
            end,
            low,
            high,
            rounding: 0.0,
            share: false,
            bound: Bound::About,
        }
    }

    fn share(end: usize, percent: f64) -> Self {
        let reach = FRACTION.min(percent * ABOUT * 2.0);
        Self {
            share: true,
            ..Self::between(end, percent - reach, percent + reach)
        }
    }

    /// Whether it is one number, not a range or a vague one.
    fn single(&self) -> Option<f64> {
        (self.low == self.high).then_some(self.low)
    }
}

impl Finder<'_> {
    fn token(&self, position: usize) -> Option<&Token> {
        self.tokens.get(position)
    }

    fn is(&self, position: usize, text: &str) -> bool {
        self.token(position).is_some_and(|token| token.is(text))
    }

    /// The quantities that begin at `position`: none, one, or the two sides of a score.
    fn at(&self, position: usize) -> Vec<Quantity> {
        let currency = self.currency(position);
        let start = currency.map_or(position, |(end, _)| end);
        let Some(value) = self.value(start, currency.is_some()) else {
            return Vec::new();
        };
        if currency.is_none()
            && (self.is_label(position, value.end) || self.is_pronoun(position, &value))
        {
            return Vec::new();
        }
        if currency.is_none()
            && let Some(score) = self.score(position, &value)
        {
            return score;
        }
        let value = self.range(start, value, currency.is_some());
        vec![self.quantity(position, value, currency.map(|(_, code)| code))]
    }

    /// The sign of currency at `position`, and the first token after it.
    fn currency(&self, position: usize) -> Option<(usize, &'static str)> {
        const SIGNS: [(&str, &str); 5] = [
            ("$", "USD"),
            ("£", "GBP"),
            ("€", "EUR"),
            ("¥", "JPY"),
            ("₽", "RUB"),
        ];
        let country = usize::from(self.is(position, "usa") && self.is(position + 1, "$"));
        let sign = self.token(position + country)?;
        let (_, code) = SIGNS.iter().find(|(name, _)| sign.is(name))?;
        Some((position + country + 1, code))
    }

    fn value(&self, position: usize, money: bool) -> Option<Value> {
        self.share(position)
            .or_else(|| {
                vague(self.tokens, position).map(|(end, low, high)| Value::between(end, low, high))
            })
            .or_else(|| self.half_a(position))
            .or_else(|| {
                let numeral = numeral(self.tokens, position, money)?;
                let joined = position > 0 && self.is(position - 1, "-") && self.touches(position);
                (!joined
                    || money
                    || position < 2
                    || self.tokens[position - 2].class == TokenClass::Number)
                    .then(|| Value::exact(numeral.end, numeral.value, numeral.step))
            })
    }

    /// "half", "a fifth of", "two-thirds", "one in five".
    fn share(&self, position: usize) -> Option<Value> {
        let first = self.token(position)?;
        let of = |at: usize| self.is(at, "of");
        if first.is("half") {
            let named = self.is(position + 1, "-") || self.is(position + 1, "hour");
            let of_game = position > 0
                && self.tokens[position - 1]
                    .is_one_of(&["first", "second", "other", "better", "latter", "last"]);
            let counted = self
                .token(position + 1)
                .is_some_and(|next| next.is_one_of(&["a", "an"]));
            return (!named && !of_game && !counted).then(|| Value::share(position + 1, 50.0));
        }
        let (end, count) = match numeral(self.tokens, position, false) {
            Some(numeral) => (numeral.end, numeral.value),
            None if first.is_one_of(&["a", "an"]) => (position + 1, 1.0),
            None => return None,
        };
        let of_how_many = if self.is(end, "in") {
            Some(end + 1)
        } else if self.is(end, "out") && of(end + 1) {
            Some(end + 2)
        } else {
            None
        };
        if let Some(whole) = of_how_many.and_then(|at| numeral(self.tokens, at, false))
            && count < whole.value
            && whole.value <= COUNTED
        {
            return Some(Value::share(whole.end, 100.0 * count / whole.value));
        }
        let hyphen = usize::from(self.is(end, "-"));
        let part = self.token(end + hyphen)?;
        let (parts, plural) = fraction(&part.text)?;
        let after = end + hyphen + 1;
        let is_share = if plural {
            count > 1.0
        } else {
            count == 1.0 && of(after)
        };
        (is_share && count < parts).then(|| Value::share(after, 100.0 * count / parts))
    }

    /// "half a million", "half an hour", "half a dozen".
    fn half_a(&self, position: usize) -> Option<Value> {
        if !self.is(position, "half") || !self.token(position + 1)?.is_one_of(&["a", "an"]) {
            return None;
        }
        match numeral(self.tokens, position + 1, false) {
            Some(whole) => Some(Value::exact(whole.end, whole.value / 2.0, whole.step / 2.0)),
            None => {
                let unit = UNITS.at(self.tokens, position + 2)?;
                (unit.0.end > 0).then(|| Value::exact(position + 2, 0.5, 1.0))
            }
        }
    }

    /// Takes the end of a range in: "10 to 15", "10-15", "between 10 and 15". "from 10 to 15" is a change, not a range.
    fn range(&self, start: usize, value: Value, money: bool) -> Value {
        let Some(low) = value.single() else {
            return value;
        };
        let before = start
            .checked_sub(1 + usize::from(money))
            .and_then(|at| self.token(at));
        let word = |text: &str| before.is_some_and(|token| token.is(text));
        let joins = self.token(value.end).is_some_and(|token| {
            token.is_one_of(&["to", "-"]) && !word("from")
                || token.is_one_of(&["and", "to"]) && word("between")
        });
        if !joins {
            return value;
        }
        let next = value.end + 1;
        let next = self.currency(next).map_or(next, |(end, _)| end);
        match numeral(self.tokens, next, money) {
            // "3 to 5 million": the scale holds for both.
            Some(high)
                if high.step >= 1e3
                    && low < COUNTED
                    && high.value / high.step < 1e3
                    && low < high.value / scale(high.value) =>
            {
                Value {
                    bound: Bound::Exact,
                    ..Value::between(high.end, low * scale(high.value), high.value)
                }
            }
            Some(high) if high.value > low => Value {
                bound: Bound::Exact,
                ..Value::between(high.end, low, high.value)
            },
            _ => value,
        }
    }

    /// "52-48": a score or vote, the larger number first, without a unit of its own.
    fn score(&self, position: usize, value: &Value) -> Option<Vec<Quantity>> {
        let first = value.single()?;
        let joined = self.token(value.end)?.is_one_of(&["-", "to"]);
        let digits = |at: usize| {
            self.token(at)
                .is_some_and(|token| token.class == TokenClass::Number)
        };
        if !joined || !digits(position) || !digits(value.end + 1) {
            return None;
        }
        let second = numeral(self.tokens, value.end + 1, false)?;
        let unit = UNITS.at(self.tokens, second.end).is_some();
        let hyphen = self.is(second.end, "-");
        if first < second.value || unit || hyphen || first.fract() != 0.0 {
            return None;
        }
        let side = |run: Run, value: f64, name: &str| Quantity {
            run,
            low: value,
            high: value,
            unit: Unit::Measure(name.into()),
            bound: Bound::Exact,
            measured: None,
            rounding: 0.0,
        };
        Some(vec![
            side(Run::new(position, value.end), first, "for"),
            side(Run::new(value.end + 1, second.end), second.value, "against"),
        ])
    }

    /// Whether the number only labels something or is no number of its own: "Flight 370", "No. 10", "9/11", "F-16", a year.
    fn is_label(&self, position: usize, end: usize) -> bool {
        let token = &self.tokens[position];
        let before = position.checked_sub(1).and_then(|at| self.token(at));
        let slash = |at: Option<&Token>| at.is_some_and(|token| token.is_one_of(&["/", ":", "#"]));
        if slash(before) || self.token(end).is_some_and(|after| after.is("/")) {
            return true;
        }
        let unit = UNITS.at(self.tokens, self.after_hyphen(end)).is_some();
        let counts = unit || self.token(end).is_some_and(is_plural);
        let in_digits = token.class == TokenClass::Number;
        let year = in_digits
            && token.text.len() == 4
            && matches!(&token.text[..2], "19" | "20")
            && !token.span.of(self.text).contains(',');
        let named = in_digits
            && before.is_some_and(|before| {
                before.capital && before.class == TokenClass::Content && position > 1
                    || before.is_one_of(&[
                        "number", "section", "article", "chapter", "flight", "route", "channel",
                        "page",
                    ])
            });
        !counts && (year || named)
    }

    /// Whether "one" stands for somebody or something already named, or means no number: "one of them", "no one", "one day".
    fn is_pronoun(&self, position: usize, value: &Value) -> bool {
        let one = self.is(position, "one") && value.end == position + 1;
        let before = position.checked_sub(1).and_then(|at| self.token(at));
        let determined = before.is_some_and(|token| {
            token.is_one_of(&[
                "no", "any", "every", "each", "this", "that", "the", "which", "some", "another",
                "only", "'s", "-",
            ])
        });
        let noun = self.token(position + 1).is_some_and(|token| {
            token.class == TokenClass::Content
                && !token.is_one_of(&[
                    "day", "point", "thing", "time", "side", "hand", "way", "more", "can", "could",
                    "would", "will", "may", "might", "should", "must", "not",
                ])
        });
        one && (determined || !noun)
    }

    fn touches(&self, position: usize) -> bool {
        position > 0 && self.tokens[position - 1].span.end == self.tokens[position].span.start
    }

    fn after_hyphen(&self, position: usize) -> usize {
        position + usize::from(self.is(position, "-"))
    }

    fn quantity(&self, start: usize, value: Value, currency: Option<&str>) -> Quantity {
        let (unit, factor, end) = self.unit(start, &value, currency);
        let (bound_start, bound) = self.bound(start, end);
        let mut quantity = Quantity {
            run: Run::new(bound_start, end),
            low: value.low * factor,
            high: value.high * factor,
            rounding: value.rounding * factor,
            bound: value.bound,
            measured: self.measured(start, end, &unit),
            unit,
        };
        if quantity.unit == Unit::Percent
            && value.single().is_some_and(|value| value.fract() == 0.0)
        {
            // A share is always rounded, to whole percents at best.
            quantity.rounding = 0.499;
        }
        apply(bound, &mut quantity);
        quantity
    }

    /// The unit of a value, what to multiply it by, and the first token after both.
    fn unit(&self, start: usize, value: &Value, currency: Option<&str>) -> (Unit, f64, usize) {
        if value.share {
            return (Unit::Percent, 1.0, value.end);
        }
        if let Some(code) = currency {
            return (Unit::Money(code.into()), 1.0, value.end);
        }
        if self.is_age(start, value) {
            return (Unit::Measure("age".into()), 1.0, value.end);
        }
        match UNITS.at(self.tokens, self.after_hyphen(value.end)) {
            Some((run, (unit, factor))) => {
                let unit = match unit.as_ref() {
                    "percent" => Unit::Percent,
                    code if code.chars().all(char::is_uppercase) => Unit::Money(code.into()),
                    name => Unit::Measure(name.into()),
                };
                (unit, *factor, run.end as usize)
            }
            None => (Unit::Count, 1.0, value.end),
        }
    }

    /// "John Smith, 35, of Leeds", "aged 35".
    fn is_age(&self, start: usize, value: &Value) -> bool {
        const OLDEST: f64 = 120.0;
        let human = value
            .single()
            .is_some_and(|years| years < OLDEST && years.fract() == 0.0);
        let said = start > 0 && self.tokens[start - 1].is_one_of(&["aged", "age"]);
        let closed = self.is(value.end, ",") || value.end == self.tokens.len();
        let after_name = start > 1
            && self.is(start - 1, ",")
            && self.tokens[start - 2].capital
            && self.tokens[start].class == TokenClass::Number
            && closed;
        human && (said || after_name)
    }

    /// The words before or after a number that bound it, with the first token of both.
    fn bound(&self, start: usize, end: usize) -> (usize, &'static str) {
        const LONGEST: usize = 4;
        for from in start.saturating_sub(LONGEST)..start {
            if let Some((run, bound)) = BOUNDS.at(self.tokens, from)
                && run.end as usize == start
            {
                return (from, bound);
            }
        }
        let after = |first: &str, second: &str| self.is(end, first) && self.is(end + 1, second);
        let bound = if self.is(end, "+") || after("or", "more") {
            "at least"
        } else if after("or", "so") {
            "about"
        } else if after("or", "less") || after("or", "fewer") {
            "at most"
        } else {
            ""
        };
        (start, bound)
    }

    /// The stem of the noun that the number measures; for money, shares and measures that have none, of the verb before.
    fn measured(&self, start: usize, end: usize, unit: &Unit) -> Option<Box<str>> {
        let noun = self.measured_noun(start, end, unit);
        let verb = || match unit {
            Unit::Money(_) | Unit::Percent => self.verb_before(start),
            Unit::Count | Unit::Measure(_) => None,
        };
        noun.or_else(verb).map(|token| token.stem.clone())
    }

    fn measured_noun(&self, start: usize, end: usize, unit: &Unit) -> Option<&Token> {
        let worth = self.is(end, "worth") && self.is(end + 1, "of");
        let whole =
            worth || self.is(end, "of") || self.is(end, "in") && matches!(unit, Unit::Money(_));
        let begin = if whole {
            self.after_owner(end + 1 + usize::from(worth))
        } else {
            self.after_hyphen(end)
        };
        let phrase = self.noun_phrase(begin, whole);
        let first = phrase.first()?;
        let last = phrase.last().filter(|token| !token.text.ends_with("ly"));
        match unit {
            Unit::Count if self.is(end, "-") => Some(first),
            Unit::Count if self.is(start, "one") && start + 1 == end => last,
            Unit::Count => phrase
                .iter()
                .find(|token| is_plural(token))
                .or(Some(first).filter(|first| first.is_one_of(&COUNTED_WITHOUT_NOUN)))
                .or(last.filter(|last| phrase.len() > 1 && !last.capital)),
            _ if whole || self.is_attribute(start) => last,
            Unit::Percent | Unit::Money(_) | Unit::Measure(_) => None,
        }
    }

    /// Skips the owner in "of Mr. Smith's emails".
    fn after_owner(&self, position: usize) -> usize {
        const LONGEST_OWNER: usize = 5;
        (position..(position + LONGEST_OWNER).min(self.tokens.len()))
            .take_while(|at| self.tokens[*at].is_word() || self.is(*at, "'s"))
            .find(|at| self.is(*at, "'s"))
            .map_or(position, |at| at + 1)
    }

    /// The content word before a number and its bound, with at most a few small words between.
    fn verb_before(&self, start: usize) -> Option<&Token> {
        const BETWEEN: usize = 3;
        let before = &self.tokens[start.saturating_sub(BETWEEN + 1)..start];
        before
            .iter()
            .rev()
            .take_while(|token| token.is_word())
            .find(|token| token.class == TokenClass::Content && !BOUND_WORDS.contains(&*token.text))
            .filter(|token| !token.capital)
    }

    /// Whether a number stands before a noun as its attribute: "a $1 million fine", "the separate 20 percent rise".
    fn is_attribute(&self, start: usize) -> bool {
        const BETWEEN: usize = 1;
        let determiner = |at: usize| self.tokens[at].is_one_of(&DETERMINERS) || self.is(at, "'s");
        let described =
            |at: usize| (at..start).all(|at| self.tokens[at].class == TokenClass::Content);
        (start.saturating_sub(BETWEEN + 1)..start).any(|at| determiner(at) && described(at + 1))
    }

    /// The words from `begin` that can be one noun with what describes it.
    fn noun_phrase(&self, begin: usize, after_preposition: bool) -> &[Token] {
        const LONGEST: usize = 5;
        let mut start = begin;
        while after_preposition
            && self
                .token(start)
                .is_some_and(|token| token.is_one_of(&DETERMINERS))
        {
            start += 1;
        }
        let rest = self.tokens.get(start..).unwrap_or_default();
        let length = rest
            .iter()
            .take(LONGEST)
            .enumerate()
            .take_while(|(at, token)| {
                let verb = *at > 0 && (token.text.ends_with("ed") || token.text.ends_with("ing"));
                token.class == TokenClass::Content && !verb && !token.is_one_of(&NO_NOUNS)
                    || token.is("-")
            })
            .count();
        &rest[..length]
    }
}

const DETERMINERS: [&str; 13] = [
    "the", "a", "an", "its", "his", "her", "their", "our", "all", "that", "those", "these", "this",
];

/// Words that stand after a number without a noun: "12 dead".
const COUNTED_WITHOUT_NOUN: [&str; 9] = [
    "dead", "killed", "wounded", "injured", "hurt", "missing", "arrested", "troops", "staff",
];

/// Content words that end a noun phrase or cannot be in one.
const NO_NOUNS: [&str; 12] = [
    "will", "would", "can", "could", "may", "might", "should", "must", "not", "last", "ago", "said",
];

/// The words that bound a number, applied to it.
fn apply(bound: &str, quantity: &mut Quantity) {
    let (low, high) = (quantity.low, quantity.high);
    match bound {
        "about" => {
            quantity.low = low - low.abs() * ABOUT;
            quantity.high = high + high.abs() * ABOUT;
            quantity.bound = Bound::About;
        }
        "nearly" => {
            quantity.low = low - low.abs() * ABOUT;
            quantity.bound = Bound::About;
        }
        "at least" => {
            quantity.high = f64::INFINITY;
            quantity.bound = Bound::AtLeast;
        }
        "at most" => {
            quantity.low = 0.0;
            quantity.bound = Bound::AtMost;
        }
        _ => {}
    }
}

/// The scale of a number in words: a thousand, a million, ...
fn scale(value: f64) -> f64 {
    let mut scale = 1.0;
    while value / scale >= 1e3 {
        scale *= 1e3;
    }
    scale
}

/// Into how many parts a fraction word cuts, and whether it is plural.
fn fraction(word: &str) -> Option<(f64, bool)> {
    const FRACTIONS: [(&str, f64); 9] = [
        ("third", 3.0),
        ("quarter", 4.0),
        ("fifth", 5.0),
        ("sixth", 6.0),
        ("seventh", 7.0),
        ("eighth", 8.0),
        ("tenth", 10.0),
        ("hundredth", 100.0),
        ("half", 2.0),
    ];
    let singular = word.strip_suffix('s').unwrap_or(word);
    let parts = FRACTIONS.iter().find(|(name, _)| *name == singular)?.1;
    Some((parts, singular.len() < word.len()))
}

/// Whether a word looks like a plural noun.
fn is_plural(token: &Token) -> bool {
    const IRREGULAR: [&str; 9] = [
        "people",
        "men",
        "women",
        "children",
        "police",
        "lawmen",
        "congressmen",
        "feet",
        "data",
    ];
    let text = &*token.text;
    token.class == TokenClass::Content
        && (IRREGULAR.contains(&text)
            || text.len() > 3
                && text.ends_with('s')
                && !["ss", "us", "is"]
                    .iter()
                    .any(|ending| text.ends_with(ending)))
}

static UNITS: LazyLock<Phrases<(Box<str>, f64)>> = LazyLock::new(|| {
    let listed = lexicon::phrases(include_str!("data/units.txt"));
    Phrases::new(listed.filter_map(|(phrase, unit)| {
        let (name, factor) = unit.rsplit_once(' ')?;
        let factor: f64 = factor.parse().ok()?;
        // The unit's own name is a word for it too, without the factor.
        let phrase = if phrase == unit { name } else { phrase };
        Some((phrase, (name.into(), factor)))
    }))
});

static BOUNDS: LazyLock<Phrases<&'static str>> =
    LazyLock::new(|| Phrases::new(lexicon::phrases(include_str!("data/bounds.txt"))));

static BOUND_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    lexicon::phrases(include_str!("data/bounds.txt"))
        .flat_map(|(phrase, _)| phrase.split(' '))
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    fn found(text: &str) -> Vec<Quantity> {
        let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
        quantities(text, &tokens, &[])
    }

    fn shown(text: &str) -> String {
        let shown: Vec<_> = found(text)
            .iter()
            .map(|quantity| quantity.normal_form(quantity.measured.as_deref().unwrap_or("")))
            .collect();
        shown.join("; ")
    }

    #[test]
    fn numbers_are_read_with_unit_bound_and_what_they_measure() {
        for (text, expected) in [
            ("three settlements were taken", "3 settlement"),
            (
                "some $65 billion in U.S. military aid",
                "58,500,000,000 to 71,500,000,000 USD",
            ),
            ("£3m", "3,000,000 GBP"),
            ("allocating 50% of future revenue", "50 %"),
            ("about 20% of Ukrainian territory", "18 to 22 %"),
            ("around a fifth of the territory", "16.2 to 24.2 %"),
            ("two-thirds of voters", "64.67 to 68.67 %"),
            ("half of the seats", "48 to 52 %"),
            ("one in five adults", "18 to 22 %"),
            ("at least 3,000 people died", "at least 3,000 peopl"),
            ("up to 1.5 million refugees", "at most 1,500,000 refuge"),
            ("dozens of protesters", "24 to 99 protest"),
            ("tens of thousands of people", "20,000 to 99,999 peopl"),
            ("a dozen officers", "12 offic"),
            ("a hundred soldiers", "100 soldier"),
            ("twenty-five members", "25 member"),
            ("two hundred and fifty guests", "250 guest"),
            ("10 to 15 arrests", "10 to 15 arrest"),
            ("between 10 and 15 arrests", "10 to 15 arrest"),
            ("3 to 5 million people", "3,000,000 to 5,000,000 peopl"),
            ("rose from 10 to 15", "10; 15"),
            ("a 35-year-old man", "35 age"),
            ("John Smith, 35, of Leeds", "35 age"),
            ("it took 30 minutes", "0.5 hour"),
            ("two miles away", "3.22 km"),
            ("half a million people", "500,000 peopl"),
            ("passed on a 52-48 vote", "52 for; 48 against"),
            ("one person was killed", "1 person"),
            ("more than 100 km", "at least 100 km"),
            (
                "about 3,000 of Ms. Lee's official emails",
                "2,700 to 3,300 email",
            ),
            ("a 168-member committee", "168 member"),
            ("nearly 90 university faculty and staff", "81 to 90 faculti"),
            ("12 dead after a fire", "12 dead"),
            ("the two met again", "2"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_quantity_is_left_out() {
        for text in [
            "no one of them",
            "the first time, the 27th",
            "an F-16 jet on 9/11",
            "the lost Flight 370",
            "he said one thing",
            "since 2014",
            "in the second half",
            "a fifth season",
        ] {
            assert_eq!(shown(text), "", "{text}");
        }
    }

    #[test]
    fn equal_values_agree_whatever_their_wording() {
        for (one, another, agree) in [
            ("a fifth of its land", "about 20% of its land", true),
            ("$65 billion in aid", "$65.4 billion in aid", true),
            ("$65 billion in aid", "$64 billion in aid", false),
            ("three settlements", "four settlements", false),
            ("more than 100 people", "120 people", true),
            ("more than 100 people", "500 people", false),
            ("dozens of people", "30 people", true),
            ("49 percent of voters", "44 percent of voters", false),
            ("half of voters", "50% of voters", true),
        ] {
            let (a, b) = (found(one), found(another));
            assert!(a[0].comparable(&b[0]), "{one} / {another}");
            assert_eq!(a[0].agrees(&b[0]), agree, "{one} / {another}");
        }
    }

    #[test]
    fn numbers_of_different_things_are_not_comparable() {
        for (one, another) in [
            ("three settlements", "three soldiers"),
            ("20% of voters", "20 voters"),
            ("$5 in aid", "$5 in tax"),
        ] {
            assert!(
                !found(one)[0].comparable(&found(another)[0]),
                "{one} / {another}"
            );
        }
    }
}
