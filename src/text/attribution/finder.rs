//! Looks for one attribution at a place: by a phrase, or by a verb with its subject before or after it.

use std::sync::LazyLock;

use super::Attribution;
use super::verb::{Form, VERBS, Verb, form, is_noun};
use crate::text::lexicon;
use crate::text::phrase::Phrases;
use crate::text::speaker::{AUXILIARIES, Speakers};
use crate::text::token::{Run, Token};

/// Phrases with a preposition that credit what follows them, and where the content stands.
static CREDITS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let listed = lexicon::entries(include_str!("../data/credit_phrases.txt"));
    Phrases::new(listed.map(|phrase| (phrase, ())))
});

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

/// The words of one claim, and who may speak among them.
pub struct Finder<'a> {
    /// The words.
    pub tokens: &'a [Token],
    /// Who may speak.
    pub speakers: Speakers<'a>,
    /// Outlets and agencies.
    pub outlets: Vec<Run>,
}

impl Finder<'_> {
    /// The attribution whose cue stands at `position`, `earlier` being the last one before it.
    pub fn at(&self, position: usize, earlier: Option<&Attribution>) -> Option<Attribution> {
        if self.speakers.quoted(position) {
            return None;
        }
        self.by_phrase(position, earlier)
            .or_else(|| self.by_verb(position, earlier))
    }

    fn is(&self, position: usize, words: &[&str]) -> bool {
        self.speakers.is(position, words)
    }

    fn before(&self, position: usize, words: &[&str]) -> bool {
        self.speakers.before(position, words)
    }

    fn capital(&self, position: usize) -> bool {
        self.tokens.get(position).is_some_and(|token| token.capital)
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
        if is_noun(token) || token.capital && position > 0 {
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
