//! Where results go: `-o FILE`, `-o FORMAT=FILE`, and standard output.

use std::path::Path;
use std::{fmt, io};

use crosscheck::Error;
use crosscheck::output::target::{Kept, StreamTarget, Target};
use crosscheck::output::{self, Format, Options};
use crosscheck::report::Report;

use crate::exit::{Exit, Failure};
use crate::interrupt;
use crate::pager;
use crate::run::Context;

/// What stands for standard output.
const STDOUT: &str = "-";
/// A name this close to a known one (Jaro-Winkler, from 0 to 1) is taken for a slip of the keyboard.
const SLIP: f64 = 0.75;

/// One result that the user wants: in which format, and where.
#[derive(Clone)]
pub struct Sink {
    format: &'static dyn Format,
    flavour: Option<String>,
    path: String,
}

impl std::str::FromStr for Sink {
    type Err = String;

    fn from_str(argument: &str) -> Result<Self, String> {
        match argument.split_once('=') {
            Some((name, path)) if !format_of(name).contains(['/', '\\', '.']) => {
                Self::named(name, path)
            }
            _ => Self::by_extension(argument),
        }
    }
}

impl fmt::Display for Sink {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let format = self.format.name();
        let place = Path::new(&self.path);
        match self.path.as_str() {
            STDOUT => write!(formatter, "standard output  {format}"),
            path if place.is_dir() => {
                write!(formatter, "{path}  {format}, into a folder that is there")
            }
            path if place.exists() => {
                write!(formatter, "{path}  {format}, in the place of what is there")
            }
            path => write!(formatter, "{path}  {format}"),
        }
    }
}

impl Sink {
    /// A format, in a flavour of it, on standard output.
    pub fn stdout(format: &'static dyn Format, flavour: Option<&str>) -> Self {
        Self {
            format,
            flavour: flavour.map(str::to_owned),
            path: STDOUT.to_owned(),
        }
    }

    fn named(name: &str, path: &str) -> Result<Self, String> {
        let flavour = name.split_once(':').map(|(_, flavour)| flavour);
        let name = format_of(name);
        let format = output::by_name(name).ok_or_else(|| unknown_format(name))?;
        if path.is_empty() {
            return Err(format!(
                "the file is missing: write {name}=FILE, or {name}=- for standard output"
            ));
        }
        if let Some(flavour) = flavour.filter(|flavour| !format.about().flavours.contains(flavour))
        {
            return Err(unknown_flavour(format, flavour));
        }
        Ok(Self {
            format,
            flavour: flavour.map(str::to_owned),
            path: path.to_owned(),
        })
    }

    fn by_extension(path: &str) -> Result<Self, String> {
        if let Some(format) = output::by_extension(path) {
            return Ok(Self {
                format,
                flavour: None,
                path: path.to_owned(),
            });
        }
        if output::by_name(path).is_some() {
            return Err(format!(
                "to where? Write {path}=FILE, or {path}=- for standard output"
            ));
        }
        Err(format!(
            "the ending of {path:?} belongs to no format: write FORMAT=FILE with one of {}",
            names()
        ))
    }

    fn is_stdout(&self) -> bool {
        self.path == STDOUT
    }
}

/// Writes `report` to all `sinks`: first everything is made, then everything is put in its place, so that trouble in the
/// making leaves nothing behind. What goes to standard output is shown page by page if `paged`.
///
/// # Errors
/// If something could not be made or written.
pub fn write(
    sinks: &[Sink],
    report: &Report,
    options: &Options,
    paged: bool,
    context: &Context,
) -> Result<(), Failure> {
    let mut made = Vec::new();
    for sink in sinks {
        let options = Options {
            flavour: sink.flavour.clone(),
            color: options.color && sink.is_stdout(),
            folder: options.folder.clone().filter(|_| sink.is_stdout()),
            ..options.clone()
        };
        let mut kept = Kept::default();
        for loss in sink.format.write(report, &options, &mut kept)? {
            context
                .messages
                .warning(&format!("{}: {loss}", sink.format.name()));
        }
        made.push((sink, kept));
    }
    for (sink, mut kept) in made {
        if sink.is_stdout() {
            if !(paged && kept.is_stream() && pager::show(&mut kept)) {
                kept.copy(&mut stdout())?;
            }
        } else {
            let _placing = interrupt::placing();
            kept.place(Path::new(&sink.path))?;
            context.messages.note(&format!("wrote {}", sink.path));
        }
    }
    Ok(())
}

/// Prints a text to standard output.
///
/// # Errors
/// If it cannot be written.
pub fn print(bytes: &[u8]) -> Result<Exit, Failure> {
    StreamTarget(stdout()).stream(bytes)?;
    Ok(Exit::Done)
}

