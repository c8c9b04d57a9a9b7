//! What a report says of its links taken together: disputes, what would settle them, who can be compared, what the run is called.

use crosscheck::config::Config;
use crosscheck::model::{Block, Source, Span};
use crosscheck::report::dispute::{Dispute, disputes};
use crosscheck::report::matrix::{Matrix, Stance};
use crosscheck::report::open::open_points;
use crosscheck::report::{Index, LinkView, Report, report};
use crosscheck::{Reconciler, read};

use crate::sample::dam_report;

/// The words of each position, and who takes it.
fn sides(dispute: &Dispute) -> Vec<Vec<String>> {
    let positions = dispute.positions.iter();
    let ids = positions.map(|position| position.iter().map(|stated| stated.claim.id.clone()));
    ids.map(Iterator::collect).collect()
}

/// `link` with another claim in the place of `old`, which says the same words.
fn moved(report: &Report, link: &LinkView, old: &str, new: &str) -> LinkView {
    let start = |id: &str| {
        let mut claims = report.claims.iter();
        claims.find(|claim| claim.id == id).expect("a claim").start
    };
    let (from, to) = (start(old), start(new));
    let mut moved = link.clone();
    for end in [&mut moved.a, &mut moved.b] {
        if end == old {
            *end = new.into();
        }
    }
    let marks = moved.evidence.findings.iter_mut();
    for mark in marks.flat_map(|finding| &mut finding.marks) {
        if mark.claim == old {
            mark.claim = new.into();
            mark.start = mark.start - from + to;
            mark.end = mark.end - from + to;
        }
    }
    moved
}

#[test]
fn pairs_that_differ_over_the_same_words_are_one_dispute_with_two_sides() {
    let mut report = dam_report(true);
    let copied = moved(&report, &report.links[0], "gazette.2", "mirror.1");
    report.links.push(copied);
    let index = Index::new(&report);
    let disputes = disputes(&index, &index.conflicts());
    let sides: Vec<_> = disputes.iter().map(sides).collect();
    assert_eq!(
        sides,
        [
            [vec!["gazette.2", "mirror.1"], vec!["herald.2"]],
            [vec!["gazette.6"], vec!["herald.4"]],
        ]
    );
    assert_eq!(disputes[0].links.len(), 2);
}

#[test]
fn of_three_numbers_each_is_a_position() {
    let mut report = dam_report(true);
    let mut other = moved(&report, &report.links[0], "gazette.2", "mirror.1");
    for mark in &mut other.evidence.findings[0].marks {
        if mark.claim == "mirror.1" {
            mark.value = Some("4 days".into());
        }
    }
    report.links.push(other);
    let index = Index::new(&report);
    let disputes = disputes(&index, &index.conflicts());
    assert_eq!(
        sides(&disputes[0]),
        [["gazette.2"], ["herald.2"], ["mirror.1"]]
    );
}

#[test]
fn what_would_settle_a_dispute_is_told_as_far_as_the_articles_leave_it_open() {
    let report = dam_report(true);
    let index = Index::new(&report);
    let differences = index.differences();
    let dispute = &disputes(&index, &differences)[0];
    assert_eq!(
        open_points(&index, dispute),
        [
            "the day of publication of wire",
            "a witness for “failed” besides L1 and “It is possible” besides L3",
        ]
    );
}

#[test]
fn a_report_without_words_asks_for_no_words() {
    let report = dam_report(false);
    let index = Index::new(&report);
    let differences = index.differences();
    let open = open_points(&index, &disputes(&index, &differences)[0]);
    assert!(
        !open.iter().any(|point| point.contains("who says so")),
        "{open:?}"
    );
}

fn article(id: &str, text: &str) -> Source {
    Source {
        id: id.into(),
        path: format!("{id}.txt"),
        label: id.into(),
        outlet: None,
        family: None,
        published: None,
        url: None,
        sha256: format!("{:0>64}", text.len()),
        text: text.into(),
        blocks: vec![Block {
            zone: None,
            span: Span::new(0..text.len()),
        }],
        warnings: Vec::new(),
    }
}

