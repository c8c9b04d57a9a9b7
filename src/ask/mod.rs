//! Questions to answers, over the graph: what every source says to a question, who agrees, who differs and in what, and who
//! is silent. An answer says what is reported, never what is so.

mod agent;
mod amount;
mod clause;
mod event;
mod filler;
mod patient;
mod place;
mod pronoun;
mod question;
mod reader;
mod row;
mod search;
mod status;
mod unnamed;

use std::collections::BTreeSet;

use itertools::Itertools;
use serde::Serialize;

use self::question::{Question, Wanted};
use self::row::Row;
use self::search::Hit;
use crate::graph::ClaimGraph;
use crate::model::{ClaimIndex, Mark, Relation, Side, SourceIndex, Span};

/// What the sources say to a question.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// The question as it was asked.
    pub question: String,
    /// What it was taken to ask for: `who`, `when`, `where`, `amount`, `what`.
    pub wanted: &'static str,
    /// The words by which answers were looked for.
    pub terms: Vec<String>,
    /// Whether any source answers.
    pub answered: bool,
    /// What each source says, in the order of the sources.
    pub sources: Vec<SourceAnswer>,
    /// Each person, body, place, day or number that answers, with what each source says of it.
    pub rows: Vec<AnswerRow>,
    /// In what claims that answer differ from each other.
    pub differences: Vec<Difference>,
}

/// What one source says.
#[derive(Clone, Debug, Serialize)]
pub struct SourceAnswer {
    /// Id of the source.
    pub source: String,
    /// Id of its lineage, as in the report: sources of one lineage are one witness.
    pub lineage: String,
    /// Its claims that answer; none if it is silent.
    pub statements: Vec<Statement>,
    /// Ids of claims of a silent source that speak of the same matter without answering.
    pub related: Vec<String>,
}

/// One claim that answers.
#[derive(Clone, Debug, Serialize)]
pub struct Statement {
    /// Id of the claim.
    pub claim: String,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
    /// Its words.
    pub text: String,
    /// Who is said to have said it.
    pub speakers: Vec<String>,
    /// How well it suits the question (BM25).
    pub score: f64,
}

/// One person, body, place, day or number.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerRow {
    /// Its fullest wording; of offices the normal form.
    pub label: String,
    /// Of days and numbers the normal form.
    pub value: Option<String>,
    /// The office, in normal form, where one is given.
    pub office: Option<String>,
    /// The country, where one is named with it.
    pub country: Option<String>,
    /// One for every source, in their order.
    pub cells: Vec<AnswerCell>,
    /// Whether sources that speak of it say different things.
    pub differs: bool,
}

/// What one source says of one row.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerCell {
    /// Id of the source.
    pub source: String,
    /// `attends`, `expected`, `leads`, `will not join`, `no official role`, ...; `not mentioned`.
    pub status: &'static str,
    /// Where it says so.
    pub mentions: Vec<Place>,
}

/// Words of a claim.
#[derive(Clone, Debug, Serialize)]
pub struct Place {
    /// Id of the claim.
    pub claim: String,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
    /// The words.
    pub words: String,
}

/// Two answering claims that are not the same.
#[derive(Clone, Debug, Serialize)]
pub struct Difference {
    /// Id of one claim.
    pub a: String,
    /// Id of the other.
    pub b: String,
    /// In what they differ: one sentence each.
    pub notes: Vec<String>,
}

/// So many claims are shown of a source that speaks of the matter without answering.
const RELATED_SHOWN: usize = 3;

