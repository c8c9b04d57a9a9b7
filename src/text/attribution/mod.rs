//! Who is said to have said it.

mod finder;
mod verb;

use super::name::Name;
use super::outlet;
use super::quotation::Quotation;
use super::speaker::Speakers;
use super::time::TimeReference;
use super::token::{Run, Token};
use finder::Finder;

/// One attribution: speaker, cue and what is attributed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who said it, with title and description ("a person briefed on the plans").
    pub speaker: Run,
    /// The words that attribute: "said", "according to", "told".
    pub cue: Run,
    /// What is attributed.
    pub content: Run,
    /// Whether the speaker is an outlet or agency that is credited with the report ("the BBC reported").
    pub outlet: bool,
}

/// The attributions of a claim, in order of their cues. What is said inside a quotation is left to the quotation.
pub fn attributions(
    tokens: &[Token],
    names: &[Name],
    times: &[TimeReference],
    quotations: &[Quotation],
) -> Vec<Attribution> {
    let outlets = outlet::mentions(tokens);
    let finder = Finder {
        tokens,
        speakers: Speakers::new(tokens, names, times, quotations),
        outlets: outlets.into_iter().map(|mention| mention.run).collect(),
    };
    let mut found: Vec<Attribution> = Vec::new();
    let mut position = 0;
    while position < tokens.len() {
        let attribution = finder.at(position, found.last());
        // A cue may begin before the verb at which it was found: "has repeatedly said".
        position = attribution.as_ref().map_or(position + 1, |attribution| {
            position.max(attribution.cue.end as usize - 1) + 1
        });
        if let Some(attribution) = attribution {
            end_before(&mut found, &attribution);
            found.push(attribution);
        }
    }
    found
}

/// So many attributions before one may have to end before it; more hardly stand in one sentence.
const MOST_NESTED: usize = 4;

/// What is attributed by words that follow it does not hold these words: "X said it rained, reported Y".
fn end_before(earlier: &mut [Attribution], later: &Attribution) {
    let follows = later.content.end <= later.cue.start && later.content.end <= later.speaker.start;
    let near = earlier.iter_mut().rev().take(MOST_NESTED);
    for attribution in near.filter(|_| follows) {
        if attribution.content.start < later.content.end {
            attribution.content.end = attribution.content.end.min(later.content.end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::profile::Profile;
    use crate::text::stem::EnglishStemmer;

    fn shown(text: &str) -> String {
        let profile = Profile::new(text, Span::new(0..text.len()), None, &EnglishStemmer::new());
        let words = |run: Run| run.span(&profile.tokens).of(text);
        let shown: Vec<_> = profile
            .attributions
            .iter()
            .map(|it| {
                let outlet = if it.outlet { "*" } else { "" };
                format!(
                    "{}{outlet} | {} | {}",
                    words(it.speaker),
                    words(it.cue),
                    words(it.content)
                )
            })
            .collect();
        shown.join(" / ")
    }

    #[test]
    fn speakers_are_found_with_what_they_say() {
        for (text, expected) in [
            (
                "Trump said on Sunday he would sign it.",
                "Trump | said | on Sunday he would sign it",
            ),
            (
                "The talks failed, said Cui.",
                "Cui | said | The talks failed",
            ),
            (
                "\"They will sign,\" said Trump.",
                "Trump | said | \"They will sign,\"",
            ),
            (
                "\"It is limited,\" Li added.",
                "Li | added | \"It is limited,\"",
            ),
            (
                "The team will arrive on Tuesday, the BBC reported.",
                "the BBC* | reported | The team will arrive on Tuesday",
            ),
            (
                "Aid resumed, according to media reports.",
                "media reports | according to | Aid resumed",
            ),
            (
                "According to reports, Kyiv plans to go.",
                "reports | According to | Kyiv plans to go / Kyiv | plans | to go",
            ),
            (
                "Supplies may resume, per the Financial Times.",
                "the Financial Times* | per | Supplies may resume",
            ),
            (
                "The US shares data, CNN reported on Friday, citing two officials.",
                "CNN* | reported | The US shares data / two officials | citing | The US shares data",
            ),
            (
                "The deal is dead, Cui Heng, a scholar at the institute, told the Global Times.",
                "Cui Heng | told | The deal is dead",
            ),
            (
                "Officials briefed on the plans said Kiev was ready.",
                "Officials briefed on the plans | said | Kiev was ready",
            ),
            (
                "He has repeatedly denied the charges.",
                "He | has repeatedly denied | the charges",
            ),
            (
                "Smith left the room, saying that he was ill.",
                "Smith | saying | he was ill",
            ),
            (
                "The supporters of the proposed bill were told to leave.",
                "",
            ),
            ("The report on the claims of the miners is due.", ""),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
