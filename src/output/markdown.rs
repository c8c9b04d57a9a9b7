//! A fact-check report in Markdown, to be pasted into an issue, a wiki or a document; footnotes lead back to the words.

use std::fmt::Write as _;

use super::printable::printable;
use super::target::Target;
use super::{About, Format, Options, Written};
use crate::report::wording::{Part, Piece, marked};
use crate::report::{ClaimView, FindingView, Index, LinkView, MarkView, Report, SourceView};

/// Signs that mean something in Markdown wherever they stand in a line.
const SIGNS: &[char] = &['\\', '`', '*', '_', '[', ']', '|', '~', '$', '^', '='];

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

    fn write(&self, report: &Report, _options: &Options, target: &mut dyn Target) -> Written {
        target.stream(Document::new(report).made().as_bytes())?;
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

    fn made(mut self) -> String {
        self.head();
        self.findings(
            "In conflict: both cannot be true as written",
            &self.index.conflicts(),
        );
        self.findings(
            "Diverging: the same matter, told differently",
            &self.index.differences(),
        );
        self.accords();
        self.alone();
        self.footnotes();
        self.written
    }

    fn head(&mut self) {
        let report = self.index.report();
        let stats = &report.stats;
        let more = stats.differences();
        self.line(&format!("# What {} sources report\n", stats.sources));
        self.line(&format!(
            "**{} in conflict, {more} more diverging, {} in other words, {} in the same words, {} claims by one source alone.**",
            stats.conflicts, stats.paraphrase, stats.agree, stats.alone
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
        for derivation in self.index.derivations() {
            self.line(&format!("- {}", escaped(&derivation)));
        }
    }

    /// A section of links that diverge.
    fn findings(&mut self, title: &str, links: &[&'a LinkView]) {
        if links.is_empty() {
            return;
        }
        self.line(&format!("\n## {title}"));
        for (number, link) in (1..).zip(links) {
            let (Some(a), Some(b)) = (self.index.claim(&link.a), self.index.claim(&link.b)) else {
                continue;
            };
            self.line(&format!("\n### {number}. {}\n", link.kinds.join(", ")));
            self.side(a, link);
            self.side(b, link);
            for finding in &link.evidence.findings {
                self.note(finding);
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
        let values: Vec<_> = finding
            .marks
            .iter()
            .filter_map(|mark| self.value(mark))
            .collect();
        let values = match values.is_empty() {
            true => String::new(),
            false => format!(": {}", values.join(", ")),
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
        let links = self.index.accords_outside_groups();
        let groups = &self.index.report().groups;
        if groups.is_empty() && links.is_empty() {
            return;
        }
        self.line("\n## Reported by several");
        for group in groups {
            let corroboration = format!("{} sources, {} lineages", group.sources, group.lineages);
            self.line(&format!("\n{corroboration}:\n"));
            for member in &group.members {
                if let Some(claim) = self.index.claim(&member.claim) {
                    self.plain(claim);
                }
            }
        }
        for link in links {
            self.line("");
            for id in [&link.a, &link.b] {
                if let Some(claim) = self.index.claim(id) {
                    self.plain(claim);
                }
            }
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

/// Text of a source as Markdown that shows it letter by letter: no markup, no HTML, and on forges no mention, reference
/// or link. An empty comment inside "@name" and "#12" keeps them from being looked up and is seen by nobody.
fn escaped(text: &str) -> String {
    let shown = printable(text);
    let mut escaped = String::with_capacity(shown.len());
    for letter in shown.trim().chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '@' | '#' => {
                escaped.push(letter);
                escaped.push_str("<!-- -->");
            }
            ':' if escaped.ends_with("http") || escaped.ends_with("https") => {
                escaped.push_str("&#58;")
            }
            '.' if escaped.ends_with("www") => escaped.push_str("&#46;"),
            sign if SIGNS.contains(&sign) => escaped.extend(['\\', sign]),
            other => escaped.push(other),
        }
    }
    escaped
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
    use super::{address, escaped};

    #[test]
    fn markup_of_a_source_is_shown_and_not_obeyed() {
        assert_eq!(
            escaped("*a* <b> [x](y) `z` | $"),
            r"\*a\* &lt;b&gt; \[x\](y) \`z\` \| \$"
        );
    }

    #[test]
    fn mentions_references_and_links_lose_their_power() {
        assert_eq!(escaped("@sheriff #12"), "@<!-- -->sheriff #<!-- -->12");
        assert_eq!(
            escaped("https://a.b www.c.d"),
            "https&#58;//a.b www&#46;c.d"
        );
    }

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
