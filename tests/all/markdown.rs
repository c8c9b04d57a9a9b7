//! The Markdown report.

use crosscheck::output::target::StreamTarget;
use crosscheck::output::{self, Options, View};

use crate::sample::dam_report;

fn written(with_text: bool) -> String {
    page(with_text, &Options::default())
}

fn written_as(options: Options) -> String {
    page(true, &options)
}

fn page(with_text: bool, options: &Options) -> String {
    let mut written = Vec::new();
    let markdown = output::by_extension("report.md").expect("a format");
    markdown
        .write(
            &dam_report(with_text),
            options,
            &mut StreamTarget(&mut written),
        )
        .expect("writing to memory");
    String::from_utf8(written).expect("UTF-8")
}

#[test]
fn the_report_reads_well() {
    insta::assert_snapshot!(written(true));
}

#[test]
fn the_matrix_is_a_table() {
    insta::assert_snapshot!(written_as(Options {
        view: View::Matrix,
        ..Options::default()
    }));
}

#[test]
fn a_base_is_checked_claim_by_claim() {
    insta::assert_snapshot!(written_as(Options {
        base: Some("gazette".into()),
        ..Options::default()
    }));
}

#[test]
fn without_text_no_word_of_a_source_is_left() {
    let written = written(false);
    for word in ["Alder", "valley", "sheriff", "resign"] {
        assert!(!written.contains(word), "{word} in\n{written}");
    }
}
