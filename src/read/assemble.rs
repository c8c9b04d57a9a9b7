//! Puts the text of an article together from its parts.

use crate::model::{Block, Span, Zone};

/// A text and its blocks, grown part by part. Used where the file itself is no text that could be quoted from.
#[derive(Debug, Default)]
pub struct Assembly {
    /// The text so far, a block a line.
    pub text: String,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

impl Assembly {
    /// Adds a paragraph; blanks of any kind and number become one blank. Nothing is added for a part without words.
    pub fn push(&mut self, zone: Option<Zone>, words: &str) {
        let mut words = words.split_whitespace().peekable();
        if words.peek().is_none() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        for word in words {
            if self.text.len() > start {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
        let span = Span::new(start..self.text.len());
        self.blocks.push(Block { zone, span });
    }

    /// Adds the paragraphs of a plain text.
    pub fn push_plain(&mut self, text: &str) {
        for block in super::plain::paragraphs(text) {
            self.push(None, block.span.of(text));
        }
    }

    /// Whether one of the blocks holds these words.
    pub fn holds(&self, words: &str) -> bool {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.text.contains(&words)
    }
}
