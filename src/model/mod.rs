//! The nouns: what the stages hand to each other. Nothing here does work or knows a stage.

mod claim;
mod collection;
mod evidence;
mod group;
mod lineage;
mod link;
mod outlet;
mod progress;
mod scored_pair;
mod source;
mod span;
mod zone;

pub use claim::{Claim, ClaimIndex};
pub use collection::Collection;
pub use evidence::{Evidence, EvidenceError, Finding, Kind, Mark, Measure, Side};
pub use group::{ClaimGroup, Member};
pub use lineage::{Derivation, Family, Lineage};
pub use link::{Coverage, EVEN_ODDS, Link, Relation};
pub use outlet::{Credit, Outlet};
pub use progress::Progress;
pub use scored_pair::{Compared, ScoredPair};
pub use source::{Source, SourceIndex};
pub use span::Span;
pub use zone::{Block, Unit, Zone};
