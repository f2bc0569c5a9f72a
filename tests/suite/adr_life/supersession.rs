//! Two records that name each other.

use super::*;

#[test]
fn both_sides_of_a_supersession_speak_the_language_of_the_status() {
    let korean = |number: u64| {
        format!(
            "# {number}. 대기열 {number}\n\n## 상태 (Status)\n\nAccepted\n\n## 배경 (Context)\n\n주문이 몰리면 응답이 늦어진다.\n\n\
             ## 결정 (Decision)\n\n주문을 대기열에 넣고 나중에 처리한다.\n"
        )
    };
    let russian = |number: u64| {
        format!(
            "# {number}. Очередь {number}\n\n## Status\n\nAccepted\n\n## Context\n\nЗаказы приходят слишком быстро.\n\n\
             ## Decision\n\nМы храним заказы в очереди.\n"
        )
    };
    for text in [&korean as &dyn Fn(u64) -> String, &russian] {
        let directory = repository(&[
            ("0001-a.md", &text(1)),
            ("0002-b.md", &text(2)),
            ("0003-c.md", &text(3)),
        ]);
        done(&directory, &["supersede", "1", "--by", "3"]);
        let (older, newer) = (read(&directory, "0001-a.md"), read(&directory, "0003-c.md"));
        assert!(older.contains("\n\nSuperseded by ["), "{older}");
        assert!(newer.contains("\n\nSupersedes ["), "{newer}");
    }
}

#[test]
fn a_supersession_is_told_in_the_fields_that_others_have_for_it() {
    let record = |number: u64, fields: &str| {
        format!(
            "---\nstatus: {fields}\ndate: 2026-01-05\n---\n\n# {number}. Title {number}\n\n{SECTIONS}"
        )
    };
    let older = record(2, "superseded\nsuperseded_by: 0003-c");
    let texts = [1, 3, 4].map(|number| record(number, "accepted"));
    let directory = repository(&[
        ("0001-a.md", &texts[0]),
        ("0002-b.md", &older),
        ("0003-c.md", &texts[1]),
        ("0004-d.md", &texts[2]),
    ]);
    done(&directory, &["supersede", "1", "--by", "4"]);
    let (older, newer) = (read(&directory, "0001-a.md"), read(&directory, "0004-d.md"));
    assert!(older.starts_with("---\nstatus: superseded\n"), "{older}");
    assert!(older.contains("\nsuperseded_by: 0004-d\n---\n"), "{older}");
    assert!(newer.contains("\nsupersedes: 0001-a\n---\n"), "{newer}");
}

#[test]
fn both_records_of_a_supersession_are_told() {
    let directory = three();
    done(&directory, &["supersede", "1", "--by", "2"]);
    assert_eq!(read(&directory, "0001-a.md"), nygard(1, "Superseded by [2. Title 2](0002-b.md)"));
    assert_eq!(
        read(&directory, "0002-b.md"),
        nygard(2, "Accepted\n\nSupersedes [1. Title 1](0001-a.md)")
    );
    assert_eq!(done(&directory, &["supersede", "1", "--by", "2"]), "");
    let said = refused(&directory, &["supersede", "1", "--by", "3"]);
    let told = "superseded already, by ADR 2 (`docs/adr/0001-a.md:7`)";
    assert!(said.contains(told) && said.contains("--also"), "{said}");
    let said = refused(&directory, &["status", "1", "accepted"]);
    assert!(said.contains("ADR 1 is superseded, by ADR 2"), "{said}");
    assert!(said.contains("`docs/adr/0001-a.md:7` says so"), "{said}");
    refused(&directory, &["supersede", "2", "--by", "1"]);
    done(&directory, &["status", "2", "rejected"]);
    let said = refused(&directory, &["supersede", "3", "--by", "2"]);
    let told = "ADR 2 is rejected (`docs/adr/0002-b.md:7`) and takes no other record's place";
    assert!(said.contains(told), "{said}");
    done(&directory, &["status", "2", "accepted"]);
    refused(&directory, &["supersede", "2", "--by", "2"]);
    done(&directory, &["supersede", "1", "--by", "3", "--also"]);
    let both = "Superseded by [2. Title 2](0002-b.md), [3. Title 3](0003-c.md)";
    assert_eq!(read(&directory, "0001-a.md"), nygard(1, both));
    let ran = run(directory.path(), &["check", "-D", "warnings"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
}

#[test]
fn what_cannot_be_read_back_is_left_to_the_author() {
    let wrapped = format!("# 1. A\n\n* Status: Accepted <b>by</b> vote\n\n{SECTIONS}");
    let directory = repository(&[("0001-a.md", &wrapped), ("0002-b.md", &nygard(2, "Accepted"))]);
    let said = refused(&directory, &["supersede", "1", "--by", "2"]);
    let line = "write there yourself: Superseded by [2. Title 2](0002-b.md); nothing was changed";
    assert!(said.contains("`docs/adr/0001-a.md:3`") && said.contains(line), "{said}");
}

#[test]
fn relations_are_told_as_the_directory_tells_them() {
    let directory = three();
    done(&directory, &["link", "3", "amends", "1"]);
    let amended = |by: &str| nygard(1, &format!("Accepted\n\nAmended by {by}"));
    assert_eq!(read(&directory, "0001-a.md"), amended("[3. Title 3](0003-c.md)"));
    let amends = nygard(3, "Accepted\n\nAmends [1. Title 1](0001-a.md)");
    assert_eq!(read(&directory, "0003-c.md"), amends);
    assert_eq!(done(&directory, &["link", "1", "amended-by", "3"]), "");
    done(&directory, &["link", "1", "amended-by", "2"]);
    let both = "[3. Title 3](0003-c.md), [2. Title 2](0002-b.md)";
    assert_eq!(read(&directory, "0001-a.md"), amended(both));
    refused(&directory, &["link", "1", "amends", "1"]);
    refused(&directory, &["link", "1", "amends", "9"]);
    let ran = run(directory.path(), &["adr", "link", "1", "likes", "2"]);
    assert_eq!(ran.code, Some(2));

    let one_sided = nygard(2, "Accepted\n\nExtends [1. Title 1](0001-a.md)");
    let texts = [nygard(1, "Accepted"), nygard(3, "Accepted")];
    let files = [("0001-a.md", &*texts[0]), ("0002-b.md", &one_sided), ("0003-c.md", &texts[1])];
    let directory = repository(&files);
    done(&directory, &["link", "3", "extends", "1"]);
    assert_eq!(read(&directory, "0001-a.md"), texts[0], "no record says so here");
}

#[test]
fn records_of_one_number_are_told_apart_by_path() {
    let text = nygard(1, "Accepted");
    let directory = repository(&[("0001-a.md", &text), ("0001-b.md", &text)]);
    let said = refused(&directory, &["status", "1", "rejected"]);
    assert!(said.contains("`docs/adr/0001-a.md` and `docs/adr/0001-b.md`"), "{said}");
    done(&directory, &["status", "docs/adr/0001-b.md", "rejected"]);
    assert_eq!(read(&directory, "0001-b.md"), nygard(1, "Rejected"));
    assert_eq!(read(&directory, "0001-a.md"), text);
}
