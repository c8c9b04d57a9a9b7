//! What only judging asks of a claim's words.

use super::extent::{Extent, extents};
use super::list::{List, lists};
use super::opposition::{Stand, stands};
use super::reach::{Reach, reaches};
use super::token::Token;

/// Found when a link of the claim is first judged, and kept for its other links: most claims of an archive are in no link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// Things named one after the other.
    pub lists: Vec<List>,
    /// How much of a whole it speaks of.
    pub extents: Vec<Extent>,
    /// How far the things go that it speaks of.
    pub reaches: Vec<Reach>,
    /// Words and phrases that others contradict.
    pub stands: Vec<Stand>,
}

impl Details {
    /// The details of a claim's words.
    pub fn new(tokens: &[Token]) -> Self {
        Self {
            lists: lists(tokens),
            extents: extents(tokens),
            reaches: reaches(tokens),
            stands: stands(tokens),
        }
    }
}
