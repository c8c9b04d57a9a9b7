//! The report as one HTML file: no network, no second file; readable on paper, on a phone and without JavaScript.

mod anchor;
mod article;
mod card;
mod checked;
mod chords;
mod citation;
mod group;
mod matter;
mod section;
mod text;

use askama::Template;

use super::sign::Sign;
use super::target::Target;
use super::{About, Format, Options, Written};
use crate::align::feature::{FEATURES, Feature};
use crate::error::Error;
use crate::report::matrix::Matrix;
use crate::report::unlinked::unlinked;
use crate::report::{ClaimView, DerivationView, Index, LineageView, Report, SourceView};
use anchor::anchor;
use article::Article;
use card::Sum;
use checked::CheckedText;
use chords::Chords;
use citation::Citation;
use group::{GroupPage, MatrixTable, Silence};
use section::Section;
use text::{shown, titled};

/// So many links that say the same are shown, the surest first: enough for a desk, few enough for a browser to stay quick.
const ACCORDS_SHOWN: usize = 600;

/// The words of the report, for those who meet them first here.
const GLOSSARY: &[(&str, &str)] = &[
    (
        "source",
        "an article as it was supplied; never the person quoted in it",
    ),
    (
        "claim",
        "one sentence of an article's own body, at an exact place",
    ),
    (
        "link",
        "two claims that state at least one common proposition",
    ),
    ("agree", "the same fact in nearly the same words"),
    ("paraphrase", "the same fact in clearly different words"),
    (
        "diverge",
        "the same matter, materially different in number, time, persons, or another kind",
    ),
    ("conflict", "two claims that cannot both be true as written"),
    (
        "claim group",
        "claims of several sources that state one proposition",
    ),
    (
        "lineage",
        "sources that stem from one text; they count as one witness",
    ),
    ("silent", "does not report the matter, which denies nothing"),
    (
        "score",
        "log2 odds that two claims are about the same matter: 0 is an even chance, +1 doubles the odds",
    ),
];

/// One HTML file.
pub struct Html;

impl Format for Html {
    fn about(&self) -> About {
        About {
            name: "html",
            summary: "one self-contained page to read, filter and print",
            extensions: &["html", "htm"],
            flavours: &[],
            opens: &[("any browser", "xdg-open report.html")],
            leaves_out: "Nothing of the report; it needs no network and no server.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let index = Index::new(report);
        let base = options.base.as_deref().and_then(|base| index.source(base));
        let page = Page::new(&index, base);
        let html = page.render().map_err(|failed| Error::Write {
            path: "report".into(),
            source: std::io::Error::other(failed),
        })?;
        target.stream(html.as_bytes())?;
        Ok(page.losses())
    }
}

/// Everything that the templates show.
#[derive(Template)]
#[template(path = "page.html", config = "src/output/html/askama.toml")]
struct Page<'a> {
    style: &'static str,
    script: &'static str,
    report: &'a Report,
    sources: Vec<SourceRow<'a>>,
    kinds: Vec<&'static str>,
    checked: Option<CheckedText<'a>>,
    sections: Vec<Section<'a>>,
    accords_left_out: usize,
    alone: Vec<Alone<'a>>,
    matrix: MatrixTable<'a>,
    groups: Vec<GroupPage<'a>>,
    articles: Vec<Article<'a>>,
    lineages: Vec<LineagePicture<'a>>,
    silences: Vec<Silence<'a>>,
    chords: Chords<'a>,
    citations: Vec<Citation>,
}

/// A source in the head of the page.
struct SourceRow<'a> {
    source: &'a SourceView,
    anchor: String,
    /// Its publisher or label, where that is not just its id.
    name: String,
    /// Id and name.
    title: String,
    headline: String,
    path: String,
    web: Option<&'a str>,
    claims: usize,
    alone: usize,
    warnings: Vec<String>,
}

/// What one source alone reports.
struct Alone<'a> {
    anchor: String,
    name: String,
    lineage: &'a str,
    claims: Vec<Quote<'a>>,
}

/// A claim with its words.
struct Quote<'a> {
    claim: &'a ClaimView,
    anchor: String,
    text: String,
}

impl<'a> Quote<'a> {
    fn new(claim: &'a ClaimView) -> Self {
        Self {
            claim,
            anchor: anchor(&claim.id),
            text: text::words(claim),
        }
    }
}

/// A lineage with the reasons for it.
struct LineagePicture<'a> {
    lineage: &'a LineageView,
    sources: Vec<(String, String)>,
    derivations: Vec<Arrow>,
    families: Vec<String>,
}

/// One source that derives from another.
struct Arrow {
    from: String,
    to: String,
    known: bool,
    percent: String,
    evidence: Vec<String>,
    sum: Sum,
}

impl<'a> Page<'a> {
    fn new(index: &Index<'a>, base: Option<&'a SourceView>) -> Self {
        let report = index.report();
        let accords = index.accords();
        let matrix = Matrix::new(index);
        let kinds = crate::model::Kind::ALL.iter().map(|kind| kind.name());
        let within = index.within(None);
        let links = || report.links.iter().chain(within.iter().flatten().copied());
        let surest = &accords[..accords.len().min(ACCORDS_SHOWN)];
        let sections = Section::all(index, surest);
        let matters = sections.iter().flat_map(|section| &section.matters);
        let cards = matters.flat_map(|matter| &matter.cards);
        let shown_links = cards.map(|card| card.link.id.as_str()).collect();
        Self {
            style: include_str!("style.css"),
            script: include_str!("script.js"),
            report,
            sources: report
                .sources
                .iter()
                .map(|source| source_row(index, source))
                .collect(),
            kinds: kinds
                .filter(|kind| links().any(|link| link.kinds.contains(kind)))
                .collect(),
            checked: base.map(|base| CheckedText::new(index, base)),
            sections,
            accords_left_out: accords.len().saturating_sub(ACCORDS_SHOWN),
            alone: alone(index),
            groups: GroupPage::all(index, &matrix),
            silences: Silence::all(index, &matrix),
            matrix: MatrixTable::new(index, &matrix),
            articles: report
                .sources
                .iter()
                .map(|source| Article::new(index, source, &shown_links))
                .collect(),
            lineages: report
                .lineages
                .iter()
                .map(|lineage| lineage_picture(index, lineage))
                .collect(),
            chords: Chords::new(index),
            citations: report
                .sources
                .iter()
                .map(|source| Citation::new(index, source))
                .collect(),
        }
    }

