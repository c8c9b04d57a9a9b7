//! Byte positions in a text, in the units that other formats count in.

/// Where the letters and lines of a text begin.
pub struct Locator<'t> {
    text: &'t str,
    /// First byte of every letter (Unicode code point).
    letters: Vec<u32>,
    /// First byte of every line.
    lines: Vec<u32>,
}

/// Line and column of a letter, both from 1; a column is a code point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// From 1.
    pub line: usize,
    /// From 1.
    pub column: usize,
}

impl<'t> Locator<'t> {
    /// A locator for `text`.
    pub fn new(text: &'t str) -> Self {
        let letters = text.char_indices().map(|(position, _)| position as u32);
        let after_break = text
            .match_indices('\n')
            .map(|(position, _)| position as u32 + 1);
        Self {
            text,
            letters: letters.collect(),
            lines: std::iter::once(0).chain(after_break).collect(),
        }
    }

    /// The text itself.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// How many code points stand before the byte at `position`.
    pub fn letters_before(&self, position: u32) -> usize {
        self.letters.partition_point(|letter| *letter < position)
    }

    /// Line and column of the letter at byte `position`.
    pub fn line_column(&self, position: u32) -> LineColumn {
        let line = self.lines.partition_point(|begin| *begin <= position);
        let begin = self.lines[line - 1];
        LineColumn {
            line,
            column: self.letters_before(position) - self.letters_before(begin) + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_lines_are_counted_as_people_count_them() {
        let locator = Locator::new("é🙂x\nab");
        assert_eq!(locator.letters_before(0), 0);
        assert_eq!(locator.letters_before(6), 2);
        assert_eq!(locator.letters_before(10), 6);
        assert_eq!(locator.line_column(6), LineColumn { line: 1, column: 3 });
        assert_eq!(locator.line_column(9), LineColumn { line: 2, column: 2 });
        assert_eq!(locator.line_column(10), LineColumn { line: 2, column: 3 });
    }
}
