//! Ids that stand twice, and ids that nothing declares.

use super::{Analysis, Chains, Settings, book};
use super::{GOALS, NONE, document, duplicates, items, traced_in, unknown};

#[test]
fn an_id_of_the_teams_own_form_is_told_though_it_has_one_letter() {
    let told = |forms: &[&str]| {
        let text = "# A\n\n## 4. Solution Strategy\n\nR.3 is gone.\n\n## 11. Risks\n\n- R.1: Disk\n- R.2: Mail\n\
                    - R.2: Bus\n- R.4: Fire\n";
        traced_in(forms, &[("a.md", text)], &[], |trace| {
            let places = trace.unknown.iter().chain(trace.duplicates.iter().map(|one| &one.again));
            places.map(|place| place.text().to_owned()).collect::<Vec<_>>()
        })
    };
    assert_eq!(told(&["R.{number}"]), ["R.3", "R.2"]);
    assert_eq!(told(&["R{number}"]), NONE);
}

#[test]
fn a_table_and_a_heading_tell_of_one_item() {
    let text = "# A\n\n## 11. Risks\n\n|ID|Risk|\n|--|--|\n|R-1|a|\n|R-2|b|\n|R-3|c|\n\n### R-1: a\n\nx\n\n\
                ### R-2: b\n\nx\n\n### R-3: c\n\nx\n\n### First\n\n1. R-3: soon\n2. R-1: later\n";
    assert_eq!(items(text, "risk"), ["R-1 a", "R-2 b", "R-3 c"]);
    assert_eq!(duplicates(text), NONE);
}

#[test]
fn an_id_stands_twice_where_each_item_stands_once() {
    let rows = |ids: &[&str]| {
        let rows = ids.join("|x|\n|");
        duplicates(&format!("# A\n\n## 11. Risks\n\n|ID|Risk|\n|--|--|\n|{rows}|x|\n"))
    };
    assert_eq!(rows(&["R-1", "R-2", "R-3", "r-3"]), NONE, "no capitals, no item");
    assert_eq!(rows(&["R-1", "R-2", "R-3", "R-3"]), ["R-3"]);
    assert_eq!(rows(&["RISK1", "RISK2", "RISK1", "RISK4"]), ["RISK1"]);
    // Priorities, a goal for each scenario, a risk of several rows.
    assert_eq!(rows(&["P1", "P2", "P3", "P1"]), NONE);
    assert_eq!(rows(&["R-1", "R-1", "R-2", "R-2", "R-3"]), NONE);
    assert_eq!(rows(&["R-1", "R-1", "R-2"]), NONE);
    let scenarios = format!(
        "{GOALS}## 10. Quality Requirements\n\n|Goal|x|\n|--|--|\n|QG-1|a|\n|QG-2|b|\n|QG-3|c|\n|QG-3|d|\n"
    );
    assert_eq!(duplicates(&scenarios), NONE);
}

#[test]
fn a_citation_of_nothing_is_told_once_a_file() {
    let cited = |text: &str| unknown(&format!("{GOALS}## 4. Solution Strategy\n\n{text}\n"));
    assert_eq!(cited("QG-4, QG-4 and [QG-5](#x), as QG-1 asks"), ["QG-4", "QG-5"]);
    assert_eq!(cited("`QG-4` ~~QG-5~~ qg-6 RFC-2119 QG4 [x](#qg-4)"), NONE);
    assert_eq!(cited("x\n\n## Change Log\n\n- QG-4 is gone"), NONE);
    assert_eq!(cited("x\n\n## 8. Concepts\n\n- QG-4: declared here\n- QG-5: too"), NONE);
    let names = GOALS.replace("QG-", "R");
    assert_eq!(unknown(&format!("{names}## 4. Solution Strategy\n\nR8 shrinks it.\n")), NONE);
}

#[test]
fn what_we_rendered_ourselves_cites_and_declares_nothing() {
    let rendered = "<!-- archdoc: trace -->\n\n|ID|Goal|\n|--|--|\n|QG-4|a|\n|QG-5|b|\n\n<!-- archdoc: end -->\n";
    let text = |below: &str| {
        format!("{GOALS}## 4. Solution Strategy\n\nAs QG-4 asks.\n\n## 8. Concepts\n\n{below}\n")
    };
    assert_eq!(unknown(&text(rendered)), ["QG-4"]);
    assert_eq!(unknown(&text(&rendered.replace("archdoc:", "x:"))), NONE);
    let beside = |other: &str| {
        let chapters = [("a.md", &*text("x")), ("b.md", other)];
        let mut settings = Settings::default();
        settings.trace.chains = Some(Chains::Usual);
        settings.documents = vec![document("a.md")];
        Analysis::new(&book(&chapters), &settings).trace.map(|trace| trace.unknown.len())
    };
    assert_eq!(beside(&format!("# B\n\n{rendered}")), Some(1));
    assert_eq!(beside(&format!("# B\n\nOf QG-4.\n\n{rendered}")), Some(0));
}

