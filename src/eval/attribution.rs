//! Whether the sentences that have a speaker are found, with the right speaker.

use std::path::Path;

use serde::Deserialize;

use super::gold::wrong;
use crate::error::Error;
use crate::model::{Span, Zone};
use crate::read::{self, Options};
use crate::split;
use crate::text::profile::Profile;
use crate::text::stem::EnglishStemmer;

/// An article whose attributions people have marked.
#[derive(Clone, Debug, Deserialize)]
pub struct MarkedArticle {
    /// Its name.
    pub id: String,
    /// Its text.
    pub text: String,
    /// The attributions in it.
    pub attributions: Vec<MarkedAttribution>,
}

/// One attribution as people marked it.
#[derive(Clone, Debug, Deserialize)]
pub struct MarkedAttribution {
    /// The words that name the speaker; none where no speaker is named.
    pub source: Vec<MarkedWords>,
    /// The words that attribute.
    pub cue: Vec<MarkedWords>,
}

/// A stretch of an article, in characters.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct MarkedWords {
    /// First character.
    pub start: usize,
    /// First character after it.
    pub end: usize,
}

/// Reads articles, one JSON object a line.
///
/// # Errors
/// If the file is missing or malformed.
pub fn load(path: &Path) -> Result<Vec<MarkedArticle>, Error> {
    let text = std::fs::read_to_string(path).map_err(|error| wrong(path, error.to_string()))?;
    text.lines()
        .map(|line| serde_json::from_str(line).map_err(|error| wrong(path, error.to_string())))
        .collect()
}

/// How many sentences were found to have a speaker.
#[derive(Clone, Debug, Default)]
pub struct AttributionScore {
    /// Sentences in which people marked an attribution with its speaker.
    pub marked: usize,
    /// Sentences in which an attribution was found.
    pub found: usize,
    /// Sentences with an attribution found whose speaker is a marked one.
    pub right: usize,
    /// All sentences that are missed or wrong.
    pub errors: Vec<SpeakerError>,
}

/// One sentence whose speaker was missed or is wrong.
#[derive(Clone, Debug)]
pub struct SpeakerError {
    /// The sentence.
    pub sentence: String,
    /// The speakers that people marked.
    pub marked: Vec<String>,
    /// The speakers that were found.
    pub found: Vec<String>,
}

impl AttributionScore {
    /// The part of the sentences found that is right.
    pub fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    /// The part of the marked sentences that was found with the right speaker.
    pub fn recall(&self) -> f64 {
        self.right as f64 / self.marked.max(1) as f64
    }
}

/// Finds the speakers of all sentences, each article cut as usual. A marked attribution belongs to the sentence that its cue
/// is in.
///
/// # Errors
/// If an article cannot be read, for it is empty.
pub fn score(articles: &[MarkedArticle]) -> Result<AttributionScore, Error> {
    let mut score = AttributionScore::default();
    for article in articles {
        for source in read::read(&article.id, article.text.as_bytes(), &Options::default())? {
            let units = split::split(&source);
            let claims = units.iter().filter(|unit| unit.zone == Zone::Claim);
            let sentences: Vec<Span> = claims.map(|unit| unit.span).collect();
            add(&mut score, article, &sentences);
        }
    }
    Ok(score)
}

fn add(score: &mut AttributionScore, article: &MarkedArticle, sentences: &[Span]) {
    let text = &article.text;
    let stemmer = EnglishStemmer::new();
    let bytes: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let span = |words: &MarkedWords| {
        let last = bytes.len() - 1;
        Span::new(bytes[words.start.min(last)]..bytes[words.end.clamp(words.start, last)])
    };
    for sentence in sentences {
        let marked: Vec<Span> = article
            .attributions
            .iter()
            .filter(|attribution| {
                attribution
                    .cue
                    .iter()
                    .any(|cue| span(cue).overlaps(*sentence))
            })
            .flat_map(|attribution| attribution.source.iter().map(span))
            .filter(|speaker| speaker.overlaps(*sentence))
            .collect();
        let profile = Profile::new(text, *sentence, None, &stemmer);
        let found: Vec<Span> = profile
            .attributions
            .iter()
            .map(|attribution| attribution.speaker.span(&profile.tokens))
            .collect();
        let right = found.iter().any(|one| {
            let same =
                |another: &Span| same_speaker(*one, *another) || is_relative(text, *one, *another);
            marked.iter().any(same)
        });
        score.marked += usize::from(!marked.is_empty());
        score.found += usize::from(!found.is_empty());
        score.right += usize::from(right);
        if !(right || marked.is_empty() && found.is_empty()) {
            let words =
                |spans: &[Span]| spans.iter().map(|span| span.of(text).to_owned()).collect();
            score.errors.push(SpeakerError {
                sentence: sentence.of(text).to_owned(),
                marked: words(&marked),
                found: words(&found),
            });
        }
    }
}

/// Whether two stretches name one speaker: at least half of the shorter one lies in the other.
fn same_speaker(one: Span, another: Span) -> bool {
    let end = one.end.min(another.end);
    let shared = end.saturating_sub(one.start.max(another.start)) as usize;
    shared > 0 && shared * 2 >= one.len().min(another.len())
}

/// Whether `pronoun` is a relative pronoun that stands for the `speaker` right before it: "Smith, who said".
fn is_relative(text: &str, speaker: Span, pronoun: Span) -> bool {
    let between = text.get(speaker.end as usize..pronoun.start as usize);
    matches!(pronoun.of(text), "who" | "which" | "that") && matches!(between, Some(" " | ", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_right_when_its_speaker_is() {
        let line = r#"{"id": "x", "text": "Élise Smith said no. It rained on the town all day. \"Yes,\" he said to us.",
            "attributions": [{"source": [{"start": 0, "end": 11}], "cue": [{"start": 12, "end": 16}]},
                             {"source": [{"start": 58, "end": 60}], "cue": [{"start": 61, "end": 65}]}]}"#;
        let article: MarkedArticle = serde_json::from_str(line).expect("well-formed");
        let score = score(&[article]).expect("not empty");
        assert_eq!(
            (score.marked, score.found, score.right),
            (2, 2, 2),
            "{:?}",
            score.errors
        );
        assert_eq!((score.precision(), score.recall()), (1.0, 1.0));
    }
}
