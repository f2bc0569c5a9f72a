//! Shapes in which teams write items, each as small as it can be.

mod faults;

use super::gather::Gathered;
use super::{Link, Trace};
use crate::analysis::Analysis;
use crate::settings::paths::PathSet;
use crate::settings::places::KeyPath;
use crate::settings::{Chain, Chains, DocumentSettings, IdForm, Settings};
use crate::testing::book;

fn document(path: &str) -> DocumentSettings {
    DocumentSettings {
        paths: PathSet::new([path.to_owned()]),
        template: Some("arc42".to_owned()),
        status: None,
        doc: None,
        part: None,
        params: std::collections::BTreeMap::default(),
        review_every: None,
        describes: PathSet::default(),
    }
}

/// Looks at the trace of some chapters, each a document of arc42 of its own.
fn traced<R>(chapters: &[(&str, &str)], chains: &[&str], look: impl FnOnce(&Trace) -> R) -> R {
    traced_in(&[], chapters, chains, look)
}

/// The same where ids have these forms as well.
fn traced_in<R>(
    forms: &[&str],
    chapters: &[(&str, &str)],
    chains: &[&str],
    look: impl FnOnce(&Trace) -> R,
) -> R {
    let at = KeyPath::from(["trace"]);
    let named = chains.iter().filter_map(|chain| Chain::read(chain, &at)).flatten().collect();
    let mut settings = Settings::default();
    settings.trace.ids = forms.iter().map(|form| IdForm::read(form).unwrap()).collect();
    settings.trace.chains =
        Some(if chains.is_empty() { Chains::Usual } else { Chains::Named(named) });
    settings.documents = chapters.iter().map(|(path, _)| document(path)).collect();
    let book = book(chapters);
    let analysis = Analysis::new(&book, &settings);
    look(analysis.trace.as_ref().expect("asked for"))
}

/// The items of a kind, with their titles.
fn items(text: &str, kind: &str) -> Vec<String> {
    traced(&[("a.md", text)], &[], |trace| {
        let items = trace.items.iter().filter(|item| item.kind == kind);
        items.map(|item| format!("{} {}", item.id, item.title).trim().to_owned()).collect()
    })
}

/// The items that lack a link, all links together.
fn lacking(chapters: &[(&str, &str)], chains: &[&str]) -> Vec<String> {
    traced(chapters, chains, |trace| {
        let linked = trace.links.iter().flat_map(|links| &links.items);
        linked.filter(|one| one.lacks).map(|one| trace.items[one.item].id.clone()).collect()
    })
}

fn duplicates(text: &str) -> Vec<String> {
    traced(&[("a.md", text)], &[], |trace| {
        trace.duplicates.iter().map(|one| one.again.text().to_owned()).collect()
    })
}

fn unknown(text: &str) -> Vec<String> {
    traced(&[("a.md", text)], &[], |trace| {
        trace.unknown.iter().map(|place| place.text().to_owned()).collect()
    })
}

const NONE: [&str; 0] = [];

#[test]
fn an_item_is_declared_in_a_row_a_list_or_a_heading() {
    let risks = |below: &str| items(&format!("# A\n\n## 11. Risks\n\n{below}\n"), "risk");
    let rows = "|ID|Risk|\n|--|--|\n|R-1|The disk|\n|**R-2**|The mail|\n|`R-3` Bus|x|\n";
    assert_eq!(risks(rows), ["R-1 The disk", "R-2 The mail", "R-3 Bus"]);
    let list = "- **R1 Disk**: it fails\n- [ ] R2: mail\n- R3 – bus\n";
    assert_eq!(risks(list), ["R1 Disk: it fails", "R2 mail", "R3 bus"]);
    let headings = "### R-1: Disk\n\nx\n\n### Risk R-2: Mail\n\nx\n\n### ~~R-3: Bus~~ (over)\n\nx\n\n\
                    ### 11.4 RISK-4 – Fire\n\nx\n";
    assert_eq!(risks(headings), ["R-1 Disk", "R-2 Mail", "R-3 Bus (over)", "RISK-4 Fire"]);
    let bold = "**R-1: Disk**\n\nx\n\n**R-2: Mail**\n\nx\n";
    assert_eq!(risks(bold), ["R-1 Disk", "R-2 Mail"]);
}

#[test]
fn an_item_may_have_a_form_of_the_teams_own() {
    let text =
        "# A\n\n## 11. Risks\n\n|Risk|What|\n|--|--|\n|Risk #1|The disk|\n|Risk #2|The mail|\n";
    let ids = |forms: &[&str]| -> Vec<String> {
        traced_in(forms, &[("a.md", text)], &[], |trace| {
            trace.items.iter().map(|item| item.id.clone()).collect()
        })
    };
    assert_eq!(ids(&["Risk #{number}"]), ["Risk #1", "Risk #2"]);
    assert_eq!(ids(&["RISK #{number}"]), NONE, "a word like another");
    assert_eq!(ids(&[]), NONE);
}

