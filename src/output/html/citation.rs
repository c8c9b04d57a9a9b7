//! How to cite a source: for BibTeX, and for the template `cite news` of wikis.

use super::text::shown;
use crate::report::{Index, SourceView};

/// So many digits of a text's hash tell the sources of a report apart.
const KEY: usize = 8;

/// One source as it is cited.
pub struct Citation {
    pub id: String,
    pub bibtex: String,
    pub wiki: String,
}

impl Citation {
    /// What is known of `source`: its headline, publisher, day and address.
    pub fn new(index: &Index, source: &SourceView) -> Self {
        let title = index.headline(source).unwrap_or(&source.label);
        let fields = [
            ("title", Some(title)),
            ("publisher", source.outlet.as_deref()),
            ("date", source.published.as_deref()),
            ("url", source.url.as_deref()),
        ];
        let known = fields
            .into_iter()
            .filter_map(|(field, value)| Some((field, shown(value?))));
        let known: Vec<_> = known.collect();
        Self {
            id: shown(&source.id),
            bibtex: bibtex(&source.text_sha256, &known),
            wiki: wiki(&known),
        }
    }
}

/// An entry of biblatex; its key begins with a letter and is the same for the same text.
fn bibtex(hash: &str, known: &[(&str, String)]) -> String {
    let key: String = hash.chars().take(KEY).collect();
    let fields = known.iter().map(|(field, value)| {
        let escape = if *field == "url" { in_address } else { in_tex };
        let value: String = value.chars().map(escape).collect();
        format!(",\n  {field} = {{{value}}}")
    });
    format!("@online{{c{key}{}\n}}", fields.collect::<String>())
}

fn wiki(known: &[(&str, String)]) -> String {
    let fields = known.iter().map(|(field, value)| {
        let value: String = value.chars().map(in_wiki).collect();
        format!(" |{field}={value}")
    });
    format!("{{{{cite news{}}}}}", fields.collect::<String>())
}

/// A letter as TeX shows it.
fn in_tex(letter: char) -> String {
    match letter {
        '\\' => r"\textbackslash{}".to_owned(),
        '~' => r"\textasciitilde{}".to_owned(),
        '^' => r"\textasciicircum{}".to_owned(),
        '{' | '}' | '$' | '&' | '#' | '%' | '_' => format!("\\{letter}"),
        _ => letter.to_string(),
    }
}

/// A letter of an address, which TeX takes as it stands.
fn in_address(letter: char) -> String {
    match letter {
        '{' | '}' | '\\' => format!("%{:02X}", u32::from(letter)),
        _ => letter.to_string(),
    }
}

/// A letter as a wiki shows it.
fn in_wiki(letter: char) -> String {
    match letter {
        '|' | '{' | '}' | '[' | ']' | '<' | '>' | '&' => format!("&#{};", u32::from(letter)),
        _ => letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{bibtex, wiki};

    #[test]
    fn what_means_something_to_the_reader_is_escaped() {
        let known = [
            ("title", "50 % | {x}".to_owned()),
            ("url", "https://a.example/x_{y}".to_owned()),
        ];
        let entry = bibtex("0123456789", &known);
        assert_eq!(
            entry,
            "@online{c01234567,\n  title = {50 \\% | \\{x\\}},\n  url = {https://a.example/x_%7By%7D}\n}"
        );
        assert_eq!(
            wiki(&known),
            "{{cite news |title=50 % &#124; &#123;x&#125; |url=https://a.example/x_&#123;y&#125;}}"
        );
    }
}
