//! How far a long run has come, as a bar on standard error while somebody watches.

use std::time::{Duration, Instant};

use crosscheck::model::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A run that is over sooner needs no bar.
const PATIENCE: Duration = Duration::from_millis(700);
/// What is done, how far it has come, and how long it will take.
const LOOK: &str = "{msg} {wide_bar} {human_pos} of {human_len}, {eta} left";

/// The bar; it is wiped off when it goes. Where standard error is no terminal it never shows.
#[derive(Debug)]
pub struct Bar {
    begun: Instant,
    bar: ProgressBar,
}

impl Bar {
    /// A bar that does not show yet.
    pub fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        // A look that cannot be drawn is a mistake of this file, and any other will do.
        let look = ProgressStyle::with_template(LOOK);
        bar.set_style(look.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self {
            begun: Instant::now(),
            bar,
        }
    }
}

impl Progress for Bar {
    fn begin(&self, stage: &'static str, steps: usize) {
        self.bar.set_message(stage);
        self.bar.set_length(steps as u64);
        self.bar.set_position(0);
        self.bar.reset_eta();
    }

    fn advance(&self) {
        self.bar.inc(1);
        if self.bar.is_hidden() && self.begun.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
