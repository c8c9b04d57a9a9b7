//! A small report with every kind of entry, made by hand so that no change of reading, aligning or judging changes it.

use crosscheck::Config;
use crosscheck::graph::ClaimGraph;
use crosscheck::model::{
    ClaimIndex, Collection, Coverage, Evidence, Finding, Kind, Link, Mark, Measure, Relation,
    ScoredPair, Side, Source, Span, Unit, Zone,
};
use crosscheck::reconcile;
use crosscheck::report::{
    self, ClaimView, DerivationView, EntityView, GroupView, LineageView, MemberView, MentionView,
    OutletView, Report,
};

/// Four articles on a dam: the third copies the first, the fourth is hostile to whatever shows it.
pub fn dam_report(with_text: bool) -> Report {
    let collection = Collection::new(sources());
    let links = links(&collection);
    let profiles = reconcile::profiles(&collection, None);
    let rivals = rivals(&collection);
    let graph = ClaimGraph::new(collection, profiles, links).with_rivals(rivals);
    let mut made = report::report(&graph, &Config::default(), with_text);
    let copied = DerivationView {
        from: "gazette".into(),
        to: "mirror".into(),
        direction_known: true,
        probability: 0.98,
        bias: -4.0,
        measures: Vec::new(),
        evidence: vec!["mirror credits the Valley Gazette".into()],
    };
    made.lineages = vec![
        lineage("L1", &["gazette", "mirror"], vec![copied]),
        lineage("L2", &["herald"], Vec::new()),
        lineage("L3", &["wire"], Vec::new()),
    ];
    for (source, lineage) in made.sources.iter_mut().zip(["L1", "L2", "L1", "L3"]) {
        source.lineage = lineage.into();
    }
    made.outlets = vec![OutletView {
        id: "o1".into(),
        name: "Valley Gazette".into(),
        source: Some("gazette".into()),
        credits: vec![MentionView {
            source: "mirror".into(),
            claim: None,
            start: 134,
            end: 148,
        }],
    }];
    if with_text {
        made.speakers = vec![entity(&made, "p1", "the county sheriff", "sheriff")];
        made.names = vec![
            entity(&made, "n1", "Alder", "Alder"),
            entity(&made, "n2", "Ann Reed", "Ann Reed"),
        ];
    }
    made.groups = vec![
        group("g1", &["gazette.2", "herald.2", "mirror.1", "wire.1"], 3),
        group("g2", &["gazette.3", "herald.3", "mirror.2"], 2),
        group("g3", &["gazette.4", "wire.2"], 2),
        group("g4", &["gazette.6", "herald.4"], 2),
    ];
    for claim in &mut made.claims {
        let holding = made
            .groups
            .iter()
            .filter(|group| group.members.iter().any(|member| member.claim == claim.id));
        claim.groups = holding.map(|group| group.id.clone()).collect();
    }
    made.stats.groups = made.groups.len();
    made.stats.lineages = made.lineages.len();
    made
}

/// Someone or something that the claims call by certain words.
fn entity(report: &Report, id: &str, name: &str, words: &str) -> EntityView {
    let mention = |claim: &ClaimView| {
        let found = claim.text.as_deref().and_then(|text| text.find(words))?;
        let start = claim.start + found as u32;
        Some(MentionView {
            source: claim.source.clone(),
            claim: Some(claim.id.clone()),
            start,
            end: start + words.len() as u32,
        })
    };
    EntityView {
        id: id.into(),
        name: name.into(),
        mentions: report.claims.iter().filter_map(mention).collect(),
    }
}

