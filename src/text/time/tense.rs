//! When a sentence says that something is.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::moment::is;
use crate::text::lexicon;
use crate::text::phrase::Phrases;
use crate::text::token::{Run, Token};

/// Whether something has been or is to come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
}

/// When the sentence says the time is: judged by the nearest verb before it, else by the first after it. News is past
/// unless it says otherwise.
pub fn tense(tokens: &[Token], run: Run) -> Tense {
    const REACH: usize = 14;
    let start = run.start as usize;
    let clause = |token: &&Token| !token.is_one_of(&[",", ";", ":", "\"", "--"]);
    let before = tokens[start.saturating_sub(REACH)..start]
        .iter()
        .rev()
        .take_while(clause)
        .count();
    for at in (start - before..start).rev() {
        if FUTURE
            .at(tokens, at)
            .is_some_and(|(found, _)| found.end as usize <= start)
        {
            return Tense::Future;
        }
        // "is heading to", "are meeting": the present of a plan.
        if tokens[at].text.ends_with("ing") && at > 0 && is(tokens, at - 1, &["is", "are"]) {
            return Tense::Future;
        }
        if is_past(&tokens[at]) && !after_auxiliary(tokens, at) {
            return Tense::Past;
        }
    }
    let end = run.end as usize;
    for at in end..(end + REACH).min(tokens.len()) {
        if FUTURE.at(tokens, at).is_some() {
            return Tense::Future;
        }
        if is_past(&tokens[at]) {
            return Tense::Past;
        }
    }
    Tense::Past
}

fn is_past(token: &Token) -> bool {
    token.is_past() || PAST.contains(&*token.text)
}

/// Whether a form that looks past only completes a verb before it: "will be joined", "to be held", "are scheduled".
fn after_auxiliary(tokens: &[Token], position: usize) -> bool {
    const AUXILIARIES: [&str; 6] = ["be", "is", "are", "am", "being", "not"];
    position
        .checked_sub(1)
        .is_some_and(|before| is(tokens, before, &AUXILIARIES))
}

static FUTURE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let listed = lexicon::entries(include_str!("../data/future.txt"));
    Phrases::new(listed.map(|phrase| (phrase, ())))
});

static PAST: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("../data/past.txt")));
