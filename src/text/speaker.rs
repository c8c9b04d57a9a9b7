//! The noun phrases that can name a speaker, found without a parser.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::lexicon;
use super::name::Name;
use super::quotation::Quotation;
use super::time::{self, TimeReference};
use super::token::{Run, Token, TokenClass};

/// Auxiliaries that may stand between a subject and its verb.
pub const AUXILIARIES: [&str; 11] = [
    "has", "have", "had", "is", "are", "was", "were", "did", "does", "do", "not",
];

/// Auxiliaries after which a past form is passive: its subject did not say it.
const PASSIVE: [&str; 7] = ["is", "are", "was", "were", "be", "been", "being"];

/// Adverbs between a subject and its verb that do not end in "-ly".
const ADVERBS: [&str; 18] = [
    "also", "later", "then", "once", "first", "still", "again", "even", "just", "now", "never",
    "ever", "often", "long", "further", "since", "on", "instead",
];

/// Words before a verb that leave it without a subject of its own.
const NO_SUBJECTS: [&str; 22] = [
    "to", "of", "for", "in", "with", "by", "from", "at", "the", "a", "an", "as", "than", "no",
    "would", "will", "could", "can", "may", "should", "'s", "must",
];

const PRONOUNS: [&str; 8] = ["he", "she", "they", "it", "i", "we", "you", "who"];

const DETERMINERS: [&str; 17] = [
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "these", "those",
    "another", "some", "one", "both", "many",
];

/// Prepositions that join a noun to the noun before it.
const PREPOSITIONS: [&str; 9] = ["of", "for", "in", "from", "on", "at", "with", "and", "by"];

/// Signs that part what stands around a noun phrase.
const BOUNDARIES: [&str; 12] = [
    ",", ";", ":", "\"", ".", "--", "(", ")", "!", "?", "...", "|",
];

/// Signs inside a noun phrase.
const INNER_SIGNS: [&str; 5] = ["'s", "-", "'", "&", "/"];

/// Words that begin another clause, before a subject.
const CLAUSE_WORDS: [&str; 17] = [
    "that", "which", "what", "how", "why", "because", "when", "while", "as", "if", "than", "where",
    "but", "although", "though", "whether", "after",
];

/// Words after a noun phrase that begins a verb or another phrase.
const PHRASE_ENDS: [&str; 29] = [
    "who", "which", "that", "when", "while", "as", "after", "before", "during", "but", "because",
    "if", "is", "was", "were", "are", "has", "had", "have", "said", "will", "would", "last",
    "this", "he", "she", "they", "it", "than",
];

/// Nouns that a past form may describe: "officials briefed on the plans".
const DESCRIBED: [&str; 8] = [
    "officials",
    "people",
    "person",
    "sources",
    "source",
    "official",
    "those",
    "diplomats",
];

/// Words of the function class that can stand inside a noun phrase.
const INSIDE_PHRASE: [&str; 9] = [
    "other", "same", "mr", "mrs", "ms", "own", "former", "several", "near",
];

/// Words with which an adverbial begins that stands before the subject.
static ADVERBIAL_OPENERS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lexicon::words(include_str!("data/adverbial_openers.txt")));

/// A party with its state has at most so many tokens: "D - Calif.", "R - S.C.".
const LONGEST_PARTY: usize = 4;

/// A subject is looked for at most so many tokens before its verb, which keeps the search linear in any text.
const REACH: usize = 80;

/// Finds noun phrases around a verb of speech.
pub struct Speakers<'a> {
    tokens: &'a [Token],
    names: &'a [Name],
    quotations: &'a [Quotation],
    /// Whether each token is quoted.
    quoted: Vec<bool>,
    /// For each token after a time, where the time begins.
    time_before: Vec<Option<u32>>,
}

impl<'a> Speakers<'a> {
    /// Reads a claim's words with what is known of them.
    pub fn new(
        tokens: &'a [Token],
        names: &'a [Name],
        times: &[TimeReference],
        quotations: &'a [Quotation],
    ) -> Self {
        let mut quoted = vec![false; tokens.len()];
        for quotation in quotations {
            quoted[quotation.run.range()].fill(true);
        }
        let mut time_before = vec![None; tokens.len() + 1];
        for time in times {
            time_before[time.run.end as usize] = Some(time.run.start);
        }
        Self {
            tokens,
            names,
            quotations,
            quoted,
            time_before,
        }
    }

    /// Whether one of `words` stands at `position`.
    pub fn is(&self, position: usize, words: &[&str]) -> bool {
        self.tokens
            .get(position)
            .is_some_and(|token| token.is_one_of(words))
    }

    /// Whether one of `words` stands before `position`.
    pub fn before(&self, position: usize, words: &[&str]) -> bool {
        position > 0 && self.is(position - 1, words)
    }

    /// Whether the word at `position` is quoted.
    pub fn quoted(&self, position: usize) -> bool {
        self.quoted[position]
    }

