//! Keeps what an encoder gave: a text is encoded once for all runs.

use std::fs;
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::text::meaning::{Direction, Encoder, Meaning};

/// An encoder that looks first whether a folder holds what it would give.
#[derive(Debug)]
pub struct Cached<E> {
    encoder: E,
    /// One file for each text, named by the hash of the text and its words.
    folder: PathBuf,
}

impl<E: Encoder> Cached<E> {
    /// Keeps what `encoder` gives in a folder of its own below `folder`.
    ///
    /// # Errors
    /// If that folder cannot be made.
    pub fn new(encoder: E, folder: &Path) -> Result<Self, Error> {
        let folder = folder.join(encoder.identity());
        fs::create_dir_all(&folder).map_err(|source| Error::Write {
            path: folder.clone(),
            source,
        })?;
        Ok(Self { encoder, folder })
    }
}

impl<E: Encoder> Encoder for Cached<E> {
    fn identity(&self) -> &str {
        self.encoder.identity()
    }

    fn encode(&self, text: &str, words: &[Range<usize>]) -> Meaning {
        let path = self.folder.join(name(text, words));
        let kept = fs::read(&path).ok();
        if let Some(meaning) = kept.and_then(|bytes| unpacked(&bytes, words.len())) {
            return meaning;
        }
        let meaning = self.encoder.encode(text, words);
        // A folder that is full or cannot be written costs time in the next run and nothing else.
        let _ = keep(&self.folder, &path, &packed(&meaning));
        meaning
    }
}

fn name(text: &str, words: &[Range<usize>]) -> String {
    let mut hash = Sha256::new();
    hash.update((text.len() as u64).to_le_bytes());
    hash.update(text);
    for word in words {
        hash.update((word.start as u64).to_le_bytes());
        hash.update((word.end as u64).to_le_bytes());
    }
    format!("{:x}", hash.finalize())
}

fn keep(folder: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

/// The sentence, then the words: before each the number of its dimensions in four bytes, then one byte for each; at the end the
/// hash of all that, so that a file that was damaged is not believed.
fn packed(meaning: &Meaning) -> Vec<u8> {
    let mut bytes = Vec::new();
    for direction in [&meaning.sentence].into_iter().chain(&meaning.words) {
        bytes.extend((direction.steps().len() as u32).to_le_bytes());
        bytes.extend(direction.steps().iter().map(|step| step.to_le_bytes()[0]));
    }
    let hash = Sha256::digest(&bytes);
    bytes.extend(hash);
    bytes
}

/// What [`packed`] wrote of so many words; `None` if it is anything else.
fn unpacked(bytes: &[u8], words: usize) -> Option<Meaning> {
    let (mut rest, hash) = bytes.split_last_chunk::<32>()?;
    if Sha256::digest(rest).as_slice() != hash {
        return None;
    }
    let mut directions = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let (steps, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        let steps = steps
            .iter()
            .map(|step| i8::from_le_bytes([*step]))
            .collect();
        directions.push(Direction::from_steps(steps));
        rest = after;
    }
    let mut directions = directions.into_iter();
    let meaning = Meaning {
        sentence: directions.next()?,
        words: directions.collect(),
    };
    (meaning.words.len() == words).then_some(meaning)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[derive(Debug, Default)]
    struct Counting(AtomicUsize);

    impl Encoder for Counting {
        fn identity(&self) -> &str {
            "counting"
        }

        fn encode(&self, text: &str, words: &[Range<usize>]) -> Meaning {
            self.0.fetch_add(1, Ordering::Relaxed);
            Meaning {
                sentence: Direction::of(&[text.len() as f32, -1.0]),
                words: words
                    .iter()
                    .map(|word| Direction::of(&[word.start as f32, 2.0]))
                    .collect(),
            }
        }
    }

    #[test]
    fn a_text_is_encoded_once_and_comes_back_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder");
        let encoder = Cached::new(Counting::default(), folder.path()).expect("made");
        let words = [0..2, 3..5];
        let first = encoder.encode("ab cd", &words);
        assert_eq!(encoder.encode("ab cd", &words), first);
        assert_ne!(encoder.encode("ab cd", &words[..1]), first);
        assert_eq!(encoder.encoder.0.load(Ordering::Relaxed), 2);
    }

    #[test]
    fn a_damaged_file_is_not_believed() {
        let meaning = Counting::default().encode("ab c", &[0..2, 3..4]);
        let whole = packed(&meaning);
        assert_eq!(unpacked(&whole, 2), Some(meaning));
        for end in 0..whole.len() {
            assert_eq!(unpacked(&whole[..end], 2), None);
        }
        let mut changed = whole.clone();
        changed[5] ^= 1;
        assert_eq!(unpacked(&changed, 2), None);
    }
}
