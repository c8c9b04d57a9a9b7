//! Words in a row outside quotations that two texts have in common.

use std::num::NonZero;

use foldhash::HashMap;

use super::wording::{Form, Wording};
use crate::model::Span;

/// Words in a row that names and set phrases alone seldom reach.
pub const RUN: usize = 4;

/// A run is followed no further: it is evidence enough, and texts may say one thing for ever.
const LONGEST_RUN: usize = 100;

/// Places at which one run may be looked for: enough for news, and a bound for texts that say one thing for ever.
const PLACES_KEPT: usize = 8;

/// Nobody words so many words alike by chance or by the event alone: a sentence. What stands in such a run counts in full,
/// however many sources have it, or a text that all have copied would tell least.
pub const COPIED: usize = 15;

/// A run, as a number that is the same wherever the run stands in the sources of one comparison.
type Number = NonZero<u32>;

/// The runs of `LENGTH` words in a source that stand outside quotations.
#[derive(Clone, Debug, Default)]
pub struct Runs<const LENGTH: usize> {
    /// For each word of the source, the run that begins there.
    starting: Vec<Option<Number>>,
    /// Each of them once, sorted.
    all: Vec<Number>,
}

impl<const LENGTH: usize> Runs<LENGTH> {
    /// The runs of each of `sources`, numbered by their words.
    pub fn of_all(sources: &[Wording]) -> Vec<Self> {
        let mut numbers: HashMap<[u32; LENGTH], Number> = HashMap::default();
        let mut next = Number::MIN;
        let mut number = |run: [u32; LENGTH]| {
            *numbers.entry(run).or_insert_with(|| {
                let number = next;
                next = next.saturating_add(1);
                number
            })
        };
        let runs = sources.iter().map(|source| {
            let starts = 0..source.forms.len();
            let starting = starts.map(|start| run_at(&source.forms, start).map(&mut number));
            let starting: Vec<_> = starting.collect();
            let mut all: Vec<_> = starting.iter().flatten().copied().collect();
            all.sort_unstable();
            all.dedup();
            Self { starting, all }
        });
        runs.collect()
    }

    /// For each word of the source, whether it stands in a run that `other` has as well.
    pub fn shared_with(&self, other: &Self) -> Vec<bool> {
        let mut shared = vec![false; self.starting.len()];
        for (start, run) in self.starting.iter().enumerate() {
            if run.is_some_and(|run| other.all.binary_search(&run).is_ok()) {
                shared[start..start + LENGTH].fill(true);
            }
        }
        shared
    }
}

/// The longest run of words outside quotations that both texts have, where it stands in `a`, and its length in words, which is
/// at most [`LONGEST_RUN`].
pub fn longest_run(a: &Wording, b: &Wording) -> Option<(Span, usize)> {
    let places = run_places(b);
    let mut longest: Option<(usize, usize)> = None;
    for start in 0..a.forms.len() {
        let Some(starts) = run_at(&a.forms, start).and_then(|run| places.get(&run)) else {
            continue;
        };
        for other in starts {
            let goes_back = start > 0 && *other > 0 && same_prose(a, start - 1, b, other - 1);
            if goes_back {
                continue;
            }
            let length = (0..LONGEST_RUN)
                .take_while(|step| same_prose(a, start + step, b, other + step))
                .count();
            if longest.is_none_or(|(_, known)| length > known) {
                longest = Some((start, length));
            }
        }
    }
    longest.map(|(start, length)| {
        let (first, last) = (a.forms[start].span, a.forms[start + length - 1].span);
        (first.cover(last), length)
    })
}

fn same_prose(a: &Wording, i: usize, b: &Wording, j: usize) -> bool {
    match (a.forms.get(i), b.forms.get(j)) {
        (Some(left), Some(right)) => left.form == right.form && !left.quoted && !right.quoted,
        _ => false,
    }
}

fn run_places(wording: &Wording) -> HashMap<[u32; RUN], Vec<usize>> {
    let mut places: HashMap<_, Vec<usize>> = HashMap::default();
    for start in 0..wording.forms.len() {
        if let Some(run) = run_at(&wording.forms, start) {
            let known = places.entry(run).or_default();
            if known.len() < PLACES_KEPT {
                known.push(start);
            }
        }
    }
    places
}

/// The words from `start` on, if there are so many and none of them is quoted.
fn run_at<const LENGTH: usize>(forms: &[Form], start: usize) -> Option<[u32; LENGTH]> {
    let run = forms.get(start..start + LENGTH)?;
    if run.iter().any(|form| form.quoted) {
        return None;
    }
    Some(std::array::from_fn(|place| run[place].form))
}
