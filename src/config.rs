//! Every number that decides something, with its reason.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::align::model::Weights;
use crate::error::Error;
use crate::limits::Limits;

/// The numbers that decide; a TOML file may set any of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// A pair becomes a link at this score, in bits; if not set, at the score that was fitted with the weights.
    pub threshold: Option<f64>,
    /// What each feature is worth.
    pub weights: Cow<'static, Weights>,
    /// How much is read before it is too much.
    pub limits: Limits,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            threshold: None,
            weights: Cow::Borrowed(Weights::shipped()),
            limits: Limits::default(),
        }
    }
}

impl Config {
    /// The score, in bits, from which on a pair becomes a link.
    pub fn threshold(&self) -> f64 {
        self.threshold.unwrap_or(self.weights.threshold)
    }

    /// The same numbers with the weights of the JSON document `text`, as `crosscheck fit` writes it. `path` is what errors
    /// call it.
    ///
    /// # Errors
    /// If it is not such a document, or its weights are for other features than this build measures.
    pub fn with_weights(self, path: &str, text: &str) -> Result<Self, Error> {
        let wrong = |reason: String| Error::Config {
            path: path.to_owned(),
            reason,
        };
        let weights: Weights =
            serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
        if !weights.is_for_this_build() {
            let reason =
                "these weights are for other features; learn them anew with `crosscheck fit`";
            return Err(wrong(reason.to_owned()));
        }
        Ok(Self {
            weights: Cow::Owned(weights),
            ..self
        })
    }

    /// The numbers that the TOML document `text` sets, the shipped ones for all others. `path` is what errors call it.
    ///
    /// # Errors
    /// If it is no TOML, sets something that does not exist, or fails [`Config::validate`].
    pub fn from_toml(path: &str, text: &str) -> Result<Self, Error> {
        let config: Self = toml::from_str(text).map_err(|wrong| {
            let start = wrong.span().unwrap_or_default().start;
            let line = 1 + text[..start].matches('\n').count();
            Error::Config {
                path: path.to_owned(),
                reason: format!("line {line}: {}", wrong.message().replace('\n', ", ")),
            }
        })?;
        config.validate(path)?;
        Ok(config)
    }

    /// Makes sure that every number is one that can be decided by. `path` is where they come from.
    ///
    /// # Errors
    /// Names the first number that is not.
    pub fn validate(&self, path: &str) -> Result<(), Error> {
        let threshold = self.threshold();
        let endless = || format!("threshold is {threshold}: it must be a finite number of bits");
        let wrong = (!threshold.is_finite()).then(endless);
        match wrong.or_else(|| self.limits.unusable()) {
            None => Ok(()),
            Some(reason) => Err(Error::Config {
                path: path.to_owned(),
                reason,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Config;

    #[test]
    fn an_empty_file_changes_nothing() {
        let config = Config::from_toml("c.toml", "").expect("valid");
        assert_eq!(config, Config::default());
    }

    #[test]
    fn a_wrong_name_is_shown_with_its_line() {
        let wrong = Config::from_toml("c.toml", "treshold = 1.0").expect_err("refused");
        let message = wrong.to_string();
        assert!(
            message.contains("c.toml") && message.contains("line 1"),
            "{message}"
        );
        assert!(message.contains("threshold"), "{message}");
    }

    #[test]
    fn a_threshold_without_end_is_refused() {
        let wrong = Config::from_toml("c.toml", "threshold = inf").expect_err("refused");
        assert!(wrong.to_string().contains("finite"));
    }
}
