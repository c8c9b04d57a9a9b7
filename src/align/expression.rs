//! Names and quantities: words that can say the same as quite other words.

use std::hash::{Hash, Hasher};

use crate::text::name::Name;
use crate::text::number::Quantity;
use crate::text::profile::Profile;
use crate::text::token::Run;

/// Words that stand for one thing, which other words may stand for as well.
pub trait Expression: Sized {
    /// All of a claim.
    fn of(profile: &Profile) -> &[Self];
    /// Its words.
    fn run(&self) -> Run;
    /// What it means, wherever it stands.
    fn meaning(&self) -> impl Eq + Hash;
    /// Whether both say the same.
    fn says_the_same(&self, other: &Self) -> bool;
}

/// "Kiev" and "Kyiv", "U.S." and "United States".
impl Expression for Name {
    fn of(profile: &Profile) -> &[Self] {
        &profile.names
    }

    fn run(&self) -> Run {
        self.run
    }

    fn meaning(&self) -> impl Eq + Hash {
        Name::meaning(self)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.same(other)
    }
}

/// "a fifth" and "20%".
impl Expression for Quantity {
    fn of(profile: &Profile) -> &[Self] {
        &profile.quantities
    }

    fn run(&self) -> Run {
        self.run
    }

    fn meaning(&self) -> impl Eq + Hash {
        Quantity::meaning(self)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.comparable(other) && self.agrees(other)
    }
}

/// The words of the expression that begins at `position`.
pub fn beginning_at(expressions: &[impl Expression], position: usize) -> Option<Run> {
    let mut runs = expressions.iter().map(Expression::run);
    runs.find(|run| run.start as usize == position)
}

/// An expression that equals all others of its meaning.
#[derive(Debug)]
pub struct Meant<'a, E>(pub &'a E);

impl<E> Clone for Meant<'_, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Meant<'_, E> {}

impl<E: Expression> PartialEq for Meant<'_, E> {
    fn eq(&self, other: &Self) -> bool {
        self.0.meaning() == other.0.meaning()
    }
}

impl<E: Expression> Eq for Meant<'_, E> {}

impl<E: Expression> Hash for Meant<'_, E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.meaning().hash(state);
    }
}