    /// What the page does not hold.
    fn losses(&self) -> Vec<String> {
        let matters = self.sections.iter().flat_map(|section| &section.matters);
        let disputed = matters.map(|matter| matter.left_out).sum::<usize>();
        let left_out = [
            (self.accords_left_out, "links that say the same"),
            (disputed, "links of disputes that are told"),
        ];
        let left_out = left_out.into_iter().filter(|(count, _)| *count > 0);
        left_out
            .map(|(count, links)| format!("{count} further {links} are left out of the page"))
            .collect()
    }

    fn unlinked(&self) -> Vec<String> {
        unlinked(self.report)
    }

    /// What the event is called, and what the page is.
    fn title(&self) -> String {
        match &self.report.title {
            Some(title) => format!("{}: {}", shown(title), self.subtitle().to_lowercase()),
            None => self.subtitle(),
        }
    }

    fn subtitle(&self) -> String {
        format!("What {} sources report", self.report.stats.sources)
    }

    /// What the event is called; what the page is where nobody knows.
    fn heading(&self) -> String {
        let title = self.report.title.as_deref();
        title.map_or_else(|| self.subtitle(), shown)
    }

    fn features(&self) -> &'static [&'static dyn Feature] {
        FEATURES
    }

    fn glossary(&self) -> &'static [(&'static str, &'static str)] {
        GLOSSARY
    }

    /// The numbers at the top, each with the part of the page that it counts.
    fn tiles(&self) -> [(&'static str, Sign, usize, String); 5] {
        let stats = &self.report.stats;
        let disputed = |id: &str, words: &str| {
            let section = self.sections.iter().find(|section| section.id == id);
            let (count, links) = section.map_or((0, 0), |found| (found.count(), found.links()));
            match count == links {
                true => (count, words.to_owned()),
                false => (count, format!("{words}, in {links} pairs")),
            }
        };
        let (conflicts, in_conflict) = disputed("conflicts", "in conflict");
        let (differences, diverging) = disputed("differences", "diverging");
        [
            ("conflicts", Sign::Conflict, conflicts, in_conflict),
            ("differences", Sign::Diverge, differences, diverging),
            (
                "accords",
                Sign::Paraphrase,
                stats.paraphrase,
                "in other words".into(),
            ),
            (
                "accords",
                Sign::Agree,
                stats.agree,
                "in the same words".into(),
            ),
            (
                "alone",
                Sign::Alone,
                stats.alone,
                "by one source alone".into(),
            ),
        ]
    }
}

fn source_row<'a>(index: &Index<'a>, source: &'a SourceView) -> SourceRow<'a> {
    let web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    let name = Some(source.name()).filter(|name| *name != source.id);
    SourceRow {
        source,
        anchor: anchor(&source.id),
        name: name.map(shown).unwrap_or_default(),
        title: titled(source),
        path: shown(&source.path),
        headline: index.headline(source).map(shown).unwrap_or_default(),
        web: source.url.as_deref().filter(web),
        claims: index.claims_of(&source.id).count(),
        alone: index.alone(&source.id).len(),
        warnings: source
            .warnings
            .iter()
            .map(|warning| shown(warning))
            .collect(),
    }
}

fn alone<'a>(index: &Index<'a>) -> Vec<Alone<'a>> {
    let sources = index.report().sources.iter();
    let all = sources.map(|source| Alone {
        anchor: anchor(&source.id),
        name: shown(source.name()),
        lineage: &source.lineage,
        claims: index
            .alone(&source.id)
            .into_iter()
            .map(Quote::new)
            .collect(),
    });
    all.filter(|alone| !alone.claims.is_empty()).collect()
}

fn lineage_picture<'a>(index: &Index<'a>, lineage: &'a LineageView) -> LineagePicture<'a> {
    let name = |id: &String| shown(index.source(id).map_or(id.as_str(), SourceView::name));
    let arrows = lineage.derivations.iter().map(|derivation| Arrow {
        from: name(&derivation.from),
        to: name(&derivation.to),
        known: derivation.direction_known,
        percent: format!("{:.0} %", derivation.probability * 100.0),
        evidence: derivation
            .evidence
            .iter()
            .map(|reason| shown(reason))
            .collect(),
        sum: derivation_sum(derivation),
    });
    LineagePicture {
        lineage,
        sources: lineage
            .sources
            .iter()
            .map(|id| (anchor(id), name(id)))
            .collect(),
        derivations: arrows.collect(),
        families: lineage
            .families
            .iter()
            .map(|family| shown(&family.sentence()))
            .collect(),
    }
}

fn derivation_sum(derivation: &DerivationView) -> Sum {
    let added = derivation
        .measures
        .iter()
        .map(|measure| measure.contribution);
    let score = derivation.bias + added.sum::<f64>();
    Sum::new(derivation.bias, &derivation.measures, score, None)
}
