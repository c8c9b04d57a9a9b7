//! The sentence encoder that a command line names.

use std::path::PathBuf;
use std::sync::Arc;

use crosscheck::text::meaning::Encoder;

use crate::exit::Failure;

/// Which encoder to compare meanings with, if any.
#[derive(clap::Args)]
pub struct EncoderArguments {
    /// Compare meanings too, by the sentence encoder in this folder (needs a build with the feature `semantic`)
    #[arg(
        long,
        global = true,
        value_name = "FOLDER",
        env = "CROSSCHECK_MODEL",
        hide_env_values = true
    )]
    model: Option<PathBuf>,
    /// Keep what the encoder gives in this folder, so that no text is encoded twice
    #[arg(
        long,
        global = true,
        value_name = "FOLDER",
        env = "CROSSCHECK_MODEL_CACHE",
        hide_env_values = true,
        requires = "model"
    )]
    model_cache: Option<PathBuf>,
}

impl EncoderArguments {
    /// Reads the encoder.
    ///
    /// # Errors
    /// If it cannot be read, or if this build has no encoders.
    pub fn open(&self) -> Result<Option<Arc<dyn Encoder>>, Failure> {
        let model = self.model.as_ref();
        model.map(|folder| self.read(folder)).transpose()
    }

    #[cfg(feature = "semantic")]
    fn read(&self, folder: &std::path::Path) -> Result<Arc<dyn Encoder>, Failure> {
        use crosscheck::semantic::{Cached, SentenceEncoder};
        let encoder = SentenceEncoder::open(folder)?;
        Ok(match &self.model_cache {
            Some(cache) => Arc::new(Cached::new(encoder, cache)?),
            None => Arc::new(encoder),
        })
    }

    #[cfg(not(feature = "semantic"))]
    fn read(&self, _: &std::path::Path) -> Result<Arc<dyn Encoder>, Failure> {
        let reason = "this build has no sentence encoder: build it with `cargo build --release --features semantic`";
        Err(Failure::Usage(reason.to_owned()))
    }
}