/// Prints data to standard output, for other programs.
///
/// # Errors
/// If it cannot be written.
pub fn print_json(data: &impl serde::Serialize) -> Result<Exit, Failure> {
    print(&json(data)?)
}

/// Data as a JSON document that ends its last line.
///
/// # Errors
/// If it cannot be written as JSON.
pub fn json(data: &impl serde::Serialize) -> Result<Vec<u8>, Failure> {
    let mut bytes = serde_json::to_vec_pretty(data).map_err(|failed| Error::Write {
        path: STDOUT.into(),
        source: failed.into(),
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn stdout() -> impl io::Write {
    anstream::AutoStream::always(io::stdout().lock())
}

/// Refuses sinks that would destroy each other's result, or a source.
///
/// # Errors
/// If two sinks are one, or one is among `sources`.
pub fn check(sinks: &[Sink], sources: &[String]) -> Result<(), Failure> {
    for (position, sink) in sinks.iter().enumerate() {
        let path = &sink.path;
        if sinks[..position].iter().any(|other| other.path == *path) {
            return Err(Failure::Usage(format!("two results would go to {path}")));
        }
        if !sink.is_stdout() && sources.iter().any(|source| same_file(source, path)) {
            return Err(Failure::Usage(format!(
                "{path} is a source: crosscheck does not write over what it reads"
            )));
        }
        if let Some(folder) = missing_folder(path) {
            return Err(Failure::Library(Error::Write {
                path: path.into(),
                source: io::Error::new(
                    io::ErrorKind::NotFound,
                    format!("there is no folder {folder}"),
                ),
            }));
        }
    }
    Ok(())
}

fn same_file(left: &str, right: &str) -> bool {
    match (std::fs::canonicalize(left), std::fs::canonicalize(right)) {
        (Ok(left), Ok(right)) => left == right,
        _ => false,
    }
}

/// The folder that `path` should lie in, if there is none.
fn missing_folder(path: &str) -> Option<String> {
    let folder = Path::new(path).parent()?;
    (!folder.as_os_str().is_empty() && !folder.is_dir()).then(|| folder.display().to_string())
}

/// The format of `format:flavour`.
fn format_of(name: &str) -> &str {
    name.split(':').next().unwrap_or(name)
}

fn names() -> String {
    let names: Vec<_> = output::FORMATS.iter().map(|format| format.name()).collect();
    names.join(", ")
}

fn unknown_format(name: &str) -> String {
    let known = output::FORMATS.iter().map(|format| format.name());
    match nearest(name, known) {
        Some(near) => format!("there is no format {name:?}; did you mean {near:?}?"),
        None => format!("there is no format {name:?}; there are {}", names()),
    }
}

fn unknown_flavour(format: &dyn Format, flavour: &str) -> String {
    let name = format.name();
    match format.about().flavours {
        [] => format!("{name} has no flavours"),
        known => format!(
            "{name} has no flavour {flavour:?}; there are {}",
            known.join(", ")
        ),
    }
}

/// The known name that `name` was most likely meant to be.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let likeness = |other: &&str| strsim::jaro_winkler(name, other);
    known
        .filter(|other| likeness(other) >= SLIP)
        .max_by(|left, right| likeness(left).total_cmp(&likeness(right)))
}

#[cfg(test)]
mod tests {
    use super::Sink;

    fn sink(argument: &str) -> Result<(&'static str, String), String> {
        let sink: Sink = argument.parse()?;
        Ok((sink.format.name(), sink.path))
    }

    #[test]
    fn a_format_is_named_or_follows_from_the_ending() {
        assert_eq!(sink("json=out"), Ok(("json", "out".into())));
        assert_eq!(sink("json=-"), Ok(("json", "-".into())));
        assert_eq!(sink("a.json"), Ok(("json", "a.json".into())));
        assert_eq!(sink("gexf:1.2=a"), Ok(("gexf", "a".into())));
        assert_eq!(sink("./a=b.json"), Ok(("json", "./a=b.json".into())));
    }

    #[test]
    fn a_slip_is_answered_with_what_was_meant() {
        let message = |argument| sink(argument).expect_err("refused");
        assert!(message("jsn=out").contains("did you mean \"json\""));
        assert!(message("zzz=out").contains("there are"));
        assert!(message("json").contains("json=FILE"));
        assert!(message("json=").contains("json=-"));
        assert!(message("out.xyz").contains("FORMAT=FILE"));
        assert!(message("json:pretty=out").contains("no flavours"));
    }
}
