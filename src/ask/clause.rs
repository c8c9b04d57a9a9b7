//! Which words of a claim belong to one clause: roughly, without a parser.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::text::lexicon;
use crate::text::token::Token;

/// For every token the number of its clause; 0 is the main clause. A clause may be interrupted by another one.
pub fn clauses(tokens: &[Token]) -> Vec<usize> {
    let mut clauses = Vec::with_capacity(tokens.len());
    let (mut current, mut next) = (0, 1);
    // A relative clause or one before the main clause ends with the next comma, others with the sentence.
    let mut ends_with_comma = false;
    for (position, token) in tokens.iter().enumerate() {
        if token.is(",") && ends_with_comma {
            (current, ends_with_comma) = (0, false);
        } else if opens_relative_clause(tokens, position) || opens_clause(tokens, position) {
            ends_with_comma = position == 0 || opens_relative_clause(tokens, position);
            (current, next) = (next, next + 1);
        }
        clauses.push(current);
    }
    clauses
}

fn opens_relative_clause(tokens: &[Token], position: usize) -> bool {
    let behind_comma = position > 0 && tokens[position - 1].is(",");
    behind_comma && tokens[position].is_one_of(&["who", "which", "whom", "whose", "where"])
}

fn opens_clause(tokens: &[Token], position: usize) -> bool {
    // "as well as" and "such as" go on with the list that they stand in.
    let listing = position > 0 && tokens[position - 1].is_one_of(&["well", "such"]);
    let listing = listing || tokens.get(position + 1).is_some_and(|next| next.is("well"));
    // "In its role as a mediator" says what somebody is.
    let being =
        position > 0 && tokens[position].is("as") && tokens[position - 1].is_one_of(&BEFORE_A_ROLE);
    OPENERS.contains(&*tokens[position].text) && !listing && !being
}

/// Words after which "as" says what somebody is.
const BEFORE_A_ROLE: [&str; 10] = [
    "role", "part", "act", "acts", "acted", "acting", "serve", "serves", "served", "serving",
];

static OPENERS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/subordinate_openers.txt")));

#[cfg(test)]
mod tests {
    use super::clauses;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    fn main_clause(text: &str) -> String {
        let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
        let clauses = clauses(&tokens);
        let main = tokens
            .iter()
            .zip(clauses)
            .filter(|(_, clause)| *clause == 0);
        let words: Vec<_> = main.map(|(token, _)| token.span.of(text)).collect();
        words.join(" ")
    }

    #[test]
    fn the_main_clause_goes_on_behind_what_interrupts_it() {
        let text = "Lee, who met the mayor on Monday, will not attend after all.";
        assert_eq!(main_clause(text), "Lee , , will not attend");
        let text = "Although Lee met the mayor, he stays away.";
        assert_eq!(main_clause(text), ", he stays away .");
        let text = "The mayor as well as two aides came.";
        assert_eq!(main_clause(text), "The mayor as well as two aides came .");
    }
}
