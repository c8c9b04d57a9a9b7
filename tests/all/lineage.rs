//! Lineages, credits and claim groups on the seeds.

use crosscheck::graph::ClaimGraph;
use crosscheck::graph::decision::Decisions;
use crosscheck::{Config, Reconciler, read, report};

fn seeds() -> ClaimGraph {
    Reconciler::new(Config::default()).reconcile(sources())
}

fn sources() -> Vec<crosscheck::model::Source> {
    read::open(&["seeds".to_owned()], &read::Options::default()).sources
}

#[test]
fn the_rewrite_and_what_it_rewrites_are_one_lineage_and_the_others_stand_alone() {
    let report = report::report(&seeds(), &Config::default(), true);
    let lineages: Vec<_> = report
        .lineages
        .iter()
        .map(|it| it.sources.join("+"))
        .collect();
    assert_eq!(lineages, ["000+001", "002", "003", "004"]);
    let derivation = &report.lineages[0].derivations[0];
    assert!(derivation.probability > 0.9, "{derivation:?}");
    assert!(!derivation.evidence.is_empty());
}

#[test]
fn a_family_of_publishers_is_one_lineage_as_the_user_says() {
    let mut sources = sources();
    for (place, family) in [
        (2, "Valley Press"),
        (4, " valley  press "),
        (3, "Hill Press"),
    ] {
        sources[place].family = Some(family.to_owned());
    }
    let graph = Reconciler::default().reconcile(sources);
    let report = report::report(&graph, &Config::default(), true);
    let joined = report.lineages.iter().map(|it| it.sources.join("+"));
    assert_eq!(joined.collect::<Vec<_>>(), ["000+001", "002+004", "003"]);
    let families: Vec<_> = report.lineages.iter().map(|it| &it.families).collect();
    assert_eq!(families[1][0].name, "Valley Press");
    assert_eq!(families[1][0].sources, ["002", "004"]);
    assert!(
        families[0].is_empty() && families[2].is_empty(),
        "{families:?}"
    );
    assert!(report.lineages[1].derivations.is_empty());
}

#[test]
fn outlets_are_credited_by_claims_and_by_whole_articles() {
    let graph = seeds();
    let collection = graph.collection();
    let credits = |name: &str| {
        let outlet = graph.outlets().iter().find(|it| it.name == name);
        let credits = outlet.map_or(&[][..], |it| &it.credits).iter();
        let place = |credit: &crosscheck::model::Credit| match credit.claim {
            Some(claim) => collection.claim_id(claim),
            None => collection.source(credit.source).id.clone(),
        };
        credits.map(place).collect::<Vec<_>>()
    };
    assert_eq!(credits("BBC"), ["000.8", "000.18", "004"]);
    assert_eq!(credits("Reuters"), ["000.9", "000.12"]);
    assert_eq!(credits("CNN"), ["000.15"]);
}

#[test]
fn the_delegation_has_a_probable_common_origin() {
    let report = report::report(&seeds(), &Config::default(), true);
    let holds = |group: &report::GroupView, claim: &str| {
        group.members.iter().any(|member| member.claim == claim)
    };
    let mut groups = report.groups.iter();
    let delegation = groups
        .find(|group| holds(group, "000.8") && holds(group, "004.12"))
        .expect("both name the same delegation");
    let bbc = report
        .outlets
        .iter()
        .find(|it| it.name == "BBC")
        .expect("credited");
    let origin = &delegation.origins[0];
    assert_eq!(origin.outlet, bbc.id);
    assert_eq!(origin.sources, ["000", "004"]);
    assert!(delegation.lineages < delegation.sources);
}

#[test]
fn what_an_article_says_twice_is_one_report() {
    let report = report::report(&seeds(), &Config::default(), true);
    let source = |claim: &str| claim.split('.').next().expect("a source").to_owned();
    let mut repeated = 0;
    for group in &report.groups {
        let sources: Vec<_> = group.members.iter().map(|it| source(&it.claim)).collect();
        let distinct: std::collections::BTreeSet<_> = sources.iter().collect();
        assert_eq!(group.sources, distinct.len());
        repeated += usize::from(distinct.len() < sources.len());
    }
    assert!(repeated > 0, "no group shows it");
}

#[test]
fn a_group_has_marks_in_every_member_and_its_links_hold_it_together() {
    let graph = seeds();
    assert!(!graph.groups().is_empty());
    for group in graph.groups() {
        assert!(group.members.len() > 1);
        for member in &group.members {
            assert!(!member.marks.is_empty());
            let claim = graph.collection().claim(member.claim).span;
            assert!(member.marks.iter().all(|mark| claim.contains(*mark)));
        }
        assert!(
            group
                .bridges
                .iter()
                .all(|bridge| group.links.contains(bridge))
        );
        assert!(
            group
                .weakest
                .is_some_and(|weakest| group.links.contains(&weakest))
        );
    }
}

#[test]
fn every_link_is_in_a_group() {
    let graph = seeds();
    for (position, _) in graph.links().iter().enumerate() {
        assert!(
            graph
                .groups()
                .iter()
                .any(|group| group.links.contains(&position))
        );
    }
}

#[test]
fn what_the_user_decides_holds_for_later_runs_with_more_sources() {
    let decisions = r#"
        [[together]]
        a = "TEXT 000.20"
        b = "TEXT 003.21"

        [[apart]]
        a = "TEXT 000.8"
        b = "TEXT 004.12"
    "#;
    let graph = seeds();
    let written = ["000.20", "003.21", "000.8", "004.12"];
    let decisions = written.iter().fold(decisions.to_owned(), |toml, id| {
        let claim = graph.collection().find(id).expect("a claim of the seeds");
        let words = graph.collection().text(claim).to_uppercase();
        toml.replace(&format!("TEXT {id}"), &words.replace('"', "\\\""))
    });
    let decisions = Decisions::from_toml("decisions.toml", &decisions).expect("decisions");
    let decided = |ids: &[&str]| {
        let chosen = sources().into_iter();
        let chosen = chosen.filter(|source| ids.contains(&source.id.as_str()));
        let reconciler = Reconciler::new(Config::default()).with_decisions(decisions.clone());
        reconciler.reconcile(chosen.collect())
    };
    let share = |graph: &ClaimGraph, a: &str, b: &str| {
        let holds = |group: &crosscheck::model::ClaimGroup, id: &str| {
            let claim = graph.collection().find(id);
            let mut members = group.members.iter();
            members.any(|member| Some(member.claim) == claim)
        };
        let mut groups = graph.groups().iter();
        groups.any(|group| holds(group, a) && holds(group, b))
    };
    assert!(share(&graph, "000.8", "004.12") && !share(&graph, "000.20", "003.21"));
    for ids in [
        &["000", "003", "004"][..],
        &["000", "002", "003", "004"],
        &["000", "001", "002", "003", "004"],
    ] {
        let graph = decided(ids);
        assert!(!share(&graph, "000.8", "004.12"), "{ids:?}");
        assert!(share(&graph, "000.20", "003.21"), "{ids:?}");
    }
}
