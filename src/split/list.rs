//! Lists that are set inside a line.

/// Signs that begin an item of a list.
pub const BULLETS: &[char] = &['•', '⁃', '◦', '‣', '▪', '●', '·', '*', '-', '–'];

/// Signs that are used for nothing else, so that they begin an item wherever they stand.
const SURE_BULLETS: &[char] = &['•', '⁃', '◦', '‣', '▪', '●'];

/// Where the second and later items begin of a list that starts at the beginning of `text`.
pub fn items(text: &str) -> Vec<usize> {
    if text.starts_with(SURE_BULLETS) {
        return bulleted(text);
    }
    Numbering::at(text).map_or_else(Vec::new, |numbering| numbered(text, numbering))
}

fn bulleted(text: &str) -> Vec<usize> {
    let bullet = text.chars().next();
    let places = text.char_indices().skip(1);
    places
        .filter(|(at, sign)| Some(*sign) == bullet && text[..*at].ends_with(char::is_whitespace))
        .map(|(at, _)| at)
        .collect()
}

/// Items count only if their numbers run on without a gap.
fn numbered(text: &str, first: Numbering) -> Vec<usize> {
    let (mut expected, mut found) = (first.next(), Vec::new());
    let starts = text.char_indices().zip(text.chars().skip(1));
    for ((at, blank), _) in starts.filter(|((_, blank), next)| *blank == ' ' && *next != ' ') {
        let start = at + blank.len_utf8();
        if expected.is_some() && Numbering::at(&text[start..]) == expected {
            expected = expected.and_then(Numbering::next);
            found.push(start);
        }
    }
    found
}

/// The mark of an item: a number or a small letter, and the sign after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Numbering {
    ordinal: Ordinal,
    sign: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ordinal {
    Number(u8),
    Letter(u8),
}

impl Numbering {
    /// The mark at the beginning of `text`, which a blank must follow.
    fn at(text: &str) -> Option<Self> {
        let digits = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
        let (ordinal, rest) = match digits {
            0 => {
                let letter = text.bytes().next().filter(u8::is_ascii_lowercase)?;
                (Ordinal::Letter(letter), &text[1..])
            }
            _ => (
                Ordinal::Number(text[..digits].parse().ok()?),
                &text[digits..],
            ),
        };
        let sign = [".) ", ") ", ". "]
            .into_iter()
            .find(|sign| rest.starts_with(sign))?;
        Some(Self { ordinal, sign })
    }

    fn next(self) -> Option<Self> {
        let ordinal = match self.ordinal {
            Ordinal::Number(number) => Ordinal::Number(number.checked_add(1)?),
            Ordinal::Letter(letter) => Ordinal::Letter(letter.checked_add(1)?),
        };
        Some(Self { ordinal, ..self })
    }
}
