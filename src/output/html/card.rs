//! One link: both wordings, what differs, and how the score came about.

use itertools::Itertools;

use super::anchor::anchor;
use super::text::{WITHHELD, Words, classed, shown};
use crate::output::sign::Sign;
use crate::report::rival::contenders;
use crate::report::wording::{Part, marked, merged};
use crate::report::{ClaimView, FindingView, Index, LinkView, MeasureView, SourceView};

/// Contributions below so many bits, a change of the odds by less than 8 %, are shown as one.
const SMALL: f64 = 0.1;

/// Everything that is shown of one link.
pub struct Card<'a> {
    pub link: &'a LinkView,
    pub sign: Sign,
    pub sides: [Side<'a>; 2],
    /// Both wordings as one text, where that can be read.
    pub merged: Vec<Words>,
    pub notes: Vec<Note>,
    pub says_more: &'static str,
    pub percent: String,
    pub sum: Sum,
    /// For each side that others came near to: what they could have stood in the place of, and they.
    pub rivals: Vec<Rivals<'a>>,
    /// A command that shows the same in the terminal.
    pub command: String,
}

/// Claims that could have stood in the place of one side of a link.
pub struct Rivals<'a> {
    /// The side that was chosen.
    pub chosen: &'a str,
    pub contenders: Vec<Contender>,
}

/// A claim that came near.
pub struct Contender {
    pub id: String,
    pub anchor: String,
    pub bits: String,
    /// What became of it.
    pub fate: &'static str,
}

/// One wording and where it stands.
pub struct Side<'a> {
    pub claim: &'a ClaimView,
    pub source: &'a SourceView,
    pub anchor: String,
    pub source_anchor: String,
    pub name: String,
    pub words: Vec<Words>,
}

/// One finding.
pub struct Note {
    pub kind: &'static str,
    pub code: &'static str,
    pub conflict: bool,
    pub text: String,
    /// Words and what they mean in normal form.
    pub values: Vec<(String, String)>,
}

/// How the score came about: bars that add up to it.
pub struct Sum {
    pub bars: Vec<Bar>,
    pub total: String,
    /// What the total has to reach, where there is such a mark.
    pub threshold: Option<Threshold>,
    /// Features that do not apply to this pair.
    pub unused: String,
}

/// What one feature adds, as a bar from where the sum stood to where it then stands.
pub struct Bar {
    pub name: String,
    pub value: String,
    pub bits: String,
    pub down: bool,
    /// Where the bar begins and how long it is, in percent of the width.
    pub left: String,
    pub length: String,
}

/// The score from which on a pair is a link.
pub struct Threshold {
    pub bits: String,
    /// Where it lies among the bars, in percent of the width.
    pub left: String,
}

impl<'a> Card<'a> {
    /// The card of `link`; `None` if the report lacks one of its claims.
    pub fn new(index: &Index<'a>, link: &'a LinkView) -> Option<Self> {
        let (a, b) = (index.claim(&link.a)?, index.claim(&link.b)?);
        let sides = [
            side(index, link, a, Part::Old)?,
            side(index, link, b, Part::New)?,
        ];
        let together = index.worded(a).zip(index.worded(b));
        let together = together
            .filter(|_| a.text != b.text)
            .and_then(|(a, b)| merged(a, b));
        let paths = sides.iter().map(|side| quoted(&shown(&side.source.path)));
        Some(Self {
            sign: Sign::of(link),
            merged: together.map_or_else(Vec::new, |pieces| classed(&pieces)),
            notes: link
                .evidence
                .findings
                .iter()
                .map(|finding| note(index, finding))
                .collect(),
            says_more: match link.coverage {
                "a_adds" => "the first says more",
                "b_adds" => "the second says more",
                "both_add" => "each says more",
                _ => "",
            },
            percent: format!("{:.0} %", link.probability * 100.0),
            sum: Sum::new(
                link.evidence.bias,
                &link.evidence.measures,
                link.score,
                Some(index.report().tool.threshold),
            ),
            rivals: [&link.b, &link.a]
                .into_iter()
                .map(|chosen| rivals(index, link, chosen))
                .filter(|rivals| !rivals.contenders.is_empty())
                .collect(),
            command: format!(
                "crosscheck explain {} {} {}",
                link.a,
                link.b,
                paths.unique().join(" ")
            ),
            sides,
            link,
        })
    }

    /// The lineages of both sides, for the filters.
    pub fn lineages(&self) -> String {
        self.sides
            .iter()
            .map(|side| side.source.lineage.as_str())
            .unique()
            .join(" ")
    }
}

