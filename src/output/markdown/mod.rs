//! A fact-check report in Markdown, to be pasted into an issue, a wiki or a document; footnotes lead back to the words.

mod desk;
mod escape;
mod matrix;

use std::fmt::Write as _;

use itertools::Itertools;

use super::target::Target;
use super::{About, Format, Options, View, Written};
use crate::report::dispute::{Dispute, disputes};
use crate::report::matrix::Matrix;
use crate::report::open::open_sentence;
use crate::report::unlinked::unlinked;
use crate::report::wording::{Part, Piece, marked};
use crate::report::{
    ClaimView, FindingView, GroupView, Index, LinkView, MarkView, Report, SourceView,
};
use escape::escaped;

/// Stands for the words of a claim in a report without text.
const WITHHELD: &str = "(words withheld)";

/// A fact-check report in Markdown with footnotes.
pub struct Markdown;

impl Format for Markdown {
    fn about(&self) -> About {
        About {
            name: "markdown",
            summary: "a fact-check report with footnotes, to paste into an issue, a wiki or a document",
            extensions: &["md", "markdown"],
            flavours: &[],
            opens: &[("any editor or wiki", "pandoc report.md -o report.docx")],
            leaves_out: "Scores, and the words that correspond.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        target.stream(Document::new(report).made(options).as_bytes())?;
        Ok(Vec::new())
    }
}

struct Document<'a> {
    index: Index<'a>,
    /// The claims that footnotes lead to, in the order of the notes.
    cited: Vec<&'a ClaimView>,
    written: String,
}

impl<'a> Document<'a> {
    fn new(report: &'a Report) -> Self {
        Self {
            index: Index::new(report),
            cited: Vec::new(),
            written: String::new(),
        }
    }

    fn made(mut self, options: &Options) -> String {
        self.head();
        let base = options.base.as_deref();
        match (base.and_then(|base| self.index.source(base)), options.view) {
            (Some(base), _) => self.desk(base),
            (None, View::Links) => self.everything(),
            (None, View::Groups) => self.accords(),
            (None, View::Matrix) => {
                self.matrix();
                self.within(None);
            }
        }
        self.footnotes();
        let tool = &self.index.report().tool;
        let (run, version) = (&self.index.report().run, tool.version);
        let made = format!("\nRun {run}, by {} {version}.", tool.name);
        self.line(&made);
        self.written
    }

    fn everything(&mut self) {
        self.findings(
            "In conflict: both cannot be true as written",
            &self.index.conflicts(),
        );
        self.findings(
            "Diverging: the same matter, told differently",
            &self.index.differences(),
        );
        self.within(None);
        self.accords();
        self.alone();
    }

    fn head(&mut self) {
        let report = self.index.report();
        let stats = &report.stats;
        let heading = match &report.title {
            Some(title) => format!("{}: what", escaped(title)),
            None => "What".to_owned(),
        };
        self.line(&format!("# {heading} {} sources report\n", stats.sources));
        let conflicts = disputes(&self.index, &self.index.conflicts()).len();
        let differences = disputes(&self.index, &self.index.differences()).len();
        self.line(&format!(
            "**{conflicts} in conflict, {differences} more diverging, {} pairs of claims in other words, {} in the same words, {} claims by one source alone.**",
            stats.paraphrase, stats.agree, stats.alone
        ));
        self.line("This compares what is reported; it does not say what is true.\n");
        self.line("| Id | Source | Published | Claims | Alone | Lineage |");
        self.line("|---|---|---|---:|---:|---|");
        for source in &report.sources {
            let name = escaped(source.name());
            let name = match source.url.as_deref().and_then(address) {
                Some(url) => format!("[{name}](<{url}>)"),
                None => name,
            };
            self.line(&format!(
                "| {} | {name} | {} | {} | {} | {} |",
                escaped(&source.id),
                source.published.as_deref().unwrap_or_default(),
                self.index.claims_of(&source.id).count(),
                self.index.alone(&source.id).len(),
                source.lineage,
            ));
        }
        self.line("");
        for sentence in unlinked(report) {
            self.line(&format!("{}\n", escaped(&sentence)));
        }
        for (kinship, shown_by) in self.index.kinships() {
            let sentence = [Some(kinship), shown_by].into_iter().flatten().join(": ");
            self.line(&format!("- {}", escaped(&sentence)));
        }
    }