/// Answers `text`, a question or just a few words.
pub fn ask(graph: &ClaimGraph, text: &str) -> Answer {
    let question = Question::parse(text);
    let persons = filler::persons(graph.profiles());
    let sources = graph.collection().sources().iter();
    let first_day = sources.filter_map(|source| source.published).min();
    let hits = search::search(graph, &question, |claim, matches| {
        let profile = &graph.profiles()[claim.get()];
        let day = graph.collection().source_of(claim).published.or(first_day);
        filler::reply(&question, &persons, profile, day, matches)
    });
    let rows = row::rows(graph, &hits);
    let answerer = Answerer {
        graph,
        attending: question.asks_for_participants(),
        whole_claims: question.wanted == Wanted::What,
        hits: &hits,
    };
    Answer {
        question: text.to_owned(),
        wanted: question.wanted.name(),
        terms: question.terms.into_iter().map(|term| term.words).collect(),
        answered: !hits.is_empty(),
        sources: answerer
            .source_indices()
            .map(|it| answerer.source(it))
            .collect(),
        rows: rows.iter().map(|row| answerer.row(row)).collect(),
        differences: answerer.differences(),
    }
}

struct Answerer<'a> {
    graph: &'a ClaimGraph,
    attending: bool,
    /// Whether all that claims say was asked for, and not who or when.
    whole_claims: bool,
    hits: &'a [Hit],
}

