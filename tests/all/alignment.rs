//! Which words of two claims are taken to correspond, by example.

use crosscheck::model::Span;

use crate::spec::link;

/// The corresponding words of two claims, in the order of the first: `word` where both are the same, otherwise `word=other`.
fn aligned(a: &str, b: &str) -> String {
    let word = |(left, right): &(Span, Span)| {
        let (left, right) = (left.of(a), right.of(b));
        if left == right {
            left.to_owned()
        } else {
            format!("{left}={right}")
        }
    };
    let link = link(a, b, None);
    link.aligned.iter().map(word).collect::<Vec<_>>().join(" ")
}

/// Two claims, and what corresponds in them.
const CASES: &[[&str; 3]] = &[
    // Runs of equal words, wherever they stand.
    [
        "The mayor of Elm resigned on Monday.",
        "On Monday the mayor of Elm resigned.",
        "The=the mayor of Elm resigned on=On Monday",
    ],
    [
        "The bridge was opened, and the old ferry was sold.",
        "The old ferry was sold and the bridge opened.",
        "The=the bridge opened the=The old ferry was sold",
    ],
    // Small words and signs beside a word that corresponds, and no others.
    [
        "The council voted to close the old school.",
        "The council has decided to shut the old school.",
        "The council to close=shut the old school .",
    ],
    [
        "The talks, held in Jeddah, ended on Tuesday.",
        "The talks held in Jeddah ended Tuesday.",
        "The talks held in Jeddah ended Tuesday .",
    ],
    // Names and numbers in other words.
    [
        "Ada Byron, the mayor, resigned.",
        "The mayor Byron resigned.",
        "Byron the=The mayor resigned .",
    ],
    [
        "Russia holds about 20% of the land.",
        "Russia holds a fifth of the land.",
        "Russia holds 20=a %=fifth of the land .",
    ],
    [
        "The train to Stoke-Mandeville was late.",
        "The train to Stoke Mandeville left late.",
        "The train to Stoke Mandeville late .",
    ],
    // Of a word that stands there twice, the one whose neighbours correspond.
    [
        "Police said the police car was stolen.",
        "The car was stolen, police said.",
        "Police=police said car was stolen",
    ],
    // Other forms of a word.
    [
        "Farmers protested in the capital on Friday.",
        "A protest of farmers was held in the capital.",
        "Farmers=farmers protested=protest in the capital",
    ],
    // Nothing.
    ["Rain fell.", "Snow melted.", ""],
];

#[test]
fn corresponding_words_are_those_a_reader_would_join() {
    for [a, b, expected] in CASES {
        assert_eq!(aligned(a, b), *expected, "{a} / {b}");
    }
}
