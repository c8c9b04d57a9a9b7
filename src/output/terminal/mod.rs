//! The report for reading in a terminal: as a diff, as a summary of one screen, as a table, as a check of one article.

mod desk;
mod diff;
mod dispute;
mod hyperlink;
mod matrix;
mod page;
mod plain;
mod summary;

use super::target::Target;
use super::{About, Format, Options, View, Written};
use crate::report::{Index, Report};
use page::Page;

/// Flavour: what matters most, on one screen.
const SUMMARY: &str = "summary";
/// Flavour: one link or claim a line, fields parted by tabs, nothing wrapped or coloured.
const PLAIN: &str = "plain";

/// A diff to be read in a terminal.
pub struct Terminal;

impl Format for Terminal {
    fn about(&self) -> About {
        About {
            name: "terminal",
            summary: "a diff to read in a terminal, in words, marks and colours",
            extensions: &["txt"],
            flavours: &[SUMMARY, PLAIN],
            opens: &[
                ("any terminal", "crosscheck compare articles/"),
                (
                    "a pager",
                    "crosscheck compare articles/ --color always | less -R",
                ),
            ],
            leaves_out: "All evidence: `explain` shows it for two claims.",
        }
    }

    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written {
        let index = Index::new(report);
        let mut page = Page::new(&index, options);
        let base = options
            .base
            .as_deref()
            .and_then(|base| page.index.source(base));
        match (options.flavour.as_deref(), base, options.view) {
            (Some(PLAIN), ..) => page.plain(),
            (Some(SUMMARY), ..) => page.summary(),
            (_, Some(base), _) => page.desk(base),
            (_, None, View::Matrix) => page.matrix(),
            (_, None, View::Groups) => {
                page.head();
                page.groups();
                page.count();
            }
            (_, None, View::Links) => page.diff(),
        }
        target.stream(page.finished().as_bytes())?;
        Ok(Vec::new())
    }
}
