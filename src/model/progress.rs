//! How far a long run has come.

use std::fmt::Debug;

/// Somebody who wants to know how far a run has come. What is told here changes nothing about the result.
pub trait Progress: Debug + Send + Sync {
    /// A stage begins that takes so many steps; `stage` says what is done, for the user.
    fn begin(&self, stage: &'static str, steps: usize);
    /// One step of the stage is done, on whichever thread.
    fn advance(&self);
}

/// Nobody.
impl Progress for () {
    fn begin(&self, _stage: &'static str, _steps: usize) {}

    fn advance(&self) {}
}
