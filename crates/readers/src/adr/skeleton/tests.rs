use super::*;
use crate::adr::sample;

fn records(texts: &[&str]) -> Vec<Record> {
    let record =
        |(index, text): (usize, &&str)| sample::record(&format!("{:04}-x.md", index + 1), text);
    texts.iter().enumerate().map(record).collect()
}

#[test]
fn what_most_have_stays_without_what_they_say() {
    let body = "## Context\n\nLate.\n\n### A detail\n\n#### For\n\nX\n\n## Decision\n\nSplit.\n";
    for (head, kept) in [
        (
            "# 1. A\n\nIn short.\n\n* Status: accepted\n* Deciders: Ann, Bob\n* Amends: [ADR-9](0009-x.md)\n* Date: 2026-01-05",
            "# 1. A\n\n* Status: accepted\n* Deciders:\n* Date: 2026-01-05",
        ),
        (
            "---\nstatus: accepted # or not\ndeciders:\n  - Ann\nteam: red\n---\n\n# A",
            "---\nstatus: accepted # or not\ndeciders:\nteam: red\n---\n\n# A",
        ),
        (
            "# A\n\n| Field | Value |\n|---|---|\n| Status | Accepted |\n| Authors | Ann |\n\nIn short.",
            "# A\n\n| Field | Value |\n|---|---|\n| Status | Accepted |\n| Authors | |",
        ),
        ("# A\n\n## Status\n\nAccepted on Monday.", "# A\n\n## Status"),
    ] {
        let text = format!("{head}\n\n{body}");
        let others = text.replace("### A detail", "### Another");
        let records = records(&[&others, &others.replace("Another", "More"), &text]);
        let skeleton =
            of(&records, 4, |part| (part == Part::Decision).then(|| "<!-- What? -->".to_owned()));
        let expected = format!("{kept}\n\n## Context\n\n## Decision\n\n<!-- What? -->\n");
        assert_eq!(skeleton.map(|made| made.text().to_owned()), Some(expected), "{head}");
    }
}

#[test]
fn a_table_of_toml_stays_with_what_stays_in_it_and_keys_keep_their_types() {
    let record = |number: u64| {
        format!(
            "+++\ntitle = \"A\"\nweight = 3{number}\nowners = [\n\"Ann\",\n]\n\n[extra]\nstatus = \"accepted\"\n\n\
             [taxonomies]\ntopics = [\"{number}\"]\n+++\n\n## Context\n\nLate.\n\n## Decision\n\nSplit.\n"
        )
    };
    let texts = [record(1), record(2), record(3)];
    let made = of(&records(&texts.each_ref().map(String::as_str)), 4, |_| None);
    let expected = "+++\ntitle = \"A\"\nowners = []\n[extra]\nstatus = \"accepted\"\n+++\n\n\
                    ## Context\n\n## Decision\n";
    assert_eq!(made.map(|made| made.text().to_owned()).as_deref(), Some(expected));
}
