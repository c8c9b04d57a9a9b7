//! One of several numbers belongs to somebody else: "Berg and Rossi got 3 and 5 years, respectively", "Berg got 5 years".

use super::other;
use super::place::{mark, words};
use crate::align::{Pair, Reading};
use crate::model::{Finding, Kind, Side};
use crate::text::name::Name;
use crate::text::number::Quantity;

/// Fewer than this are told one by one.
const FEWEST: usize = 2;

/// Where `side` shares out numbers among those it names, and the other side gives one of these another's.
pub fn shared_out_otherwise(pair: &Pair, side: Side) -> Option<Finding> {
    let (here, there) = (pair.reading(side), pair.reading(other(side)));
    let shares = shares(here)?;
    let ([name], [quantity]) = (&named(there, &shares)[..], &there.profile.quantities[..]) else {
        return None;
    };
    let own = shares.iter().find(|(owner, _)| owner.same(name))?.1;
    let is_anothers = shares.iter().any(|(_, other)| quantity.agrees(other));
    let differs = own.unit == quantity.unit && !quantity.agrees(own);
    (is_anothers && differs).then(|| finding(pair, side, own, quantity))
}

/// Who has which number, where a claim closes with "respectively".
fn shares<'a>(reading: &Reading<'a>) -> Option<Vec<(&'a Name, &'a Quantity)>> {
    let end = reading
        .tokens()
        .iter()
        .rposition(|token| token.is("respectively"))?;
    let profile = reading.profile;
    let last = profile
        .quantities
        .iter()
        .rfind(|it| it.run.end as usize <= end)?;
    let numbers = profile.quantities.iter();
    let numbers: Vec<_> = numbers.filter(|it| it.unit == last.unit).collect();
    let first = numbers.first()?.run.start;
    let owners = profile.names.iter().filter(|name| name.run.end <= first);
    let owners: Vec<_> = owners.collect();
    let is_paired = owners.len() == numbers.len() && owners.len() >= FEWEST;
    is_paired.then(|| owners.into_iter().zip(numbers).collect())
}

/// Those who have a number in the one claim, as the other names them.
fn named<'a>(reading: &Reading<'a>, shares: &[(&Name, &Quantity)]) -> Vec<&'a Name> {
    let names = reading.profile.names.iter();
    names
        .filter(|name| shares.iter().any(|(owner, _)| owner.same(name)))
        .collect()
}

fn finding(pair: &Pair, side: Side, own: &Quantity, other_number: &Quantity) -> Finding {
    let (here, there) = (
        words(pair, side, own.run),
        words(pair, other(side), other_number.run),
    );
    Finding {
        code: "quantity/of-another",
        kind: Kind::Quantity,
        conflict: true,
        marks: vec![
            mark(pair, side, own.run, None),
            mark(pair, other(side), other_number.run, None),
        ],
        note: format!("One gives \"{here}\", the other \"{there}\", which is another's there."),
    }
}
