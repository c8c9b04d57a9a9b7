//! Addresses of files, for terminals that can follow them.

use std::fmt::Write as _;
use std::path::Path;

/// The `file:` address of `path`, which counts from `folder`. `None` for what is no file, such as standard input.
pub fn address(folder: &Path, path: &str) -> Option<String> {
    if path == "-" || path.contains("://") {
        return None;
    }
    let full = folder.join(path);
    let mut address = String::from("file://");
    for byte in full.to_str()?.bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'~' => address.push(char::from(byte)),
            plain if plain.is_ascii_alphanumeric() => address.push(char::from(plain)),
            other => {
                let _ = write!(address, "%{other:02X}");
            }
        }
    }
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::address;
    use std::path::Path;

    #[test]
    fn a_path_becomes_an_address_that_holds_no_control_character() {
        let made = address(Path::new("/home/desk"), "a b/\u{1b}ü.txt");
        assert_eq!(
            made.as_deref(),
            Some("file:///home/desk/a%20b/%1B%C3%BC.txt")
        );
    }

    #[test]
    fn standard_input_has_no_address() {
        assert_eq!(address(Path::new("/"), "-"), None);
    }
}
