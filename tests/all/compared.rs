//! Which claims are worth comparing, by what they share: in parts of what a word weighs that only these two claims hold.

use crosscheck::align::{Prepared, SourcePair, Workspace};
use crosscheck::limits::Limits;
use crosscheck::model::SourceIndex;
use crosscheck::{Config, read, reconcile};

/// Whether the claims of two sources, of one claim each, are compared if what they share must be at least `enough`.
fn is_compared(claims: [&str; 2], enough: f32) -> bool {
    let sources = ["a.txt", "b.txt"].iter().zip(claims).map(|(path, text)| {
        let read = read::read(path, text.as_bytes(), &read::Options::default());
        read.expect("plain text").remove(0)
    });
    let collection = reconcile::cut(sources.collect(), &Limits::default());
    assert_eq!(collection.claims().len(), 2);
    let profiles = reconcile::profiles(&collection, None);
    let mut weights = Config::default().weights.into_owned();
    weights.worth_comparing = enough;
    let prepared = Prepared::new(&collection, &profiles, &weights);
    let pair = SourcePair::new(
        &prepared,
        SourceIndex(0),
        SourceIndex(1),
        &mut Workspace::default(),
    );
    pair.seen().len() > 0
}

/// Two claims share at least `least` and less than `most`, whichever comes first.
fn assert_shared([a, b]: [&str; 2], least: f32, most: f32) {
    for claims in [[a, b], [b, a]] {
        assert!(is_compared(claims, least), "{claims:?} share less");
        assert!(!is_compared(claims, most), "{claims:?} share more");
    }
}

#[test]
fn a_word_of_both_counts_once() {
    assert_shared(["The ferry sank.", "A ferry was sold."], 0.99, 1.01);
    assert_shared(
        ["The ferry sank in Kallo.", "A ferry from Kallo was sold."],
        1.99,
        2.01,
    );
}

#[test]
fn what_is_said_in_quite_other_words_counts_as_those_words_do_on_both_sides() {
    // Three words, of which each stands in one claim only and so tells more than one of both.
    assert_shared(
        ["The United States objected.", "The U.S. paid later."],
        1.5,
        2.5,
    );
}

#[test]
fn a_name_whose_word_is_shared_does_not_count_again() {
    assert_shared(["Ada Byron resigned.", "Byron wept."], 0.99, 1.01);
}

#[test]
fn nothing_in_common_is_nothing_to_compare() {
    assert!(!is_compared(["Rain fell.", "Snow melted."], 0.01));
}
