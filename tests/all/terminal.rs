//! What a reader sees in the terminal.

use crosscheck::output::target::StreamTarget;
use crosscheck::output::{self, Options, View};

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
fn the_summary_fits_on_one_screen() {
    let options = Options {
        flavour: Some("summary".into()),
        ..options(80, false)
    };
    let shown = shown(true, &options);
    assert!(shown.lines().count() <= 24);
    insta::assert_snapshot!(shown);
}

#[test]
fn plain_output_has_one_record_a_line_and_as_many_fields_in_each() {
    let options = Options {
        flavour: Some("plain".into()),
        ..options(40, true)
    };
    let shown = shown(true, &options);
    assert!(shown.lines().all(|line| line.split('\t').count() == 8));
    insta::assert_snapshot!(shown.replace('\t', " | "));
}

#[test]
fn a_base_is_checked_claim_by_claim() {
    let options = Options {
        base: Some("gazette".into()),
        ..options(80, false)
    };
    insta::assert_snapshot!(shown(true, &options));
}

#[test]
fn the_matrix_shows_who_reports_what() {
    let options = Options {
        view: View::Matrix,
        ..options(80, false)
    };
    insta::assert_snapshot!(shown(true, &options));
}

#[test]
fn ids_lead_to_their_files_where_the_terminal_can_follow() {
    let options = Options {
        folder: Some("/desk".into()),
        ..options(80, true)
    };
    let link = "\u{1b}]8;;file:///desk/articles/herald.txt\u{1b}\\";
    assert!(shown(true, &options).contains(link));
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
