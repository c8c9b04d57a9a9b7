//! Lists in running text: "steel, copper and tin".

use super::token::{Run, Token};

/// Things named one after the other, joined by commas and "and" or "or".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The things, in order; at least two.
    pub items: Vec<Run>,
}

impl List {
    /// From the first word of the first item to the last of the last.
    pub fn run(&self) -> Run {
        let first = self.items.first().copied().unwrap_or_default();
        let last = self.items.last().copied().unwrap_or(first);
        Run {
            start: first.start,
            end: last.end,
        }
    }
}

/// An item has at most so many tokens: what is longer is a clause, not a thing.
const LONGEST_ITEM: usize = 6;

/// What joins the last item to those before it. "A and B and C", "A and B, alongside C" are one list.
const JOINTS: [&[&str]; 7] = [
    &["and"],
    &["or"],
    &["alongside"],
    &["plus"],
    &["along", "with"],
    &["together", "with"],
    &["as", "well", "as"],
];

/// The lists of a claim, in order and apart from each other.
pub fn lists(tokens: &[Token]) -> Vec<List> {
    let mut found: Vec<List> = Vec::new();
    for position in 0..tokens.len() {
        let Some(joint) = joint_at(tokens, position) else {
            continue;
        };
        let before = joint.start as usize - usize::from(follows_comma(tokens, position));
        match found.last_mut() {
            Some(list) if list.run().end as usize == before => {
                list.items.extend(item_from(tokens, joint.end as usize));
            }
            last => {
                let floor = last.map_or(0, |list| list.run().end as usize);
                found.extend(list_around(tokens, joint, floor));
            }
        }
    }
    found
}

/// The words at `position` that join two items.
fn joint_at(tokens: &[Token], position: usize) -> Option<Run> {
    let begins = |joint: &&&[&str]| {
        let words = tokens[position..].iter().take(joint.len());
        words.len() == joint.len() && words.zip(**joint).all(|(token, word)| token.is(word))
    };
    let joint = JOINTS.iter().find(begins)?;
    Some(Run::new(position, position + joint.len()))
}

fn follows_comma(tokens: &[Token], position: usize) -> bool {
    position > 0 && tokens[position - 1].is(",")
}

/// The list whose last two items stand around `joint`; it begins at `floor` or later.
fn list_around(tokens: &[Token], joint: Run, floor: usize) -> Option<List> {
    let last = item_from(tokens, joint.end as usize)?;
    let position = joint.start as usize;
    let end = position - usize::from(follows_comma(tokens, position));
    let mut items = vec![last, item_before(tokens, end, floor)?];
    while let Some(comma) = items
        .last()
        .and_then(|item| (item.start as usize).checked_sub(1))
    {
        let comma = skip_back(tokens, comma);
        if !tokens[comma].is(",") {
            break;
        }
        let Some(item) = item_before(tokens, comma, floor) else {
            break;
        };
        items.push(item);
    }
    items.reverse();
    Some(List { items })
}

/// Back over the articles and possessives that stand before an item.
fn skip_back(tokens: &[Token], position: usize) -> usize {
    let is_article =
        |at: &usize| tokens[*at].is_one_of(&["the", "a", "an", "his", "her", "its", "their"]);
    if is_article(&position) {
        position.saturating_sub(1)
    } else {
        position
    }
}

/// The content words that end right before `end`, without the verb whose object they are.
fn item_before(tokens: &[Token], end: usize, floor: usize) -> Option<Run> {
    let belongs = |at: &usize| tokens[*at].is_content() || tokens[*at].is("-");
    let start = end - (floor..end).rev().take_while(belongs).count();
    let verb = (start..end.saturating_sub(1)).rfind(|at| is_verb(tokens, *at));
    let start = verb.map_or(start, |verb| verb + 1);
    (1..=LONGEST_ITEM)
        .contains(&(end - start))
        .then(|| Run::new(start, end))
}

/// Words with a verb after them: subjects that can be nothing else, and auxiliaries.
const BEFORE_VERB: &[&str] = &[
    "i", "you", "he", "she", "it", "we", "they", "who", "will", "would", "can", "could", "may",
    "might", "must", "should",
];

/// Whether a word is a verb, as far as its ending or the word before it tells. A capital speaks of a name ("United Nations").
fn is_verb(tokens: &[Token], position: usize) -> bool {
    let token = &tokens[position];
    let led = || position > 0 && tokens[position - 1].is_one_of(BEFORE_VERB);
    !token.capital && (token.is_past() || led())
}

/// The content words from `start` on, after an article and up to a verb.
fn item_from(tokens: &[Token], start: usize) -> Option<Run> {
    let article = tokens
        .get(start)
        .is_some_and(|token| !token.is_content() && token.is_word());
    let start = start + usize::from(article);
    let belongs = |token: &&Token| token.is_content() && !token.is_past() || token.is("-");
    let length = tokens.get(start..)?.iter().take_while(belongs).count();
    (1..=LONGEST_ITEM)
        .contains(&length)
        .then(|| Run::new(start, start + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    fn items(text: &str) -> Vec<Vec<String>> {
        let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
        let words = |run: &Run| run.span(&tokens).of(text).to_owned();
        lists(&tokens)
            .iter()
            .map(|list| list.items.iter().map(words).collect())
            .collect()
    }

    #[test]
    fn items_stand_between_commas_and_a_conjunction() {
        assert_eq!(
            items("They sell steel, copper, and tin to the farmers and the miners of Kent."),
            [vec!["steel", "copper", "tin"], vec!["farmers", "miners"]]
                .map(|list| list.into_iter().map(str::to_owned).collect::<Vec<_>>())
        );
    }

    #[test]
    fn the_verb_before_a_list_is_not_of_its_first_item() {
        for text in [
            "He will buy steel and tin.",
            "The firm bought steel and tin.",
            "The firms, who sell steel and tin, agreed.",
        ] {
            assert_eq!(items(text), [["steel", "tin"]], "{text}");
        }
        let united = "The talks of the United Nations and China ended.";
        assert_eq!(items(united), [["United Nations", "China"]]);
    }

    #[test]
    fn what_is_joined_to_a_list_belongs_to_it() {
        for text in [
            "Trade in steel and tin and copper fell.",
            "Trade in steel and tin, alongside copper, fell.",
            "Trade in steel and tin as well as copper fell.",
        ] {
            assert_eq!(items(text), [["steel", "tin", "copper"]], "{text}");
        }
    }

    #[test]
    fn text_without_a_conjunction_has_no_list() {
        assert_eq!(items("Rain fell, wind blew."), Vec::<Vec<String>>::new());
        assert_eq!(items("and"), Vec::<Vec<String>>::new());
    }
}
