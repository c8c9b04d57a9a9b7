//! Credit lines: which outlets the sources name as where they have something from.

use std::collections::BTreeMap;

use crate::model::{ClaimIndex, Collection, Credit, Outlet, SourceIndex, Span, Unit, Zone};
use crate::text::outlet::{OutletMention, key, mentions};
use crate::text::profile::Profile;
use crate::text::stem::EnglishStemmer;
use crate::text::token::{Run, Token, tokenize};

/// An agency named within so many words of the beginning of an article is credited with the whole of it.
const DATELINE: usize = 8;

/// The outlets credited in the sources, by name; `profiles` stand in the order of the claims.
pub fn outlets(collection: &Collection, profiles: &[Profile]) -> Vec<Outlet> {
    let mut found: BTreeMap<String, Outlet> = BTreeMap::new();
    for source in (0..collection.sources().len() as u32).map(SourceIndex) {
        let credits = article_credits(collection, source);
        for (key, credit) in credits.chain(claim_credits(collection, profiles, source)) {
            let outlet = found.entry(key).or_insert_with_key(|key| Outlet {
                name: collection.source(source).slice(credit.span).to_owned(),
                source: published_by(collection, key),
                credits: Vec::new(),
            });
            if outlet.source != Some(source) {
                outlet.credits.push(credit);
            }
        }
    }
    found
        .into_values()
        .filter(|outlet| !outlet.credits.is_empty())
        .collect()
}

fn published_by(collection: &Collection, outlet: &str) -> Option<SourceIndex> {
    let sources = (0..).map(SourceIndex).zip(collection.sources());
    let mut published = sources.filter(|(_, source)| {
        let names = source.outlet.iter().chain(&source.url);
        names.into_iter().any(|name| key(name) == outlet)
    });
    published.next().map(|(index, _)| index)
}

/// Credits for a whole article: its lines of provenance.
fn article_credits(
    collection: &Collection,
    source: SourceIndex,
) -> impl Iterator<Item = (String, Credit)> {
    let units = collection.units(source).iter();
    let lines = units.filter(|unit| unit.zone == Zone::Provenance);
    lines.filter_map(move |unit| {
        let text = &collection.source(source).text;
        let span = credited_by(text, unit)?;
        let key = key(span.of(text));
        let credit = Credit {
            source,
            claim: None,
            span,
        };
        (!key.is_empty()).then_some((key, credit))
    })
}

/// The words of a line of provenance that name the outlet: an address, a known outlet, or what stands after the colon.
fn credited_by(text: &str, line: &Unit) -> Option<Span> {
    let tokens = tokenize(text, line.span, &EnglishStemmer::new());
    let address = tokens.iter().find(|token| is_address(token.span.of(text)));
    if let Some(address) = address {
        return Some(address.span);
    }
    if let Some(known) = mentions(&tokens).first() {
        return Some(known.run.span(&tokens));
    }
    let colon = tokens.iter().position(|token| &*token.text == ":")?;
    let named = Run::new(colon + 1, tokens.len()).span(&tokens);
    Some(named).filter(|named| !named.is_empty())
}

/// Whether a word is the address of a site: "www.bbc.com".
fn is_address(word: &str) -> bool {
    let (name, ending) = word.rsplit_once('.').unwrap_or_default();
    name.len() > 1 && ending.len() > 1 && ending.chars().all(|it| it.is_ascii_alphabetic())
}

/// Credits inside the claims of one source.
fn claim_credits<'a>(
    collection: &'a Collection,
    profiles: &'a [Profile],
    source: SourceIndex,
) -> impl Iterator<Item = (String, Credit)> + 'a {
    let claims = collection.claims_of(source);
    let first = claims.start;
    claims.flat_map(move |claim| {
        let tokens = &profiles[claim].tokens;
        let credited = mentions(tokens).into_iter().filter(|it| it.credited);
        credited.map(move |it| {
            let dateline = claim == first && is_dateline(tokens, &it);
            let credit = Credit {
                source,
                claim: (!dateline).then_some(ClaimIndex(claim as u32)),
                span: it.run.span(tokens),
            };
            (it.key, credit)
        })
    })
}

/// Whether an outlet is named as "KYIV (Reuters) -".
fn is_dateline(tokens: &[Token], mention: &OutletMention) -> bool {
    let (start, end) = (mention.run.range().start, mention.run.range().end);
    let text = |position: usize| tokens.get(position).map(|it| &*it.text);
    start < DATELINE
        && text(end) == Some(")")
        && text(end + 1).is_some_and(|it| it.starts_with('-'))
}
