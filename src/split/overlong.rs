//! Sentences that never end.

use crate::model::Span;

/// `span` in pieces of at most so many bytes, cut at blanks where there are any, without the blanks at their ends.
pub fn pieces(text: &str, span: Span, longest: usize) -> Vec<Span> {
    let (mut pieces, mut rest) = (Vec::new(), span);
    while rest.len() > longest {
        let start = rest.start as usize;
        let cut = start + cut(rest.of(text), longest);
        pieces.push(Span::new(start..cut).trimmed(text));
        rest = Span::new(cut..rest.end as usize).trimmed(text);
    }
    pieces.push(rest);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Where to cut `long`: at the last blank that leaves a piece short enough, or else where the last character ends that does.
fn cut(long: &str, longest: usize) -> usize {
    let end = long.floor_char_boundary(longest);
    long[..end]
        .rfind(char::is_whitespace)
        .filter(|blank| *blank > 0)
        .unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: usize = 1000;

    #[test]
    fn a_sentence_of_usual_length_stays_whole() {
        let text = "Rain fell on Monday.";
        let span = Span::new(0..text.len());
        assert_eq!(pieces(text, span, LONGEST), [span]);
    }

    #[test]
    fn endless_words_are_cut_between_words_and_endless_letters_between_letters() {
        for text in ["Kyiv ".repeat(1000), "é".repeat(3000)] {
            let pieces = pieces(&text, Span::new(0..text.len()), LONGEST);
            assert!(pieces.iter().all(|piece| piece.len() <= LONGEST));
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
