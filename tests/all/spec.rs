//! The specification by example: every case of `fixtures/spec/*.md` is judged as written, the other way round, and against itself.
//!
//! A case is a heading, a line `A:` and a line `B:` (one claim each), a line `Expected:`, and where words are to be marked
//! a line `Marked:` for each finding. `Published:` gives the day of publication of both.

use std::fs;
use std::path::Path;

use crosscheck::align::{self, model::Weights};
use crosscheck::judge::judge;
use crosscheck::model::{
    ClaimIndex, Collection, Kind, Link, Mark, Relation, Side, Source, Span, Unit, Zone,
};
use crosscheck::reconcile::profiles;

#[derive(Clone, Debug, Default)]
pub struct Case {
    place: String,
    pub a: String,
    pub b: String,
    pub published: Option<jiff::civil::Date>,
    expected: Option<Expected>,
    marked: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    Relation(Relation),
    NotDiverge,
    NoConflict,
    Diverge { kinds: Vec<Kind>, conflict: bool },
}

#[test]
fn every_case_of_the_specification_holds() {
    let cases = all_cases().expect("well-formed");
    let wrong: Vec<String> = cases.iter().flat_map(check).collect();
    assert!(
        wrong.is_empty(),
        "{} complaints about {} cases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_malformed_case_is_named_with_file_and_line() {
    let complaint = |text| parse("x.md", text).expect_err("malformed");
    assert_eq!(
        complaint("## Name\nA: x\nC: y\n"),
        "x.md:3: \"C: y\" is no line of a case"
    );
    assert_eq!(
        complaint("\n## Name\nA: x\n"),
        "x.md:2: A, B and Expected are needed"
    );
    assert_eq!(
        complaint("## Name\nA: x\nB: y\nExpected: diverge in shape\n"),
        "x.md:4: there is no kind \"shape\""
    );
    assert_eq!(
        complaint("## Name\nA: x\nB: y\nExpected: perhaps\n"),
        "x.md:4: cannot expect \"perhaps\""
    );
    assert_eq!(
        complaint("## Name\nA: x y\nB: y\nExpected: agree\nMarked: \"z\" / \"y\"\n"),
        "x.md:1: A does not hold \"z\""
    );
}

pub fn all_cases() -> Result<Vec<Case>, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/spec");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder of the specification")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let name = file
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(&file).expect("a readable file");
        cases.extend(parse(&name, &text)?);
    }
    Ok(cases)
}

fn parse(file: &str, text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let place = format!("{file}:{number}");
        if line.starts_with("## ") {
            cases.push(Case {
                place,
                ..Case::default()
            });
            continue;
        }
        // Before the first case, a file says what it is about.
        let Some(case) = cases.last_mut().filter(|_| !line.trim().is_empty()) else {
            continue;
        };
        let (key, value) = line.split_once(": ").unwrap_or((line, ""));
        match key {
            "A" => case.a = value.into(),
            "B" => case.b = value.into(),
            "Published" => {
                let day = value.parse().map_err(|error| format!("{place}: {error}"))?;
                case.published = Some(day);
            }
            "Expected" => {
                let expected = expected(value).map_err(|reason| format!("{place}: {reason}"))?;
                case.expected = Some(expected);
            }
            "Marked" => {
                let pair =
                    quoted(value).ok_or_else(|| format!("{place}: Marked is \"...\" / \"...\""))?;
                case.marked.push(pair);
            }
            _ => return Err(format!("{place}: {line:?} is no line of a case")),
        }
    }
    cases.iter().try_for_each(Case::complete)?;
    Ok(cases)
}

impl Case {
    fn complete(&self) -> Result<(), String> {
        if self.a.is_empty() || self.b.is_empty() || self.expected.is_none() {
            return Err(format!("{}: A, B and Expected are needed", self.place));
        }
        for (a, b) in &self.marked {
            for (side, text, words) in [("A", &self.a, a), ("B", &self.b, b)] {
                if !text.contains(words.as_str()) {
                    return Err(format!("{}: {side} does not hold {words:?}", self.place));
                }
            }
        }
        Ok(())
    }
}

/// `agree`, `paraphrase`, `not diverge`, `no conflict`, or `diverge in KIND, KIND`, the latter with `, conflict` at its end if so.
fn expected(text: &str) -> Result<Expected, String> {
    if text == "no conflict" {
        return Ok(Expected::NoConflict);
    }
    if text == "not diverge" {
        return Ok(Expected::NotDiverge);
    }
    if let Some(relation) = [Relation::Agree, Relation::Paraphrase]
        .into_iter()
        .find(|relation| relation.name() == text)
    {
        return Ok(Expected::Relation(relation));
    }
    let list = text
        .strip_prefix("diverge in ")
        .ok_or_else(|| format!("cannot expect {text:?}"))?;
    let mut names: Vec<&str> = list.split(", ").collect();
    let conflict = names.last() == Some(&"conflict");
    names.truncate(names.len() - usize::from(conflict));
    let kinds: Result<Vec<Kind>, String> = names
        .into_iter()
        .map(|name| {
            let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
            kind.ok_or_else(|| format!("there is no kind {name:?}"))
        })
        .collect();
    Ok(Expected::Diverge {
        kinds: kinds?,
        conflict,
    })
}