impl Answerer<'_> {
    fn source_indices(&self) -> impl Iterator<Item = SourceIndex> + use<> {
        (0..self.graph.collection().sources().len() as u32).map(SourceIndex)
    }

    fn id(&self, source: SourceIndex) -> String {
        self.graph.collection().source(source).id.clone()
    }

    fn source_of(&self, claim: ClaimIndex) -> SourceIndex {
        self.graph.collection().claim(claim).source
    }

    fn source(&self, source: SourceIndex) -> SourceAnswer {
        let own = self
            .hits
            .iter()
            .filter(|hit| self.source_of(hit.claim) == source);
        let statements: Vec<_> = own.map(|hit| self.statement(hit)).collect();
        let lineages = self.graph.lineages().iter();
        let lineage = lineages
            .take_while(|it| !it.sources.contains(&source))
            .count();
        SourceAnswer {
            source: self.id(source),
            lineage: format!("L{}", lineage + 1),
            related: match statements.is_empty() {
                true => self.related(source),
                false => Vec::new(),
            },
            statements,
        }
    }

    fn statement(&self, hit: &Hit) -> Statement {
        let collection = self.graph.collection();
        let profile = &self.graph.profiles()[hit.claim.get()];
        let source = collection.source_of(hit.claim);
        let speakers = profile.attributions.iter().map(|it| {
            let span = it.speaker.span(&profile.tokens);
            source.slice(span).to_owned()
        });
        let span = collection.claim(hit.claim).span;
        Statement {
            claim: collection.claim_id(hit.claim),
            start: span.start,
            end: span.end,
            text: collection.text(hit.claim).to_owned(),
            speakers: speakers.filter(|it| !it.is_empty()).collect(),
            score: (hit.score * 100.0).round() / 100.0,
        }
    }

    /// Claims of `source` that are linked with an answer, the surest first.
    fn related(&self, source: SourceIndex) -> Vec<String> {
        let links = self
            .hits
            .iter()
            .flat_map(|hit| self.graph.links_of(hit.claim));
        let ends = links.flat_map(|link| [(link.a, link.score()), (link.b, link.score())]);
        let own = ends.filter(|(claim, _)| self.source_of(*claim) == source);
        let surest =
            own.sorted_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        surest
            .map(|(claim, _)| claim)
            .unique()
            .take(RELATED_SHOWN)
            .map(|claim| self.graph.collection().claim_id(claim))
            .collect()
    }

    fn row(&self, row: &Row) -> AnswerRow {
        let statuses = row.statuses(self.graph);
        let mentions = |source: SourceIndex| {
            let own = row
                .mentions
                .iter()
                .filter(|(claim, _)| self.source_of(*claim) == source);
            own.map(|(claim, filler)| {
                let profile = &self.graph.profiles()[claim.get()];
                self.place(*claim, filler.run.span(&profile.tokens))
            })
            .collect()
        };
        let cells = self.source_indices().map(|source| AnswerCell {
            source: self.id(source),
            status: statuses
                .get(&source)
                .map_or("not mentioned", |status| status.name(self.attending)),
            mentions: mentions(source),
        });
        let negative = statuses.values().filter(|it| it.is_negative()).count();
        let grades: BTreeSet<_> = statuses.values().filter(|it| it.is_negative()).collect();
        AnswerRow {
            label: row.label(self.graph),
            value: row.value(),
            office: row.office().map(str::to_owned),
            country: row.country(),
            cells: cells.collect(),
            differs: grades.len() > 1 || negative > 0 && negative < statuses.len(),
        }
    }

    fn place(&self, claim: ClaimIndex, span: Span) -> Place {
        let collection = self.graph.collection();
        Place {
            claim: collection.claim_id(claim),
            start: span.start,
            end: span.end,
            words: collection.source_of(claim).slice(span).to_owned(),
        }
    }

    /// What the links between answers say of their differences, and what one source words differently in two places.
    fn differences(&self) -> Vec<Difference> {
        let pairs = self.hits.iter().array_combinations();
        pairs
            .filter_map(|[one, other]| self.difference(one, other))
            .collect()
    }

    fn difference(&self, one: &Hit, other: &Hit) -> Option<Difference> {
        let (a, b) = (one.claim, other.claim);
        let one_source = self.source_of(a) == self.source_of(b);
        let notes: Vec<String> = if one_source && self.whole_claims {
            self.wording(a, b)
        } else {
            let links = self.graph.links_of(a).into_iter();
            let diverging =
                links.filter(|it| (it.a, it.b) == (a, b) && it.relation == Relation::Diverge);
            diverging
                .flat_map(|link| link.evidence.findings())
                .filter(|finding| finding.marks.iter().all(|mark| answers(mark, one, other)))
                .map(|finding| finding.note.clone())
                .collect()
        };
        let collection = self.graph.collection();
        (!notes.is_empty()).then(|| Difference {
            a: collection.claim_id(a),
            b: collection.claim_id(b),
            notes,
        })
    }

    /// Content words that only one of two claims has, if they share most of what the shorter one says.
    fn wording(&self, a: ClaimIndex, b: ClaimIndex) -> Vec<String> {
        let only = |side: Side| {
            let (own, other) = match side {
                Side::A => (a, b),
                Side::B => (b, a),
            };
            let tokens = |claim: ClaimIndex| &self.graph.profiles()[claim.get()].tokens;
            let own_tokens = tokens(own).iter().filter(|token| token.is_content());
            let missing =
                own_tokens.filter(|token| tokens(other).iter().all(|it| it.stem != token.stem));
            let source = self.graph.collection().source_of(own);
            let mut words = missing.map(|token| source.slice(token.span)).unique();
            (self.graph.collection().claim_id(own), words.join(", "))
        };
        let content = |claim: ClaimIndex| {
            let tokens = &self.graph.profiles()[claim.get()].tokens;
            tokens.iter().filter(|token| token.is_content()).count()
        };
        let sides = [only(Side::A), only(Side::B)];
        let lacking = sides.each_ref().map(|(_, words)| words.split(", ").count());
        let shorter = content(a).min(content(b));
        if 2 * lacking[0].min(lacking[1]) > shorter || lacking[0].max(lacking[1]) > shorter {
            return Vec::new();
        }
        let said = sides.into_iter().filter(|(_, words)| !words.is_empty());
        said.map(|(claim, words)| format!("only {claim} has: {words}"))
            .collect()
    }
}

/// Whether a difference lies in the words that answer, not in what else the claims say.
fn answers(mark: &Mark, one: &Hit, other: &Hit) -> bool {
    let hit = match mark.side {
        Side::A => one,
        Side::B => other,
    };
    let mut words = hit.reply.words.iter();
    words.any(|word| word.overlaps(mark.span))
}
