//! Answers to questions, for the terminal and as Markdown.

use std::fmt::Write as _;

use super::printable;
use crate::ask::{Answer, AnswerCell, AnswerRow, Difference, SourceAnswer};

/// A way to write an answer: how its parts look.
struct Look {
    markdown: bool,
    width: usize,
}

/// The answer as plain text of `width` columns.
pub fn text(answer: &Answer, width: usize) -> String {
    let look = Look {
        markdown: false,
        width,
    };
    look.page(answer)
}

/// The answer as Markdown.
pub fn markdown(answer: &Answer) -> String {
    let look = Look {
        markdown: true,
        width: usize::MAX,
    };
    look.page(answer)
}

impl Look {
    fn page(&self, answer: &Answer) -> String {
        let mut page = self.title(1, &printable(&answer.question));
        if !answer.answered {
            page.push_str("\nNo source answers this.\n");
            return page;
        }
        let _ = writeln!(page, "\n{}", self.wrapped("", &summary(answer)));
        if !answer.rows.is_empty() {
            page.push_str(&self.title(2, "Answers by source"));
            page.push('\n');
            for row in &answer.rows {
                page.push_str(&self.row(row));
            }
        }
        page.push_str(&self.title(2, "What the sources say"));
        page.push('\n');
        for source in &answer.sources {
            page.push_str(&self.source(source));
        }
        if !answer.differences.is_empty() {
            page.push_str(&self.title(2, "Differences"));
            page.push('\n');
            for difference in &answer.differences {
                page.push_str(&self.difference(difference));
            }
        }
        page
    }

    fn title(&self, level: usize, words: &str) -> String {
        match (self.markdown, level) {
            (true, 1) => format!("# {}\n", escaped(words)),
            (true, _) => format!("\n## {words}\n"),
            (false, 1) => format!("{words}\n"),
            (false, _) => format!("\n{}\n", words.to_uppercase()),
        }
    }

    fn row(&self, row: &AnswerRow) -> String {
        let office = row.office.as_deref().filter(|it| *it != row.label);
        let beside: Vec<_> = office
            .into_iter()
            .chain(row.country.as_deref())
            .chain(row.value.as_deref())
            .collect();
        let beside = match beside.is_empty() {
            true => String::new(),
            false => format!(" ({})", printable(&beside.join(", "))),
        };
        let sign = if row.differs { " ≠" } else { "" };
        let label = self.strong(&format!("{}{beside}{sign}", printable(&row.label)));
        let cells = statuses(&row.cells);
        match self.markdown {
            true => format!("- {label}: {cells}\n"),
            false => format!("{label}\n{}\n", self.wrapped("  ", &cells)),
        }
    }

    fn source(&self, source: &SourceAnswer) -> String {
        let head = self.strong(&format!(
            "{} ({})",
            printable(&source.source),
            source.lineage
        ));
        if source.statements.is_empty() {
            let related = match source.related.is_empty() {
                true => String::new(),
                false => format!(
                    ", though it speaks of the matter in {}",
                    source.related.join(", ")
                ),
            };
            return format!(
                "{}\n",
                self.wrapped("", &format!("{head} is silent{related}"))
            );
        }
        let mut lines = format!("{head}\n");
        for statement in &source.statements {
            let credit = match statement.speakers.is_empty() {
                true => String::new(),
                false => format!(" [{}]", statement.speakers.join("; ")),
            };
            let words = statement
                .text
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let words = format!(
                "{}  {}{}",
                statement.claim,
                printable(&words),
                printable(&credit)
            );
            match self.markdown {
                true => {
                    let _ = writeln!(lines, "\n> {}", escaped(&words));
                }
                false => {
                    let _ = writeln!(lines, "{}", self.wrapped("  ", &words));
                }
            }
        }
        lines.push_str(if self.markdown { "\n" } else { "" });
        lines
    }

    fn difference(&self, difference: &Difference) -> String {
        let notes = difference.notes.join("; ");
        let words = format!(
            "{} and {}: {}",
            difference.a,
            difference.b,
            printable(&notes)
        );
        match self.markdown {
            true => format!("- {}\n", escaped(&words)),
            false => format!("{}\n", self.wrapped("", &words)),
        }
    }

    fn strong(&self, words: &str) -> String {
        match self.markdown {
            true => format!("**{}**", escaped(words)),
            false => words.to_owned(),
        }
    }

    fn wrapped(&self, indent: &str, words: &str) -> String {
        if self.markdown {
            return words.to_owned();
        }
        let options = textwrap::Options::new(self.width.max(20))
            .initial_indent(indent)
            .subsequent_indent(indent);
        textwrap::fill(words, options)
    }
}

/// Who answers and who is silent, in one sentence.
fn summary(answer: &Answer) -> String {
    let answering = |source: &&SourceAnswer| !source.statements.is_empty();
    let lineages: std::collections::BTreeSet<_> = answer
        .sources
        .iter()
        .filter(answering)
        .map(|it| &it.lineage)
        .collect();
    let ids = |silent: bool| {
        let sources = answer
            .sources
            .iter()
            .filter(|it| it.statements.is_empty() == silent);
        sources.map(|it| it.source.as_str()).collect::<Vec<_>>()
    };
    let (told, silent) = (ids(false), ids(true));
    let counted =
        |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let mut words = format!(
        "Reported by {}, {}: {}.",
        counted(told.len(), "source"),
        counted(lineages.len(), "lineage"),
        told.join(", ")
    );
    if !silent.is_empty() {
        let _ = write!(words, " Silent: {}.", silent.join(", "));
    }
    words
}

/// The sources by what they say: "expected in 000, 001; leads in 002; not mentioned in 003".
fn statuses(cells: &[AnswerCell]) -> String {
    let mut order: Vec<&str> = Vec::new();
    for cell in cells {
        if !order.contains(&cell.status) {
            order.push(cell.status);
        }
    }
    order.sort_by_key(|status| *status == "not mentioned");
    let said = order.iter().map(|status| {
        let sources = cells.iter().filter(|cell| cell.status == *status);
        let sources: Vec<_> = sources.map(|cell| cell.source.as_str()).collect();
        format!("{status} in {}", sources.join(", "))
    });
    said.collect::<Vec<_>>().join("; ")
}

/// `words` without anything that Markdown would take for markup.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|'
        ) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
