//! Pictures' words, known by the credit at their end.

use super::lexicon::AGENCIES;

/// Captions are short.
const LONGEST: usize = 700;

/// A credit is shorter still.
const LONGEST_CREDIT: usize = 90;

/// Words that begin a credit.
const CREDITS: &[&str] = &[
    "Photo",
    "Photos",
    "Photograph",
    "Photographs",
    "Photographer",
    "Image",
    "Images",
    "Picture",
    "Pictures",
    "Illustration",
    "Graphic",
    "Screenshot",
    "Credit",
    "PHOTO",
    "IMAGE",
    "CREDIT",
    "File photo",
    "Video",
];

/// What stands between the word and the name that is credited.
const JOINTS: &[&str] = &[
    ":",
    " by ",
    " credit:",
    " Credit:",
    " courtesy ",
    "/",
    " from ",
    " via ",
];

/// Whether `text` is the words of a picture, with a credit at the end, or the credit alone.
pub fn is_caption(text: &str) -> bool {
    text.len() <= LONGEST && (has_credit(text) || has_agency(text))
}

/// `... February 28, 2025. Photo: VCG.`, `(Photo by Jane Doe)`, `(AP Photo/Jane Doe)`
fn has_credit(text: &str) -> bool {
    let tail = text.ceil_char_boundary(text.len().saturating_sub(LONGEST_CREDIT));
    CREDITS.iter().any(|word| {
        text[tail..].match_indices(word).any(|(at, _)| {
            let (before, after) = (&text[..tail + at], &text[tail + at + word.len()..]);
            let parted = before.trim_end().is_empty()
                || before
                    .trim_end()
                    .ends_with(['.', '(', '|', '/', '!', '?', '"', '”', ')', ']', '—'])
                || before
                    .rsplit('(')
                    .next()
                    .is_some_and(|agency| before.contains('(') && AGENCIES.contains(agency.trim()));
            parted && JOINTS.iter().any(|joint| after.starts_with(joint)) && is_one_sentence(after)
        })
    })
}

/// `... at the Capitol.CreditJane Doe/Reuters`, `... (Jane Doe/AFP via Getty Images)`
fn has_agency(text: &str) -> bool {
    let text = text.trim_end_matches([')', '.', ']']);
    AGENCIES.iter().any(|agency| {
        text.strip_suffix(agency).is_some_and(|before| {
            let before = before.trim_end();
            before.ends_with(['/', '©']) || before.ends_with(" via") && before.contains(['/', '('])
        })
    })
}

fn is_one_sentence(text: &str) -> bool {
    !text.trim_end_matches(['.', ')', ']']).contains(". ")
}
