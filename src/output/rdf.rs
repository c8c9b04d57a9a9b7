//! The network as statements of RDF, in the words of PROV-O and schema.org where they have one, else in words of our own.

use super::attr::{Element, Value};
use crate::report::Report;
use crate::report::identifier;
use crate::report::network::{Edge, EdgeKind, Network, Node, NodeKind};

/// The prefixes of all vocabularies that are used.
pub const PREFIXES: [(&str, &str); 5] = [
    ("crosscheck", "urn:crosscheck:vocabulary:"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "https://schema.org/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// What something is said to be. Names are prefixed (`prov:Entity`).
#[derive(Clone, Debug, PartialEq)]
pub enum Object {
    /// Another resource.
    Resource(String),
    /// A plain string.
    Text(String),
    /// A value in its lexical form, and its type.
    Typed(String, &'static str),
}

/// One thing, and all that is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Its IRI.
    pub iri: String,
    /// What it is, as prefixed names.
    pub types: Vec<String>,
    /// What is said of it: property and object.
    pub properties: Vec<(String, Object)>,
}

/// A run of the program, and the graph that it made.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// The run, in the default graph.
    pub run: Vec<Resource>,
    /// The name of the graph.
    pub graph: String,
    /// What stands in it.
    pub statements: Vec<Resource>,
}

impl Dataset {
    /// The statements of `network`.
    pub fn new(network: &Network) -> Self {
        let report = network.report();
        let run = run_iri(report);
        let graph = run.replace(":run-", ":graph-");
        let nodes = network
            .nodes()
            .iter()
            .map(|node| describe_node(network, node, &run));
        let mut statements: Vec<_> = nodes.collect();
        for edge in network.edges() {
            describe_edge(network, edge, &run, &mut statements);
        }
        Self {
            run: vec![activity(network, &run), agent(report), bundle(&graph, &run)],
            graph,
            statements,
        }
    }
}

impl Resource {
    fn new(iri: String, types: &[&str]) -> Self {
        Self {
            iri,
            types: types.iter().map(|name| (*name).to_owned()).collect(),
            properties: Vec::new(),
        }
    }

    fn say(&mut self, property: &str, object: Object) {
        self.properties.push((property.to_owned(), object));
    }

    fn relate(&mut self, property: &str, to: impl Into<String>) {
        self.say(property, Object::Resource(to.into()));
    }

    /// All attributes of the typed table; the parts of a list one by one.
    fn describe<T: Element>(&mut self, network: &Network, element: &T) {
        for attribute in T::attributes() {
            let Some(value) = attribute.value(network, element) else {
                continue;
            };
            let property = format!("crosscheck:{}", attribute.name);
            match value {
                Value::Text(text) => self.say(&property, Object::Text(text.to_owned())),
                Value::List(parts) => {
                    for part in parts {
                        self.say(&property, Object::Text(part.to_owned()));
                    }
                }
                Value::Boolean(_) => self.typed(&property, &value, "xsd:boolean"),
                Value::Integer(_) => self.typed(&property, &value, "xsd:integer"),
                Value::Real(_) => self.typed(&property, &value, "xsd:double"),
            }
        }
    }

    fn typed(&mut self, property: &str, value: &Value, of: &'static str) {
        self.say(property, Object::Typed(value.text().into_owned(), of));
    }
}

/// The name of whatever has the identifier `id` in all formats.
pub fn iri(id: &str) -> String {
    format!("urn:crosscheck:{id}")
}

/// The run follows from what it read and how it was set: doing it again is the same run.
fn run_iri(report: &Report) -> String {
    let texts = report
        .sources
        .iter()
        .map(|source| source.text_sha256.as_str());
    let tool = [report.tool.version, &report.tool.config_sha256];
    iri(&identifier::hashed("run", tool.into_iter().chain(texts)))
}

fn activity(network: &Network, run: &str) -> Resource {
    let report = network.report();
    let mut activity = Resource::new(run.to_owned(), &["prov:Activity"]);
    activity.relate("prov:wasAssociatedWith", agent_iri(report));
    let config = report.tool.config_sha256.clone();
    activity.say("crosscheck:config_sha256", Object::Text(config));
    let sources = network.nodes().iter();
    for source in sources.filter(|node| node.kind() == NodeKind::Source) {
        activity.relate("prov:used", iri(&source.id));
    }
    activity
}

fn agent(report: &Report) -> Resource {
    let mut agent = Resource::new(agent_iri(report), &["prov:SoftwareAgent"]);
    agent.say("schema:name", Object::Text(report.tool.name.into()));
    let version = report.tool.version.into();
    agent.say("schema:softwareVersion", Object::Text(version));
    agent
}

fn bundle(graph: &str, run: &str) -> Resource {
    let mut bundle = Resource::new(graph.to_owned(), &["prov:Bundle"]);
    bundle.relate("prov:wasGeneratedBy", run);
    bundle
}

fn agent_iri(report: &Report) -> String {
    iri(&format!("software-{}", report.tool.version))
}

fn describe_node(network: &Network, node: &Node, run: &str) -> Resource {
    let types: &[&str] = match node.kind() {
        NodeKind::Source => &["prov:Entity", "schema:NewsArticle", "crosscheck:Source"],
        NodeKind::Claim => &["prov:Entity", "schema:Claim", "crosscheck:Claim"],
        NodeKind::Group => &["prov:Collection", "crosscheck:Group"],
        NodeKind::Lineage => &["prov:Collection", "crosscheck:Lineage"],
        NodeKind::Outlet => &["prov:Organization", "crosscheck:Outlet"],
        NodeKind::Speaker => &["prov:Agent", "crosscheck:Speaker"],
        NodeKind::Name => &["schema:Thing", "crosscheck:Name"],
    };
    let mut resource = Resource::new(iri(&node.id), types);
    resource.say("rdfs:label", Object::Text(node.label.clone()));
    if let Some(published) = network
        .source(node)
        .and_then(|source| source.published.clone())
    {
        resource.say("schema:datePublished", Object::Typed(published, "xsd:date"));
    }
    if !matches!(node.kind(), NodeKind::Source) {
        resource.relate("prov:wasGeneratedBy", run);
    }
    resource.describe(network, node);
    resource
}

/// A judgement is a resource of its own, so that its score and reasons have something to stand on; other edges are plain
/// statements.
fn describe_edge(network: &Network, edge: &Edge, run: &str, statements: &mut Vec<Resource>) {
    let (from, to) = (iri(&network.from(edge).id), iri(&network.to(edge).id));
    let mut plain = |subject: usize, property: &str, object: String| {
        statements[subject].relate(property, object);
    };
    match edge.kind() {
        EdgeKind::Makes => plain(edge.to, "prov:wasQuotedFrom", from),
        EdgeKind::MemberOf => plain(edge.to, "prov:hadMember", from),
        EdgeKind::Credits => plain(edge.from, "crosscheck:credits", to),
        EdgeKind::AttributedTo => plain(edge.from, "prov:wasAttributedTo", to),
        EdgeKind::Mentions => plain(edge.from, "schema:mentions", to),
        EdgeKind::DerivesFrom => {
            plain(edge.from, "prov:wasDerivedFrom", to.clone());
            plain(edge.from, "prov:qualifiedDerivation", iri(&edge.id));
            let mut derivation = Resource::new(iri(&edge.id), &["prov:Derivation"]);
            derivation.relate("prov:entity", to);
            derivation.describe(network, edge);
            statements.push(derivation);
        }
        EdgeKind::Link => {
            let mut link = Resource::new(iri(&edge.id), &["prov:Entity", "crosscheck:Link"]);
            link.relate("crosscheck:a", from);
            link.relate("crosscheck:b", to);
            link.relate("prov:wasGeneratedBy", run);
            link.describe(network, edge);
            statements.push(link);
        }
    }
}
