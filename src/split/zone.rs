//! Which zone each block of a page belongs to.

use std::ops::Range;

use super::caption::is_caption;
use super::dateline;
use super::lexicon::{AGENCIES, BOILERPLATE, COMMENTS, META, PROVENANCE};
use super::list::{self, BULLETS};
use super::stop::MARKS;
use crate::model::{Source, Span, Zone};
use crate::text::date::date_line;

/// A stretch of a page that belongs to one zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// One unit, whatever it holds.
    Whole(Zone, Span),
    /// The words and the credit of a picture.
    Caption(Span),
    /// A heading, which may be several sentences.
    Heading(Span),
    /// Sentences of the article's own body.
    Prose(Span),
}

/// The pieces of a source, in order.
pub fn pieces(source: &Source) -> Vec<Piece> {
    let page = Page::new(source);
    let mut pieces = Vec::new();
    for (at, block) in source.blocks.iter().enumerate() {
        match block.zone {
            Some(zone) => pieces.push(Piece::Whole(zone, block.span)),
            None => page.cut(at, block.span, &mut pieces),
        }
    }
    pieces
}

/// The blocks of a page, to be looked at in the light of those around them.
struct Page<'t> {
    text: &'t str,
    lines: Vec<&'t str>,
    comments: Range<usize>,
    /// Of each line, whether it is a row of a table.
    table_rows: Vec<bool>,
}

/// Whether a line, given by its number on the page and its words, is of a zone.
type Test<P> = fn(&P, usize, &str) -> bool;

impl<'t> Page<'t> {
    /// What tells the zone of a line, the surest first. A line of which none knows better is prose.
    const TESTS: [(Zone, Test<Self>); 9] = [
        (Zone::Boilerplate, Self::is_ornament),
        (Zone::Boilerplate, Self::is_boilerplate),
        (Zone::Comment, Self::is_comment),
        (Zone::Heading, Self::is_table_head),
        (Zone::Claim, Self::is_table_row),
        (Zone::Provenance, Self::is_provenance),
        (Zone::Meta, Self::is_meta),
        (Zone::Caption, Self::is_caption),
        (Zone::Heading, Self::is_heading),
    ];

    fn new(source: &'t Source) -> Self {
        let lines: Vec<_> = source
            .blocks
            .iter()
            .map(|block| source.slice(block.span))
            .collect();
        Self {
            text: &source.text,
            comments: comments(&lines),
            table_rows: table_rows(&lines),
            lines,
        }
    }

    /// Takes the line `at` apart: the date or the place it may begin with, and the rest.
    fn cut(&self, at: usize, span: Span, pieces: &mut Vec<Piece>) {
        let line = self.lines[at];
        let announced = date_line(line).filter(|date| date.length < line.len());
        let length = announced
            .map(|date| date.length)
            .or_else(|| dateline::length(line));
        let cut = span.start as usize + length.unwrap_or(0);
        let head = Span::new(span.start as usize..cut).trimmed(self.text);
        let rest = Span::new(cut..span.end as usize).trimmed(self.text);
        if !head.is_empty() {
            pieces.push(Piece::Whole(Zone::Meta, head));
        }
        if !rest.is_empty() {
            pieces.push(match self.zone(at, rest.of(self.text)) {
                Some(Zone::Heading) => Piece::Heading(rest),
                Some(Zone::Caption) => Piece::Caption(rest),
                Some(zone) => Piece::Whole(zone, rest),
                None => Piece::Prose(rest),
            });
        }
    }

    /// The zone of `line`, which is the line `at` without its date or place; nothing if it is prose.
    fn zone(&self, at: usize, line: &str) -> Option<Zone> {
        let known = Self::TESTS.iter().find(|(_, test)| test(self, at, line));
        known.map(|(zone, _)| *zone)
    }

