//! `--max-memory`: a run that takes more memory than the user can spare ends, and says so, before the machine is short of it.

use std::time::Duration;

use memory_stats::memory_stats;

use crate::exit::Exit;
use crate::interrupt;
use crate::messages::Messages;

/// Even a program that does nothing else takes longer than this to fill what a machine has to spare.
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);
/// Units of size, each 1024 times the one before.
const UNITS: [char; 4] = ['K', 'M', 'G', 'T'];

/// Bytes of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(usize);

impl std::str::FromStr for Size {
    type Err = String;

    /// A number of bytes, or of the unit after it: `500M`, `1.5G`, `2GiB`.
    fn from_str(written: &str) -> Result<Self, String> {
        let is_number = |sign: char| sign.is_ascii_digit() || sign == '.';
        let (number, unit) =
            written.split_at(written.find(|it| !is_number(it)).unwrap_or(written.len()));
        let unit = unit.trim().to_ascii_uppercase();
        let unit = unit.trim_end_matches('B').trim_end_matches('I');
        let power = match unit {
            "" => Some(0),
            _ => UNITS
                .iter()
                .position(|known| unit == known.to_string())
                .map(|at| at + 1),
        };
        let bytes = number.parse::<f64>().ok().zip(power);
        match bytes.map(|(number, power)| number * 1024_f64.powi(power as i32)) {
            Some(bytes) if bytes >= 1.0 => Ok(Self(bytes as usize)),
            _ => Err("say how much, for instance 500M or 2G".to_owned()),
        }
    }
}

/// Ends the run as soon as it takes more than `most`. Where the system does not tell what a program takes, a warning says so.
pub fn watch(most: Size, messages: Messages) {
    if memory_stats().is_none() {
        messages.warning(
            "--max-memory has no effect: this system does not tell how much memory is taken",
        );
        return;
    }
    look(most, messages);
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(BETWEEN_LOOKS);
            look(most, messages);
        }
    });
}

fn look(most: Size, messages: Messages) {
    if memory_stats().is_some_and(|taken| taken.physical_mem > most.0) {
        // A finished result is still put in its place.
        let _finished = interrupt::placing();
        let mib = most.0.div_ceil(1 << 20);
        messages.error(&format!(
            "this takes more than the {mib} MiB of --max-memory: compare fewer articles at once, or allow more"
        ));
        std::process::exit(Exit::Input as i32);
    }
}

#[cfg(test)]
mod tests {
    use super::Size;

    #[test]
    fn sizes_have_units() {
        for (written, bytes) in [
            ("1024", 1 << 10),
            ("2K", 2 << 10),
            ("500m", 500 << 20),
            ("1.5G", 3 << 29),
            ("2 GiB", 2 << 30),
            ("1MB", 1 << 20),
        ] {
            assert_eq!(written.parse(), Ok(Size(bytes)), "{written}");
        }
        for wrong in ["", "G", "0", "-1", "2 ells", "1..5G", "many"] {
            assert!(wrong.parse::<Size>().is_err(), "{wrong}");
        }
    }
}
