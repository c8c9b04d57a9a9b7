//! Place lines: where a report was written, and by which agency, before its first sentence.

use super::lexicon::AGENCIES;

/// Longer beginnings are sentences.
const LONGEST: usize = 80;

/// The signs between a place line and the report.
const DASHES: &[&str] = &["—", "–", "--", " -", ":"];

/// How many bytes the place line takes at the beginning of `line`: `JEDDAH, March 10 (Reuters) -`, `WASHINGTON —`, `(CNN)`.
pub fn length(line: &str) -> Option<usize> {
    let head = &line[..line.floor_char_boundary(LONGEST)];
    let (end, dash) = DASHES
        .iter()
        .filter_map(|dash| head.find(dash).map(|at| (at, dash)))
        .min_by_key(|(at, _)| *at)?;
    let place = head[..end].trim();
    let after = &line[end + dash.len()..];
    let rest = after.trim_start();
    let report_follows = rest.is_empty()
        || !rest.starts_with(char::is_lowercase)
            && (*dash != ":" && after.len() > rest.len() || is_agency_at_end(place));
    let placed = is_agency_at_end(place) || *dash != ":" && is_place_in_capitals(place);
    (report_follows && placed)
        .then(|| line.len() - rest.len())
        .map(|length| line[..length].trim_end().len())
}

/// "TEL AVIV (Reuters)", "(CNN)"
fn is_agency_at_end(place: &str) -> bool {
    let agency = place
        .strip_suffix(')')
        .and_then(|place| place.rsplit_once('('));
    agency.is_some_and(|(_, agency)| {
        agency.split(['/', ' ']).any(|name| AGENCIES.contains(name)) || AGENCIES.contains(agency)
    })
}

/// "WASHINGTON", "WEST PALM BEACH, Fla.", "JEDDAH, March 10"
fn is_place_in_capitals(place: &str) -> bool {
    const SHORTEST: usize = 4;
    const MOST_WORDS: usize = 6;
    let place = place.rsplit_once(" (").map_or(place, |(place, _)| place);
    let (city, region) = place.split_once(',').unwrap_or((place, ""));
    let letters = city.chars().filter(|letter| letter.is_alphabetic());
    let capitals = letters.clone().all(char::is_uppercase);
    let region_named = region
        .split_whitespace()
        .all(|word| !word.starts_with(char::is_lowercase));
    capitals
        && region_named
        && letters.count() >= SHORTEST
        && place.split_whitespace().count() <= MOST_WORDS
}
