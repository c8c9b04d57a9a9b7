//! The shape of a claim group in a report.

use schemars::JsonSchema;
use serde::Serialize;

/// One claim group.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct GroupView {
    /// `g1`.
    pub id: String,
    /// Its claims.
    pub members: Vec<MemberView>,
    /// How many sources report it.
    pub sources: usize,
    /// How many lineages these are.
    pub lineages: usize,
    /// Ids of those sources that only links too close to call join to the group: less likely than not, they report it.
    pub doubtful: Vec<String>,
    /// Id of the link with the lowest score inside the group; null where the user alone joined it.
    pub weakest: Option<String>,
    /// Ids of links without any of which the group would fall apart.
    pub bridges: Vec<String>,
    /// Outlets that several of the sources credit with it: probably one report, told again.
    pub origins: Vec<OriginView>,
}

impl GroupView {
    /// How many report it: "4 sources, 3 lineages; of these 002 too close to call".
    pub fn corroboration(&self) -> String {
        let counted = |count: usize, noun: &str| {
            format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
        };
        let doubtful = match self.doubtful.as_slice() {
            [] => String::new(),
            all if all.len() == self.sources => "; too close to call".to_owned(),
            some => format!("; of these {} too close to call", some.join(", ")),
        };
        format!(
            "{}, {}{doubtful}",
            counted(self.sources, "source"),
            counted(self.lineages, "lineage")
        )
    }
}

/// An outlet that several sources of a group credit.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct OriginView {
    /// Id of the outlet.
    pub outlet: String,
    /// Ids of the sources that credit it, for the claim in the group or for the whole article.
    pub sources: Vec<String>,
}

/// One claim of a group.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct MemberView {
    /// Id of the claim.
    pub claim: String,
    /// Its words that state the proposition, as `[start, end]`.
    pub marks: Vec<[u32; 2]>,
    /// Number of the position it takes, from 1: members of one position do not differ materially.
    pub position: usize,
}
