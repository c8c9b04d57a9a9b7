//! Text of sources in Markdown.

use crate::output::printable::printable;

/// Signs that mean something in Markdown wherever they stand in a line.
const SIGNS: &[char] = &['\\', '`', '*', '_', '[', ']', '|', '~', '$', '^', '='];

/// Text of a source as Markdown that shows it letter by letter: no markup, no HTML, and on forges no mention, reference
/// or link. An empty comment inside "@name" and "#12" keeps them from being looked up and is seen by nobody.
pub fn escaped(text: &str) -> String {
    let shown = printable(text);
    let mut escaped = String::with_capacity(shown.len());
    for letter in shown.trim().chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '@' | '#' => {
                escaped.push(letter);
                escaped.push_str("<!-- -->");
            }
            ':' if escaped.ends_with("http") || escaped.ends_with("https") => {
                escaped.push_str("&#58;")
            }
            '.' if escaped.ends_with("www") => escaped.push_str("&#46;"),
            sign if SIGNS.contains(&sign) => escaped.extend(['\\', sign]),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markup_of_a_source_is_shown_and_not_obeyed() {
        assert_eq!(
            escaped("*a* <b> [x](y) `z` | $"),
            r"\*a\* &lt;b&gt; \[x\](y) \`z\` \| \$"
        );
    }

    #[test]
    fn mentions_references_and_links_lose_their_power() {
        assert_eq!(escaped("@sheriff #12"), "@<!-- -->sheriff #<!-- -->12");
        assert_eq!(
            escaped("https://a.b www.c.d"),
            "https&#58;//a.b www&#46;c.d"
        );
    }
}
