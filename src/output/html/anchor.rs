//! Names of places in the page.

use std::fmt::Write as _;

/// `id` as it can stand in an `id` attribute, in an address after `#`, and in a list parted by blanks. Different ids stay
/// different: what is no letter, digit, point or hyphen becomes `_` and its bytes in hexadecimal.
pub fn anchor(id: &str) -> String {
    let mut anchor = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-') {
            anchor.push(char::from(byte));
        } else {
            let _ = write!(anchor, "_{byte:02x}");
        }
    }
    anchor
}

#[cfg(test)]
mod tests {
    use super::anchor;

    #[test]
    fn usual_ids_stay_as_they_are() {
        assert_eq!(anchor("000.4"), "000.4");
    }

    #[test]
    fn anything_else_is_spelled_out() {
        assert_eq!(anchor("a b\"é"), "a_20b_22_c3_a9");
    }
}