    fn line(&self, at: usize) -> &'t str {
        self.lines.get(at).copied().unwrap_or_default()
    }

    /// A rule, a row of stars.
    fn is_ornament(&self, _: usize, line: &str) -> bool {
        !line.contains(char::is_alphanumeric)
    }

    fn is_boilerplate(&self, _: usize, line: &str) -> bool {
        BOILERPLATE.holds(line) || COMMENTS.holds(line)
    }

    fn is_comment(&self, at: usize, _: &str) -> bool {
        self.comments.contains(&at)
    }

    fn is_table_head(&self, at: usize, line: &str) -> bool {
        line.contains('|') && is_table_rule(self.line(at + 1))
    }

    /// A row of a table that has a rule under its head.
    fn is_table_row(&self, at: usize, _: &str) -> bool {
        self.table_rows[at]
    }

    fn is_provenance(&self, _: usize, line: &str) -> bool {
        PROVENANCE.holds(line)
    }

    fn is_meta(&self, _: usize, line: &str) -> bool {
        let dated = date_line(line).is_some_and(|date| date.length == line.len());
        dated || META.holds(line) || AGENCIES.contains(line) || is_byline(line)
    }

    fn is_caption(&self, _: usize, line: &str) -> bool {
        is_caption(line)
    }

    /// A short line that is no sentence, or shouts. A line that stands alone heads nothing: it is all that its source says.
    fn is_heading(&self, _: usize, line: &str) -> bool {
        const LONGEST: usize = 160;
        const MOST_WORDS: usize = 20;
        let words = line.split_whitespace().count();
        if self.lines.len() == 1
            || line.len() > LONGEST
            || words > MOST_WORDS
            || line.starts_with(BULLETS)
            || !list::items(line).is_empty()
        {
            return false;
        }
        let open = line.trim_end_matches(|sign: char| {
            !sign.is_alphanumeric()
                && !MARKS.contains(&sign)
                && !matches!(sign, ':' | ',' | ';' | '-' | '–' | '—' | '%' | '$')
        });
        let unfinished = open.ends_with([',', ';', ':', '-', '–', '—']);
        let sentence = open.ends_with(MARKS) && !(open.ends_with(['!', '?']) && is_title(line));
        let small = line.starts_with(char::is_lowercase);
        let speech = line.starts_with(['"', '“']) && line.ends_with(['"', '”']);
        !(unfinished || sentence || small || speech)
    }
}

/// Of each line, whether it stands in a table below the rule under the head.
fn table_rows(lines: &[&str]) -> Vec<bool> {
    let mut inside = false;
    let rows = lines.iter().map(|line| {
        let row = inside && line.contains('|');
        inside = row || is_table_rule(line);
        row
    });
    rows.collect()
}

/// `---|---`, `|:--|--:|`
fn is_table_rule(line: &str) -> bool {
    line.contains("--")
        && line.contains('|')
        && line
            .chars()
            .all(|sign| matches!(sign, '|' | '-' | ':' | '+' | ' '))
}

/// "By Jane Doe", "BY JANE DOE and John Smith, Staff Writers"
fn is_byline(line: &str) -> bool {
    const LONGEST: usize = 100;
    const SMALL: &[&str] = &["and", "in", "of", "for", "the", "at"];
    let line = line.trim_matches(['*', '_']);
    let Some(names) = ["By ", "BY "].iter().find_map(|by| line.strip_prefix(by)) else {
        return false;
    };
    let named = |word: &str| {
        word.starts_with(|letter: char| !letter.is_lowercase()) || SMALL.contains(&word)
    };
    line.len() <= LONGEST
        && !line.ends_with('.')
        && names.split_whitespace().count() > 1
        && names.split_whitespace().all(named)
}

/// Whether every word begins with a capital letter but the small ones.
fn is_title(line: &str) -> bool {
    const LONGEST_SMALL_WORD: usize = 3;
    let mut words = line.split_whitespace();
    words.all(|word| {
        let word = word.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        word.len() <= LONGEST_SMALL_WORD || !word.starts_with(char::is_lowercase)
    }) && line.split_whitespace().count() > 1
}

/// The lines that readers wrote: from a head such as "6 Comments" that stands after the article and before a name, to the end.
fn comments(lines: &[&str]) -> Range<usize> {
    let article = lines.iter().position(|line| line.ends_with(MARKS));
    let begins = |at: &usize| {
        let first = || lines[at + 1..].iter().find(|line| !BOILERPLATE.holds(line));
        COMMENTS.holds(lines[*at]) && first().is_some_and(|line| is_name(line))
    };
    let head = article.and_then(|article| (article + 1..lines.len()).find(begins));
    head.map_or(0..0, |head| head + 1..lines.len())
}

/// Whether a line may be the name under which a reader writes.
fn is_name(line: &str) -> bool {
    const MOST_WORDS: usize = 6;
    const LONGEST: usize = 60;
    line.len() <= LONGEST && line.split_whitespace().count() <= MOST_WORDS && !line.ends_with(MARKS)
}