#[test]
fn what_has_no_id_is_no_item() {
    let text = "# A\n\n## 1. Introduction\n\n### 1.2 Quality Goals\n\n|Goal|Why|\n|--|--|\n|Performance|x|\n\
                |Usability|QG-1|\n\n## 11. Risks\n\n- S3 fails\n- the bus\n- the mail\n\n\
                |When|What|\n|--|--|\n|Q1 2025|x|\n|Q2 2025|y|\n\n### Log4j and H2 (see R-7)\n\nx\n";
    assert_eq!(items(text, "quality-goal"), NONE);
    assert_eq!(items(text, "risk"), NONE);
    assert_eq!(lacking(&[("a.md", text)], &["quality-goal -> quality-scenario"]), NONE);
}

#[test]
fn a_part_of_a_home_is_known_by_its_heading_or_its_columns() {
    let text = "# A\n\n## 1. Introduction and Goals\n\n|ID|Requirement|\n|--|--|\n|FR-1|x|\n\n\
                |ID|Quality goal|\n|--|--|\n|QG-1|x|\n\n### 1.3 Stakeholders\n\n- SH-1: us\n\n\
                ## 11. Risks and Technical Debt\n\n### 11.1 Risks\n\n- R-1: x\n\n### 11.2 Technical Debt\n\n- TD-1: y\n";
    assert_eq!(items(text, "quality-goal"), ["QG-1 x"]);
    assert_eq!(items(text, "risk"), ["R-1 x"]);
    assert_eq!(items(text, "debt"), ["TD-1 y"]);
}

#[test]
fn a_summary_takes_its_kinds_from_the_parts() {
    let text = "# ARC42 of A\n\n## 11. Risks and Technical Debt\n\n|ID|What|\n|--|--|\n|R1|a|\n|TD1|b|\n\n\
                ### Technical Debt\n\n#### TD1: b\n\nx\n\n### Risks\n\n#### R1: a\n\nx\n";
    assert_eq!(items(text, "risk"), ["R1 a"]);
    assert_eq!(items(text, "debt"), ["TD1 b"]);
}

const GOALS: &str =
    "# A\n\n## 1. Introduction\n\n### 1.2 Quality Goals\n\n- QG-1: a\n- QG-2: b\n- QG-3: c\n\n";

#[test]
fn a_link_is_said_by_either_side_or_by_a_section() {
    let chain = ["quality-goal -> quality-scenario"];
    let with = |scenarios: &str| {
        let text = format!("{GOALS}## 10. Quality Requirements\n\n{scenarios}\n");
        lacking(&[("a.md", &text)], &chain)
    };
    assert_eq!(with("- QS-1: as QG-1 asks\n- QS-2: qg-02\n"), ["QG-3"]);
    assert_eq!(with("Fast, see [all goals](#x) such as QG-3 and ~~QG-1~~."), ["QG-2"]);
    assert_eq!(
        with("| Goal | Scenario |\n|--|--|\n| QG-1 | x |\n| QG-1 | y |\n"),
        ["QG-2", "QG-3"]
    );
    for all in ["QG-1 – QG-3", "QG-1 bis QG-3", "QG-1/2/3", "QG-1–3", "QG-1..QG-3", "QG-1-QG-3"]
    {
        assert_eq!(with(all), NONE, "{all}");
    }
    assert_eq!(with("QG-1, QG-3"), ["QG-2"]);
    assert_eq!(with("```mermaid\nQG-1 --> QG-2\n```\n\n`QG-3`\n"), NONE);
    // What is not begun is missing as a whole.
    assert_eq!(with(""), NONE);
    let own = GOALS.replace("QG-2: b", "QG-2: b, see QS-1");
    let text = format!("{own}## 10. Quality Requirements\n\n- QS-1: x\n- QS-2: y\n");
    assert_eq!(lacking(&[("a.md", &text)], &chain), ["QG-1", "QG-3"]);
}

#[test]
fn the_usual_links_are_asked_for_once_they_are_usual() {
    let text = |scenario| format!("{GOALS}## 10. Quality Requirements\n\n{scenario}\n");
    assert_eq!(lacking(&[("a.md", &text("Fast."))], &[]), NONE);
    assert_eq!(lacking(&[("a.md", &text("Fast: QG-1."))], &[]), NONE);
    assert_eq!(lacking(&[("a.md", &text("Fast: QG-1, QG-3."))], &[]), ["QG-2"]);
}

