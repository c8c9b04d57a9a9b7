//! schema.org `Claim`: what is claimed, and in which articles it appears.

use serde_json::{Map, Value, json};

use super::rdf::iri;
use super::target::Target;
use super::{About, Format, Options, Written, json};
use crate::report::network::{EdgeKind, Network, Node, NodeKind};
use crate::report::{ClaimView, Report};

/// One `Claim` for each claim group, and one for each claim that is in none. Never a `ClaimReview`: whether a claim is true
/// is for people to say.
pub struct Claims;

impl Format for Claims {
    fn about(&self) -> About {
        About {
            name: "claims",
            summary: "what is claimed and where, as schema.org Claim",
            extensions: &[],
            flavours: &[],
            opens: &[
                (
                    "any reader of schema.org",
                    "put it into a page as application/ld+json",
                ),
                ("pyld", "pyld.jsonld.expand(document)"),
            ],
            leaves_out: "Links and evidence. It never holds a `ClaimReview`: whether a claim is true is for people to say.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let network = Network::new(report, &options.selection);
        let document = json!({
            "@context": {"@vocab": "https://schema.org/"},
            "@graph": claims(&network),
        });
        json::document(&document, target)?;
        Ok(Vec::new())
    }
}

fn claims(network: &Network) -> Vec<Value> {
    let mut members = vec![Vec::new(); network.nodes().len()];
    let mut grouped = vec![false; network.nodes().len()];
    for edge in network.edges() {
        if edge.kind() == EdgeKind::MemberOf && network.to(edge).kind() == NodeKind::Group {
            members[edge.to].push(edge.from);
            grouped[edge.from] = true;
        }
    }
    let mut claims = Vec::new();
    for (position, node) in network.nodes().iter().enumerate() {
        match node.kind() {
            NodeKind::Group => claims.push(claim(network, node, &members[position])),
            NodeKind::Claim if !grouped[position] => {
                claims.push(claim(network, node, &[position]));
            }
            _ => {}
        }
    }
    claims
}

/// The claim that `node` stands for, as the claims at `wordings` word it; the earliest wording stands for all.
fn claim(network: &Network, node: &Node, wordings: &[usize]) -> Value {
    let wordings = wordings.iter().map(|position| &network.nodes()[*position]);
    let appearances: Vec<_> = wordings
        .filter_map(|node| Some((node, network.claim(node)?)))
        .map(|(node, view)| Appearance::new(network, node, view))
        .collect();
    // A day that is known comes before one that is not; among equals the order of the report decides.
    let first = appearances
        .iter()
        .min_by_key(|appearance| (appearance.day.is_none(), appearance.day));
    let mut claim = Map::new();
    claim.insert("@id".into(), json!(iri(&node.id)));
    claim.insert("@type".into(), json!("Claim"));
    if let Some(text) = first.and_then(|first| first.text) {
        claim.insert("text".into(), json!(text));
    }
    let articles: Vec<_> = appearances
        .iter()
        .map(|found| found.article.clone())
        .collect();
    claim.insert("appearance".into(), json!(articles));
    if let Some(first) = first.filter(|first| first.day.is_some()) {
        let article = json!({"@id": first.article["@id"]});
        claim.insert("firstAppearance".into(), article);
    }
    claim.into()
}

struct Appearance<'r> {
    day: Option<&'r str>,
    text: Option<&'r str>,
    article: Value,
}

impl<'r> Appearance<'r> {
    fn new(network: &Network<'r>, node: &Node, claim: &'r ClaimView) -> Self {
        let report = network.report();
        let source = node.source.map(|position| &report.sources[position]);
        let mut quotation =
            json!({"@type": "Quotation", "@id": iri(&format!("quotation-{}", node.id))});
        if let Some(text) = &claim.text {
            quotation["text"] = json!(text);
        }
        let mut article = json!({"@type": "NewsArticle", "hasPart": quotation});
        if let Some(source) = source {
            article["@id"] = json!(format!("urn:sha256:{}", source.sha256));
            if let Some(url) = &source.url {
                article["url"] = json!(url);
            }
            article["name"] = json!(source.label);
            if let Some(outlet) = &source.outlet {
                article["publisher"] = json!({"@type": "Organization", "name": outlet});
            }
            if let Some(day) = &source.published {
                article["datePublished"] = json!(day);
            }
        }
        Self {
            day: source.and_then(|source| source.published.as_deref()),
            text: claim.text.as_deref(),
            article,
        }
    }
}
