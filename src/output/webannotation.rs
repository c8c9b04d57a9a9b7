//! W3C Web Annotation: claims and links as notes on the articles, for Hypothesis and other annotation tools.

use std::collections::HashMap;

use serde_json::{Value, json};
use unicode_segmentation::UnicodeSegmentation;

use super::location::Locator;
use super::rdf::iri;
use super::target::Target;
use super::{About, Format, Options, Written, json};
use crate::report::network::Network;
use crate::report::{ClaimView, Index, LinkView, Report};

/// One page of annotations. Positions are in code points, as the standard counts; without text, in bytes.
pub struct WebAnnotation;

impl Format for WebAnnotation {
    fn about(&self) -> About {
        About {
            name: "webannotation",
            summary: "claims and links as W3C annotations of the articles",
            extensions: &[],
            flavours: &[],
            opens: &[
                ("annotation tools", "load it as an AnnotationPage"),
                (
                    "anchorpoint",
                    "TextQuoteSelector(exact, prefix, suffix).as_position(text)",
                ),
            ],
            leaves_out: "Groups, lineages, scores. Positions count code points; where the report holds no text, bytes.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let document = json!({
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": iri("annotations"),
            "type": "AnnotationPage",
            "items": Annotations::new(&network).all(),
        });
        json::document(&document, target)?;
        Ok(Vec::new())
    }
}

/// Letters kept before and after a quotation, so that it is found where it is repeated or its position has moved.
const SURROUNDINGS: usize = 32;

struct Annotations<'n, 'r> {
    network: &'n Network<'r>,
    index: Index<'r>,
    locators: HashMap<&'r str, Locator<'r>>,
}

impl<'n, 'r> Annotations<'n, 'r> {
    fn new(network: &'n Network<'r>) -> Self {
        let sources = network.report().sources.iter();
        let locators = sources.filter_map(|source| {
            let text = source.text.as_deref()?;
            Some((source.id.as_str(), Locator::new(text)))
        });
        Self {
            network,
            index: Index::new(network.report()),
            locators: locators.collect(),
        }
    }

    fn all(&self) -> Vec<Value> {
        let nodes = self.network.nodes().iter();
        let claims = nodes.filter_map(|node| Some((node, self.network.claim(node)?)));
        let mut annotations: Vec<_> = claims
            .map(|(node, claim)| {
                let body = vec![tag(&claim.id, "identifying")];
                annotation(&node.id, "identifying", body, vec![self.whole(claim)])
            })
            .collect();
        for edge in self.network.edges() {
            if let Some(link) = self.network.link(edge) {
                annotations.extend(self.link(&edge.id, link));
            }
        }
        annotations
    }

    /// A link points at both claims; each of its findings points at the words that show it.
    fn link(&self, id: &str, link: &LinkView) -> Vec<Value> {
        let labels = [link.relation]
            .into_iter()
            .chain(link.kinds.iter().copied());
        let body = labels.map(|label| tag(label, "classifying")).collect();
        let ends = [&link.a, &link.b].map(|claim| self.index.claim(claim));
        let ends = ends.into_iter().flatten();
        let ends = ends.map(|claim| self.whole(claim)).collect();
        let mut annotations = vec![annotation(id, "linking", body, ends)];
        for (number, finding) in (1..).zip(&link.evidence.findings) {
            let body = vec![note(&finding.note), tag(finding.code, "classifying")];
            let marks = finding.marks.iter().filter_map(|mark| {
                let claim = self.index.claim(&mark.claim)?;
                Some(self.target(claim, mark.start, mark.end))
            });
            let id = format!("{id}.{number}");
            annotations.push(annotation(&id, "describing", body, marks.collect()));
        }
        annotations
    }

    fn whole(&self, claim: &ClaimView) -> Value {
        self.target(claim, claim.start, claim.end)
    }

    /// The bytes from `start` to `end` of the source of `claim`.
    fn target(&self, claim: &ClaimView, start: u32, end: u32) -> Value {
        let selectors = match self.locators.get(claim.source.as_str()) {
            Some(locator) => selectors(locator, start, end),
            None => json!({"type": "DataPositionSelector", "start": start, "end": end}),
        };
        let source = self.index.source_of(claim);
        let address = source.map_or(String::new(), |source| match &source.url {
            Some(url) => url.clone(),
            None => format!("urn:sha256:{}", source.sha256),
        });
        json!({"type": "SpecificResource", "source": address, "selector": selectors})
    }
}

fn annotation(id: &str, motivation: &str, body: Vec<Value>, targets: Vec<Value>) -> Value {
    json!({
        "id": iri(&format!("annotation-{id}")),
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": targets,
    })
}

fn tag(words: &str, purpose: &str) -> Value {
    json!({"type": "TextualBody", "purpose": purpose, "value": words})
}

fn note(words: &str) -> Value {
    json!({"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": words})
}

/// The same words twice: as a quotation with what surrounds it, and by their position.
fn selectors(locator: &Locator, start: u32, end: u32) -> Value {
    let text = locator.text();
    let (first, last) = (start as usize, end as usize);
    let before = text.get(..first).unwrap_or_default();
    let after = text.get(last..).unwrap_or_default();
    // Whole graphemes: half a letter with its accent or half a flag would not be found again.
    let prefix = before.grapheme_indices(true).rev().nth(SURROUNDINGS - 1);
    let suffix = after.grapheme_indices(true).nth(SURROUNDINGS);
    json!([
        {
            "type": "TextQuoteSelector",
            "exact": text.get(first..last).unwrap_or_default(),
            "prefix": prefix.map_or(before, |(position, _)| &before[position..]),
            "suffix": suffix.map_or(after, |(position, _)| &after[..position]),
        },
        {
            "type": "TextPositionSelector",
            "start": locator.letters_before(start),
            "end": locator.letters_before(end),
        },
    ])
}