/// The two texts of `"..." / "..."`; an empty one means that nothing need be marked on that side.
fn quoted(text: &str) -> Option<(String, String)> {
    let (a, b) = text
        .strip_prefix('"')?
        .strip_suffix('"')?
        .split_once("\" / \"")?;
    Some((a.into(), b.into()))
}

/// What is wrong with one case, if anything.
fn check(case: &Case) -> Vec<String> {
    let link = link(&case.a, &case.b, case.published);
    let back = self::link(&case.b, &case.a, case.published);
    let mut wrong = Vec::new();
    if !fits(case.expected.as_ref().expect("checked when read"), &link) {
        wrong.push(format!("is {}", shown(&link, &case.a, &case.b)));
    }
    if (link.relation, link.kinds(), link.conflict())
        != (back.relation, back.kinds(), back.conflict())
    {
        wrong.push(format!(
            "the other way round is {}",
            shown(&back, &case.b, &case.a)
        ));
    }
    for (a, b) in &case.marked {
        for (side, text, words) in [(Side::A, &case.a, a), (Side::B, &case.b, b)] {
            let marks = marked(&link, side, text);
            if !words.is_empty() && !marks.contains(&words.as_str()) {
                wrong.push(format!("marks {marks:?} and not {words:?}"));
            }
        }
    }
    let unquoted = link.evidence.findings().iter().filter(|finding| {
        let words = |mark: &Mark| {
            mark.span.of(match mark.side {
                Side::A => &case.a,
                Side::B => &case.b,
            })
        };
        let mut marks = finding.marks.iter();
        !marks.any(|mark| finding.note.contains(words(mark)))
    });
    wrong.extend(unquoted.map(|finding| format!("quotes no marked words in {:?}", finding.note)));
    for text in [&case.a, &case.b] {
        let copy = self::link(text, text, case.published);
        if copy.relation != Relation::Agree || copy.coverage.name() != "equal" {
            wrong.push(format!(
                "with its own copy, is {}",
                shown(&copy, text, text)
            ));
        }
    }
    wrong
        .into_iter()
        .map(|complaint| format!("{}: {complaint}", case.place))
        .collect()
}

fn fits(expected: &Expected, link: &Link) -> bool {
    match expected {
        Expected::Relation(relation) => link.relation == *relation,
        Expected::NoConflict => !link.conflict(),
        Expected::NotDiverge => link.relation != Relation::Diverge,
        Expected::Diverge { kinds, conflict } => {
            link.relation == Relation::Diverge
                && link.kinds() == *kinds
                && link.conflict() == *conflict
        }
    }
}

fn shown(link: &Link, a: &str, b: &str) -> String {
    let codes: Vec<_> = link
        .evidence
        .findings()
        .iter()
        .map(|finding| finding.code)
        .collect();
    format!(
        "{} {codes:?}{} marking {:?} / {:?}",
        link.relation.name(),
        if link.conflict() { " conflict" } else { "" },
        marked(link, Side::A, a),
        marked(link, Side::B, b)
    )
}

fn marked<'a>(link: &Link, side: Side, text: &'a str) -> Vec<&'a str> {
    let marks = link
        .evidence
        .findings()
        .iter()
        .flat_map(|finding| &finding.marks);
    marks
        .filter(|mark| mark.side == side)
        .map(|mark| mark.span.of(text))
        .collect()
}

/// Judges two texts as one claim each.
pub fn link(a: &str, b: &str, published: Option<jiff::civil::Date>) -> Link {
    let collection = Collection::new([source("a", a, published), source("b", b, published)]);
    let profiles = profiles(&collection, None);
    let (found, _) = align::compare(
        &collection,
        &profiles,
        Weights::shipped(),
        ClaimIndex(0),
        ClaimIndex(1),
    );
    judge(&collection, &profiles, &found)
}

fn source(id: &str, text: &str, published: Option<jiff::civil::Date>) -> (Source, Vec<Unit>) {
    let unit = Unit {
        number: 1,
        zone: Zone::Claim,
        span: Span::new(0..text.len()),
    };
    let source = Source {
        id: id.into(),
        path: id.into(),
        label: id.into(),
        outlet: None,
        family: None,
        published,
        url: None,
        sha256: String::new(),
        text: text.into(),
        blocks: Vec::new(),
        warnings: Vec::new(),
    };
    (source, vec![unit])
}
