//! Who is said to have said it.

use super::name::Name;
use super::token::{Run, Token};
use crate::model::Span;

/// One attribution: speaker, cue and what is attributed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who said it, with title and description ("a person briefed on the plans").
    pub speaker: Run,
    /// The words that attribute: "said", "according to", "told".
    pub cue: Run,
    /// What is attributed.
    pub content: Run,
    /// Whether the speaker is an outlet or agency that is credited with the report ("the BBC reported").
    pub outlet: bool,
}

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words between the marks.
    pub run: Run,
    /// The same with the marks, in the source's text.
    pub span: Span,
}

/// The quotations of a claim, in order.
pub fn quotations(_text: &str, _tokens: &[Token]) -> Vec<Quotation> {
    Vec::new()
}

/// The attributions of a claim, in order.
pub fn attributions(
    _tokens: &[Token],
    _names: &[Name],
    _quotations: &[Quotation],
) -> Vec<Attribution> {
    Vec::new()
}
