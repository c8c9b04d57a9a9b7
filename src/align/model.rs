//! Scores as sums: logistic regression over measured values, in bits.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::background::Background;
use super::context;
use super::feature::FEATURES;
use super::meaning;
use crate::model::Measure;

/// The weights that `crosscheck fit` learnt.
static FITTED: &str = include_str!("data/weights.json");
/// The weights that `crosscheck fit --model` learnt with the encoder that README names.
#[cfg(feature = "semantic")]
static FITTED_WITH_MEANING: &str = include_str!("data/weights_semantic.json");

/// All fitted numbers of alignment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// From the words of two claims alone: whether they are about the same thing.
    pub words: Model,
    /// The same, with what the claims around them say.
    pub link: Model,
    /// Whether two claims that are about the same thing tell it in the same words.
    pub content: Model,
    /// The score of `link`, in bits, from which on a pair becomes a link: where precision and recall balance best.
    pub threshold: f64,
    /// Two claims are worth comparing if what can correspond in them weighs at least this share of a word that only they hold.
    pub worth_comparing: f32,
    /// What the meanings are worth; not there if the weights are for comparing without an encoder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<MeaningModel>,
    /// How common words are in news.
    pub background: Background,
}

/// What the directions that one encoder gives are worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeaningModel {
    /// Which encoder: [`crate::text::meaning::Encoder::identity`].
    pub encoder: String,
    /// Whether two claims are about the same thing, by their meanings alone. Its score is one of the values of `link`.
    pub measured: Model,
}

/// One logistic regression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// Score of a pair whose every value is the centre, in bits.
    pub bias: f64,
    /// What each value adds, in the order of the values.
    pub terms: Vec<Term>,
}

/// What one value adds to a score: `weight · (value − centre)` bits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Name of the feature.
    pub feature: String,
    /// Bits per unit of the value.
    pub weight: f64,
    /// The value that adds nothing: its mean where the weights were fitted.
    pub centre: f64,
}

impl Weights {
    /// The weights that this build ships.
    pub fn shipped() -> &'static Weights {
        static SHIPPED: LazyLock<Weights> = LazyLock::new(|| {
            serde_json::from_str(FITTED).expect("the shipped weights are well-formed")
        });
        &SHIPPED
    }

    /// The weights that this build ships for comparing with an encoder.
    #[cfg(feature = "semantic")]
    pub fn shipped_with_meaning() -> &'static Weights {
        static SHIPPED: LazyLock<Weights> = LazyLock::new(|| {
            serde_json::from_str(FITTED_WITH_MEANING).expect("the shipped weights are well-formed")
        });
        &SHIPPED
    }

    /// For each of the [features](super::feature::FEATURES), whether the scores of pairs ask for it: those that weigh something there are
    /// asked for, and all while nothing is learnt.
    pub fn scoring(&self) -> Vec<bool> {
        let weighs = |model: &Model, at| {
            model
                .terms
                .get(at)
                .is_none_or(|term: &Term| term.weight != 0.0)
        };
        let asks = |at| weighs(&self.words, at) || weighs(&self.link, at);
        (0..FEATURES.len()).map(asks).collect()
    }

    /// Whether the weights are for the features that this build measures, in their order: a weight has no meaning elsewhere.
    pub fn is_for_this_build(&self) -> bool {
        let measured = || FEATURES.iter().map(|feature| feature.name());
        let meaning = self.meaning.as_ref();
        let last = meaning.map(|_| meaning::NAME);
        self.words.is_of(measured())
            && self
                .link
                .is_of(measured().chain(context::NAMES).chain(last))
            && self.content.is_of(measured())
            && meaning.is_none_or(|model| model.measured.is_of(meaning::MEASURED.into_iter()))
    }
}

impl Model {
    /// What each value adds, in bits; a value that does not apply adds nothing.
    pub fn contributions<'a>(
        &'a self,
        values: &'a [Option<f32>],
    ) -> impl Iterator<Item = f64> + 'a {
        let added = |(term, value): (&Term, &Option<f32>)| {
            value.map_or(0.0, |value| term.weight * (f64::from(value) - term.centre))
        };
        self.terms.iter().zip(values).map(added)
    }

    /// Bias and contributions added up, in bits.
    pub fn score(&self, values: &[Option<f32>]) -> f64 {
        self.bias + self.contributions(values).sum::<f64>()
    }

    /// The contributions with the names of what was measured.
    pub fn measures(&self, values: &[Option<f32>]) -> Vec<Measure> {
        let names = FEATURES
            .iter()
            .map(|feature| feature.name())
            .chain(context::NAMES)
            .chain([meaning::NAME]);
        names
            .zip(values)
            .zip(self.contributions(values))
            .map(|((feature, value), contribution)| Measure {
                feature,
                value: value.map(f64::from),
                contribution,
            })
            .collect()
    }

    fn is_of(&self, names: impl Iterator<Item = &'static str>) -> bool {
        self.terms
            .iter()
            .map(|term| term.feature.as_str())
            .eq(names)
    }
}