fn compared(articles: &[(&str, &str)]) -> Report {
    let sources = articles.iter().map(|(id, text)| article(id, text));
    let graph = Reconciler::default().reconcile(sources.collect());
    report(&graph, &Config::default(), true)
}

const DAM: &str = "The Alder dam failed on Thursday after two days of heavy rain, officials said. Mayor Ann Reed told reporters in Alder that repairs would cost 40 million dollars.";
const DAM_AGAIN: &str = "Officials said the Alder dam failed on Thursday after two days of heavy rain. Repairs would cost 40 million dollars, Mayor Ann Reed told reporters in Alder.";
const FRENCH: &str = "Le barrage d'Alder a cédé jeudi après deux jours de fortes pluies, ont indiqué les responsables. Les habitants de la vallée ont été évacués pendant la nuit.";
const OTHER_EVENT: &str = "The chess champion lost her title in Lisbon after eleven games. Her opponent had studied the opening for months with a team of young players.";

#[test]
fn who_is_of_another_language_or_event_is_not_called_silent() {
    let report = compared(&[
        ("a", DAM),
        ("b", DAM_AGAIN),
        ("c", FRENCH),
        ("d", OTHER_EVENT),
    ]);
    let languages: Vec<_> = report
        .sources
        .iter()
        .map(|source| source.language)
        .collect();
    assert_eq!(
        languages,
        [
            Some("English"),
            Some("English"),
            Some("French"),
            Some("English")
        ]
    );
    assert!(
        report.sources[2]
            .warnings
            .iter()
            .any(|warning| warning.contains("French"))
    );
    let index = Index::new(&report);
    let matrix = Matrix::new(&index);
    assert!(!matrix.rows.is_empty());
    for row in &matrix.rows {
        let stances: Vec<_> = row.cells.iter().map(|cell| cell.stance).collect();
        assert_eq!(
            stances,
            [
                Stance::Reports,
                Stance::Reports,
                Stance::NotComparable,
                Stance::NotComparable
            ]
        );
    }
}

#[test]
fn a_run_is_called_by_what_most_sources_name_and_has_the_same_id_every_time() {
    let articles = [("a", DAM), ("b", DAM_AGAIN)];
    let (once, again) = (compared(&articles), compared(&articles));
    assert_eq!(once.run, again.run);
    assert_eq!(once.title.as_deref(), Some("Alder and Ann Reed"));
    let other = compared(&[("a", DAM), ("b", OTHER_EVENT)]);
    assert_ne!(once.run, other.run);
}

#[test]
fn a_group_tells_which_of_its_sources_are_too_close_to_call() {
    let sources = read::open(&["seeds".to_owned()], &read::Options::default()).sources;
    let config = Config::default();
    let report = report(
        &Reconciler::new(config.clone()).reconcile(sources),
        &config,
        true,
    );
    for group in &report.groups {
        let claims: Vec<_> = group.members.iter().map(|member| &member.claim).collect();
        let inside = report.links.iter();
        let inside = inside.filter(|link| claims.contains(&&link.a) && claims.contains(&&link.b));
        let sure: Vec<_> = inside.filter(|link| link.probability >= 0.5).collect();
        for source in &report.sources {
            let own = |claim: &str| claim.starts_with(&format!("{}.", source.id));
            let member = claims.iter().any(|claim| own(claim));
            let doubtful = member && !sure.iter().any(|link| own(&link.a) || own(&link.b));
            let told = group.doubtful.contains(&source.id);
            assert_eq!(told, doubtful, "{} in {}", source.id, group.id);
        }
    }
    let doubted = report
        .groups
        .iter()
        .filter(|group| !group.doubtful.is_empty());
    let said = doubted
        .map(|group| group.corroboration())
        .collect::<Vec<_>>();
    assert!(!said.is_empty() && said.iter().all(|said| said.contains("too close to call")));
}
