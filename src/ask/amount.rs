//! Which numbers of a claim are of the sort that a question wants: "how many files" is not answered by a date or a weight.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::reader::Reader;
use crate::text::lexicon;
use crate::text::number::{Quantity, Unit};
use crate::text::phrase::Phrases;
use crate::text::relation::same_class;
use crate::text::token::{Run, Token};

/// What sort of number a question wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Any: "how far", "how strong".
    Any,
    /// How many things there are of those that are named next.
    Count,
    /// How much there is of something; no count of other things.
    Much,
    /// A sum of money.
    Money,
    /// A part of a whole.
    Share,
    /// A span of time or an age.
    Time,
}

/// Units of time and age, in normal form.
const TIMES: [&str; 4] = ["hour", "day", "month", "age"];

/// So many words, names aside, stand at most between a number and what it counts: "two of the three access lanes".
const BESIDE: usize = 5;

/// The sort of number that a question wants.
pub fn sort(tokens: &[Token]) -> Sort {
    let named = SORTS.at(tokens, 0).map(|(_, name)| *name);
    let money = tokens
        .iter()
        .any(|token| MONEY_WORDS.contains(&*token.text));
    match named {
        Some("count") => Sort::Count,
        Some("share") => Sort::Share,
        Some("time") => Sort::Time,
        Some("sum") if money => Sort::Money,
        Some("sum") => Sort::Much,
        _ => Sort::Any,
    }
}

impl Reader<'_> {
    /// Whether a number is of the sort that is wanted. `counted` are the words that stand for what the question counts.
    pub(super) fn suits(&self, amount: &Quantity, sort: Sort, counted: &[Run]) -> bool {
        let is_time = matches!(&amount.unit, Unit::Measure(unit) if TIMES.contains(&&**unit));
        match sort {
            Sort::Any => true,
            Sort::Money => matches!(amount.unit, Unit::Money(_)),
            Sort::Share => amount.unit == Unit::Percent,
            Sort::Time => is_time,
            Sort::Much => !is_time && (amount.unit != Unit::Count || self.counts(amount, counted)),
            Sort::Count => {
                self.is_unit(amount, counted)
                    || amount.unit == Unit::Count && self.counts(amount, counted)
            }
        }
    }

    /// Whether what is counted is the unit itself: "how many days".
    fn is_unit(&self, amount: &Quantity, counted: &[Run]) -> bool {
        counted
            .iter()
            .any(|run| amount.run.holds(run.start as usize))
    }

    /// Whether a number counts what the question does.
    fn counts(&self, amount: &Quantity, counted: &[Run]) -> bool {
        let alike = |run: &Run| {
            let stem = &self.tokens[run.start as usize].stem;
            amount
                .measured
                .as_ref()
                .is_some_and(|it| it == stem || same_class(it, stem))
        };
        counted
            .iter()
            .any(|run| alike(run) || self.stands_beside(amount, *run))
    }

    fn stands_beside(&self, amount: &Quantity, run: Run) -> bool {
        let (from, to) = (amount.run.end, run.start);
        if to < from || !self.share_clause(amount.run, run) {
            return false;
        }
        let named = |at: u32| {
            self.profile
                .names
                .iter()
                .any(|name| name.run.holds(at as usize))
        };
        let between = (from..to).filter(|at| !named(*at) && !self.tokens[*at as usize].is("'s"));
        between.count() <= BESIDE
    }
}

static SORTS: LazyLock<Phrases<&'static str>> =
    LazyLock::new(|| Phrases::new(lexicon::phrases(include_str!("data/amount_sorts.txt"))));

static MONEY_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/money_words.txt")));
