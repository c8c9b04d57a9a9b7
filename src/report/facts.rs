//! What a claim's words mean in normal form: the facts that a reader compares.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Source;
use crate::text::profile::Profile;
use crate::text::token::Run;

/// One fact that a claim states, with the words that state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactView {
    /// `quantity`, `time`, `name`, `certainty`, `polarity` or `speaker`.
    pub kind: &'static str,
    /// First byte of its words.
    pub start: u32,
    /// First byte after them.
    pub end: u32,
    /// What they mean in normal form; the words themselves where these are their own normal form.
    pub value: String,
}

/// The kinds of facts, in the order in which readers want them.
pub const FACT_KINDS: [&str; 6] = [
    "quantity",
    "time",
    "name",
    "speaker",
    "certainty",
    "polarity",
];

/// The facts of the claim of `source` that `profile` is of, by kind in the order of [`FACT_KINDS`], then by place.
pub fn facts(source: &Source, profile: &Profile) -> Vec<FactView> {
    let words = |run: Run| run.span(&profile.tokens).of(&source.text).to_owned();
    let fact = |kind, run: Run, value: String| {
        let span = run.span(&profile.tokens);
        (!span.is_empty() && !value.is_empty()).then_some(FactView {
            kind,
            start: span.start,
            end: span.end,
            value,
        })
    };
    let quantities = profile.quantities.iter().map(|quantity| {
        let measured = quantity.measured.as_deref().unwrap_or_default();
        fact("quantity", quantity.run, quantity.normal_form(measured))
    });
    let times = profile
        .times
        .iter()
        .map(|time| fact("time", time.run, time.normal_form()));
    let names = profile
        .names
        .iter()
        .map(|name| fact("name", name.run, words(name.run)));
    let speakers = profile.attributions.iter();
    let speakers = speakers.map(|said| fact("speaker", said.speaker, words(said.speaker)));
    let certainty = profile.certainty.iter();
    let certainty = certainty.map(|cue| fact("certainty", cue.cue, cue.level.name().to_owned()));
    let negations = profile.negations.iter();
    let negations = negations.map(|negation| fact("polarity", negation.cue, "negated".to_owned()));
    quantities
        .chain(times)
        .chain(names)
        .chain(speakers)
        .chain(certainty)
        .chain(negations)
        .flatten()
        .collect()
}
