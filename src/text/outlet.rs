//! Publishers and news agencies, and where they are credited with what is reported.

use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};

use super::lexicon;
use super::normal::fold;
use super::phrase::Phrases;
use super::token::{Run, Token};

/// A publisher or agency named among the words of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletMention {
    /// Its words, without an article.
    pub run: Run,
    /// What is the same for all names of one outlet, see [`key`].
    pub key: String,
    /// Whether it is credited with what is reported ("according to CNN", "the BBC reported", "(Reuters)") and not just named.
    pub credited: bool,
}

/// The outlets named among the tokens, in order.
pub fn mentions(tokens: &[Token]) -> Vec<OutletMention> {
    let mut mentions = Vec::new();
    let mut position = 0;
    while position < tokens.len() {
        match name_at(tokens, position) {
            Some(run) => {
                let words: Vec<_> = tokens[run.range()].iter().map(|it| &*it.text).collect();
                mentions.push(OutletMention {
                    run,
                    key: key(&words.join(" ")),
                    credited: is_credited(tokens, run),
                });
                position = run.range().end;
            }
            None => position += 1,
        }
    }
    mentions
}

/// What is the same for all names of one outlet: "the BBC", "BBC News" and "www.bbc.com" are all "bbc".
pub fn key(name: &str) -> String {
    let folded = fold(name);
    let host = folded
        .split("://")
        .last()
        .and_then(|rest| rest.split('/').next())
        .filter(|host| host.contains('.') && !host.contains(' '));
    let name = host.map_or(folded.as_str(), main_label);
    let mut words: Vec<_> = name
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && *word != "the")
        .collect();
    while words.len() > 1 && words.last().is_some_and(|last| GENERIC.contains(last)) {
        words.pop();
    }
    let key = words.concat();
    KEYS.get(&key).cloned().unwrap_or(key)
}

/// Words at the end of an outlet's name that may as well be left out.
const GENERIC: [&str; 4] = ["news", "agency", "newspaper", "online"];

/// The word of a host name that names its owner: `bbc` of `www.bbc.co.uk`.
fn main_label(host: &str) -> &str {
    let labels: Vec<_> = host.split('.').collect();
    let (_, labels) = labels.split_last().unwrap_or((&"", &[]));
    let owners = labels
        .iter()
        .rev()
        .find(|label| !["co", "com", "org", "net", "gov", "ac"].contains(label));
    owners.unwrap_or(&host)
}

/// The keys of all names of known outlets, with the key of the name that they stand for.
static KEYS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    lexicon::phrases(include_str!("data/outlets.txt"))
        .map(|(name, known)| (joined(name), joined(known)))
        .collect()
});

fn joined(name: &str) -> String {
    name.chars().filter(|it| it.is_alphanumeric()).collect()
}

static KNOWN: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let names = lexicon::phrases(include_str!("data/outlets.txt"));
    Phrases::new(names.map(|(name, _)| (name, ())))
});

static HEADS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/outlet_heads.txt")));

static CUES_BEFORE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let cues = lexicon::entries(include_str!("data/credit_cues_before.txt"));
    Phrases::new(cues.map(|cue| (cue, ())))
});

static CUES_AFTER: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let cues = lexicon::entries(include_str!("data/credit_cues_after.txt"));
    Phrases::new(cues.map(|cue| (cue, ())))
});

/// The outlet whose name begins at `position`: a known one, or capitalised words that end in a head word ("Global Times").
fn name_at(tokens: &[Token], position: usize) -> Option<Run> {
    if !tokens[position].capital {
        return None;
    }
    let by_head = capitalised_until_head(tokens, position);
    let known = KNOWN.at(tokens, position).map(|(run, ())| run);
    by_head.into_iter().chain(known).max_by_key(|run| run.end)
}

/// A name is hardly longer than "the New South Wales Morning Herald".
const LONGEST_NAME: usize = 6;

fn capitalised_until_head(tokens: &[Token], position: usize) -> Option<Run> {
    let name = tokens[position..]
        .iter()
        .take(LONGEST_NAME)
        .take_while(|token| token.capital);
    let last = name
        .enumerate()
        .skip(1)
        .filter(|(_, token)| HEADS.contains(&*token.text))
        .last();
    last.map(|(length, _)| Run::new(position, position + length + 1))
}

fn is_credited(tokens: &[Token], run: Run) -> bool {
    let (start, end) = (run.range().start, run.range().end);
    let text = |position: Option<usize>| position.and_then(|it| tokens.get(it)).map(|it| &*it.text);
    let enclosed = text(start.checked_sub(1)) == Some("(") && text(Some(end)) == Some(")");
    enclosed || cue_before(tokens, start) || cue_after(tokens, end)
}

fn cue_before(tokens: &[Token], start: usize) -> bool {
    let end = match start.checked_sub(1).map(|before| &*tokens[before].text) {
        Some("the" | ":") => start - 1,
        _ => start,
    };
    (end.saturating_sub(2)..end)
        .filter_map(|position| CUES_BEFORE.at(tokens, position))
        .any(|(cue, ())| cue.range().end == end)
}

fn cue_after(tokens: &[Token], end: usize) -> bool {
    let passed = |token: &&Token| ["has", "had", "also", "'s", "’s"].contains(&&*token.text);
    let skipped = tokens[end..].iter().take_while(passed).count();
    CUES_AFTER.at(tokens, end + skipped).is_some()
}

#[cfg(test)]
mod tests {
    use super::{key, mentions};
    use crate::model::Span;
    use crate::text::stem::EnglishStemmer;
    use crate::text::token::tokenize;

    fn credited(text: &str) -> Vec<(String, bool)> {
        let tokens = tokenize(text, Span::new(0..text.len()), &EnglishStemmer::new());
        let mentions = mentions(&tokens).into_iter();
        mentions.map(|it| (it.key, it.credited)).collect()
    }

    #[test]
    fn all_names_of_an_outlet_have_one_key() {
        for name in [
            "BBC",
            "the BBC",
            "BBC News",
            "www.bbc.com",
            "https://www.bbc.co.uk/news/1",
        ] {
            assert_eq!(key(name), "bbc", "{name}");
        }
        assert_eq!(key("AP"), key("The Associated Press"));
        assert_eq!(key("Xinhua News Agency"), "xinhua");
        assert_eq!(key(""), "");
    }

    #[test]
    fn a_credit_is_told_from_a_mention() {
        assert_eq!(
            credited("The plan was dropped, the BBC reported."),
            [("bbc".into(), true)]
        );
        assert_eq!(
            credited("KYIV (Reuters) - Talks began."),
            [("reuters".into(), true)]
        );
        assert_eq!(
            credited("Cui told the Global Times, and CNN was barred."),
            [("globaltimes".into(), true), ("cnn".into(), false)]
        );
        assert_eq!(credited("These are hard times for the hill."), []);
    }
}
