//! What speaks for two sources stemming from one text: each measure with the value that independent reports of one event
//! reach as well, and what more than that is worth.
//!
//! The numbers are round ones, set by the project's own five seed articles: a rewrite (000 and 001) and reports that have
//! nothing to do with each other. Nothing was fitted to the sets that the method is measured on.

use foldhash::{HashMap, HashSet};

use super::order::{Shared, heaviest_in_order, single_in_both};
use super::wording::{Occurrence, Wording, Wordings};
use crate::model::{Measure, SourceIndex};

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

/// Share of the shorter text, quotations left out, that stands in the other as well in runs of [`RUN`](super::run::RUN) words and more.
const VERBATIM_PROSE: Yardstick = Yardstick {
    feature: "verbatim_prose",
    independent: 0.05,
    weight: 0.5,
};

/// Content words that both have once each, as far as both have them in one order, each worth the less the more other sources
/// have it. A rewrite keeps the order of what it tells, word by word; who tells the same event alone has the same words elsewhere.
const WORDS_IN_ORDER: Yardstick = Yardstick {
    feature: "words_in_order",
    independent: 0.10,
    weight: 1.0,
};

/// Share of the steps from one linked claim to the next that go forward in the other source too. News tell the newest
/// first, so that independent reports go forward oftener than not.
const CLAIM_ORDER: Yardstick = Yardstick {
    feature: "claim_order",
    independent: 0.65,
    weight: 0.5,
};

/// What a word or phrase is worth that one more source has: a third. Both may have it from the event itself.
const FADING: f64 = 1.0 / 3.0;

/// Quotations are what a speaker said, whoever writes it down. They count only as far as there are fewer words of prose than
/// this.
const PROSE_NEEDED: f64 = 100.0;

/// Words, of both texts together, at which what they share begins to tell more than was known before: a sentence or two. With
/// fewer, a few words that both have make a large share by chance, and the share is drawn to the independent value.
const WORDS_NEEDED: f64 = 30.0;

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
    let length = |source| wordings.of(source).forms.len();
    let (a, b) = if length(a) <= length(b) {
        (a, b)
    } else {
        (b, a)
    };
    let (short, long) = (wordings.of(a), wordings.of(b));
    let stretch = best_stretch(short, long);
    let (runs, other_runs) = (wordings.copied_runs(a), wordings.copied_runs(b));
    let copied = runs.shared_with(other_runs);
    let copied_from = other_runs.shared_with(runs);
    let covered = wordings.runs(a).shared_with(wordings.runs(b));
    let words = share(
        Terms::new(&short.words, &copied),
        Terms::new(within(&long.words, &stretch), &copied_from),
        |term| wordings.word_spread(term),
        DISTINCTIVE_WORDS.independent,
    );
    let phrases = share(
        Terms::new(&short.phrases, &copied),
        Terms::new(within(&long.phrases, &stretch), &copied_from),
        |term| wordings.phrase_spread(term),
        DISTINCTIVE_PHRASES.independent,
    );
    let in_order = in_order(
        (&short.words, &copied),
        (within(&long.words, &stretch), &copied_from),
        |term| wordings.word_spread(term),
        WORDS_IN_ORDER.independent,
    );
    vec![
        DISTINCTIVE_WORDS.measure(words),
        DISTINCTIVE_PHRASES.measure(phrases),
        VERBATIM_PROSE.measure(verbatim_prose(short, &covered)),
        WORDS_IN_ORDER.measure(in_order),
        CLAIM_ORDER.measure(forward_steps(order)),
    ]
}

