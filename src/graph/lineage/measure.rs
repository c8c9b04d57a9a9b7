//! What speaks for two sources stemming from one text: each measure with the value that independent reports of one event
//! reach as well, and what more than that is worth.
//!
//! The numbers are round ones, set by the project's own five seed articles: a rewrite (000 and 001) and reports that have
//! nothing to do with each other. Nothing was fitted to the sets that the method is measured on.

use std::collections::HashMap;

use super::wording::{Form, Occurrence, Wording, Wordings};
use crate::model::{Measure, SourceIndex, Span};

/// The odds, in bits, that any two sources of a run stem from one text, before anything is measured: one pair in seventeen.
pub const BIAS: f64 = -4.0;

/// A measure between 0 and 1, and how it becomes bits: `weight × (log-odds of the value − log-odds of what independent
/// reports reach)`.
struct Yardstick {
    feature: &'static str,
    independent: f64,
    weight: f64,
}

/// Content words that both have, each worth the less the more other sources have it.
const DISTINCTIVE_WORDS: Yardstick = Yardstick {
    feature: "distinctive_words",
    independent: 0.22,
    weight: 1.0,
};

/// Two words in a row that both have, each worth the less the more other sources have it. Facts are shared by words, texts
/// by their phrases: the surest of the measures.
const DISTINCTIVE_PHRASES: Yardstick = Yardstick {
    feature: "distinctive_phrases",
    independent: 0.08,
    weight: 2.0,
};

/// Share of the shorter text, quotations left out, that stands in the other as well in runs of [`RUN`] words and more.
const VERBATIM_PROSE: Yardstick = Yardstick {
    feature: "verbatim_prose",
    independent: 0.05,
    weight: 0.5,
};

/// Share of the steps from one linked claim to the next that go forward in the other source too. News tell the newest
/// first, so that independent reports go forward oftener than not.
const CLAIM_ORDER: Yardstick = Yardstick {
    feature: "claim_order",
    independent: 0.65,
    weight: 0.5,
};

/// Words in a row that names and set phrases alone seldom reach.
const RUN: usize = 4;

/// What a word or phrase is worth that one more source has: a third. Both may have it from the event itself.
const FADING: f64 = 1.0 / 3.0;

/// Quotations are what a speaker said, whoever writes it down, so they count only where there is little else: prose of this
/// many words outweighs them.
const PROSE_NEEDED: f64 = 100.0;

/// Words at which a text begins to tell more than was known before: shorter ones are drawn to the independent value.
const WORDS_NEEDED: f64 = 10.0;

/// A shorter text is compared with the stretch of the longer one that suits it best, of this many times its length.
const STRETCH: usize = 2;

/// No stretch is shorter than this many words.
const SHORTEST_STRETCH: usize = 40;

/// Steps of order at which the order begins to tell.
const STEPS_NEEDED: f64 = 4.0;

/// Values nearer to 0 or 1 than this are not told apart from it.
const EDGE: f64 = 0.02;

impl Yardstick {
    fn measure(&self, value: Option<f64>) -> Measure {
        let bits = |value: f64| self.weight * (log_odds(value) - log_odds(self.independent));
        Measure {
            feature: self.feature,
            value,
            contribution: value.map_or(0.0, bits),
        }
    }
}

fn log_odds(share: f64) -> f64 {
    let share = share.clamp(EDGE, 1.0 - EDGE);
    (share / (1.0 - share)).log2()
}

/// All measures of two sources. `order` holds, for the linked claims of `a` in order, the place of their partner in `b`.
pub fn measures(
    wordings: &Wordings,
    a: SourceIndex,
    b: SourceIndex,
    order: &[u32],
) -> Vec<Measure> {
    let (a, b) = (wordings.of(a), wordings.of(b));
    let (short, long) = if a.forms.len() <= b.forms.len() {
        (a, b)
    } else {
        (b, a)
    };
    let stretch = best_stretch(short, long);
    let words = share(
        &short.words,
        within(&long.words, &stretch),
        |term| wordings.word_spread(term),
        DISTINCTIVE_WORDS.independent,
    );
    let phrases = share(
        &short.phrases,
        within(&long.phrases, &stretch),
        |term| wordings.phrase_spread(term),
        DISTINCTIVE_PHRASES.independent,
    );
    vec![
        DISTINCTIVE_WORDS.measure(words),
        DISTINCTIVE_PHRASES.measure(phrases),
        VERBATIM_PROSE.measure(verbatim_prose(short, long)),
        CLAIM_ORDER.measure(forward_steps(order)),
    ]
}

/// How much of each source's words the other has, 0 to 1: `(share of a in b, share of b in a)`.
pub fn containment(a: &Wording, b: &Wording) -> (f64, f64) {
    let (left, right) = (counts(&a.words), counts(&b.words));
    let shared: f64 = left
        .iter()
        .filter_map(|(term, count)| Some(count.all.min(right.get(term)?.all)))
        .sum();
    let of = |all: usize| shared / (all as f64).max(1.0);
    (of(a.words.len()), of(b.words.len()))
}

/// A run is followed no further: it is evidence enough, and texts may say one thing for ever.
const LONGEST_RUN: usize = 100;