#[test]
fn what_a_table_lists_is_known() {
    let table = "# A\n\n## 1. Introduction\n\n### 1.2 Quality Goals\n\n|Prio|ID|Goal|\n|--|--|--|\n\
                 |1|QG-1|a|\n|2|QG-2|b|\n|3|QG-3|c|\n\n## 4. Solution Strategy\n\nAs QG-3 and QG-4 ask.\n";
    assert_eq!(items(table, "quality-goal"), ["QG-1 a", "QG-2 b", "QG-3 c"]);
    assert_eq!(unknown(table), ["QG-4"]);
    // Nothing calls the column so; others have ids of this form.
    let nameless = table.replace("|Prio|ID|", "|Prio|Which|");
    let scenarios = "\n## 10. Quality Requirements\n\n|ID|x|\n|--|--|\n|QG-1|a|\n|QG-2|b|\n";
    assert_eq!(items(&nameless, "quality-goal"), NONE);
    assert_eq!(unknown(&format!("{nameless}{scenarios}")), ["QG-4"]);
}

#[test]
fn numbers_of_others_are_not_known_here() {
    let constraints = |ids: [&str; 3], text: &str| {
        let rows = ids.join("|x|\n|");
        unknown(&format!(
            "# A\n\n## 2. Constraints\n\n|ID|What|\n|--|--|\n|{rows}|x|\n\n## 4. Solution Strategy\n\n{text}\n"
        ))
    };
    assert_eq!(constraints(["ISO-27001", "ISO-9001", "ISO-8601"], "As ISO-25010 asks."), NONE);
    assert_eq!(constraints(["PAY-12", "PAY-13", "PAY-14"], "See PAY-15 and PAY-1234."), NONE);
    assert_eq!(constraints(["CO-1", "CO-2", "CO-4"], "See CO-1234, CO-3, CO-5."), ["CO-3", "CO-5"]);
}

#[test]
fn an_address_cites_nothing() {
    let cited = |text: &str| unknown(&format!("{GOALS}## 4. Solution Strategy\n\n{text}\n"));
    assert_eq!(cited("https://example.org/browse/QG-4, <https://example.org/QG-5?x=QG-6>"), NONE);
    assert_eq!(cited("(https://example.org/QG-4) QG-5"), ["QG-5"]);
}

#[test]
fn a_sentence_that_begins_with_an_id_is_no_second_item() {
    let list = "# A\n\n## 11. Risks\n\n- R-1: a\n- R-2: b\n- R-3: c\n- R-2 has grown since\n";
    assert_eq!(duplicates(list), NONE);
}

#[test]
fn a_table_elsewhere_says_what_each_row_is_for() {
    let text = "# A\n\n## 5. Building Block View\n\n|Risk|Block|\n|--|--|\n|R-1|Mail|\n|R-2|Disk|\n|R-3|Disk|\n\
                |R-3|Bus|\n\n## 11. Risks\n\n- R-1: a\n- R-2: b\n- R-3: c\n";
    assert_eq!(duplicates(text), NONE);
}

#[test]
fn a_column_that_cites_declares_nothing() {
    let risks = |rows: &str| format!("# A\n\n## 11. Risks\n\n{rows}\n");
    let cited = "|Risk|ADR|Measure|\n|--|--|--|\n|Disk|ADR-1|x|\n|Mail|ADR-2|y|\n|Bus|ADR-3|z|\n|Fire|ADR-3|z|\n";
    let tickets = cited.replace("ADR", "PAY").replace("|PAY|", "|Ref|");
    let last = "|Risk|Measure|ID|\n|--|--|--|\n|Disk|x|R-1|\n|Mail|y|R-2|\n";
    let first = "|ADR|Risk|\n|--|--|\n|ADR-1|Disk|\n|ADR-2|Mail|\n|ADR-3|Bus|\n|ADR-3|Fire|\n";
    for rows in [cited, &tickets, last, first] {
        assert_eq!(items(&risks(rows), "risk"), NONE, "{rows}");
        assert_eq!(duplicates(&risks(rows)), NONE, "{rows}");
    }
    let numbered = "|No.|ID|Risk|\n|--|--|--|\n|1|R-1|Disk|\n|2|R-2|Mail|\n";
    assert_eq!(items(&risks(numbered), "risk"), ["R-1 Disk", "R-2 Mail"]);
}

#[test]
fn a_range_that_goes_too_far_is_told_at_its_end() {
    let text = format!("{GOALS}## 4. Solution Strategy\n\nFor QG-1 – QG-6.\n");
    assert_eq!(unknown(&text), ["QG-6"]);
}
