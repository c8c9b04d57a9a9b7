//! A stretch of text.

use std::ops::Range;

/// A stretch of one source's decoded text, in UTF-8 bytes, both ends on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after the stretch.
    pub end: u32,
}

impl Span {
    /// The span of the bytes `range`. Texts are at most 4 GiB, which reading makes sure of.
    pub fn new(range: Range<usize>) -> Self {
        debug_assert!(range.start <= range.end && u32::try_from(range.end).is_ok());
        Self {
            start: range.start as u32,
            end: range.end as u32,
        }
    }

    /// The stretch of `text` that this span names.
    ///
    /// # Panics
    /// If the span was made for another text and does not fit this one.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The span as a range of byte positions.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// This span without the blanks at both of its ends.
    pub fn trimmed(self, text: &str) -> Span {
        let slice = self.of(text);
        let start = self.start as usize + (slice.len() - slice.trim_start().len());
        Span::new(start..start + slice.trim().len())
    }
}