fn sources() -> Vec<(Source, Vec<Unit>)> {
    use Zone::{Caption, Claim, Heading, Provenance};
    vec![
        source(
            "gazette",
            Some("Valley Gazette"),
            "2024-05-02",
            &[
                (Heading, "Dam fails after days of rain"),
                (
                    Claim,
                    "The Alder dam failed on Thursday after two days of rain, officials said.",
                ),
                (
                    Claim,
                    "About a fifth of the valley was under water by noon.",
                ),
                (
                    Claim,
                    "At least 12 people were killed, the county sheriff said, and rescue teams from three neighbouring counties searched the lower town until it grew dark.",
                ),
                (Claim, "Repairs will cost $40 million."),
                (Claim, "The mayor has no plans to resign."),
            ],
        ),
        source(
            "herald",
            Some("Northern Herald"),
            "2024-05-03",
            &[
                (Caption, "The dam on Friday. Photo: A. Lens"),
                (
                    Claim,
                    "The Alder dam failed on Thursday after three days of rain.",
                ),
                (
                    Claim,
                    "Flood water covered 20% of the valley at midday on Thursday.",
                ),
                (
                    Claim,
                    "Mayor Ann Reed will resign, two members of the council said on Friday.",
                ),
                (Claim, "Engineers had warned of cracks in 2019."),
            ],
        ),
        source(
            "mirror",
            Some("Valley Mirror"),
            "2024-05-03",
            &[
                (
                    Claim,
                    "The Alder dam failed on Thursday after two days of rain, officials said.",
                ),
                (
                    Claim,
                    "About a fifth of the valley was under water by noon.",
                ),
                (Provenance, "Source: Valley Gazette"),
            ],
        ),
        source(
            "wire",
            None,
            "",
            &[
                (
                    Claim,
                    "It is possible that heavy rain brought down the dam at Alder on Thursday, a state engineer said.",
                ),
                (
                    Claim,
                    "The flood killed at least 12 and injured 30, according to the sheriff.",
                ),
                (
                    Claim,
                    "州知事は木曜日に豪雨のため非常事態を宣言し、住民に避難を呼びかけ、数百人が高台の学校に避難したと地元の放送局が伝えている。",
                ),
                (
                    Claim,
                    "Call \u{1b}[31m911\u{7}: \u{202e}<script>alert('x')</script> & <b>go</b> | *now* @sheriff #12 [x](javascript:x) `y`.",
                ),
            ],
        ),
    ]
}

fn links(collection: &Collection) -> Vec<Link> {
    let make = |a: &str, b: &str| LinkMaker::new(collection, a, b);
    vec![
        make("gazette.2", "herald.2")
            .finding(
                "quantity/differs",
                Kind::Quantity,
                true,
                "the numbers differ",
                &[
                    (Side::A, "two days", Some("2 days")),
                    (Side::B, "three days", Some("3 days")),
                ],
            )
            .link(Relation::Diverge, Coverage::AAdds),
        make("gazette.6", "herald.4")
            .finding(
                "polarity/negated",
                Kind::Polarity,
                true,
                "one denies what the other asserts",
                &[
                    (Side::A, "no plans to resign", None),
                    (Side::B, "will resign", None),
                ],
            )
            .link(Relation::Diverge, Coverage::BAdds),
        make("gazette.2", "wire.1")
            .finding(
                "certainty/hedged",
                Kind::Certainty,
                false,
                "one asserts what the other holds possible",
                &[
                    (Side::A, "failed", Some("asserted")),
                    (Side::B, "It is possible", Some("possible")),
                ],
            )
            .link(Relation::Diverge, Coverage::BothAdd),
        make("gazette.2", "mirror.1").link(Relation::Agree, Coverage::Equal),
        make("gazette.3", "mirror.2").link(Relation::Agree, Coverage::Equal),
        make("gazette.3", "herald.3")
            .aligned(&[
                ("fifth", "20%"),
                ("valley", "valley"),
                ("water", "water"),
                ("noon", "midday"),
            ])
            .link(Relation::Paraphrase, Coverage::Equal),
        make("gazette.4", "wire.2")
            .aligned(&[
                ("At least 12", "at least 12"),
                ("killed", "killed"),
                ("sheriff", "sheriff"),
            ])
            .link(Relation::Paraphrase, Coverage::BothAdd),
    ]
}

/// A pair that was rejected: its first claim is linked to another claim of the same source.
fn rivals(collection: &Collection) -> Vec<ScoredPair> {
    let claim = |id| collection.find(id).expect("a claim");
    let rejected = ScoredPair {
        a: claim("gazette.3"),
        b: claim("herald.4"),
        score: -2.25,
    };
    vec![rejected]
}