    /// The first token after the subject of the verb at `verb`: auxiliaries, adverbs and times between are skipped. None if
    /// no subject can stand there, or if it is spoken of and does not speak ("was told").
    pub fn subject_end(&self, verb: usize, past: bool) -> Option<usize> {
        let mut end = verb;
        let mut passive = false;
        while let Some(at) = end.checked_sub(1) {
            let token = &self.tokens[at];
            let pronoun_is = token.is("'s") && self.before(at, &PRONOUNS);
            if let Some(time) = self.time_before[end] {
                end = time as usize;
            } else if token.is_one_of(&AUXILIARIES)
                || token.is_one_of(&ADVERBS)
                || token.is("been")
                || is_adverb(token)
                || pronoun_is
            {
                passive |= past && token.is_one_of(&PASSIVE);
                end = at;
            } else {
                break;
            }
        }
        let possible = end > 0 && !passive && !self.is(end - 1, &NO_SUBJECTS);
        possible.then_some(end)
    }

    /// The subject that ends before `end`.
    pub fn subject(&self, end: usize) -> Option<Run> {
        let last = end.checked_sub(1)?;
        match &*self.tokens[last].text {
            "who" | "which" => self.phrase_before(last - usize::from(self.before(last, &[","]))),
            "and" | "but" | "or" => self.first_subject(last),
            ")" => {
                let open = (0..last)
                    .rev()
                    .take(REACH)
                    .find(|at| self.is(*at, &["("]))?;
                self.phrase_before(open)
            }
            "," | "--" => self.subject_of_appositive(last),
            _ => self.phrase_before(end),
        }
    }

    /// The owner of the description that the comma closes: "X" in "X, a senior official,". Parts between commas belong to it
    /// as long as they only describe; the first of them is the owner itself where nothing stands before it ("The official,
    /// who asked not to be named,").
    fn subject_of_appositive(&self, comma: usize) -> Option<Run> {
        let opens = |at: usize| self.is(at, &["\"", ";", ":"]);
        let floor = self.after_last(comma, opens);
        let mut owner = None;
        let mut end = comma;
        while end > floor {
            let parts = |at: &usize| self.is(*at, &[",", "(", "--"]);
            let start = (floor..end).rev().find(parts).map_or(floor, |at| at + 1);
            let part = Run::new(start, end);
            if part.is_empty() || self.only_describes(part) {
                owner = self
                    .phrase_before(end)
                    .filter(|run| run.start as usize >= start)
                    .or(owner);
            } else {
                let name = self
                    .phrase_before(end)
                    .filter(|run| run.start as usize == start);
                return name.filter(|_| !self.is_adverbial(part)).or(owner);
            }
            end = start.saturating_sub(1);
        }
        owner
    }

    /// Whether a part between commas describes what stands before it: "a scholar at the institute", "59", "D-Ohio".
    fn only_describes(&self, part: Run) -> bool {
        let first = &self.tokens[part.start as usize];
        let last = &self.tokens[part.end as usize - 1];
        let party = self.is(part.start as usize + 1, &["-"]) && part.range().len() <= LONGEST_PARTY;
        let abbreviated = part.range().len() == 1 && last.span.len() > last.text.len();
        let adverbial = ADVERBIAL_OPENERS.contains(&*first.text) && !first.is("of");
        !first.capital && !adverbial || first.is_one_of(&DETERMINERS) || party || abbreviated
    }

    fn is_adverbial(&self, run: Run) -> bool {
        let first = &self.tokens[run.start as usize];
        let opener = ADVERBIAL_OPENERS.contains(&*first.text)
            || first.text.ends_with("ing")
            || is_adverb(first);
        opener
            || run
                .range()
                .all(|at| time::is_calendar_word(self.tokens, at))
    }

    /// The noun phrase that ends before `end`, with titles, and with what describes the noun where that opens the clause.
    pub fn phrase_before(&self, end: usize) -> Option<Run> {
        let last = end.checked_sub(1)?;
        if self.is(last, &PRONOUNS) {
            return Some(Run::new(last, end));
        }
        let parts =
            |at: usize| self.is(at, &BOUNDARIES) || self.is(at, &CLAUSE_WORDS) || self.quoted(at);
        let floor = self.after_last(end, parts);
        let length = (floor..end)
            .rev()
            .take_while(|at| self.continues(*at))
            .count();
        let begins = |at: &usize| {
            let token = &self.tokens[*at];
            (token.is_word() || token.class == TokenClass::Number)
                && !token.is_one_of(&PREPOSITIONS)
                && !token.is_one_of(&["to", "or", "'s"])
                && !is_adverb(token)
        };
        let start = (end - length..end).find(begins)?;
        let run = Run::new(start, end);
        self.is_nominal(run).then_some(run)
    }

