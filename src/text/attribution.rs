//! Who is said to have said it.

use std::sync::LazyLock;

use super::lexicon;
use super::name::Name;
use super::outlet;
use super::phrase::Phrases;
use super::quotation::Quotation;
use super::speaker::{AUXILIARIES, Speakers};
use super::time::TimeReference;
use super::token::{Run, Token};

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

/// How much a verb says of its subject being a speaker.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// "said": always.
    Speech,
    /// "believes", "shows": where a statement or an aim follows.
    Stance,
    /// "continued": next to a quotation.
    Quoting,
}

static VERBS: LazyLock<Phrases<Verb>> = LazyLock::new(|| {
    let listed = |list, verb| {
        lexicon::entries(list)
            .flat_map(str::split_whitespace)
            .map(move |word| (word, verb))
    };
    let speech = listed(include_str!("data/speech_verbs.txt"), Verb::Speech);
    let stances = listed(include_str!("data/stance_verbs.txt"), Verb::Stance);
    let quoting = listed(include_str!("data/quoting_verbs.txt"), Verb::Quoting);
    Phrases::new(speech.chain(stances).chain(quoting))
});

/// Phrases with a preposition that credit what follows them, and where the content stands.
static CREDITS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let listed = lexicon::entries(include_str!("data/credit_phrases.txt"));
    Phrases::new(listed.map(|phrase| (phrase, ())))
});

/// The form of a verb.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Past,
    /// "says", "say": nouns may look the same ("claims", "reports").
    Present,
    Participle,
}

fn form(token: &Token) -> Form {
    if token.is_past() || token.is("said") {
        Form::Past
    } else if token.text.ends_with("ing") {
        Form::Participle
    } else {
        Form::Present
    }
}

/// Endings of nouns and adjectives that share their stem with a verb of speech: "supporter", "announcement".
const NOUN_ENDINGS: [&str; 14] = [
    "er", "ers", "or", "ors", "ion", "ions", "ment", "ments", "able", "ance", "ive", "al", "als",
    "ant",
];

/// Words with which a statement or an aim begins.
const STATEMENT: [&str; 17] = [
    "that", "how", "why", "whether", "to", "what", "\"", ":", "he", "she", "it", "they", "there",
    "for", "as", "if", "no",
];

/// Words with which a statement or an aim begins, wherever the verb stands.
const AIM: [&str; 7] = ["that", "to", "how", "why", "whether", "what", "if"];

/// Words with which an object begins.
const OBJECT: [&str; 12] = [
    "the", "a", "an", "his", "her", "their", "its", "this", "these", "his", "out", ",",
];

/// Present forms that are verbs wherever they stand.
const PLAIN_PRESENTS: [&str; 8] = [
    "says", "say", "tells", "tell", "adds", "argues", "insists", "writes",
];

/// Words after which a past form only describes the noun before it: "the laws proposed during his term".
const AFTER_PARTICIPLE: [&str; 7] = ["by", "-", "during", "under", "from", "against", "of"];

/// Words before a present participle that continues the sentence of its speaker.
const BEFORE_PARTICIPLE: [&str; 8] = [",", "and", "while", "by", "in", "before", "after", "\""];

/// After a speech verb that closes a sentence stands at most this much: "he told reporters in a briefing on Monday".
const LONGEST_TAIL: usize = 12;

/// A verb that names a speaker only next to a quotation stands at most so many tokens from it.
const NEAR_QUOTATION: usize = 5;

/// So many attributions before one may have to end before it; more hardly stand in one sentence.
const MOST_NESTED: usize = 4;

struct Finder<'a> {
    tokens: &'a [Token],
    speakers: Speakers<'a>,
    outlets: Vec<Run>,
}

