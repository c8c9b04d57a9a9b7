//! A sentence encoder in plain Rust: reads the folder of a BERT-like model and gives texts and words their directions.
//!
//! ```text
//! text ─word_piece▶ pieces ─network▶ one vector a piece ─mean▶ Meaning
//! ```

mod cache;
mod network;
mod tensors;
mod word_piece;

use std::fs;
use std::ops::Range;
use std::path::Path;

use ndarray::{Array1, Array2, Axis, Slice};
use sha2::{Digest, Sha256};

pub use cache::Cached;

use crate::error::Error;
use crate::text::meaning::{Direction, Encoder, Meaning};
use network::Network;
use tensors::Tensors;
use word_piece::{Piece, Vocabulary};

/// Longer texts are cut: sentence encoders of this kind were taught on at most so many pieces.
const MOST_PIECES: usize = 256;

/// The encoder of one model folder.
#[derive(Debug)]
pub struct SentenceEncoder {
    vocabulary: Vocabulary,
    network: Network,
    identity: String,
}

impl SentenceEncoder {
    /// Reads `config.json`, `vocab.txt` and `model.safetensors` in `folder`.
    ///
    /// # Errors
    /// If a file is missing, or is not of a model that this encoder can run.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let wrong = |reason: String| Error::Model {
            path: folder.display().to_string(),
            reason,
        };
        let read = |name: &str| {
            let missing = |failed| wrong(format!("{name}: {failed}"));
            fs::read(folder.join(name)).map_err(missing)
        };
        let shape = serde_json::from_slice(&read("config.json")?)
            .map_err(|error| wrong(format!("config.json: {error}")))?;
        let vocabulary = Vocabulary::new(&String::from_utf8_lossy(&read("vocab.txt")?))
            .map_err(|reason| wrong(format!("vocab.txt: {reason}")))?;
        let bytes = read("model.safetensors")?;
        let network = Tensors::new(&bytes)
            .and_then(|tensors| Network::new(&shape, vocabulary.len(), &tensors))
            .map_err(|reason| wrong(format!("model.safetensors: {reason}")))?;
        Ok(Self {
            identity: format!("{:x}", Sha256::digest(&bytes)),
            vocabulary,
            network,
        })
    }

    fn pieces(&self, text: &str) -> Vec<Piece> {
        let most = MOST_PIECES.min(self.network.most_pieces());
        let mut pieces = self.vocabulary.pieces(text);
        // The first and the last place are those of the marks around every text.
        pieces.truncate(most.saturating_sub(2));
        pieces
    }
}

impl Encoder for SentenceEncoder {
    fn identity(&self) -> &str {
        &self.identity
    }

    fn encode(&self, text: &str, words: &[Range<usize>]) -> Meaning {
        let pieces = self.pieces(text);
        let vectors = self.network.run(&self.vocabulary.framed(&pieces));
        let words = words.iter().map(|word| {
            let first = pieces.partition_point(|piece| piece.bytes.end <= word.start);
            let end = pieces.partition_point(|piece| piece.bytes.start < word.end);
            // The first vector is that of the mark before the text.
            mean(&vectors, 1 + first..1 + end.max(first))
        });
        Meaning {
            words: words.collect(),
            sentence: mean(&vectors, 0..vectors.nrows()),
        }
    }
}

/// The direction of the mean of some rows.
fn mean(vectors: &Array2<f32>, rows: Range<usize>) -> Direction {
    let rows = vectors.slice_axis(Axis(0), Slice::from(rows));
    let mean: Option<Array1<f32>> = rows.mean_axis(Axis(0));
    mean.map(|vector| Direction::of(&vector.to_vec()))
        .unwrap_or_default()
}