#[test]
fn each_document_has_its_own_items() {
    let chain = ["quality-goal -> quality-scenario"];
    let a = format!("{GOALS}## 10. Quality Requirements\n\nQG-1, QG-2\n");
    let b = format!("{GOALS}## 10. Quality Requirements\n\nQG-3\n");
    assert_eq!(lacking(&[("a.md", &a), ("b.md", &b)], &chain), ["QG-3", "QG-1", "QG-2"]);
}

#[test]
fn a_record_is_a_decision() {
    let record = |number: usize, said: &str| {
        format!(
            "# {number}. Use x\n\n## Status\n\nAccepted\n\n## Context\n\n{said}\n\n## Decision\n\ny\n"
        )
    };
    let (one, two, three) = (record(1, "As QG-1 asks."), record(2, "z"), record(3, "z"));
    let text = format!(
        "{}## 9. Architecture Decisions\n\n|No|What|\n|--|--|\n|ADR-0001|x|\n|[ADR-0002](adr/0002-x.md)|y|\n",
        GOALS.replace("QG-3: c", "QG-3: c, see [how](adr/0003-x.md)")
    );
    let chapters = [
        ("a.md", text.as_str()),
        ("adr/0001-x.md", &one),
        ("adr/0002-x.md", &two),
        ("adr/0003-x.md", &three),
    ];
    traced(&chapters, &["decision -> quality-goal"], |trace| {
        let decisions: Vec<_> = trace
            .items
            .iter()
            .filter(|item| item.kind == "decision")
            .map(|item| &item.id)
            .collect();
        assert_eq!(decisions, ["ADR 1", "ADR 2", "ADR 3"]);
        let with = trace.links[0].items.iter().map(|linked| match linked.with.as_slice() {
            [Link::Item(item)] => trace.items[*item].id.as_str(),
            [] if linked.lacks => "lacks",
            _ => "other",
        });
        assert_eq!(with.collect::<Vec<_>>(), ["QG-1", "lacks", "QG-3"]);
        assert!(trace.unknown.is_empty());
    });
}

#[test]
fn nothing_is_read_where_nobody_asks() {
    let book = book(&[("a.md", GOALS)]);
    let settings = Settings { documents: vec![document("a.md")], ..Settings::default() };
    assert!(Analysis::new(&book, &settings).trace.is_none());
}

#[test]
fn what_belongs_to_an_item_is_none_of_its_kind() {
    let text = "# A\n\n## 11. Risks\n\n### R-1: Disk\n\n- M-1: a second one\n- M-2: a third\n\n#### S-1: First\n\n\
                x\n\n### R-2: Mail\n\nx\n\n### Open questions\n\n- OQ-1: why?\n";
    assert_eq!(items(text, "risk"), ["R-1 Disk", "R-2 Mail"]);
}

#[test]
fn goals_need_ids_before_decisions_can_name_them() {
    let chain = ["decision -> quality-goal"];
    let decisions = "## 9. Architecture Decisions\n\n- D-1: x (QG-1)\n- D-2: y\n";
    let bare = "# A\n\n## 1. Introduction\n\n### 1.2 Quality Goals\n\nTo be fast.\n\n";
    assert_eq!(lacking(&[("a.md", &format!("{bare}{decisions}"))], &chain), NONE);
    assert_eq!(lacking(&[("a.md", &format!("{GOALS}{decisions}"))], &chain), ["D-2"]);
}

#[test]
fn an_anchor_goes_on_with_the_words_of_a_title() {
    let chain = ["quality-goal -> strategy"];
    let text = format!(
        "{GOALS}## 4. Solution Strategy\n\nWe keep [journals](#qg-1-no-parcel-is-ever-lost-on-the-way).\n"
    );
    assert_eq!(lacking(&[("a.md", &text)], &chain), ["QG-2", "QG-3"]);
}

#[test]
fn a_file_with_many_records_is_listened_to_once() {
    let log = "# Decisions\n\n## ADR-1: Use a queue\n\nStatus: Accepted\n\n## ADR-2: Use a log\n\nStatus: Accepted\n\n\
               As ADR-1 has it, see [it][1].\n\n## ADR-3: Use a pump\n\nStatus: Accepted\n\n[1]: #adr-1-use-a-queue\n";
    let book = book(&[("decision-log.md", log)]);
    let mut settings = Settings::default();
    settings.trace.chains = Some(Chains::Usual);
    let analysis = Analysis::new(&book, &settings);
    assert_eq!(analysis.records.entries.len(), 3);
    let found = Gathered::of(&book, &settings, &analysis.annotated, &analysis.records);
    let mut places: Vec<_> = found.said.iter().map(|said| said.spot.place.span).collect();
    let all = places.len();
    places.sort_unstable();
    places.dedup();
    assert_eq!((all, places.len()), (5, 5), "three headings, a number and a link");
}
