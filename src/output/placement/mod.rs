//! Where the nodes of a picture stand: the same network gives the same picture.

mod card;
mod circle;

pub use card::{Card, cards};
pub use circle::circle;

/// A place, in pixels; `y` grows downwards. Formats whose `y` grows upwards turn it round.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}
