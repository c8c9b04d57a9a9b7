//! Everything that is known of one claim's words.

use super::attribution::{self, Attribution, Quotation};
use super::certainty::{self, CertaintyCue};
use super::name::{self, Name};
use super::number::{self, Quantity};
use super::polarity::{self, Negation};
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
        let quotations = attribution::quotations(text, &tokens);
        let times = time::times(&tokens, published);
        let quantities = number::quantities(text, &tokens, &times);
        let roles = role::roles(&tokens);
        let names = name::names(text, &tokens, &roles);
        let attributions = attribution::attributions(&tokens, &names, &quotations);
        Self {
            negations: polarity::negations(&tokens),
            certainty: certainty::cues(&tokens),
            names,
            roles,
            quantities,
            times,
            attributions,
            quotations,
            tokens,
        }
    }
}
