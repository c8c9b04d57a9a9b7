//! Bytes to text, whatever their encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::unreadable;
use crate::error::Error;

/// Text, and what had to be assumed to get it.
pub struct Decoded {
    /// The text. Of UTF-8 it holds the very bytes, a byte order mark included, so that positions are those of the file.
    pub text: String,
    /// What whoever uses the text should know.
    pub warnings: Vec<String>,
}

/// Decodes the text in the file at `path`: by its byte order mark, as UTF-8 if it is that, by the encoding that it declares
/// (`charset=` of HTML, `encoding=` of XML), or by a guess.
///
/// # Errors
/// If the bytes are no text.
pub fn decode(path: &str, bytes: &[u8]) -> Result<Decoded, Error> {
    if let Some(what) = other_format(bytes) {
        return Err(unreadable(path, what));
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return Ok(Decoded {
            text: text.to_owned(),
            warnings: Vec::new(),
        });
    }
    let (encoding, how) = encoding(bytes);
    if !matches!(how, How::Marked | How::Shaped) && bytes.contains(&0) {
        return Err(unreadable(path, "it is no text but binary data"));
    }
    let (text, _, malformed) = encoding.decode(bytes);
    let mut warnings = Vec::new();
    if let Some(how) = how.in_words() {
        warnings.push(format!("read as {}, {how}", encoding.name()));
    }
    if malformed {
        let name = encoding.name();
        warnings.push(format!(
            "bytes that are not {name} were replaced by \u{fffd}"
        ));
    }
    Ok(Decoded {
        text: text.into_owned(),
        warnings,
    })
}

/// How an encoding became known.
enum How {
    /// By a byte order mark.
    Marked,
    /// By zero bytes in every other place.
    Shaped,
    /// All but a few bytes are valid.
    Nearly,
    Declared,
    Guessed,
}

impl How {
    /// What the user should know of it.
    fn in_words(&self) -> Option<&'static str> {
        match self {
            How::Marked | How::Nearly => None,
            How::Shaped => Some("by the look of its bytes"),
            How::Declared => Some("as the file declares"),
            How::Guessed => Some("which was guessed from its bytes"),
        }
    }
}

fn encoding(bytes: &[u8]) -> (&'static Encoding, How) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, How::Marked);
    }
    if let Some(encoding) = shaped(bytes) {
        return (encoding, How::Shaped);
    }
    if is_nearly_utf8(bytes) {
        return (UTF_8, How::Nearly);
    }
    match declared(bytes) {
        // What is declared to be UTF-8 and is not must be something else.
        Some(encoding) if encoding != UTF_8 => (encoding, How::Declared),
        _ => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            (detector.guess(None, Utf8Detection::Allow), How::Guessed)
        }
    }
}

/// How many bytes tell what a file is.
const HEAD: usize = 1024;

/// UTF-16 without a mark shows by its zero bytes, as long as the text is mostly Latin.
fn shaped(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let zeros = |offset| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let half = head.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    // Three in four of one half, and hardly any of the other.
    let mostly = |many: usize, few: usize| half > 1 && many * 4 > half * 3 && few * 20 < half;
    match () {
        () if mostly(odd, even) => Some(UTF_16LE),
        () if mostly(even, odd) => Some(UTF_16BE),
        () => None,
    }
}

/// Valid sequences of several bytes for each invalid one, from which on the text is UTF-8 with mistakes and nothing else.
const VALID_PER_INVALID: usize = 4;

fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk
            .valid()
            .chars()
            .filter(|letter| !letter.is_ascii())
            .count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > invalid * VALID_PER_INVALID
}

/// The encoding that the beginning of the file names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let (_, label) = head.split_once(key)?;
        let label = label.trim_start_matches(['"', '\'', ' ']);
        let end = label.find(['"', '\'', ' ', ';', '>', '?', '/'])?;
        Encoding::for_label(&label.as_bytes()[..end])
    })
}