struct LinkMaker<'a> {
    collection: &'a Collection,
    a: ClaimIndex,
    b: ClaimIndex,
    aligned: Vec<(Span, Span)>,
    findings: Vec<Finding>,
}

impl<'a> LinkMaker<'a> {
    fn new(collection: &'a Collection, a: &str, b: &str) -> Self {
        let find = |id| collection.find(id).expect("a claim of the sample");
        Self {
            collection,
            a: find(a),
            b: find(b),
            aligned: Vec::new(),
            findings: Vec::new(),
        }
    }

    fn span(&self, side: Side, words: &str) -> Span {
        let claim = match side {
            Side::A => self.a,
            Side::B => self.b,
        };
        let base = self.collection.claim(claim).span.start as usize;
        let at = self
            .collection
            .text(claim)
            .find(words)
            .expect("words of the claim");
        Span::new(base + at..base + at + words.len())
    }

    fn aligned(mut self, words: &[(&str, &str)]) -> Self {
        let spans = words
            .iter()
            .map(|(a, b)| (self.span(Side::A, a), self.span(Side::B, b)));
        self.aligned = spans.collect();
        self
    }

    fn finding(
        mut self,
        code: &'static str,
        kind: Kind,
        conflict: bool,
        note: &str,
        marks: &[(Side, &str, Option<&str>)],
    ) -> Self {
        let marks = marks.iter().map(|(side, words, value)| Mark {
            side: *side,
            span: self.span(*side, words),
            value: value.map(str::to_owned),
        });
        let finding = Finding {
            code,
            kind,
            conflict,
            marks: marks.collect(),
            note: note.into(),
        };
        self.findings.push(finding);
        self
    }

    fn link(self, relation: Relation, coverage: Coverage) -> Link {
        let measures = vec![
            measure("shared_words", Some(0.8), 6.5),
            measure("shared_names", Some(1.0), 2.25),
            measure("shared_quantities", None, 0.0),
            measure("position", Some(0.1), -0.5),
        ];
        let evidence = Evidence::new(relation, -5.0, measures, "sample", self.findings);
        Link {
            a: self.a,
            b: self.b,
            relation,
            coverage,
            aligned: self.aligned,
            same_content: 1.5,
            evidence: evidence.expect("the sample keeps the laws of evidence"),
        }
    }
}

fn measure(feature: &'static str, value: Option<f64>, contribution: f64) -> Measure {
    Measure {
        feature,
        value,
        contribution,
    }
}

fn source(
    id: &str,
    outlet: Option<&str>,
    day: &str,
    units: &[(Zone, &str)],
) -> (Source, Vec<Unit>) {
    let mut text = String::new();
    let mut cut = Vec::new();
    for (number, (zone, words)) in (1..).zip(units) {
        let span = Span::new(text.len()..text.len() + words.len());
        text.push_str(words);
        text.push('\n');
        cut.push(Unit {
            number,
            zone: *zone,
            span,
        });
    }
    let source = Source {
        id: id.into(),
        path: format!("articles/{id}.txt"),
        label: format!("{id}.txt"),
        outlet: outlet.map(str::to_owned),
        family: None,
        published: day.parse().ok(),
        url: None,
        sha256: "0".repeat(64),
        text,
        blocks: Vec::new(),
        warnings: Vec::new(),
    };
    (source, cut)
}

fn lineage(id: &str, sources: &[&str], derivations: Vec<DerivationView>) -> LineageView {
    LineageView {
        id: id.into(),
        sources: sources.iter().map(|source| (*source).to_owned()).collect(),
        derivations,
        families: Vec::new(),
    }
}

fn group(id: &str, claims: &[&str], lineages: usize) -> GroupView {
    let member = |claim: &&str| MemberView {
        claim: (*claim).to_owned(),
        marks: Vec::new(),
        position: 1,
    };
    GroupView {
        id: id.into(),
        members: claims.iter().map(member).collect(),
        sources: claims.len(),
        lineages,
        doubtful: Vec::new(),
        weakest: None,
        bridges: Vec::new(),
        origins: Vec::new(),
    }
}