/// What measures add up to with [`BIAS`], in bits.
pub fn score(measures: &[Measure]) -> f64 {
    BIAS + measures
        .iter()
        .map(|measure| measure.contribution)
        .sum::<f64>()
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

/// `covered` tells for every word of `short` whether it stands in a run that the other text has as well.
fn verbatim_prose(short: &Wording, covered: &[bool]) -> Option<f64> {
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

impl Count {
    /// Counts one occurrence.
    fn take(&mut self, occurrence: &Occurrence) {
        self.add(1.0, 1.0, f64::from(u8::from(!occurrence.quoted)));
    }

    /// Counts `weight` of a term, the part of it that is prose with it.
    fn add(&mut self, weight: f64, all: f64, prose: f64) {
        self.all += weight * all;
        self.prose += weight * prose;
    }

    /// The part of quotations that counts, 0 to 1: so much that there are enough words, if so many there are.
    fn quotations_taken(self) -> f64 {
        let missing = (PROSE_NEEDED - self.prose).max(0.0);
        let quoted = (self.all - self.prose).max(f64::MIN_POSITIVE);
        (missing / quoted).min(1.0)
    }

    /// What counts if `taken` of the quotations do.
    fn with_quotations(self, taken: f64) -> f64 {
        self.prose + taken * (self.all - self.prose)
    }
}

fn counts<'a>(occurrences: impl IntoIterator<Item = &'a Occurrence>) -> HashMap<u32, Count> {
    let mut counts: HashMap<u32, Count> = HashMap::default();
    for occurrence in occurrences {
        counts.entry(occurrence.term).or_default().take(occurrence);
    }
    counts
}

/// The words or phrases of one text, as they take part in a comparison.
struct Terms {
    /// How many stand in runs that the other text has as well.
    copied: f64,
    /// All others, each once, where it is met first.
    order: Vec<u32>,
    counts: HashMap<u32, Count>,
}

impl Terms {
    /// `copied` tells for every place of the text whether it stands in a run that the other text has as well.
    fn new(occurrences: &[Occurrence], copied: &[bool]) -> Self {
        let others = || occurrences.iter().filter(|it| !copied[it.place as usize]);
        let mut terms = Self {
            copied: (occurrences.len() - others().count()) as f64,
            order: Vec::new(),
            counts: HashMap::default(),
        };
        for occurrence in others() {
            let count = terms.counts.entry(occurrence.term).or_insert_with(|| {
                terms.order.push(occurrence.term);
                Count::default()
            });
            count.take(occurrence);
        }
        terms
    }
}

/// Share of the terms of both that both have (Dice), weighted by how few other sources have them; prose first, quotations
/// where there is little prose. `None` if there is nothing to share.
fn share(a: Terms, b: Terms, spread: impl Fn(u32) -> u32, independent: f64) -> Option<f64> {
    let (mut shared, mut total) = (Count::default(), Count::default());
    let mut add = |term: u32, ours: Count, theirs: Option<&Count>| {
        let holders = 1 + u32::from(theirs.is_some());
        let weight = FADING.powi(spread(term).saturating_sub(holders) as i32);
        let theirs = theirs.copied().unwrap_or_default();
        let (all, prose) = (ours.all.min(theirs.all), ours.prose.min(theirs.prose));
        shared.add(2.0 * weight, all, prose);
        total.add(weight, ours.all + theirs.all, ours.prose + theirs.prose);
    };
    // In the order of the text, not of the table: sums of fractions depend on their order.
    for term in &a.order {
        add(*term, a.counts[term], b.counts.get(term));
    }
    for term in b.order.iter().filter(|term| !a.counts.contains_key(term)) {
        add(*term, b.counts[term], None);
    }
    let copied = a.copied + b.copied;
    shared.add(1.0, copied, copied);
    total.add(1.0, copied, copied);
    if total.all == 0.0 {
        return None;
    }
    let taken = total.quotations_taken();
    let expected = WORDS_NEEDED * independent;
    Some((shared.with_quotations(taken) + expected) / (total.with_quotations(taken) + WORDS_NEEDED))
}

/// Share of the words of both that both have once and in one order (Dice), weighted as by [`share`]. A text is its words, and for
/// every place whether it stands in a run that the other text has as well.
fn in_order(
    a: (&[Occurrence], &[bool]),
    b: (&[Occurrence], &[bool]),
    spread: impl Fn(u32) -> u32,
    independent: f64,
) -> Option<f64> {
    let terms = |words: &[Occurrence]| words.iter().map(|it| it.term).collect::<HashSet<_>>();
    let (in_a, in_b) = (terms(a.0), terms(b.0));
    let weight = |word: &Occurrence, copied: &[bool]| {
        let holders = u32::from(in_a.contains(&word.term)) + u32::from(in_b.contains(&word.term));
        match copied[word.place as usize] {
            true => 1.0,
            false => FADING.powi(spread(word.term).saturating_sub(holders) as i32),
        }
    };
    let mut total = Count::default();
    for (words, copied) in [a, b] {
        for word in words {
            let prose = f64::from(u8::from(!word.quoted));
            total.add(weight(word, copied), 1.0, prose);
        }
    }
    if total.all == 0.0 {
        return None;
    }
    let taken = total.quotations_taken();
    let both = single_in_both(a.0, b.0).into_iter();
    let words = both.map(|(word, other)| {
        let part = if word.quoted || other.quoted {
            taken
        } else {
            1.0
        };
        Shared {
            place: other.place,
            weight: part * weight(word, a.1),
        }
    });
    let shared = 2.0 * heaviest_in_order(&words.collect::<Vec<_>>());
    let expected = WORDS_NEEDED * independent;
    Some((shared + expected) / (total.with_quotations(taken) + WORDS_NEEDED))
}

/// Share of steps that go forward; `None` without any step.
fn forward_steps(order: &[u32]) -> Option<f64> {
    let steps = order.len().saturating_sub(1) as f64;
    let forward = order.windows(2).filter(|step| step[0] <= step[1]).count() as f64;
    let expected = CLAIM_ORDER.independent;
    (steps > 0.0).then(|| (forward + STEPS_NEEDED * expected) / (steps + STEPS_NEEDED))
}
