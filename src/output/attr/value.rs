//! What an attribute's values are.

use std::borrow::Cow;

use itertools::Itertools;
use serde_json::json;

/// What an attribute's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A finite number.
    Real,
    /// Words.
    Text,
    /// Several words or phrases.
    List,
}

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'n> {
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A finite number.
    Real(f64),
    /// Words.
    Text(&'n str),
    /// Several words or phrases.
    List(Vec<&'n str>),
}

impl<'n> Value<'n> {
    /// As words, for formats without types of their own; the parts of a list are joined by `"; "`.
    pub fn text(&self) -> Cow<'n, str> {
        match self {
            Value::Boolean(value) => value.to_string().into(),
            Value::Integer(value) => value.to_string().into(),
            Value::Real(value) => value.to_string().into(),
            Value::Text(value) => Cow::Borrowed(value),
            Value::List(values) => values.iter().join("; ").into(),
        }
    }

    /// With its type.
    pub fn json(&self) -> serde_json::Value {
        match self {
            Value::Boolean(value) => json!(value),
            Value::Integer(value) => json!(value),
            Value::Real(value) => json!(value),
            Value::Text(value) => json!(value),
            Value::List(values) => json!(values),
        }
    }
}
