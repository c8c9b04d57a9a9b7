//! What comparing claims writes to, kept from one two claims to the next: memory is asked for once and not for every pair.

use super::aligner::Room;
use super::overlap::{ClaimOverlap, RowOverlap};
use super::trigrams::Spread;

/// Room for one comparison after the other; any number of pairs of sources may use it in turn.
#[derive(Debug, Default)]
pub struct Workspace {
    /// What one claim of the first source has in common with any of the other.
    pub(super) row: RowOverlap,
    /// The letters of that claim.
    pub(super) trigrams: Spread,
    /// What two claims have in common.
    pub(super) overlap: ClaimOverlap,
    /// What aligning them takes.
    pub(super) room: Room,
    /// The words that correspond, as positions of both sides.
    pub(super) aligned: Vec<(usize, usize)>,
    /// Those of them that are content words.
    pub(super) content: Vec<(usize, usize)>,
    /// What was measured.
    pub(super) values: Vec<Option<f32>>,
}
