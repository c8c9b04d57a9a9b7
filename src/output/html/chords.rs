//! The graph as a picture: sources around a circle, their claims along it, links as chords.

use std::collections::HashMap;
use std::f64::consts::TAU;

use super::text::shown;
use crate::output::sign::Sign;
use crate::report::{Index, LinkView, SourceView};

/// Radius of the circle, in units of the picture; around it stand the names.
const RADIUS: f64 = 300.0;
/// From the circle to the names of the sources.
const LABEL: f64 = 18.0;
/// Share of the circle that lies between the sources.
const GAPS: f64 = 0.12;
/// More chords than this nobody can tell apart; the gravest and surest are drawn.
const DRAWN: usize = 600;

/// The picture.
pub struct Chords<'a> {
    pub arcs: Vec<Arc>,
    pub chords: Vec<Chord<'a>>,
    pub left_out: usize,
}

/// One source.
pub struct Arc {
    pub name: String,
    pub path: String,
    pub x: String,
    pub y: String,
    /// Where the name is held: `start`, `middle` or `end`.
    pub hold: &'static str,
}

/// One link.
pub struct Chord<'a> {
    pub link: &'a LinkView,
    pub sign: Sign,
    pub path: String,
}

impl<'a> Chords<'a> {
    /// The picture of a report.
    pub fn new(index: &Index<'a>) -> Self {
        let report = index.report();
        let total = report.claims.len().max(1) as f64;
        let sources = report.sources.len().max(1) as f64;
        let mut angle = 0.0;
        let mut places = HashMap::new();
        let mut arcs = Vec::new();
        for source in &report.sources {
            let start = angle;
            for claim in index.claims_of(&source.id) {
                let step = TAU * (1.0 - GAPS) / total;
                places.insert(claim.id.as_str(), angle + step / 2.0);
                angle += step;
            }
            arcs.push(arc(source, start, angle));
            angle += TAU * GAPS / sources;
        }
        let gravest = [index.conflicts(), index.differences(), index.accords()].concat();
        let chords = gravest.iter().take(DRAWN).filter_map(|link| {
            let (from, to) = (places.get(link.a.as_str())?, places.get(link.b.as_str())?);
            Some(Chord {
                link,
                sign: Sign::of(link),
                path: format!("M{}Q0,0 {}", at(*from, RADIUS), at(*to, RADIUS)),
            })
        });
        // The gravest are drawn last and so lie on top.
        let mut chords: Vec<_> = chords.collect();
        chords.reverse();
        Self {
            arcs,
            chords,
            left_out: report.links.len().saturating_sub(DRAWN),
        }
    }
}

fn arc(source: &SourceView, start: f64, end: f64) -> Arc {
    let middle = (start + end) / 2.0;
    let (sine, cosine) = middle.sin_cos();
    let large = u8::from(end - start > TAU / 2.0);
    Arc {
        name: shown(source.name()),
        path: format!(
            "M{}A{RADIUS},{RADIUS} 0 {large} 1 {}",
            at(start, RADIUS),
            at(end, RADIUS)
        ),
        x: format!("{:.1}", sine * (RADIUS + LABEL)),
        y: format!("{:.1}", -cosine * (RADIUS + LABEL)),
        hold: match sine {
            sine if sine > 0.2 => "start",
            sine if sine < -0.2 => "end",
            _ => "middle",
        },
    }
}

/// The point at `angle`, clockwise from the top.
fn at(angle: f64, radius: f64) -> String {
    let (sine, cosine) = angle.sin_cos();
    format!("{:.1},{:.1}", sine * radius, -cosine * radius)
}
