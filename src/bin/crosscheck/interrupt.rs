//! Ctrl-C: ends at once, except in the moment in which a finished result is put in its place.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::exit::Exit;

static PLACING: Mutex<()> = Mutex::new(());

/// Makes Ctrl-C end the run with its own exit code.
pub fn install() {
    let end = || {
        let _finished = placing();
        std::process::exit(Exit::Interrupted as i32);
    };
    // Where no handler can be installed the system's own one stays, which ends the run too.
    let _ = ctrlc::set_handler(end);
}

/// Holds Ctrl-C off as long as the guard lives. To be held only for work that is short and already decided.
pub fn placing() -> MutexGuard<'static, ()> {
    PLACING.lock().unwrap_or_else(PoisonError::into_inner)
}
