//! Everything that is known of one claim's words.

use super::attribution::{self, Attribution};
use super::certainty::{self, CertaintyCue};
use super::details::{Details, LateDetails};
use super::meaning::{Encoder, Meaning};
use super::name::{self, Name};
use super::number::{self, Quantity};
use super::polarity::{self, Negation};
use super::quotation::{self, Quotation};
use super::role::{self, Role};
use super::stem::EnglishStemmer;
use super::time::{self, TimeReference};
use super::token::{Token, tokenize};
use crate::model::Span;

/// What one claim's words mean. All runs are positions in `tokens`; all spans are positions in the source's text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The words, in order.
    pub tokens: Vec<Token>,
    /// Persons, places and bodies named.
    pub names: Vec<Name>,
    /// Titles and offices, with or without the name of who holds them.
    pub roles: Vec<Role>,
    /// Numbers with their unit and what they measure.
    pub quantities: Vec<Quantity>,
    /// Points and stretches of time.
    pub times: Vec<TimeReference>,
    /// What is denied.
    pub negations: Vec<Negation>,
    /// Where the wording is less than a plain assertion.
    pub certainty: Vec<CertaintyCue>,
    /// Who is said to have said it.
    pub attributions: Vec<Attribution>,
    /// Words in quotation marks.
    pub quotations: Vec<Quotation>,
    /// What a sentence encoder makes of it, if there is one.
    pub meaning: Option<Meaning>,
    pub(crate) details: LateDetails,
}

impl Profile {
    /// Profiles the claim at `span` of `text`; relative dates count from `published`.
    pub fn new(
        text: &str,
        span: Span,
        published: Option<jiff::civil::Date>,
        stemmer: &EnglishStemmer,
    ) -> Self {
        let tokens = tokenize(text, span, stemmer);
        let quotations = quotation::quotations(text, &tokens);
        let times = time::times(&tokens, published);
        let quantities = number::quantities(text, &tokens, &times);
        let roles = role::roles(&tokens);
        let names = name::names(text, &tokens, &roles);
        let attributions = attribution::attributions(&tokens, &names, &times, &quotations);
        let profile = Self {
            negations: polarity::negations(&tokens)
                .into_iter()
                .filter(|negation| {
                    !names
                        .iter()
                        .any(|name| name.run.holds(negation.cue.start as usize))
                })
                .collect(),
            certainty: certainty::cues(&tokens),
            names,
            roles,
            quantities,
            times,
            attributions,
            quotations,
            tokens,
            meaning: None,
            details: LateDetails::default(),
        };
        profile.shrunk()
    }

    /// The same without room for more: there may be a million of them.
    fn shrunk(mut self) -> Self {
        self.tokens.shrink_to_fit();
        self.names.shrink_to_fit();
        self.roles.shrink_to_fit();
        self.quantities.shrink_to_fit();
        self.times.shrink_to_fit();
        self.negations.shrink_to_fit();
        self.certainty.shrink_to_fit();
        self.attributions.shrink_to_fit();
        self.quotations.shrink_to_fit();
        self
    }

    /// What only judging asks for.
    pub fn details(&self) -> &Details {
        self.details.of(&self.tokens)
    }

    /// The same with what `encoder` makes of the claim at `span` of `text` and of its content words.
    #[must_use]
    pub fn encoded(self, text: &str, span: Span, encoder: &dyn Encoder) -> Self {
        let words = self.tokens.iter().filter(|token| token.is_content());
        let place = |in_text: u32| (in_text - span.start) as usize;
        let words: Vec<_> = words
            .map(|token| place(token.span.start)..place(token.span.end))
            .collect();
        let meaning = Some(encoder.encode(span.of(text), &words));
        Self { meaning, ..self }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_has_a_profile(words in prop::collection::vec(
            prop_oneof!["\\PC{0,8}", Just("said".into()), Just("\"".into()), Just("$".into()), Just("10 to".into()),
                Just("Dec.".into()), Just("the President".into()), Just(", and".into()), Just("one in".into()), Just("-".into())],
            0..20,
        )) {
            let text = words.join(" ");
            let published = jiff::civil::Date::MAX;
            for day in [None, Some(published), Some(jiff::civil::Date::MIN)] {
                let profile = Profile::new(&text, Span::new(0..text.len()), day, &EnglishStemmer::new());
                let inside = |run: super::super::token::Run| run.end as usize <= profile.tokens.len();
                prop_assert!(profile.names.iter().all(|name| inside(name.run)));
                prop_assert!(profile.quantities.iter().all(|it| inside(it.run) && !it.low.is_nan()));
                prop_assert!(profile.attributions.iter().all(|it| inside(it.speaker) && inside(it.content)));
            }
        }
    }
}
