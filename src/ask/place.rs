//! Which names of a claim are those of places: by the words before them, since no list holds all places.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::text::lexicon;
use crate::text::name::Name;
use crate::text::profile::Profile;
use crate::text::token::Token;

/// Words before a name that make it a place.
const BEFORE_PLACES: [&str; 7] = ["in", "at", "near", "visit", "visits", "visiting", "visited"];

/// So many words stand at most between a word for motion and its "to": "moved the files to".
const NEAR_MOTION: usize = 4;

/// Names behind a preposition of place or of those whom somebody visits, and those that go on with a list of such names.
pub fn places(profile: &Profile) -> Vec<&Name> {
    let mut places: Vec<&Name> = Vec::new();
    // With "and" a list comes to its last name.
    let mut ended = false;
    for name in &profile.names {
        let start = name.run.start as usize;
        let before = &profile.tokens[..start];
        let article = usize::from(before.last().is_some_and(|it| it.is("the")));
        let listed = places.last().is_some_and(|last| {
            let between = profile.tokens.get(last.run.end as usize..start);
            let between = between.unwrap_or_default();
            let joined = !between.is_empty() && between.iter().all(|it| it.is(",") || it.is("and"));
            let goes_on = joined && !ended;
            ended = joined && between.iter().any(|it| it.is("and"));
            goes_on
        });
        if listed || lead_to_place(&before[..before.len() - article]) {
            ended &= listed;
            places.push(name);
        }
    }
    places
}

/// Whether the last of some words leads to a place.
fn lead_to_place(words: &[Token]) -> bool {
    let Some((last, before)) = words.split_last() else {
        return false;
    };
    // "In God We Trust" is a title and no place.
    let in_title = last.capital && !before.is_empty();
    let mut near = before.iter().rev().take(NEAR_MOTION);
    match last.is("to") {
        true => near.any(|word| MOTION_WORDS.contains(&*word.text)),
        false => last.is_one_of(&BEFORE_PLACES) && !in_title,
    }
}

static MOTION_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/motion_words.txt")));

#[cfg(test)]
mod tests {
    use super::places;
    use crate::model::Span;
    use crate::text::profile::Profile;
    use crate::text::stem::EnglishStemmer;

    #[test]
    fn the_words_before_a_name_make_it_a_place() {
        for (text, expected) in [
            ("The ad will air in Miami, West Palm and Fort Myers.", 3),
            ("They moved the files to Tehran.", 1),
            ("They confirmed it to Fox News.", 0),
            ("He spoke of \"In Berlin We Trust\" as a motto.", 0),
        ] {
            let span = Span::new(0..text.len());
            let profile = Profile::new(text, span, None, &EnglishStemmer::new());
            assert_eq!(places(&profile).len(), expected, "{text}");
        }
    }
}
