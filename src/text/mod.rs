//! What words mean: pure functions from the words of a claim to names, quantities, times, cues and speakers.

pub mod attribution;
pub mod certainty;
pub mod clause;
pub mod date;
pub mod diff;
pub mod extent;
pub mod gazetteer;
pub mod language;
pub mod lexicon;
pub mod list;
pub mod name;
pub mod normal;
pub mod number;
pub mod numeral;
pub mod outlet;
pub mod phrase;
pub mod polarity;
pub mod profile;
pub mod quotation;
pub mod relation;
pub mod resemblance;
pub mod role;
pub mod speaker;
pub mod stem;
pub mod time;
pub mod token;
