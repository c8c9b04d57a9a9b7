//! Sentences that never end.

use crate::model::Span;

/// Longer than this, in bytes, is no sentence that anybody wrote: the longest of 2,272 hand-cut news sentences has 557. The later
/// stages compare every word of a claim with every word of another, so this bounds what one pair can cost.
pub const LONGEST_UNIT: usize = 2000;

/// `span` in pieces of at most [`LONGEST_UNIT`] bytes, cut at blanks where there are any, without the blanks at their ends.
pub fn pieces(text: &str, span: Span) -> Vec<Span> {
    let (mut pieces, mut rest) = (Vec::new(), span);
    while rest.len() > LONGEST_UNIT {
        let start = rest.start as usize;
        let cut = start + cut(rest.of(text));
        pieces.push(Span::new(start..cut).trimmed(text));
        rest = Span::new(cut..rest.end as usize).trimmed(text);
    }
    pieces.push(rest);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Where to cut `long`: at the last blank that leaves a piece short enough, or else where the last character ends that does.
fn cut(long: &str) -> usize {
    let end = long.floor_char_boundary(LONGEST_UNIT);
    long[..end]
        .rfind(char::is_whitespace)
        .filter(|blank| *blank > 0)
        .unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_usual_length_stays_whole() {
        let text = "Rain fell on Monday.";
        let span = Span::new(0..text.len());
        assert_eq!(pieces(text, span), [span]);
    }

    #[test]
    fn endless_words_are_cut_between_words_and_endless_letters_between_letters() {
        for text in ["Kyiv ".repeat(1000), "é".repeat(3000)] {
            let pieces = pieces(&text, Span::new(0..text.len()));
            assert!(pieces.iter().all(|piece| piece.len() <= LONGEST_UNIT));
            let kept: String = pieces.iter().map(|piece| piece.of(&text)).collect();
            assert_eq!(kept.replace(' ', ""), text.replace(' ', ""));
            assert!(
                pieces
                    .iter()
                    .all(|piece| !piece.of(&text).starts_with("yiv"))
            );
        }
    }
}
