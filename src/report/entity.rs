//! Who and what the claims name: the same person, place or body is one entity, however the sources spell it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use itertools::Itertools;

use super::{EntityView, MentionView};
use crate::graph::ClaimGraph;
use crate::model::{ClaimIndex, Span};
use crate::text::attribution::Attribution;
use crate::text::name::index::NameIndex;
use crate::text::name::{Name, NameKind};
use crate::text::profile::Profile;

/// What the claims name.
pub struct Entities<'g> {
    graph: &'g ClaimGraph,
    /// What entity a form of a name stands for, by the words of the form.
    by_form: HashMap<&'g [Box<str>], usize>,
    /// What the entities are called.
    names: Vec<&'g str>,
}

impl<'g> Entities<'g> {
    /// Resolves all names in the claims of `graph`.
    pub fn new(graph: &'g ClaimGraph) -> Self {
        let mut entities = Self {
            graph,
            by_form: HashMap::new(),
            names: Vec::new(),
        };
        let mut found: Vec<Found<'g>> = Vec::new();
        let mut index = NameIndex::default();
        for form in forms(graph) {
            let alike = index.may_be_same(form.name);
            let same = alike.filter(|entity| found[*entity].fullest.same(form.name));
            let entity = same.max_by_key(|entity| (found[*entity].count, Reverse(*entity)));
            let entity = entity.unwrap_or_else(|| {
                index.enter(form.name, found.len());
                found.push(Found {
                    fullest: form.name,
                    count: 0,
                });
                entities.names.push(form.text);
                found.len() - 1
            });
            found[entity].count += form.count;
            entities.by_form.insert(&form.name.words, entity);
        }
        entities
    }

    /// The persons, places and bodies that the claims name, the most often named first.
    pub fn names(&self) -> Vec<EntityView> {
        self.views("n", |profile, _| {
            let names = profile.names.iter().filter(|name| is_entity(name));
            let called = |name: &Name| {
                let entity = self.called(name).unwrap_or_default();
                (entity.to_owned(), name.run.span(&profile.tokens))
            };
            names.map(called).collect()
        })
    }

    /// Those whom the claims credit with a statement, the most often credited first. Outlets are not among them.
    pub fn speakers(&self) -> Vec<EntityView> {
        self.views("p", |profile, claim| {
            let persons = profile.attributions.iter().filter(|found| !found.outlet);
            let called = |found: &Attribution| {
                let span = found.speaker.span(&profile.tokens);
                (self.speaker(profile, claim, found), span)
            };
            persons.map(called).collect()
        })
    }

    /// What the entity is called that `name` stands for.
    fn called(&self, name: &Name) -> Option<&'g str> {
        let entity = self.by_form.get(name.words.as_slice())?;
        self.names.get(*entity).copied()
    }

    /// A speaker is called by the name that stands in the words for it, else by these words.
    fn speaker(&self, profile: &Profile, claim: ClaimIndex, found: &Attribution) -> String {
        let mut names = profile.names.iter().filter(|name| {
            is_entity(name)
                && found.speaker.holds(name.run.start as usize)
                && found.speaker.end >= name.run.end
        });
        let named = names.find_map(|name| self.called(name));
        let source = self.graph.collection().source_of(claim);
        let words = source.slice(found.speaker.span(&profile.tokens));
        named.unwrap_or(words).to_owned()
    }

    /// The entities that `read` finds in the claims, each with what it is called and the words that stand for it.
    fn views(
        &self,
        prefix: &str,
        read: impl Fn(&Profile, ClaimIndex) -> Vec<(String, Span)>,
    ) -> Vec<EntityView> {
        let collection = self.graph.collection();
        let mut mentions: BTreeMap<String, Vec<MentionView>> = BTreeMap::new();
        for (claim, profile) in (0..).map(ClaimIndex).zip(self.graph.profiles()) {
            for (name, span) in read(profile, claim) {
                if !name.is_empty() && !span.is_empty() {
                    mentions.entry(name).or_default().push(MentionView {
                        source: collection.source_of(claim).id.clone(),
                        claim: Some(collection.claim_id(claim)),
                        start: span.start,
                        end: span.end,
                    });
                }
            }
        }
        let often = mentions
            .into_iter()
            .sorted_by_key(|(_, mentions)| Reverse(mentions.len()));
        let numbered = (1..).zip(often);
        numbered
            .map(|(number, (name, mentions))| EntityView {
                id: format!("{prefix}{number}"),
                name,
                mentions,
            })
            .collect()
    }
}

/// An entity in the making.
struct Found<'g> {
    fullest: &'g Name,
    count: usize,
}

/// A way in which claims name something.
struct Form<'g> {
    name: &'g Name,
    text: &'g str,
    count: usize,
}

/// All forms of names, the fullest first and the more frequent before the rarer, so that a bare surname finds the person who
/// bears it, and of several the one most spoken of.
fn forms(graph: &ClaimGraph) -> Vec<Form<'_>> {
    let collection = graph.collection();
    let mut forms: BTreeMap<&[Box<str>], Form> = BTreeMap::new();
    for (claim, profile) in (0..).map(ClaimIndex).zip(graph.profiles()) {
        for name in profile.names.iter().filter(|name| is_entity(name)) {
            let form = forms.entry(&name.words).or_insert_with(|| Form {
                name,
                text: collection
                    .source_of(claim)
                    .slice(name.run.span(&profile.tokens)),
                count: 0,
            });
            form.count += 1;
        }
    }
    let forms = forms.into_values();
    forms
        .sorted_by_key(|form| (Reverse(form.name.words.len()), Reverse(form.count)))
        .collect()
}

/// A people is no entity: "Ukrainian" says what something is, not whom it is about.
fn is_entity(name: &Name) -> bool {
    name.kind != NameKind::People
}
