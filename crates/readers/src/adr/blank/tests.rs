use super::*;

fn filled(template: &str) -> Option<String> {
    let filling = Filling {
        path: "0007-use-a-log.md",
        number: Some("7"),
        title: "Use a log",
        heading: None,
        is_headed_so: false,
        status: "Proposed",
        date: "2026-01-02",
    };
    let record = fill(&Source::new("template.md", template), filling, &OwnWords::new());
    Some(record.ok()?.source.text().to_owned())
}

#[test]
fn a_title_in_the_front_matter_is_no_heading() {
    let head = "---\nslug:\ntitle: x\n---\n\n## Status\n\nAccepted\n";
    let body = "\n## Context\n\nX\n\n## Decision\n\nY\n";
    let new = "---\nslug:\ntitle: Use a log\n---\n\n## Status\n\nProposed\n";
    assert_eq!(filled(&format!("{head}{body}")), Some(format!("{new}{body}")));
}

#[test]
fn what_does_not_read_back_is_named_with_its_line() {
    let told = |template: &str, title: &str| {
        let (path, heading) = ("0007-x.md", None);
        let (number, status, date) = (Some("7"), "Proposed", "2026-01-02");
        let filling = Filling { path, number, title, heading, is_headed_so: false, status, date };
        let record = fill(&Source::new("t.md", template), filling, &OwnWords::new());
        record.err().map(|misfit| misfit.to_string())
    };
    let template = "<!-- Copy me. -->\n\n# [title]\n\n## Status\n\nX\n\n## Decision\n\nY\n";
    assert_eq!(told(template, "Use a log"), None);
    let said = told(template, "Decision: use a log").unwrap_or_default();
    assert!(said.contains("in line 3") && said.ends_with("back as `use a log`"), "{said}");
}

#[test]
fn any_placeholder_will_do() {
    let body = "\n## Context\n\n<!-- Why? -->\n\n## Decision\n\n{what}\n";
    for (template, new) in [
        (
            "# NUMBER. TITLE\n\nDate: DATE\n\n## Status\n\nSTATUS\n",
            "# 7. Use a log\n\nDate: 2026-01-02\n\n## Status\n\nProposed\n",
        ),
        (
            "# ADR-NNN: [short title]\n\n* Status: [proposed | accepted | rejected] <!-- optional -->\n* Deciders: [list]\n* Date: [YYYY-MM-DD when it was decided]\n",
            "# ADR-7: Use a log\n\n* Status: Proposed\n* Deciders: [list]\n* Date: 2026-01-02\n",
        ),
        (
            "---\n# all of these are optional\nstatus: \"{proposed | rejected}\"\ndate: {YYYY-MM-DD when decided}\ntitle: {t}\n---\n\n# {short title, of the problem}\n",
            "---\n# all of these are optional\nstatus: proposed\ndate: 2026-01-02\ntitle: Use a log\n---\n\n# Use a log\n",
        ),
        (
            "# Title\n\n| Status | `[Proposed, Accepted]` |\n|---|---|\n| Date | |\n",
            "# Use a log\n\n| Status | Proposed |\n|---|---|\n| Date | 2026-01-02 |\n",
        ),
        (
            "# Title\n\n| Status | Date |\n|---|---|\n| Proposed, Accepted | yyyy-mm-dd |\n",
            "# Use a log\n\n| Status | Date |\n|---|---|\n| Proposed | 2026-01-02 |\n",
        ),
        (
            "---\nid: 0006-some-other\ncreated: # the day\nstatus: accepted\n---\n\n# 6. Title\n\n## Status\n",
            "---\nid: 0007-use-a-log\ncreated: 2026-01-02 # the day\nstatus: proposed\n---\n\n# 7. Use a log\n\n## Status\n\nProposed\n",
        ),
        (
            "---\nid: shop_adr006\nstatus: accepted\nreplaces:\n  - ADR-3\nparent: ADRs\n---\n\n# Title\n\n## Status\n",
            "---\nid: shop_adr7\nstatus: proposed\nreplaces:\nparent: ADRs\n---\n\n# Use a log\n\n## Status\n\nProposed\n",
        ),
        (
            "# ADR {NNN}: {title}\n\n## Changelog\n\n* {date}: {changelog}\n\n## Status\n\n{Proposed|Accepted}\n",
            "# ADR 7: Use a log\n\n## Changelog\n\n* 2026-01-02: {changelog}\n\n## Status\n\nProposed\n",
        ),
        (
            "# Title\n\n## Status\n\nSTATUS\n\n## Changelog\n\n- \\{date\\}: \\{changelog\\}\n- YYYY-MM-DD: next\n",
            "# Use a log\n\n## Status\n\nProposed\n\n## Changelog\n\n- 2026-01-02: \\{changelog\\}\n- YYYY-MM-DD: next\n",
        ),
        (
            "# Title\n\n## Status\n\nSTATUS\n\n## Change Log\n\n| Date | Author | Change |\n|---|---|---|\n| {date} | {author} | {change} |\n",
            "# Use a log\n\n## Status\n\nProposed\n\n## Change Log\n\n| Date | Author | Change |\n|---|---|---|\n| 2026-01-02 | {author} | {change} |\n",
        ),
        (
            "# Title\n\n| Status | Proposed \\| Accepted |\n|---|---|\n| Date | |\n",
            "# Use a log\n\n| Status | Proposed |\n|---|---|\n| Date | 2026-01-02 |\n",
        ),
        (
            "---\nstatus: \"\"\ndate: '' # the day\ntitle: ''\n---\n\n# Title\n",
            "---\nstatus: proposed\ndate: 2026-01-02 # the day\ntitle: Use a log\n---\n\n# Use a log\n",
        ),
        (
            "+++\ntitle = \"\" # short\nstatus = \"proposed # or accepted\"\ndate = 2025-05-06\nreplaces = [\"ADR-3\"]\n+++\n\n# Title\n",
            "+++\ntitle = \"Use a log\" # short\nstatus = \"proposed\"\ndate = 2026-01-02\nreplaces = []\n+++\n\n# Use a log\n",
        ),
        (
            "---\nid: \"0006\"\nstatus: 'accepted'\ndate: \"2025-05-06\"\n---\n\n# Title\n",
            "---\nid: \"7\"\nstatus: 'proposed'\ndate: \"2026-01-02\"\n---\n\n# Use a log\n",
        ),
        (
            "+++\nid = 6\nstatus = 'accepted'\ndate = 2025-05-06T10:00:00Z\n+++\n\n# Title\n",
            "+++\nid = 7\nstatus = \"proposed\"\ndate = 2026-01-02\n+++\n\n# Use a log\n",
        ),
        ("# {number} {title}\n\n## Status\n", "# 7 Use a log\n\n## Status\n\nProposed\n"),
    ] {
        let expected = format!("{new}{body}");
        assert_eq!(filled(&format!("{template}{body}")), Some(expected), "{template}");
    }
    assert_eq!(filled("Copy an older record.\n"), None);
}