impl Finder<'_> {
    fn is(&self, position: usize, words: &[&str]) -> bool {
        self.speakers.is(position, words)
    }

    fn before(&self, position: usize, words: &[&str]) -> bool {
        self.speakers.before(position, words)
    }

    fn capital(&self, position: usize) -> bool {
        self.tokens.get(position).is_some_and(|token| token.capital)
    }

    /// The attribution whose cue stands at `position`, `earlier` being the last one before it.
    fn at(&self, position: usize, earlier: Option<&Attribution>) -> Option<Attribution> {
        if self.speakers.quoted(position) {
            return None;
        }
        self.by_phrase(position, earlier)
            .or_else(|| self.by_verb(position, earlier))
    }

    fn attribution(&self, speaker: Run, cue: Run, content: Run) -> Option<Attribution> {
        let outlet = self
            .outlets
            .iter()
            .any(|outlet| speaker.start <= outlet.start && outlet.end == speaker.end);
        (!speaker.is_empty() && !content.is_empty()).then_some(Attribution {
            speaker,
            cue,
            content,
            outlet,
        })
    }

    /// "according to X", "per X", "citing X", "quoted by X".
    fn by_phrase(&self, position: usize, earlier: Option<&Attribution>) -> Option<Attribution> {
        let (cue, ()) = CREDITS.at(self.tokens, position)?;
        let next = cue.end as usize;
        let per_head = self.is(position, &["per", "via"])
            && !(self.before(position, &[",", "("])
                && (self.capital(next) || self.is(next, &["the"])));
        if per_head {
            return None;
        }
        let speaker = self.speakers.phrase_from(next);
        let content = match earlier.filter(|_| self.is(position, &["citing", "quoting"])) {
            Some(earlier) => earlier.content,
            None if position > 1 => Run::new(0, self.without_comma(position)),
            None => self.statement_from(speaker.end as usize),
        };
        self.attribution(speaker, cue, content)
    }

    fn by_verb(&self, position: usize, earlier: Option<&Attribution>) -> Option<Attribution> {
        let (cue, verb) = VERBS.at(self.tokens, position)?;
        let token = &self.tokens[position];
        let noun = NOUN_ENDINGS
            .iter()
            .any(|ending| token.text.ends_with(ending));
        if noun || token.capital && position > 0 {
            return None;
        }
        if form(token) == Form::Participle && !self.before(position, &AUXILIARIES) {
            return self.by_participle(cue, *verb, earlier);
        }
        if *verb == Verb::Speech
            && let Some(inverted) = self.inverted(cue)
        {
            return Some(inverted);
        }
        let subject_end = self
            .speakers
            .subject_end(position, form(token) == Form::Past)?;
        if !self.has_complement(cue, *verb)
            || form(token) == Form::Present && subject_end == position && !self.agrees(position)
        {
            return None;
        }
        let speaker = self.subject(subject_end, earlier)?;
        let first_person = self.is(speaker.start as usize, &["i", "we", "you"]);
        if first_person && *verb == Verb::Stance || self.is(speaker.start as usize, &["you"]) {
            return None;
        }
        let whole_cue = Run::new(subject_end, cue.end as usize);
        self.attribution(speaker, whole_cue, self.content(speaker, whole_cue))
    }

    /// Whether a present form can belong to the noun before it: "officials say", "Trump says", not "the bill notes".
    fn agrees(&self, position: usize) -> bool {
        let Some(subject) = position.checked_sub(1).map(|at| &self.tokens[at]) else {
            return false;
        };
        let singular = self.tokens[position].text.ends_with('s');
        let plural = subject.text.ends_with('s')
            || subject.is_one_of(&[
                "i", "we", "they", "people", "who", "police", "both", "many", "some", "\"",
            ]);
        singular || plural
    }

    fn subject(&self, end: usize, earlier: Option<&Attribution>) -> Option<Run> {
        let last = end.checked_sub(1)?;
        match earlier.filter(|_| self.is(last, &["and", "but", "or"])) {
            Some(earlier) => Some(earlier.speaker),
            None => self.speakers.subject(end),
        }
    }

    /// "..., saying that ...": the speaker is that of the attribution before, else the subject of the sentence.
    fn by_participle(
        &self,
        cue: Run,
        verb: Verb,
        earlier: Option<&Attribution>,
    ) -> Option<Attribution> {
        let (position, next) = (cue.start as usize, cue.end as usize);
        if let Some(earlier) = earlier.filter(|_| self.before(position, &["as"])) {
            // "Reuters quoted an official as saying".
            let speaker = Run::new(earlier.cue.end as usize, position - 1);
            let said = self.statement_from(next);
            let content = if said.is_empty() {
                earlier.content
            } else {
                said
            };
            return self.attribution(speaker, Run::new(position - 1, next), content);
        }
        let statement = match verb {
            Verb::Speech => {
                self.is(next, &STATEMENT) || self.is(next, &OBJECT) || self.capital(next)
            }
            Verb::Stance => self.is(next, &["that", "how", "\""]),
            Verb::Quoting => self.is(next, &["\""]),
        };
        if !statement || !self.before(position, &BEFORE_PARTICIPLE) {
            return None;
        }
        let speaker = match earlier {
            Some(earlier) => earlier.speaker,
            None => self.speakers.first_subject(position)?,
        };
        self.attribution(speaker, cue, self.statement_from(next))
    }

    /// `"...," said X.`
    fn inverted(&self, cue: Run) -> Option<Attribution> {
        let (position, next) = (cue.start as usize, cue.end as usize);
        let comma = self.before(position, &[","]);
        let quoted = self.before(position - usize::from(comma), &["\""]);
        if !(quoted || comma) || self.is(position, &["told"]) || !self.speakers.begins_phrase(next)
        {
            return None;
        }
        let speaker = self.speakers.phrase_from(next);
        let closes = self.speakers.closes(speaker, quoted);
        closes
            .then(|| self.attribution(speaker, cue, Run::new(0, self.without_comma(position))))
            .flatten()
    }

    /// Whether what follows the verb is what a speaker says or holds.
    fn has_complement(&self, cue: Run, verb: Verb) -> bool {
        let (position, next) = (cue.start as usize, cue.end as usize);
        if next >= self.tokens.len() {
            return verb == Verb::Speech;
        }
        match (verb, form(&self.tokens[position])) {
            (Verb::Quoting, _) => {
                let near = position.saturating_sub(NEAR_QUOTATION)..next + NEAR_QUOTATION;
                near.take_while(|at| *at < self.tokens.len())
                    .any(|at| self.speakers.quoted(at))
            }
            (Verb::Stance, _) => {
                self.is(next, &STATEMENT) && !self.is(next, &["it", "no", "for"])
                    || self.is(next, &["out"])
            }
            (Verb::Speech, Form::Past | Form::Participle) => !self.is(next, &AFTER_PARTICIPLE),
            (Verb::Speech, Form::Present) => {
                let verb_only = self.is(position, &PLAIN_PRESENTS);
                verb_only
                    || !self.is(next, &[":"])
                        && (self.is(next, &STATEMENT)
                            || self.is(next, &OBJECT)
                            || self.capital(next))
            }
        }
    }

    /// What a verb with its subject before it attributes: what follows, or what went before if the sentence ends with it.
    fn content(&self, speaker: Run, cue: Run) -> Run {
        let after = self.statement_from(cue.end as usize);
        let start = speaker.start as usize;
        let before = Run::new(0, self.without_comma(start));
        let quoted = self.before(start, &["\""]);
        let opened = quoted || self.before(start, &[",", "--"]);
        let tail = quoted || after.range().len() <= LONGEST_TAIL;
        if opened && tail && !before.is_empty() && !self.is_statement(cue, after) {
            before
        } else {
            after
        }
    }

    /// Whether the words after a cue are a statement, not just where, when and to whom it was made.
    fn is_statement(&self, cue: Run, after: Run) -> bool {
        let verb = |at: usize| self.tokens[at].is_past() || self.is(at, &AUXILIARIES);
        let mut near = after.range().take(LONGEST_TAIL);
        self.is(cue.end as usize, &AIM)
            || near.any(|at| self.is(at, &["that", "\"", ":"]) || at > cue.end as usize && verb(at))
    }

    /// From `start` to the end of the claim, without a comma, colon or "that" at its start and a full stop at its end.
    fn statement_from(&self, start: usize) -> Run {
        let stop = self
            .tokens
            .last()
            .is_some_and(|last| last.is_one_of(&[".", "!", "?"]));
        let end = self.tokens.len() - usize::from(stop);
        let skipped = (start..end)
            .take_while(|at| self.is(*at, &[",", ":", "that"]))
            .count();
        Run::new((start + skipped).min(end), end)
    }

    /// `position`, or that of the comma before it.
    fn without_comma(&self, position: usize) -> usize {
        position - usize::from(self.before(position, &[","]))
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
