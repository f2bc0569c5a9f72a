//! What becomes of a template that extends another.

use super::*;
use crate::template::read;
use text::source::Source;

const BASE: &str = "---\nversion: 1.2.0\nparams: { project: A, owner: B }\n---\n# Title {#title}\n\n\
    ## Goals {#goals}\n<!-- guide: Why? -->\n\n## Security {#security}\n\n\
    ### Keys {#security.keys .optional}\n\n### Users {#security.users}\n\n## Glossary {#glossary}\n";

/// The merged sections as `level id`, and the problems' messages.
fn merged(child: &str) -> (Template, Vec<String>, Vec<String>) {
    let (parent, _) = read("base", &Source::new("base.md", BASE));
    let source = Source::new("own.md", child);
    let (child, mut problems) = read("own", &source);
    let template = merge(&parent, child, &Document::parse(&source), &mut problems);
    let ids = template.sections.iter().map(|s| format!("{} {}", s.level, s.id)).collect();
    (template, ids, problems.into_iter().map(|problem| problem.message).collect())
}

#[test]
fn sections_are_refined_added_moved_and_removed() {
    let (template, ids, problems) = merged(
        "---\nversion: 3.0.0\nparams: { owner: C, team: D }\n---\n\
         ## Objectives {#goals}\n<!-- aliases: Aims -->\n\n## Risks {#risks}\n\n\
         ### Money {#risks.money}\n\n## Security {#security}\n\n\
         ### Keys {#security.keys .required min=2 describes=src/**,/a.rs}\n\n### Cards {#security.cards}\n\n\
         ## Users {#security.users .removed}\n\n## Words {#glossary before=goals}\n",
    );
    assert!(problems.is_empty(), "{problems:?}");
    let expected = [
        "1 title",
        "2 glossary",
        "2 goals",
        "2 risks",
        "3 risks.money",
        "2 security",
        "3 security.keys",
        "3 security.cards",
    ];
    assert_eq!(ids, expected);
    let section = |id: &str| template.sections.iter().find(|one| one.id == id).unwrap();
    let goals = section("goals");
    assert_eq!((goals.heading.as_str(), goals.guide.as_deref()), ("Objectives", Some("Why?")));
    assert_eq!(goals.aliases, ["Aims", "Goals"]);
    let keys: Vec<_> = goals.keys.iter().map(|key| key.text.as_str()).collect();
    assert_eq!(keys, ["objectives", "aims", "goals"]);
    let keys = section("security.keys");
    assert_eq!((keys.need, keys.min), (Need::Required, 2));
    assert_eq!(keys.describes.patterns(), ["src/**", "a.rs"]);
    assert_eq!(section("risks.money").parent, Some(3));
    assert_eq!(section("glossary").parent, Some(0));
    let params: Vec<_> = template.params.iter().map(|p| p.default.as_deref().unwrap()).collect();
    assert_eq!(params, ["A", "C", "D"]);
}

#[test]
fn a_home_of_items_stays_one_until_another_is_named() {
    let kinds = |child: &str| -> Vec<String> {
        let (parent, _) = read(
            "base",
            &Source::new("base.md", "# Title {#title}\n\n## Goals {#goals defines=goal}\n"),
        );
        let source = Source::new("own.md", child);
        let (child, mut problems) = read("own", &source);
        let template = merge(&parent, child, &Document::parse(&source), &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        template.kinds().map(str::to_owned).collect()
    };
    let child =
        |attribute: &str| format!("---\nversion: 3.0.0\n---\n## Aims {{#goals{attribute}}}\n");
    assert_eq!(kinds(&child("")), ["goal"]);
    assert_eq!(kinds(&child(" defines=aim")), ["aim"]);
}

#[test]
fn what_is_not_there_is_told() {
    let (_, ids, problems) = merged(
        "## A {#secrity .removed}\n\n## B {#b after=nothing}\n\n## C {#security after=security.keys}\n",
    );
    assert_eq!(problems[0], "`base` has no section `secrity`; did you mean `security`?");
    assert_eq!(problems[1], "`base` has no section `nothing`");
    assert_eq!(ids.len(), 7, "nothing is lost: {ids:?}");
}