/// The longest run of words outside quotations that both texts have, where it stands in `a`, and its length in words, which is
/// at most [`LONGEST_RUN`].
pub fn longest_run(a: &Wording, b: &Wording) -> Option<(Span, usize)> {
    let places = run_places(b);
    let mut longest: Option<(usize, usize)> = None;
    for start in 0..a.forms.len().saturating_sub(RUN - 1) {
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

type RunKey = [u32; RUN];

/// Places at which one run may be looked for: enough for news, and a bound for texts that say one thing for ever.
const PLACES_KEPT: usize = 8;

fn run_places(wording: &Wording) -> HashMap<RunKey, Vec<usize>> {
    let mut places: HashMap<RunKey, Vec<usize>> = HashMap::new();
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

/// The [`RUN`] words from `start` on, if none of them is quoted.
fn run_at(forms: &[Form], start: usize) -> Option<RunKey> {
    let run = forms.get(start..start + RUN)?;
    if run.iter().any(|form| form.quoted) {
        return None;
    }
    Some(std::array::from_fn(|place| run[place].form))
}

fn verbatim_prose(short: &Wording, long: &Wording) -> Option<f64> {
    let places = run_places(long);
    let mut covered = vec![false; short.forms.len()];
    for start in 0..short.forms.len() {
        if run_at(&short.forms, start).is_some_and(|run| places.contains_key(&run)) {
            covered[start..start + RUN].fill(true);
        }
    }
    let prose = short.forms.iter().filter(|form| !form.quoted).count() as f64;
    let covered = covered.iter().filter(|covered| **covered).count() as f64;
    let expected = VERBATIM_PROSE.independent;
    (prose > 0.0).then(|| (covered + WORDS_NEEDED * expected) / (prose + WORDS_NEEDED))
}

/// The places of the stretch of `long` that has most of what `short` has.
fn best_stretch(short: &Wording, long: &Wording) -> std::ops::Range<u32> {
    let length = (STRETCH * short.forms.len()).max(SHORTEST_STRETCH);
    let total = long.forms.len();
    if total <= length {
        return 0..total as u32;
    }
    let mut shared = vec![0_u32; total];
    for (theirs, ours) in [(&long.words, &short.words), (&long.phrases, &short.phrases)] {
        let known = counts(ours);
        for occurrence in theirs.iter().filter(|it| known.contains_key(&it.term)) {
            shared[occurrence.place as usize] += 1;
        }
    }
    let mut inside: u32 = shared[..length].iter().sum();
    let (mut best, mut best_start) = (inside, 0);
    for start in 1..=total - length {
        inside = inside + shared[start + length - 1] - shared[start - 1];
        if inside > best {
            (best, best_start) = (inside, start);
        }
    }
    best_start as u32..(best_start + length) as u32
}

fn within<'a>(occurrences: &'a [Occurrence], places: &std::ops::Range<u32>) -> &'a [Occurrence] {
    let start = occurrences.partition_point(|it| it.place < places.start);
    let end = occurrences.partition_point(|it| it.place < places.end);
    &occurrences[start..end]
}

#[derive(Clone, Copy, Default)]
struct Count {
    all: f64,
    prose: f64,
}

fn counts(occurrences: &[Occurrence]) -> HashMap<u32, Count> {
    let mut counts: HashMap<u32, Count> = HashMap::new();
    for occurrence in occurrences {
        let count = counts.entry(occurrence.term).or_default();
        count.all += 1.0;
        count.prose += f64::from(u8::from(!occurrence.quoted));
    }
    counts
}

/// Share of the terms of both that both have (Dice), weighted by how few other sources have them; prose first, quotations
/// where there is little prose. `None` if there is nothing to share.
fn share(
    a: &[Occurrence],
    b: &[Occurrence],
    spread: impl Fn(u32) -> u32,
    independent: f64,
) -> Option<f64> {
    let (left, right) = (counts(a), counts(b));
    let (mut shared, mut total) = (Count::default(), Count::default());
    let mut add = |term: u32, ours: Count, theirs: Option<&Count>| {
        let holders = 1 + u32::from(theirs.is_some());
        let weight = FADING.powi(spread(term).saturating_sub(holders) as i32);
        let theirs = theirs.copied().unwrap_or_default();
        shared.all += 2.0 * weight * ours.all.min(theirs.all);
        shared.prose += 2.0 * weight * ours.prose.min(theirs.prose);
        total.all += weight * (ours.all + theirs.all);
        total.prose += weight * (ours.prose + theirs.prose);
    };
    // In the order of the text, not of the table: sums of fractions depend on their order.
    for term in in_order(a) {
        add(term, left[&term], right.get(&term));
    }
    for term in in_order(b).filter(|term| !left.contains_key(term)) {
        add(term, right[&term], None);
    }
    let all = (shared.all + WORDS_NEEDED * independent) / (total.all + WORDS_NEEDED);
    (total.all > 0.0).then(|| (shared.prose + PROSE_NEEDED * all) / (total.prose + PROSE_NEEDED))
}

/// Each term once, where it is met first.
fn in_order(occurrences: &[Occurrence]) -> impl Iterator<Item = u32> {
    let mut seen = std::collections::HashSet::new();
    occurrences
        .iter()
        .map(|it| it.term)
        .filter(move |term| seen.insert(*term))
}

/// Share of steps that go forward; `None` without any step.
fn forward_steps(order: &[u32]) -> Option<f64> {
    let steps = order.len().saturating_sub(1) as f64;
    let forward = order.windows(2).filter(|step| step[0] <= step[1]).count() as f64;
    let expected = CLAIM_ORDER.independent;
    (steps > 0.0).then(|| (forward + STEPS_NEEDED * expected) / (steps + STEPS_NEEDED))
}
