//! Numerals, in digits and in words.

use super::token::{Token, TokenClass};

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// First token after it.
    pub end: usize,
    /// What it is.
    pub value: f64,
    /// The place of its last digit that is not a rounding zero: 1e9 for "65 billion", 100 for "1,500".
    pub step: f64,
}

/// The cardinal number at `position`: "3,000", "2.5 million", "twenty-five", "two hundred and fifty", "a dozen", "£3m".
/// `money` tells that a sign of currency stands before it, after which "m" means millions.
pub fn numeral(tokens: &[Token], position: usize, money: bool) -> Option<Numeral> {
    match tokens.get(position)?.class {
        TokenClass::Number => in_digits(tokens, position, money),
        TokenClass::Content | TokenClass::Function => in_words(tokens, position),
        TokenClass::Symbol => None,
    }
}

/// How many there are at least and at most in a vague number: "dozens", "tens of thousands"; and the first token after it.
pub fn vague(tokens: &[Token], position: usize) -> Option<(usize, f64, f64)> {
    let plural = |at: usize| {
        let word = tokens.get(at)?;
        VAGUE.iter().find(|(name, ..)| word.is(name))
    };
    let (_, least, most) = plural(position)?;
    let of = tokens.get(position + 1).is_some_and(|token| token.is("of"));
    if let Some((_, scale, _)) = plural(position + 2).filter(|(_, scale, _)| of && scale > least) {
        // "hundreds of thousands": the second plural counts in single thousands.
        let one = scale / VAGUE_LEAST;
        return Some((position + 3, least * one, (most + 1.0) * one - 1.0));
    }
    Some((position + 1, *least, *most))
}

/// A vague plural means at least so many of its kind.
const VAGUE_LEAST: f64 = 2.0;

/// Plurals that stand for a number of their size, with the least and the most they are used for: there is no plural between
/// thousands and millions, so that "thousands" may be tens of thousands.
const VAGUE: [(&str, f64, f64); 7] = [
    ("tens", 20.0, 99.0),
    ("dozens", 24.0, 99.0),
    ("scores", 40.0, 99.0),
    ("hundreds", 200.0, 999.0),
    ("thousands", 2e3, 99_999.0),
    ("millions", 2e6, 99_999_999.0),
    ("billions", 2e9, 99_999_999_999.0),
];

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

const SCALES: [(&str, f64); 6] = [
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("dozen", 12.0),
];

/// Letters after digits that stand for a scale; the last ones only after a sign of currency ("600m" are meters).
const SHORT_SCALES: [(&str, f64); 5] = [
    ("k", 1e3),
    ("mn", 1e6),
    ("mln", 1e6),
    ("bn", 1e9),
    ("tn", 1e12),
];
const SHORT_SCALES_OF_MONEY: [(&str, f64); 3] = [("m", 1e6), ("b", 1e9), ("t", 1e12)];

/// The value of a word below twenty, or of a word for tens.
fn small(word: &str) -> Option<f64> {
    let below_twenty = SMALL.iter().position(|name| *name == word);
    let tens = || {
        TENS.iter()
            .position(|name| *name == word)
            .map(|at| (at + 2) * 10)
    };
    below_twenty.or_else(tens).map(|value| value as f64)
}

fn scale(token: &Token) -> Option<f64> {
    SCALES
        .iter()
        .find(|(name, _)| token.is(name))
        .map(|(_, value)| *value)
}

/// The scale word at `position`, with a hyphen before it or not, and the first token after it.
fn scale_at(tokens: &[Token], position: usize) -> Option<(usize, f64)> {
    let hyphen = usize::from(tokens.get(position)?.is("-"));
    let value = scale(tokens.get(position + hyphen)?)?;
    Some((position + hyphen + 1, value))
}

fn in_digits(tokens: &[Token], position: usize, money: bool) -> Option<Numeral> {
    let text = &*tokens[position].text;
    let value: f64 = text.parse().ok()?;
    let decimals = text
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    let step = match decimals {
        0 => last_digit(value),
        _ => 0.1_f64.powi(decimals.min(9) as i32),
    };
    let (end, factor) = scale_at(tokens, position + 1)
        .or_else(|| short_scale_at(tokens, position + 1, money))
        .unwrap_or((position + 1, 1.0));
    Some(Numeral {
        end,
        value: value * factor,
        step: step * factor,
    })
}

fn short_scale_at(tokens: &[Token], position: usize, money: bool) -> Option<(usize, f64)> {
    let word = tokens.get(position)?;
    let of_money = SHORT_SCALES_OF_MONEY.iter().filter(|_| money);
    let (_, scale) = SHORT_SCALES
        .iter()
        .chain(of_money)
        .find(|(name, _)| word.is(name))?;
    Some((position + 1, *scale))
}

fn in_words(tokens: &[Token], position: usize) -> Option<Numeral> {
    let mut end = position;
    // "a hundred", "a dozen": the article is the one.
    let article = tokens[position].is_one_of(&["a", "an"]);
    let mut below_thousand = match small(&tokens[position].text) {
        Some(value) => value,
        None if article && tokens.get(position + 1).and_then(scale).is_some() => 1.0,
        None => return None,
    };
    end += 1;
    let mut total = 0.0;
    let mut last_scale = 1.0;
    while let Some(token) = tokens.get(end) {
        if let Some((after, scale)) = scale_at(tokens, end) {
            if scale == 1e2 || scale == 12.0 {
                below_thousand *= scale;
            } else {
                total += below_thousand * scale;
                below_thousand = 0.0;
            }
            last_scale = scale;
            end = after;
            continue;
        }
        let joined = token.is("-") || token.is("and") && last_scale > 1.0;
        let word = end + usize::from(joined);
        let next = tokens.get(word).and_then(|token| small(&token.text));
        match next {
            Some(value) if value > 0.0 && fits_below(below_thousand, value, last_scale) => {
                below_thousand += value;
                end = word + 1;
            }
            _ => break,
        }
    }
    let value = total + below_thousand;
    Some(Numeral {
        end,
        value,
        step: last_digit(value),
    })
}

/// Whether `value` can follow as lower digits: "twenty five", "hundred twenty", not "two three".
fn fits_below(before: f64, value: f64, last_scale: f64) -> bool {
    let ones = before % 10.0;
    let tens = before % 100.0;
    if value < 10.0 {
        ones == 0.0 && (tens >= 20.0 || last_scale > 1.0)
    } else {
        tens == 0.0 && last_scale > 1.0
    }
}

/// The place of the last digit of an integer that is not zero: 1 for 65, 100 for 1500.
fn last_digit(value: f64) -> f64 {
    let mut step = 1.0;
    while value >= step * 10.0 && value % (step * 10.0) == 0.0 && step < 1e15 {
        step *= 10.0;
    }
    step
}
