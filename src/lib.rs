//! Reconciles claims across sources: who reports what, in whose words, who says something different, and how many of the
//! reports are one report copied. It compares reports; it never says what is true.
//!
//! The data goes one way:
//!
//! ```text
//! bytes ─read▶ Source ─split▶ Claim ─text▶ Profile ─align▶ Match ─judge▶ Link ─graph▶ ClaimGraph ─report▶ Report ─output▶ bytes
//! ```
//!
//! [`reconcile::Reconciler`] joins the stages; the nouns live in [`model`].

pub mod align;
pub mod ask;
pub mod config;
pub mod error;
pub mod eval;
pub mod graph;
pub mod judge;
pub mod limits;
pub mod model;
pub mod output;
pub mod read;
pub mod reconcile;
pub mod report;
#[cfg(feature = "semantic")]
pub mod semantic;
pub mod split;
pub mod text;

pub use config::Config;
pub use error::Error;
pub use reconcile::Reconciler;

/// Makes the examples of the README tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
