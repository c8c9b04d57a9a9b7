//! Writes XML: UTF-8, indented, everything escaped, nothing that XML cannot carry.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::carry::Replacer;

/// An XML document in the making.
pub struct Xml {
    writer: Writer<Vec<u8>>,
    replacer: Replacer,
}

impl Xml {
    /// A document with nothing but its declaration.
    pub fn new() -> Self {
        let mut xml = Self {
            writer: Writer::new_with_indent(Vec::new(), b' ', 2),
            replacer: Replacer::default(),
        };
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// `<name attributes>`
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let start = self.start(name, attributes);
        self.write(Event::Start(start));
    }

    /// `</name>`
    pub fn close(&mut self, name: &str) {
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// `<name attributes/>`
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let start = self.start(name, attributes);
        self.write(Event::Empty(start));
    }

    /// `<name attributes>text</name>`
    pub fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        let text = self.replacer.xml(text);
        let event = Event::Text(BytesText::new(&text));
        write(&mut self.writer, event);
        self.close(name);
    }

    /// The document, and what it could not carry.
    pub fn finish(self) -> (Vec<u8>, Vec<String>) {
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        (bytes, self.replacer.warnings())
    }

    fn start<'n>(&mut self, name: &'n str, attributes: &[(&str, &str)]) -> BytesStart<'n> {
        let mut start = BytesStart::new(name);
        for (key, value) in attributes {
            start.push_attribute((*key, self.replacer.xml(value).as_ref()));
        }
        start
    }

    fn write(&mut self, event: Event) {
        write(&mut self.writer, event);
    }
}

fn write(writer: &mut Writer<Vec<u8>>, event: Event) {
    writer.write_event(event).expect("memory takes every write");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_come_back_as_they_were() {
        let hostile = " a\nb\tc\r\"<&>'\u{202e}🙂 ]]> ";
        let mut xml = Xml::new();
        xml.open("root", &[("key", hostile)]);
        xml.text("child", &[], hostile);
        xml.close("root");
        let (bytes, warnings) = xml.finish();
        assert!(warnings.is_empty());
        let text = String::from_utf8(bytes).expect("UTF-8");
        let document = roxmltree::Document::parse(&text).expect("well-formed");
        let root = document.root_element();
        assert_eq!(root.attribute("key"), Some(hostile));
        let child = root.first_element_child().expect("a child");
        assert_eq!(child.text(), Some(hostile));
    }
}