    /// Whether the word at `position` can belong to the noun phrase that goes on after it.
    fn continues(&self, position: usize) -> bool {
        let token = &self.tokens[position];
        if token.is_one_of(&INNER_SIGNS)
            || token.is_one_of(&DETERMINERS)
            || token.is_one_of(&PREPOSITIONS)
        {
            return true;
        }
        if token.is("to") {
            // "adviser to the campaign", not "likely to win".
            let next = self.tokens.get(position + 1);
            return next.is_some_and(|next| next.capital || next.is_one_of(&DETERMINERS));
        }
        let described = self.before(position, &DESCRIBED)
            || self.before(position, &DETERMINERS)
            || self.before(position, &["-"]);
        let verb = token.is_past() && !token.capital && !described;
        let function = token.class == TokenClass::Function && !token.is_one_of(&INSIDE_PHRASE);
        token.class != TokenClass::Symbol && !verb && !function && !token.is("not")
    }

    /// Whether a run can name somebody: it ends in a noun, or in a word that stands for one.
    fn is_nominal(&self, run: Run) -> bool {
        let last = &self.tokens[run.end as usize - 1];
        let noun = last.is_content()
            || last.is_one_of(&["many", "some", "others", "everyone", "one", "both"]);
        noun && !is_adverb(last) && !last.is_one_of(&NO_SUBJECTS)
    }

    /// Whether a noun phrase begins at `position`.
    pub fn begins_phrase(&self, position: usize) -> bool {
        self.tokens.get(position).is_some_and(|token| {
            let name = token.capital
                && token.class == TokenClass::Content
                && !time::is_calendar_word(self.tokens, position);
            name || token.is_one_of(&DETERMINERS)
                || token.is_one_of(&[
                    "he",
                    "she",
                    "they",
                    "officials",
                    "police",
                    "mr",
                    "mrs",
                    "ms",
                ])
        })
    }

    /// The noun phrase that begins at `start`, up to punctuation, a verb or a time.
    pub fn phrase_from(&self, start: usize) -> Run {
        let stops = |at: &usize| {
            let token = &self.tokens[*at];
            let sign = token.class == TokenClass::Symbol && !token.is_one_of(&INNER_SIGNS);
            let next = *at > start
                && (token.is_one_of(&PHRASE_ENDS)
                    || token.is_one_of(&["on", "in", "at", "to"]) && !self.joins(*at));
            sign || next || time::is_calendar_word(self.tokens, *at)
        };
        let last = self.tokens.len().min(start + REACH);
        let end = (start..last).find(stops).unwrap_or(last);
        Run::new(start.min(end), end)
    }

    /// Whether a preposition at `position` belongs to the phrase: "officials in Kyiv", not "said X in a statement".
    fn joins(&self, position: usize) -> bool {
        let after_noun = position > 0 && !self.tokens[position - 1].capital;
        let place = self.tokens.get(position + 1).is_some_and(|next| {
            next.capital && !time::is_calendar_word(self.tokens, position + 1) || next.is("the")
        });
        after_noun && place
    }

    /// Whether nothing but adverbials follows a speaker named after the verb. After a quotation more may follow.
    pub fn closes(&self, speaker: Run, quoted: bool) -> bool {
        let end = speaker.end as usize;
        let adverbial = ["on", "in", ".", ",", ";", "!", "?", "--"];
        let description = [
            "\"", "(", "at", "of", "during", "after", "as", "to", "when", "who", "last", "this",
        ];
        end >= self.tokens.len()
            || self.is(end, &adverbial)
            || quoted && (self.is(end, &description) || time::is_calendar_word(self.tokens, end))
    }

    /// The subject of the sentence, before `limit`: the noun phrase before its first verb, after what is quoted.
    pub fn first_subject(&self, limit: usize) -> Option<Run> {
        let ended = |quotation: &Quotation| (quotation.run.end as usize) < limit.saturating_sub(1);
        let before = self.quotations.partition_point(ended);
        let last = before.checked_sub(1).map(|at| &self.quotations[at]);
        let start = last.map_or(0, |quotation| quotation.run.end as usize + 1);
        let is_verb = |at: &usize| {
            let token = &self.tokens[*at];
            !token.capital && (token.is_past() || token.is("said") || token.is_one_of(&AUXILIARIES))
        };
        let verb = (start + 1..limit).take(REACH).find(is_verb)?;
        let subject = if self.is(verb - 1, &[","]) {
            self.subject_of_appositive(verb - 1)
        } else {
            self.phrase_before(verb)
        };
        subject.or_else(|| self.first_name(start, verb))
    }

    fn first_name(&self, start: usize, end: usize) -> Option<Run> {
        let first = self
            .names
            .partition_point(|name| (name.run.start as usize) < start);
        let run = self.names.get(first)?.run;
        (run.end as usize <= end).then_some(run)
    }

    /// The position after the last token before `end` of which `parts` is true.
    fn after_last(&self, end: usize, parts: impl Fn(usize) -> bool) -> usize {
        let floor = end.saturating_sub(REACH);
        (floor..end)
            .rev()
            .find(|at| parts(*at))
            .map_or(floor, |at| at + 1)
    }
}

fn is_adverb(token: &Token) -> bool {
    const SHORTEST: usize = 5;
    token.text.len() >= SHORTEST && token.text.ends_with("ly") && !token.capital
}
