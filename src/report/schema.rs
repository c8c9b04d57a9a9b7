//! The shape of the JSON report, for programs that check what they read.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::{Report, SCHEMA_VERSION};

/// The JSON Schema (draft 2020-12) of the JSON report: it follows from the types, so it says neither more nor less than they do.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Report>().to_value();
    schema["$id"] = json!(format!("urn:crosscheck:report:{SCHEMA_VERSION}"));
    schema["title"] = json!("Report of crosscheck");
    schema["properties"]["schema_version"]["const"] = json!(SCHEMA_VERSION);
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_described() {
        let schema = schema();
        let definitions = schema["$defs"].as_object().expect("definitions");
        for (name, definition) in definitions {
            for (field, shape) in definition["properties"].as_object().expect("fields") {
                assert!(shape["description"].is_string(), "{name}.{field}");
            }
        }
    }

    #[test]
    fn it_names_its_draft_and_version() {
        let schema = schema();
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        assert_eq!(schema["$id"], "urn:crosscheck:report:1");
        assert_eq!(schema["properties"]["schema_version"]["const"], 1);
    }
}