/// How well-known formats begin that are no text to be read as it stands, and what to do about them.
const OTHER_FORMATS: &[(&[u8], &str)] = &[
    (
        b"%PDF-",
        "it is a PDF document; use a build with the feature `pdf`, or save it as text",
    ),
    (
        b"PK\x03\x04",
        if cfg!(feature = "docx") {
            "it is a ZIP archive or an office document other than Word's; unpack it or save it as text"
        } else {
            "it is a ZIP archive or an office document; unpack it or save it as text, or use a build with the feature `docx`"
        },
    ),
    (
        b"\xd0\xcf\x11\xe0",
        "it is an old office document; save it as text",
    ),
    (
        b"{\\rtf",
        "it is a document in Rich Text Format; save it as text or as docx",
    ),
    (
        b"From: <Saved by",
        "it is a web page saved as a single file (MHTML); save it as HTML",
    ),
    (b"\x89PNG", "it is no text but a PNG picture"),
    (b"\xff\xd8\xff", "it is no text but a JPEG picture"),
    (b"GIF8", "it is no text but a GIF picture"),
    (b"RIFF", "it is no text but a sound, a film or a picture"),
    (b"\x1f\x8b", "it is a gzip archive; unpack it"),
    (b"7z\xbc\xaf", "it is an archive; unpack it"),
    (b"\x7fELF", "it is no text but a program"),
    (b"MZ\x90", "it is no text but a program"),
    (b"SQLite format 3", "it is no text but a database"),
];

fn other_format(bytes: &[u8]) -> Option<&'static str> {
    let known = OTHER_FORMATS
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic));
    known.map(|(_, what)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, String) {
        let decoded = decode("a.txt", bytes).expect("text");
        (decoded.text, decoded.warnings.join("; "))
    }

    #[test]
    fn utf8_keeps_its_bytes_and_its_mark() {
        let text = "\u{feff}Zelenskyy’s Kyjiv";
        assert_eq!(decoded(text.as_bytes()), (text.to_owned(), String::new()));
    }

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        let units: Vec<u16> = "The “talks” begin in Jeddah on Tuesday."
            .encode_utf16()
            .collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = [0xfeff]
            .iter()
            .chain(&units)
            .flat_map(|unit| unit.to_be_bytes())
            .collect();
        assert!(decoded(&little).1.contains("UTF-16LE"));
        assert_eq!(decoded(&little).0, decoded(&big).0);
        assert_eq!(decoded(&big).1, "");
    }

    #[test]
    fn a_declared_encoding_is_believed_and_told() {
        let (text, warning) = decoded(b"<meta charset=\"iso-8859-2\"><p>\xb3\xf3d\xbc</p>");
        assert!(text.contains("łódź"));
        assert_eq!(warning, "read as ISO-8859-2, as the file declares");
    }

    #[test]
    fn an_undeclared_encoding_is_guessed_and_told() {
        let (text, warning) = decoded(
            b"The minister said \x93the talks\x94 won\x92t fail \x96 for now, he told the caf\xe9.",
        );
        assert!(text.contains("“the talks” won’t fail – for now"));
        assert_eq!(
            warning,
            "read as windows-1252, which was guessed from its bytes"
        );
    }

    #[test]
    fn a_few_bad_bytes_do_not_make_utf8_something_else() {
        let (text, warning) = decoded(
            "“Ein ‚Gespräch‘ über Öl“ – Köln\u{fffd}"
                .replace('\u{fffd}', "")
                .as_bytes(),
        );
        assert_eq!(
            (text.as_str(), warning.as_str()),
            ("“Ein ‚Gespräch‘ über Öl“ – Köln", "")
        );
        let mut bytes = "“Ein ‚Gespräch‘ über Öl“ – Köln".as_bytes().to_vec();
        bytes.push(0xff);
        assert!(decoded(&bytes).0.ends_with("Köln\u{fffd}"));
        assert!(decoded(&bytes).1.contains("were replaced"));
    }
}