#[test]
fn front_matter_that_would_read_no_longer_is_told() {
    let template =
        "---\nstatus: &state proposed\nshown: *state\n---\n\n# Title\n\n## Decision\n\nX\n";
    let (path, number, heading) = ("0007-x.md", Some("7"), None);
    let (title, status, date) = ("Use a log", "accepted: by vote", "2026-01-02");
    let filling = Filling { path, number, title, heading, is_headed_so: false, status, date };
    let misfit = fill(&Source::new("t.md", template), filling, &OwnWords::new()).err();
    let said = misfit.map(|misfit| misfit.to_string()).unwrap_or_default();
    assert!(
        said.starts_with("has front matter that no longer reads") && said.contains("line 3"),
        "{said}"
    );
}

#[test]
fn a_number_with_a_remark_behind_it_is_a_number() {
    let template = |id: &str| {
        format!(
            "# RFC: [Title]\n\n* **RFC Number:** {id}\n* **Status:** Draft\n\n## Abstract\n\nA.\n"
        )
    };
    for (old, new) in [
        ("`XXXX` (given by the editors)", "`7`"),
        ("NNNN (given by the editors)", "7"),
        ("NNNN", "7"),
        ("NNNN-short-title", "0007-use-a-log"),
    ] {
        let text = filled(&template(old)).unwrap();
        assert!(text.contains(&format!("* **RFC Number:** {new}\n")), "{old}: {text}");
    }
}

#[test]
fn the_first_status_of_a_template_is_the_one_that_it_has() {
    let status = |line: &str| {
        status_of(&Source::new("t.md", format!("# [Title]\n\n{line}\n")), &OwnWords::new())
    };
    assert_eq!(status("- **Status:** Draft"), Some(Status::Draft));
    assert_eq!(status("## Status\n\nProposed"), Some(Status::Proposed));
    for open in ["- Status: Draft | Accepted", "- Status:", "A draft."] {
        assert_eq!(status(open), None, "{open}");
    }
}
