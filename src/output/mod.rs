//! The report as bytes, in the formats that people and programs read. A format is one file here and one row in [`FORMATS`].

pub mod answer;
pub mod attr;
mod canvas;
mod carry;
mod claims;
mod csv;
mod cx2;
mod cyjs;
mod dot;
mod gexf;
mod graphml;
pub mod guide;
mod html;
mod json;
mod jsonl;
mod jsonld;
mod layout;
mod location;
mod markdown;
mod neo4j;
mod nodelink;
#[cfg(feature = "parquet")]
mod parquet;
mod placement;
pub mod printable;
mod rdf;
mod sarif;
mod sheet;
mod sign;
mod style;
mod stylesheet;
mod table;
pub mod target;
mod tei;
mod terminal;
mod trig;
mod webannotation;
mod xml;
mod yed;

pub use printable::printable;
pub use terminal::Terminal;

use crate::error::Error;
use crate::report::Report;
use crate::report::network::Selection;
use target::Target;

/// Which side of a report is wanted, from the formats that can show several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Claims and the links between them.
    #[default]
    Links,
    /// Claim groups and their members.
    Groups,
    /// Claim groups by source: who reports, differs, is silent.
    Matrix,
}

impl View {
    /// All views.
    pub const ALL: [View; 3] = [View::Links, View::Groups, View::Matrix];

    /// The word for it on the command line.
    pub fn name(self) -> &'static str {
        match self {
            View::Links => "links",
            View::Groups => "groups",
            View::Matrix => "matrix",
        }
    }
}

/// How to write, as far as it is for the user to say. Whether the words of the sources may be written is decided before,
/// when the report is made: a format writes what the report holds.
#[derive(Clone, Debug)]
pub struct Options {
    /// Columns of the terminal or page.
    pub width: usize,
    /// Whether styles may be written.
    pub color: bool,
    /// The folder that paths of sources count from, if links to them may be written to the terminal.
    pub folder: Option<std::path::PathBuf>,
    /// The side of the report that is wanted.
    pub view: View,
    /// One of the format's own [`About::flavours`].
    pub flavour: Option<String>,
    /// Id of the source that all others are held against.
    pub base: Option<String>,
    /// The part of the report that goes into graph formats.
    pub selection: Selection,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            width: 80,
            color: false,
            folder: None,
            view: View::default(),
            flavour: None,
            base: None,
            selection: Selection::default(),
        }
    }
}

/// What there is to know about a format.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// What it is called on the command line; unique.
    pub name: &'static str,
    /// What it is for, in one line.
    pub summary: &'static str,
    /// Endings of file names that mean this format; each belongs to one format.
    pub extensions: &'static [&'static str],
    /// Variants of the format that a user may ask for by name; the plain one needs no name.
    pub flavours: &'static [&'static str],
    /// What opens it, and how: a command, or what to choose.
    pub opens: &'static [(&'static str, &'static str)],
    /// What it cannot carry, in one or two sentences.
    pub leaves_out: &'static str,
}

/// What a format could not carry, in words for the user; or why nothing could be written.
pub type Written = Result<Vec<String>, Error>;

/// A way to write a report.
pub trait Format: Sync {
    /// What it is called, what it is for, what opens it.
    fn about(&self) -> About;

    /// Writes the report and says what it could not carry.
    ///
    /// # Errors
    /// If the target cannot be written.
    fn write(&self, report: &Report, options: &Options, target: &mut dyn Target) -> Written;

    /// What it is called on the command line.
    fn name(&self) -> &'static str {
        self.about().name
    }
}

/// All formats.
pub static FORMATS: &[&dyn Format] = &[
    &terminal::Terminal,
    &html::Html,
    &markdown::Markdown,
    &json::Json,
    &jsonl::JsonLines,
    &graphml::GraphMl,
    &yed::Yed,
    &gexf::Gexf,
    &dot::Dot,
    &cyjs::CytoscapeJson,
    &csv::Csv,
    &neo4j::Neo4j,
    &cx2::Cx2,
    &nodelink::NodeLink,
    &canvas::Canvas,
    &trig::Trig,
    &jsonld::JsonLd,
    &claims::Claims,
    &webannotation::WebAnnotation,
    &tei::Tei,
    &sarif::Sarif,
    #[cfg(feature = "parquet")]
    &parquet::Parquet,
];

/// The format that is called `name`.
pub fn by_name(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.name() == name)
}

/// The format that owns the ending of `path`.
pub fn by_extension(path: &str) -> Option<&'static dyn Format> {
    let extension = std::path::Path::new(path)
        .extension()?
        .to_str()?
        .to_ascii_lowercase();
    FORMATS
        .iter()
        .copied()
        .find(|format| format.about().extensions.contains(&extension.as_str()))
}