    /// A section of links that diverge, taken together where they differ over the same words.
    fn findings(&mut self, title: &str, links: &[&'a LinkView]) {
        if links.is_empty() {
            return;
        }
        self.line(&format!("\n## {title}"));
        for (number, dispute) in (1..).zip(disputes(&self.index, links)) {
            let kinds = dispute.kinds().join(", ");
            self.line(&format!("\n### {number}. {kinds}\n"));
            self.dispute(&dispute);
        }
    }

    /// Who says what, in what that differs, and what would settle it.
    fn dispute(&mut self, dispute: &Dispute<'a>) {
        let several = dispute.links.len() > 1;
        for (number, position) in dispute.positions.iter().enumerate() {
            if several && number > 0 {
                self.line("\nagainst\n");
            }
            for stated in position {
                self.side(stated.claim, stated.link);
            }
        }
        if several {
            self.line("\nThey differ in this:\n");
        }
        let findings = dispute.links.iter();
        let findings = findings.flat_map(|link| &link.evidence.findings);
        for finding in findings.unique_by(|finding| (finding.kind, &finding.note)) {
            self.note(finding);
        }
        let open = open_sentence(&self.index, dispute);
        if !open.is_empty() {
            self.line(&format!("\n{}", escaped(&open)));
        }
    }

    /// The contradictions inside one source, or inside `source`, if they were looked for.
    fn within(&mut self, source: Option<&SourceView>) {
        if let Some(links) = self.index.within(source) {
            let title = "Contradicting itself: one source says what cannot both be true as written";
            self.findings(title, &links);
            if links.is_empty() {
                self.line("\nNo contradiction was found inside one source.");
            }
        }
    }

    /// One wording, with the words in bold that differ from the other.
    fn side(&mut self, claim: &'a ClaimView, link: &LinkView) {
        let text = claim.text.as_deref().unwrap_or(WITHHELD);
        let pieces = marked(text, claim, link, Part::Old);
        self.quotation(claim, &emphasized(&pieces));
    }

    fn note(&mut self, finding: &FindingView) {
        let values = finding.untold().iter().filter_map(|mark| self.value(mark));
        let values = values.unique().join(", ");
        let values = match values.is_empty() {
            true => values,
            false => format!(" ({values})"),
        };
        let (kind, note) = (finding.kind, escaped(&finding.note));
        self.line(&format!("- _{kind}_: {note}{values}"));
    }

    fn value(&self, mark: &MarkView) -> Option<String> {
        let value = escaped(mark.value.as_ref()?);
        Some(match self.index.words(mark) {
            Some(words) => format!("“{}” = {value}", escaped(words)),
            None => value,
        })
    }

    /// What several sources report, group by group, then the links that belong to no group.
    fn accords(&mut self) {
        let (links, close) = self.index.accords_outside_groups();
        let groups = &self.index.report().groups;
        if groups.is_empty() && links.is_empty() && close.is_empty() {
            return;
        }
        self.line("\n## Reported by several");
        for row in Matrix::new(&self.index).rows {
            let group = row.group;
            let headline = escaped(&row.headline(&self.index));
            self.line(&format!("\n### {}\n", headline_or(headline, &group.id)));
            self.line(&format!("{}:\n", group.corroboration()));
            for member in &group.members {
                if let Some(claim) = self.index.claim(&member.claim) {
                    self.plain(claim);
                }
            }
            self.remarks(group);
        }
        if !links.is_empty() && !groups.is_empty() {
            self.line("\n### In pairs only");
        }
        self.pairs(&links);
        if !close.is_empty() {
            self.line("\n### Too close to call\n");
            self.line("The same matter perhaps, less likely than not.");
        }
        self.pairs(&close);
    }

    /// Both claims of each link.
    fn pairs(&mut self, links: &[&LinkView]) {
        for link in links {
            self.line("");
            for id in [&link.a, &link.b] {
                if let Some(claim) = self.index.claim(id) {
                    self.plain(claim);
                }
            }
        }
    }

    /// What there is to say of a group as a whole.
    fn remarks(&mut self, group: &GroupView) {
        let remarks = self.index.remarks(group);
        if !remarks.is_empty() {
            self.line("");
        }
        for remark in remarks {
            self.line(&escaped(&remark));
        }
    }

    fn alone(&mut self) {
        for source in &self.index.report().sources {
            let claims = self.index.alone(&source.id);
            if claims.is_empty() {
                continue;
            }
            self.line(&format!("\n## Only in {}\n", escaped(source.name())));
            for claim in claims {
                self.plain(claim);
            }
        }
    }

    fn plain(&mut self, claim: &'a ClaimView) {
        self.quotation(claim, &escaped(claim.text.as_deref().unwrap_or(WITHHELD)));
    }

    /// A wording with its source and its footnote; `text` is Markdown.
    fn quotation(&mut self, claim: &'a ClaimView, text: &str) {
        let name = self.index.source_of(claim).map_or("", SourceView::name);
        let name = escaped(name);
        let note = self.cite(claim);
        self.line(&format!("- **{name}**: {text}[^{note}]"));
    }

    /// The number of the footnote that leads to `claim`.
    fn cite(&mut self, claim: &'a ClaimView) -> usize {
        let known = self.cited.iter().position(|cited| cited.id == claim.id);
        let position = known.unwrap_or_else(|| {
            self.cited.push(claim);
            self.cited.len() - 1
        });
        position + 1
    }

    fn footnotes(&mut self) {
        self.line("");
        for (number, claim) in (1..).zip(std::mem::take(&mut self.cited)) {
            let mut note = format!("[^{number}]: {}", escaped(&claim.id));
            if let Some(source) = self.index.source_of(claim) {
                let (name, path) = (escaped(source.name()), escaped(&source.path));
                let _ = write!(note, ", {name}");
                if let Some(day) = &source.published {
                    let _ = write!(note, ", {day}");
                }
                let _ = write!(note, ", {path}");
            }
            let _ = write!(note, ", bytes {} to {}", claim.start, claim.end);
            if let Some(text) = &claim.text {
                let _ = write!(note, ": “{}”", escaped(text));
            }
            self.line(&note);
        }
    }

    fn line(&mut self, line: &str) {
        self.written.push_str(line);
        self.written.push('\n');
    }
}

/// What a group is about; its id where the report holds no text.
fn headline_or(headline: String, id: &str) -> String {
    match headline.is_empty() {
        true => id.to_owned(),
        false => headline,
    }
}

/// Pieces as Markdown, what differs in bold.
fn emphasized(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        let words = escaped(piece.text);
        // Only between letters or digits are two stars sure to be read as bold, whatever stands around them.
        let bold = |words: &str| match piece.text.starts_with(char::is_alphanumeric)
            && piece.text.ends_with(char::is_alphanumeric)
        {
            true => format!("**{words}**"),
            false => format!("<b>{words}</b>"),
        };
        match piece.part {
            Part::Old | Part::New => text.push_str(&bold(&words)),
            Part::Shared | Part::Beside => text.push_str(&words),
        }
        if piece.spaced {
            text.push(' ');
        }
    }
    text.trim_end().to_owned()
}

/// `url` where it is an address of the web that can stand in a Markdown link.
fn address(url: &str) -> Option<String> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    let plain = url
        .chars()
        .all(|letter| letter.is_ascii_graphic() && !"<>\\".contains(letter));
    (web && plain).then(|| url.to_owned())
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn only_plain_web_addresses_become_links() {
        assert_eq!(
            address("https://a.example/b"),
            Some("https://a.example/b".into())
        );
        assert_eq!(address("javascript:alert(1)"), None);
        assert_eq!(address("https://a.example/> [x"), None);
    }
}
