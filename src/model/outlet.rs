//! Outlets that sources credit with what they report.

use super::{ClaimIndex, SourceIndex, Span};

/// A publisher or agency that sources name as where they have something from, whether it is among the sources or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet {
    /// What it is called where it is named first.
    pub name: String,
    /// The source that it published, if that is among the sources.
    pub source: Option<SourceIndex>,
    /// Where it is credited, in the order of the sources.
    pub credits: Vec<Credit>,
}

/// One credit line: "the BBC reported", "Original Source: www.bbc.com".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Credit {
    /// The source that gives the credit.
    pub source: SourceIndex,
    /// The claim that is credited; `None` where the whole article is.
    pub claim: Option<ClaimIndex>,
    /// The words that name the outlet.
    pub span: Span,
}
