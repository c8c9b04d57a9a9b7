//! Splitting: zones and claims of the seeds as their annotators cut them, and laws that hold for any text.

use std::fs;

use crosscheck::model::{Source, Unit, Zone};
use crosscheck::read::{self, Options};
use crosscheck::split::split;
use proptest::prelude::*;

/// The units that `text` is cut into, as words and zones.
fn units(text: &str) -> Vec<(String, Zone)> {
    let source = source(text.as_bytes());
    let shown = |unit: Unit| (source.slice(unit.span).to_owned(), unit.zone);
    split(&source).into_iter().map(shown).collect()
}

fn source(bytes: &[u8]) -> Source {
    let read = read::read("text.txt", bytes, &Options::default());
    read.expect("a text").remove(0)
}

/// The claims of `text`.
fn claims(text: &str) -> Vec<String> {
    let claims = units(text)
        .into_iter()
        .filter(|(_, zone)| *zone == Zone::Claim);
    claims.map(|(words, _)| words).collect()
}

#[test]
fn the_seeds_are_cut_exactly_as_their_annotators_cut_them() {
    let gold = fs::read_to_string("fixtures/gold/claims.jsonl").expect("the gold");
    let gold: Vec<_> = gold
        .lines()
        .map(|line| {
            let unit: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
            let text = |field: &str| unit[field].as_str().expect("a string").to_owned();
            (text("id"), text("zone"), text("text"))
        })
        .collect();
    let reading = read::open(&["seeds".to_owned()], &Options::default());
    let found: Vec<_> = reading
        .sources
        .iter()
        .flat_map(|source| {
            split(source).into_iter().map(move |unit| {
                let id = format!("{}.{}", source.id, unit.number);
                let text = source.slice(unit.span).to_owned();
                (id, unit.zone.name().to_owned(), text)
            })
        })
        .collect();
    assert_eq!(found, gold);
}

#[test]
fn a_quotation_stays_with_the_words_that_credit_it() {
    for text in [
        "\"They will sign. They want peace,\" said Trump.",
        "He said progress was close, stating, “We just about have. I mean, we really do.”",
        "\"Have you gone today?\" Trump asked.",
    ] {
        assert_eq!(claims(text), [text]);
    }
}

#[test]
fn sentences_end_where_an_editor_would_end_them() {
    let cases: &[&[&str]] = &[
        &["They stopped sharing intelligence.", "Negotiations go on."],
        &[
            "It costs $1.5bn.",
            "But the U.S. Senate agreed at 5 p.m. Monday.",
        ],
        &[
            "John F. Kennedy met Mr. Smith of Acme Inc. in Mt. Vernon.",
            "They left the U.S.",
            "The rest stayed.",
        ],
        &[
            "See https://example.com/a.b?c=D.E for No. 5 of 3.4 million.",
            "(It is long.)",
            "Fine!",
        ],
        &["He said he would go.", "\"I will.\"", "She stayed."],
        &[
            "He thanked . . . Ada Byron for her help.",
            "They left the town. . . .",
            "The rest stayed.",
        ],
        &["会谈在吉达举行。", "双方同意停火。"],
        &["التقى الوزراء يوم الثلاثاء.", "هل وافقوا؟", "نعم."],
    ];
    for case in cases {
        let blank = if case[0].ends_with(['。']) { "" } else { " " };
        assert_eq!(&claims(&case.join(blank)), case);
    }
    assert_eq!(
        claims("They stopped it.Negotiations go on.\"We will,\" he said."),
        [
            "They stopped it.",
            "Negotiations go on.",
            "\"We will,\" he said."
        ]
    );
}

#[test]
fn what_is_not_the_article_is_told_apart() {
    let page = "Talks Begin in Jeddah\nBy Jane Doe and John Smith\nMarch 10, 2025\nJEDDAH (Reuters) - Officials met on Tuesday.\n\
        The ministers before the meeting. (Photo by Jane Doe/AFP)\nRead more: What is a ceasefire?\nThey will meet again.\n\
        (Reporting by Jane Doe; Editing by John Smith)\nSource: Example News\n2 Comments\nReader1\nI doubt it. We will see.\nReader2\nGood.\nReply";
    let zones: Vec<_> = units(page).into_iter().map(|(_, zone)| zone).collect();
    use Zone::*;
    let expected = [
        Heading,
        Meta,
        Meta,
        Meta,
        Claim,
        Caption,
        Boilerplate,
        Claim,
        Meta,
        Provenance,
        Boilerplate,
        Comment,
        Comment,
        Comment,
        Comment,
        Boilerplate,
    ];
    assert_eq!(zones, expected);
}

