//! Relations that one side states.

use super::*;

#[test]
fn a_form_of_one_side() {
    let older = record(1, "Superseded by [2](0002-b.md)", &NYGARD, "");
    let newer = plain(2);
    let form = newer.replace("Date:", "Superseded by:\nDate:");
    let asked = |newer: &str| {
        let tree = tree(&[("docs/adr/0001-a.md", &*older), ("docs/adr/0002-b.md", newer)]);
        findings_of(tree.path(), "adr-one-way-supersession").len()
    };
    assert_eq!(asked(&newer), 1);
    assert_eq!(asked(&form), 0);
    assert_eq!(asked(&form.replace("Date:", "Supersedes:\nDate:")), 1);
}

#[test]
fn one_that_names_another_successor() {
    let newer = |number: u32| record(number, "Accepted; supersedes ADR-1", &NYGARD, "");
    let asked = |older: &str| {
        let files = [
            ("docs/adr/0001-a.md", older),
            ("docs/adr/0002-b.md", &newer(2)),
            ("docs/adr/0003-c.md", &newer(3)),
        ];
        findings_of(tree(&files).path(), "adr-one-way-supersession").len()
    };
    let plain = plain(1);
    assert_eq!(asked(&plain), 2);
    assert_eq!(asked(&plain.replace("Date:", "Superseded by: ADR-3\nDate:")), 0);
    assert_eq!(asked(&plain.replace("Date:", "Amended by: ADR-3\nDate:")), 1, "that is no end");
}

#[test]
fn a_directory_that_mostly_states_one_side() {
    let asked = |both: u32, one_sided: u32| {
        let pair = |number: u32, end: &str| {
            let by = format!("Superseded by [ADR {0}](00{0}-a.md)", number + 40);
            let newer = record(number + 40, "Accepted", &NYGARD, end);
            [
                (format!("docs/adr/00{number}-a.md"), record(number, &by, &NYGARD, "")),
                (format!("docs/adr/00{}-a.md", number + 40), newer),
            ]
        };
        let stated = (10..10 + both).map(|number| (number, format!("Supersedes ADR-{number}")));
        let silent = (30..30 + one_sided).map(|number| (number, String::new()));
        let files: Vec<(String, String)> =
            stated.chain(silent).flat_map(|(number, end)| pair(number, &end)).collect();
        findings_of(tree_of(&files).path(), "adr-one-way-supersession").len()
    };
    assert_eq!(asked(1, 3), 0, "most state one side");
    assert_eq!(asked(2, 1), 1, "one pair is no habit");
    assert_eq!(asked(3, 3), 3, "as many state both");
}
