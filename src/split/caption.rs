//! Pictures' words, known by the credit at their end.

use super::lexicon::{AGENCIES, CREDITS};

/// Captions are short.
const LONGEST: usize = 700;

/// A credit is shorter still.
const LONGEST_CREDIT: usize = 90;

/// What stands between the word that begins a credit and the name that is credited.
const JOINTS: &[&str] = &[
    ":",
    "/",
    " by ",
    " credit:",
    " Credit:",
    " courtesy ",
    " via ",
];

/// Signs after which a credit may begin.
const BEFORE_CREDIT: &[char] = &[
    '.', '!', '?', '"', '”', ')', ']', '|', '/', '(', '[', '—', '–',
];

/// Whether `text` is the words of a picture, with a credit at the end, or the credit alone.
pub fn is_caption(text: &str) -> bool {
    text.len() <= LONGEST && (credit(text).is_some() || ends_in_agency(text))
}

/// Whether `text` is nothing but a credit.
pub fn is_credit(text: &str) -> bool {
    credit(text).is_some_and(|start| !text[..start].contains(char::is_alphanumeric))
}

/// Where the credit at the end of `text` begins: `... 2025. Photo: VCG.`, `(Photo by Jane Doe)`, `(AP Photo/Jane Doe)`
fn credit(text: &str) -> Option<usize> {
    let tail = text.ceil_char_boundary(text.len().saturating_sub(LONGEST_CREDIT));
    let mut words = text[tail..].char_indices().filter_map(|(at, letter)| {
        let rest = &text[tail + at..];
        let length = rest.find(|letter: char| !letter.is_alphabetic())?;
        let begins = letter.is_uppercase() && CREDITS.contains(&rest[..length]);
        begins.then_some((tail + at, &rest[length..]))
    });
    let credit = words.find(|(start, after)| {
        let joined = JOINTS.iter().any(|joint| after.starts_with(joint));
        joined && may_begin_after(&text[..*start]) && is_one_sentence(after)
    });
    credit.map(|(start, _)| start)
}

/// Whether a credit may begin after these words: at the end of a sentence, in brackets, after an agency in brackets.
fn may_begin_after(before: &str) -> bool {
    let before = before.trim_end();
    let in_brackets = before.rsplit_once('(').map(|(_, agency)| agency.trim());
    before.is_empty()
        || before.ends_with(BEFORE_CREDIT)
        || in_brackets.is_some_and(|agency| AGENCIES.contains(agency))
}

/// `... at the Capitol.CreditJane Doe/Reuters`, `... (Jane Doe/AFP via Getty Images)`
fn ends_in_agency(text: &str) -> bool {
    let text = text.trim_end_matches([')', '.', ']']);
    AGENCIES.iter().any(|agency| {
        let before = text.strip_suffix(agency).map(str::trim_end);
        before.is_some_and(|before| {
            before.ends_with(['/', '©']) || before.ends_with(" via") && before.contains(['/', '('])
        })
    })
}

fn is_one_sentence(text: &str) -> bool {
    !text.trim_end_matches(['.', ')', ']']).contains(". ")
}
