//! What parts texts within a line: rows of signs, and addresses that follow each other.

/// Signs that make rows such as `***` and `-----`.
const SIGNS: &[char] = &['*', '-', '_', '=', '~', '#', '+'];

/// Shorter runs mean something else: a dash, an emphasis.
const SHORTEST: usize = 3;

/// Where new parts of `text` begin, in order: rows of signs between blanks, what follows them, and all but the first of several
/// addresses.
pub fn separators(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let (mut start, mut after_address) = (0, false);
    for word in text.split_inclusive(char::is_whitespace) {
        let end = start + word.len();
        if is_row(word.trim_end()) {
            places.extend([start, end]);
        }
        let address = is_address(word);
        if address && after_address {
            places.push(start);
        }
        after_address = address;
        start = end;
    }
    places
}

fn is_row(word: &str) -> bool {
    word.len() >= SHORTEST && word.chars().all(|sign| SIGNS.contains(&sign))
}

/// Whether `text` begins with the address of a page.
pub fn is_address(text: &str) -> bool {
    ["http://", "https://", "www."]
        .iter()
        .any(|scheme| text.starts_with(scheme))
}