#[test]
fn the_words_of_a_picture_are_told_by_the_agency_at_their_end() {
    let zone = |line: &str| units(&format!("Officials met on Tuesday.\n{line}\nThey left."))[1].1;
    for caption in [
        "The ministers before the meeting. (Jane Doe/Reuters)",
        "The ministers before the meeting (Jane Doe/AFP via Getty Images)",
        "The ministers before the meeting © Reuters",
    ] {
        assert_eq!(zone(caption), Zone::Caption, "{caption}");
    }
    for claim in [
        "The ministers spoke to Reuters.",
        "The news reached them via Reuters.",
    ] {
        assert_eq!(zone(claim), Zone::Claim, "{claim}");
    }
}

#[test]
fn a_list_inside_a_line_is_cut_into_its_items() {
    let items = [
        [
            "1. The dam burst",
            "2. The village flooded",
            "3. The road closed",
        ],
        [
            "a) The dam burst",
            "b) The village flooded",
            "c) The road closed",
        ],
        [
            "• The dam burst",
            "• The village flooded",
            "• The road closed",
        ],
    ];
    for items in items {
        assert_eq!(claims(&items.join(" ")).len(), 3, "{items:?}");
    }
    // Letters that do not run on are no list.
    let text = "a) The dam burst d) the village flooded";
    assert_eq!(claims(text), [text]);
}

#[test]
fn a_counter_of_comments_above_the_article_does_not_make_it_a_comment() {
    let page = "Talks begin\n6 Comments\nOfficials met in Jeddah on Tuesday for talks about a ceasefire.\nThey will meet again.";
    assert_eq!(claims(page).len(), 2);
}

/// Every byte that is no blank lies in exactly one unit, and no unit begins or ends with a blank.
pub fn check_tiling(source: &Source) {
    let units = split(source);
    let mut end = 0;
    for (number, unit) in (1..).zip(&units) {
        assert_eq!(unit.number, number);
        let between = &source.text[end..unit.span.start as usize];
        assert!(is_blank(between), "lost: {between:?}");
        let words = source.slice(unit.span);
        assert!(!words.is_empty() && words.trim() == words, "{words:?}");
        end = unit.span.end as usize;
    }
    assert!(is_blank(&source.text[end..]));
}

fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|letter| letter.is_whitespace() || letter == '\u{feff}')
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn units_tile_any_text(text in "([ \n\"'“”.!?…。,:()|#*•-]|[a-zA-Z0-9é会]{1,6}|Mr\\.|U\\.S\\.|said|6 Comments\n){0,60}") {
        if let Ok(sources) = read::read("text.txt", text.as_bytes(), &Options::default()) {
            sources.iter().for_each(check_tiling);
        }
    }

    #[test]
    fn units_tile_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(sources) = read::read("text.txt", &bytes, &Options::default()) {
            sources.iter().for_each(check_tiling);
        }
    }
}

#[test]
fn hostile_text_is_cut_in_linear_time() {
    const LENGTH: usize = 1 << 15;
    for pattern in [
        "\"",
        ".",
        ". ",
        "a. ",
        "\"a. ",
        "A.",
        "(",
        "- ",
        "-1.",
        "a",
        ".\"",
        "1. 2. ",
        "… ",
        "\n",
        "“a.” ",
    ] {
        let text = pattern.repeat(LENGTH / pattern.len());
        let start = std::time::Instant::now();
        if let Ok(sources) = read::read("text.txt", text.as_bytes(), &Options::default()) {
            sources.iter().for_each(check_tiling);
        }
        let seconds = start.elapsed().as_secs_f32();
        assert!(
            seconds < 20.0,
            "{LENGTH} bytes of {pattern:?} take {seconds} s"
        );
    }
}
