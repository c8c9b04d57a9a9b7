//! What a reader sees in the terminal.

use crosscheck::output::target::StreamTarget;
use crosscheck::output::{self, Options};

use crate::sample::dam_report;

fn shown(with_text: bool, options: &Options) -> String {
    let mut written = Vec::new();
    let terminal = output::by_name("terminal").expect("a format");
    terminal
        .write(
            &dam_report(with_text),
            options,
            &mut StreamTarget(&mut written),
        )
        .expect("writing to memory");
    String::from_utf8(written).expect("UTF-8")
}

fn options(width: usize, color: bool) -> Options {
    Options {
        width,
        color,
        ..Options::default()
    }
}

#[test]
fn eighty_columns_without_color() {
    insta::assert_snapshot!(shown(true, &options(80, false)));
}

#[test]
fn eighty_columns_in_color() {
    insta::assert_snapshot!(shown(true, &options(80, true)).replace('\u{1b}', "␛"));
}

#[test]
fn hundred_and_forty_columns_without_color() {
    insta::assert_snapshot!(shown(true, &options(140, false)));
}

#[test]
fn hundred_and_forty_columns_in_color() {
    insta::assert_snapshot!(shown(true, &options(140, true)).replace('\u{1b}', "␛"));
}

#[test]
fn a_report_without_text_names_places() {
    insta::assert_snapshot!(shown(false, &options(80, false)));
}

#[test]
fn no_line_is_wider_than_asked_for() {
    use unicode_width::UnicodeWidthStr;
    for width in [40, 80, 119, 120, 140] {
        let shown = shown(true, &options(width, false));
        let too_wide: Vec<_> = shown.lines().filter(|line| line.width() > width).collect();
        assert!(too_wide.is_empty(), "{width}: {too_wide:#?}");
    }
}
