//! Two claims about nearly the same, made from the cases of the specification by changing words: whatever is said of them is said the
//! other way round too, and points at their words. `PROPTEST_CASES=100000 cargo test related` tries more.

use std::sync::LazyLock;

use crosscheck::model::{Coverage, Finding, Link, Mark, Relation, Side, Span};
use jiff::civil::Date;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::spec::{Case, all_cases, link};

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| all_cases().expect("well-formed"));

/// What is put between words: what changes a meaning, and what is trouble.
const WORDS: &[&str] = &[
    "not",
    "never",
    "no",
    "may",
    "some",
    "all",
    "20%",
    "a fifth",
    "1,500",
    "$65 million",
    "Monday",
    "on Friday",
    "yesterday",
    "2 May",
    "said",
    "“",
    "”",
    "\"",
    ",",
    ".",
    "(",
    "and",
    "or",
    "than",
    "more than",
    "at least",
    "between",
    "0/0",
    "½",
    "1e999",
    "99999999999999999999",
    "e\u{301}",
    "\u{202e}",
    "\u{0}",
    "İ",
    "ß",
    "🇺🇦",
    "٣",
    "only",
    "without",
    "half",
    "dozens",
    "Ada Byron",
    "according to Reuters",
    "U.S.",
    "the",
    "who",
    "WHO",
    "２０１４",
];

/// Bits by which a score may differ if its parts are added up in another order, in single precision.
const ROUNDING: f64 = 1e-4;

