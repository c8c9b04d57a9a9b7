//! Word by word, what one text has and the other has not.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::token::{Run, Token, comes_first};

/// One step of a word diff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The same words, whatever their spelling.
    Same(Run, Run),
    /// Words of the first text that stand as others in the second; either run may be empty.
    Changed(Run, Run),
}

impl Edit {
    /// The same step from the second text to the first.
    fn turned(self) -> Self {
        match self {
            Self::Same(one, another) => Self::Same(another, one),
            Self::Changed(one, another) => Self::Changed(another, one),
        }
    }
}

/// The steps that lead from `a` to `b`, comparing normal forms: two spellings of one word are the same.
pub fn word_diff(a: &[Token], b: &[Token]) -> Vec<Edit> {
    match comes_first(a, b) {
        true => edits(a, b).collect(),
        false => edits(b, a).map(Edit::turned).collect(),
    }
}

fn edits(a: &[Token], b: &[Token]) -> impl Iterator<Item = Edit> {
    let run = Run::new;
    let steps = capture_diff_slices(Algorithm::Patience, &forms(a), &forms(b)).into_iter();
    steps.map(move |step| match step {
        DiffOp::Equal {
            old_index,
            new_index,
            len,
        } => Edit::Same(
            run(old_index, old_index + len),
            run(new_index, new_index + len),
        ),
        other => {
            let (old, new) = (other.old_range(), other.new_range());
            Edit::Changed(run(old.start, old.end), run(new.start, new.end))
        }
    })
}

/// What tokens are compared by.
fn forms(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().map(|token| &*token.text).collect()
}
