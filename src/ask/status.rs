//! What a claim says of whoever it names with regard to what was asked: does it, is expected to, leads, does not.

use crate::text::certainty::{CertaintyCue, Level};
use crate::text::profile::Profile;
use crate::text::token::Run;

/// What is said of someone or something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Given as an answer, such as a day or a number.
    Said,
    /// Will or may do it, plans to, is due to.
    Expected,
    /// Does it.
    Does,
    /// Leads those who do.
    Leads,
    /// Has no part in it of their own.
    NoRole,
    /// Will not do it.
    DoesNot,
}

impl Status {
    /// The words for it; of those who take part in something if `attending`.
    pub fn name(self, attending: bool) -> &'static str {
        match (self, attending) {
            (Status::Said, _) => "says",
            (Status::Expected, _) => "expected",
            (Status::Does, true) => "attends",
            (Status::Does, false) => "named",
            (Status::Leads, _) => "leads",
            (Status::NoRole, _) => "no official role",
            (Status::DoesNot, true) => "will not join",
            (Status::DoesNot, false) => "denied",
        }
    }

    /// Whether it says that someone does not.
    pub fn is_negative(self) -> bool {
        matches!(self, Status::NoRole | Status::DoesNot)
    }
}

/// Nouns for a part in something: to have none is less than to stay away.
const PARTS: [&str; 3] = ["role", "involvement", "part"];

/// The status of the words at `run`, judged by the words of `focus` in the same clause. `None` if what is
/// denied there is denied of somebody else.
pub fn status(profile: &Profile, focus: &[Run], clauses: &[usize], run: Run) -> Option<Status> {
    let tokens = &profile.tokens;
    let own = clauses[run.start as usize];
    let inside = focus.iter().filter(|it| clauses[it.start as usize] == own);
    if let Some(negative) = inside
        .clone()
        .find_map(|focus| negated(profile, *focus, run))
    {
        return negative;
    }
    let led = |at: u32| {
        tokens
            .get(at as usize)
            .is_some_and(|it| it.is_one_of(&["led", "headed"]))
    };
    let by = |at: u32| tokens.get(at as usize).is_some_and(|it| it.is("by"));
    let leader = (run.start.saturating_sub(5)..run.start).any(|at| led(at) && by(at + 1));
    let heads = tokens
        .get(run.end as usize..)
        .into_iter()
        .flatten()
        .take(2)
        .any(|it| it.is_one_of(&["leads", "heads"]));
    if leader || heads {
        return Some(Status::Leads);
    }
    let covered = |level: Level| {
        let mut cues = profile.certainty.iter().filter(|cue| cue.level == level);
        cues.any(|cue| inside.clone().any(|focus| covers(cue, *focus)))
    };
    let uncertain = [
        Level::Possible,
        Level::Wished,
        Level::Planned,
        Level::Expected,
    ];
    Some(match uncertain.into_iter().any(covered) {
        true => Status::Expected,
        false => Status::Does,
    })
}

/// Whether a cue makes `focus` less than a plain assertion, or is worded with it ("due to arrive").
fn covers(cue: &CertaintyCue, focus: Run) -> bool {
    let shared = cue.cue.range().any(|at| focus.holds(at));
    cue.scope.holds(focus.start as usize) || shared
}

/// If a negation covers `focus`: the status of what stands before it or within its reach as subject, nothing for others.
fn negated(profile: &Profile, focus: Run, run: Run) -> Option<Option<Status>> {
    let mut negations = profile.negations.iter();
    let covers = |scope: Run| scope.range().any(|at| focus.holds(at));
    let negation = negations.find(|it| covers(it.scope))?;
    let part = focus.range().chain(negation.scope.range());
    let part = part
        .into_iter()
        .any(|at| profile.tokens[at].is_one_of(&PARTS));
    let status = if part {
        Status::NoRole
    } else {
        Status::DoesNot
    };
    let owner = negation.scope.holds(run.start as usize) && run.end <= focus.start;
    // "Nobody but them": what stands before a preposition such as "without" is not what it denies.
    let subject = run.start < negation.cue.start
        && !profile.tokens[negation.cue.start as usize].is("without");
    if subject || owner {
        return Some(Some(status));
    }
    let without = profile.tokens[negation.cue.start as usize].is("without");
    if without { None } else { Some(None) }
}