/// What is done to a text.
#[derive(Clone, Debug)]
enum Change {
    /// A word of it is left out.
    Leave(Index),
    /// A word changes places with another one.
    Swap(Index, Index),
    /// Something stands before a word.
    Put(Index, &'static str),
    /// A word of another case stands in the place of a word.
    Borrow(Index, Index, Index),
    /// Nothing is left from a word on.
    Cut(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<Index>;
    prop_oneof![
        place().prop_map(Change::Leave),
        (place(), place()).prop_map(|(a, b)| Change::Swap(a, b)),
        (place(), select(WORDS)).prop_map(|(at, word)| Change::Put(at, word)),
        (place(), place(), place()).prop_map(|(at, case, word)| Change::Borrow(at, case, word)),
        place().prop_map(Change::Cut),
    ]
}

/// `text` after these changes; never empty.
fn changed(text: &str, changes: &[Change]) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    for change in changes {
        let count = words.len();
        match change {
            Change::Leave(at) if count > 1 => drop(words.remove(at.index(count))),
            Change::Swap(a, b) => words.swap(a.index(count), b.index(count)),
            Change::Put(at, word) => words.insert(at.index(count), word),
            Change::Borrow(at, case, word) => {
                let others: Vec<&str> = CASES[case.index(CASES.len())].a.split(' ').collect();
                words[at.index(count)] = others[word.index(others.len())];
            }
            Change::Cut(at) => words.truncate(at.index(count).max(1)),
            Change::Leave(_) => {}
        }
    }
    words.join(" ")
}

/// The same, told with the claims changed over.
fn turned(link: &Link) -> (Relation, Coverage, Vec<(Span, Span)>, Vec<Finding>) {
    let coverage = match link.coverage {
        Coverage::AAdds => Coverage::BAdds,
        Coverage::BAdds => Coverage::AAdds,
        same => same,
    };
    let mut aligned: Vec<_> = link.aligned.iter().map(|(a, b)| (*b, *a)).collect();
    aligned.sort();
    let findings = link.evidence.findings().iter().map(|finding| Finding {
        marks: finding.marks.iter().map(turned_mark).collect(),
        ..finding.clone()
    });
    (link.relation, coverage, aligned, comparable(findings))
}

fn turned_mark(mark: &Mark) -> Mark {
    let side = match mark.side {
        Side::A => Side::B,
        Side::B => Side::A,
    };
    Mark {
        side,
        ..mark.clone()
    }
}

/// Findings in an order of their own, without their notes: these name one side first.
fn comparable(findings: impl Iterator<Item = Finding>) -> Vec<Finding> {
    let mut findings: Vec<_> = findings
        .map(|mut finding| {
            finding.marks.sort_by_key(|mark| (mark.side, mark.span));
            finding.note.clear();
            finding
        })
        .collect();
    findings.sort_by_key(|finding| (finding.code, finding.marks.first().map(|mark| mark.span)));
    findings
}

fn check_words(link: &Link, a: &str, b: &str) {
    for finding in link.evidence.findings() {
        assert!(!finding.marks.is_empty() && !finding.note.is_empty());
        for mark in &finding.marks {
            let text = if mark.side == Side::A { a } else { b };
            let words = text.get(mark.span.range());
            assert!(
                words.is_some_and(|words| !words.trim().is_empty()),
                "{mark:?}"
            );
        }
    }
    let (mut ends, mut taken) = (0, std::collections::BTreeSet::new());
    for (left, right) in &link.aligned {
        assert!(ends <= left.start, "words of A stand in order, each once");
        assert!(
            taken.insert(*right),
            "words of B correspond to one word each"
        );
        ends = left.end;
        for (span, text) in [(left, a), (right, b)] {
            assert!(text.get(span.range()).is_some_and(|word| !word.is_empty()));
        }
    }
    assert!(link.score().is_finite() && link.same_content.is_finite());
}

/// As many tries as `PROPTEST_CASES` asks for, and otherwise so many as a developer waits for.
fn tries() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: asked.and_then(|cases| cases.parse().ok()).unwrap_or(128),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Makes sure that what is said of `a` and `b` is said the other way round too, and of a copy that it is one.
fn check_both_ways(a: &str, b: &str, published: Option<Date>) -> Result<(), TestCaseError> {
    let there = link(a, b, published);
    check_words(&there, a, b);
    prop_assert_eq!(&link(a, b, published), &there);

    let back = link(b, a, published);
    let mut aligned = back.aligned.clone();
    aligned.sort();
    let findings = comparable(back.evidence.findings().iter().cloned());
    let told = (back.relation, back.coverage, aligned, findings);
    prop_assert_eq!(told, turned(&there), "{:?} / {:?}", a, b);
    for (back, there) in [
        (back.score(), there.score()),
        (back.same_content, there.same_content),
    ] {
        prop_assert!(
            (back - there).abs() < ROUNDING,
            "{back} {there}: {a:?} / {b:?}"
        );
    }

    for text in [a, b] {
        let copy = link(text, text, published);
        prop_assert_eq!(
            (copy.relation, copy.coverage),
            (Relation::Agree, Coverage::Equal)
        );
    }
    Ok(())
}

#[test]
fn of_what_can_correspond_in_two_ways_neither_hangs_on_which_claim_comes_first() {
    let claims = [
        // Two runs of three words, each as early as the other.
        (
            "On Monday the court on the appeal of the dam's builders.",
            "The court on Monday the of the dam's builders.",
        ),
        // A number that one of both repeats.
        (
            "The storm sank 20 boats, and 20 boats were saved.",
            "The storm sank 20 boats.",
        ),
        // A name of which one claim names both forms, one of them among equal words elsewhere.
        (
            "U.S. officials left Geneva, and America wants peace.",
            "The United States wants peace after U.S. officials left Geneva.",
        ),
        // Words that are content in one spelling only.
        (
            "Mayor Anna Berg said 20 percent of ships sank.",
            "Senator Paul Rossi said a fifth of ships sank.",
        ),
        ("The dam broke in 2014.", "The dam broke in ２０１４."),
        ("They halted who they could.", "They suspended WHO."),
        // One who may be both of two.
        (
            "Anna Berg succeeded Paul Berg.",
            "Paul Berg succeeded Berg.",
        ),
        // Two differences that cross.
        (
            "Rossi is a liberal and Berg is a conservative.",
            "Berg is a liberal and Rossi is a conservative.",
        ),
        (
            "President Juan Lopez praised Governor Maria Ortiz in her speech.",
            "Governor Juan Ortiz was speech. by President Maria Lopez in her praised",
        ),
        // A name that is too general in one spelling only.
        (
            "In London, Citi cut 300 jobs.",
            "In London, the City cut 300 jobs.",
        ),
    ];
    for (a, b) in claims {
        check_both_ways(a, b, None).unwrap_or_else(|error| panic!("{error}"));
    }
}

proptest! {
    #![proptest_config(tries())]

    #[test]
    fn whatever_is_said_of_two_claims_is_said_the_other_way_round_and_points_at_words(
        case in any::<Index>(),
        first in prop::collection::vec(change(), 0..4),
        second in prop::collection::vec(change(), 0..4),
    ) {
        let case = &CASES[case.index(CASES.len())];
        check_both_ways(&changed(&case.a, &first), &changed(&case.b, &second), case.published)?;
    }
}
