//! What is measured on two claims. A feature is one file here and one row in [`FEATURES`].

use super::comparison::Comparison;

mod background;
mod containment;
mod contiguity;
mod cosine;
mod densest;
mod length;
mod numbers;
mod order;
mod place;
mod rarest;
mod run;
mod sequence;
mod shared;
mod speakers;
mod strangers;
mod times;
mod trigrams;
mod unshared;
mod word_pairs;

/// One thing that is measured on two claims. It is the same whichever of the two comes first.
pub trait Feature: Sync {
    /// What it is called in reports and in the weights; unique.
    fn name(&self) -> &'static str;
    /// What it measures, in which unit, and why that tells something; one sentence.
    fn summary(&self) -> &'static str;
    /// Whether more of it can only speak for (`Some(true)`) or against (`Some(false)`) being about the same thing.
    fn speaks_for(&self) -> Option<bool>;
    /// The measured value; `None` where the feature does not apply, which counts neither for nor against.
    fn measure(&self, seen: &Comparison) -> Option<f32>;
}

/// All features.
pub static FEATURES: &[&dyn Feature] = &[
    &cosine::Cosine,
    &trigrams::LetterTrigrams,
    &shared::SharedWeight,
    &containment::Containment,
    &rarest::RarestWord,
    &background::BackgroundWeight,
    &numbers::SharedNumbers,
    &run::LongestRun,
    &length::Length,
    &place::Place,
    &densest::DensestPlace,
    &speakers::SameSpeaker,
    &times::SameTime,
    &strangers::Strangers,
    &unshared::UnsharedWeight,
    &sequence::Sequence,
    &contiguity::Contiguity,
    &order::Order,
    &word_pairs::WordPairs,
];