fn rivals<'a>(index: &Index<'a>, link: &'a LinkView, chosen: &'a str) -> Rivals<'a> {
    let contenders = contenders(index, link, chosen).into_iter();
    let contenders = contenders.map(|contender| Contender {
        id: shown(contender.claim),
        anchor: anchor(contender.claim),
        bits: format!("{:+.2}", contender.score),
        fate: if contender.linked {
            "linked"
        } else {
            "rejected"
        },
    });
    Rivals {
        chosen,
        contenders: contenders.collect(),
    }
}

fn side<'a>(
    index: &Index<'a>,
    link: &LinkView,
    claim: &'a ClaimView,
    differing: Part,
) -> Option<Side<'a>> {
    let source = index.source_of(claim)?;
    let text = claim.text.as_deref().unwrap_or(WITHHELD);
    Some(Side {
        claim,
        source,
        anchor: anchor(&claim.id),
        source_anchor: anchor(&source.id),
        name: shown(source.name()),
        words: classed(&marked(text, claim, link, differing)),
    })
}

fn note(index: &Index, finding: &FindingView) -> Note {
    let values = finding.untold().iter().filter_map(|mark| {
        let value = mark.value.as_ref()?;
        Some((
            shown(index.words(mark).unwrap_or(&mark.claim)),
            shown(value),
        ))
    });
    Note {
        kind: finding.kind,
        code: finding.code,
        conflict: finding.conflict,
        text: shown(&finding.note),
        values: values.unique().collect(),
    }
}

impl Sum {
    /// How `bias` and what `measures` add make up `score`, and how that stands to `threshold`, all in bits.
    pub fn new(bias: f64, measures: &[MeasureView], score: f64, threshold: Option<f64>) -> Self {
        let (used, unused): (Vec<_>, Vec<_>) = measures
            .iter()
            .partition(|measure| measure.value.is_some() || measure.contribution != 0.0);
        let (large, small): (Vec<&MeasureView>, Vec<&MeasureView>) = used
            .into_iter()
            .partition(|measure| measure.contribution.abs() >= SMALL);
        let rest = small
            .iter()
            .map(|measure| measure.contribution)
            .sum::<f64>();
        let large = large
            .iter()
            .map(|large| (large.feature, large.value, large.contribution));
        let steps: Vec<_> = std::iter::once(("start", None, bias))
            .chain(large)
            .chain((!small.is_empty()).then_some(("small ones together", None, rest)))
            .scan(0.0, |sum, (name, value, bits)| {
                let from = *sum;
                *sum += bits;
                Some((name, value, bits, from, *sum))
            })
            .collect();
        let ends = steps.iter().flat_map(|step| [step.3, step.4]);
        let ends = ends.chain(threshold);
        let (least, most) = ends.fold((0.0_f64, 0.0_f64), |(least, most), end| {
            (least.min(end), most.max(end))
        });
        let percent = |bits: f64| format!("{:.0}", bits / (most - least).max(f64::EPSILON) * 100.0);
        let bars = steps.iter().map(|(name, value, bits, from, to)| Bar {
            name: name.replace('_', " "),
            value: value.map_or_else(String::new, |value| format!("{value:.2}")),
            bits: format!("{bits:+.2}"),
            down: *bits < 0.0,
            left: percent(from.min(*to) - least),
            length: percent(bits.abs()),
        });
        Self {
            bars: bars.collect(),
            total: format!("{score:+.2}"),
            threshold: threshold.map(|threshold| Threshold {
                bits: format!("{threshold:+.2}"),
                left: percent(threshold - least),
            }),
            unused: unused
                .iter()
                .map(|unused| unused.feature.replace('_', " "))
                .join(", "),
        }
    }
}

/// `path` as one word of a shell command.
fn quoted(path: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "/._-".contains(letter);
    if path.chars().all(plain) && !path.starts_with('-') {
        path.to_owned()
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Sum, quoted};
    use crate::report::MeasureView;

    #[test]
    fn bars_start_where_the_last_one_ended() {
        let measure = |contribution| MeasureView {
            feature: "words",
            value: Some(1.0),
            contribution,
        };
        let sum = Sum::new(-4.0, &[measure(6.0), measure(-1.0)], 1.0, Some(-1.0));
        let bars: Vec<_> = sum
            .bars
            .iter()
            .map(|bar| (bar.left.as_str(), bar.length.as_str()))
            .collect();
        assert_eq!(bars, [("0", "67"), ("0", "100"), ("83", "17")]);
        assert_eq!(sum.total, "+1.00");
        assert_eq!(sum.threshold.expect("as given").left, "50");
    }

    #[test]
    fn a_path_stays_one_word() {
        assert_eq!(quoted("seeds/a.txt"), "seeds/a.txt");
        assert_eq!(quoted("it's here; rm x"), r"'it'\''s here; rm x'");
    }
}
