//! Shows long output page by page, as `git` does: with `PAGER`, or `less` where the user names none.

use std::env;
use std::process::{Command, Stdio};

use crosscheck::output::target::Kept;

use crate::interrupt;

/// Quits if all fits on one screen, searches without regard to case, shows colours, leaves the screen as it is.
const LESS_OPTIONS: &str = "FIRX";

/// Shows a text and waits until the user has seen enough. False if there is no pager to show it.
pub fn show(text: &mut Kept) -> bool {
    let Some(mut pager) = pager() else {
        return false;
    };
    // Ctrl-C belongs to the pager as long as it runs.
    let _waiting = interrupt::placing();
    let Ok(mut shown) = pager.stdin(Stdio::piped()).spawn() else {
        return false;
    };
    if let Some(mut input) = shown.stdin.take() {
        // Whoever leaves the pager early wants no more of it.
        let _ = text.copy(&mut input);
    }
    let ended = shown.wait();
    ended.is_ok()
}

fn pager() -> Option<Command> {
    let named = env::var("PAGER")
        .ok()
        .filter(|pager| !pager.trim().is_empty());
    let mut command = match named.as_deref().map(str::trim) {
        Some("cat") => return None,
        None => Command::new("less"),
        Some(pager) => {
            let mut words = pager.split_whitespace();
            let mut command = Command::new(words.next()?);
            command.args(words);
            command
        }
    };
    if env::var_os("LESS").is_none() {
        command.env("LESS", LESS_OPTIONS);
    }
    Some(command)
}
