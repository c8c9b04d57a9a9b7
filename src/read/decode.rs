//! Bytes to text.

use super::unreadable;
use crate::error::Error;

/// Text, and what had to be assumed to get it.
pub struct Decoded {
    /// The text.
    pub text: String,
    /// What whoever uses the text should know.
    pub warnings: Vec<String>,
}

/// Decodes the text in the file at `path`.
///
/// # Errors
/// If the bytes are no text.
pub fn decode(path: &str, bytes: &[u8]) -> Result<Decoded, Error> {
    if let Some(what) = binary(bytes) {
        return Err(unreadable(path, format!("it is no text but {what}")));
    }
    let text = String::from_utf8_lossy(bytes);
    let warning = matches!(text, std::borrow::Cow::Owned(_))
        .then(|| "bytes that are not UTF-8 were replaced by \u{fffd}".to_owned());
    Ok(Decoded {
        text: text.into_owned(),
        warnings: warning.into_iter().collect(),
    })
}

/// How well-known binary formats begin.
const BINARY: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
];

/// What the bytes look like, if they are no text: text holds no zero byte.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    let known = BINARY.iter().find(|(magic, _)| bytes.starts_with(magic));
    known
        .map(|(_, what)| *what)
        .or_else(|| bytes.contains(&0).then_some("binary data"))
}
