use super::*;

fn read_ok(text: &str) -> FrontMatter {
    read(text).expect("front matter")
}

#[test]
fn values_keep_their_bytes() {
    let text =
        "---\ntitle: Überblick\nstatus: \"draft\" # yet\npeople:\n  - Ann\n  - Bö\n---\n# A\n";
    let front = read_ok(text);
    assert_eq!(&text[front.span.end..], "# A\n");
    let status = front.get(&["Status"]).unwrap();
    assert_eq!(status.value.as_str(), Some("draft"));
    assert_eq!(&text[status.value.span.range()], "\"draft\"");
    assert_eq!(&text[front.get(&["title"]).unwrap().value.span.range()], "Überblick");
    let ValueKind::List(people) = &front.get(&["people"]).unwrap().value.kind else { panic!() };
    assert_eq!(&text[people[1].span.range()], "Bö");
}

#[test]
fn braces_left_from_a_template_are_a_map() {
    let front = read_ok("---\nstatus: {Accepted}\n---\n");
    let ValueKind::Map(entries) = &front.entries[0].value.kind else { panic!() };
    assert_eq!(entries[0].key, "Accepted");
}

#[test]
fn a_broken_block_keeps_its_plain_lines() {
    let front = read_ok("---\nstatus: {proposed | accepted\ndate: 2024-01-02\n---\nText\n");
    assert!(front.problem.is_some());
    assert_eq!(front.get(&["date"]).unwrap().value.as_str(), Some("2024-01-02"));
    let front = read_ok("---\ntag:Genome Browser\n---\n");
    assert!(front.problem.is_some());
    assert!(front.entries.is_empty());
    let text = "---\nstatus: {draft\npeople:\n-   Bö\n-  é\n---\n";
    let front = read_ok(text);
    let ValueKind::List(people) = &front.get(&["people"]).unwrap().value.kind else { panic!() };
    assert_eq!(people.iter().map(|one| &text[one.span.range()]).collect::<Vec<_>>(), ["Bö", "é"]);
}

#[test]
fn a_licence_may_stand_above() {
    let text = "<!-- SPDX-License-Identifier: MIT -->\n\n---\nstatus: draft\n---\n# A\n";
    let front = read_ok(text);
    assert_eq!(&text[front.span.range()], "---\nstatus: draft\n---\n");
}

#[test]
fn toml_between_plus_signs() {
    let text = "+++\nstatus = \"draft\"\ndate = 2024-03-05\n[extra]\nby = [\"A\"]\n+++\n# A\n";
    let front = read_ok(text);
    let date = &front.get(&["date"]).unwrap().value;
    assert_eq!((date.as_str(), &text[date.span.range()]), (Some("2024-03-05"), "2024-03-05"));
    assert_eq!(&text[front.get(&["status"]).unwrap().key_span.range()], "status");
    assert!(read_ok("+++\nno toml\n+++\n").problem.is_some());
}

#[test]
fn a_key_of_toml_goes_above_the_tables() {
    for (above, below) in [
        ("status = \"draft\"\n", "\n# of the site\n[extra]\nby = [\n  \"A\",\n]\n"),
        ("by = [\n[1],\n[2],\n]\n", "[[a]]\nb = 1\n\n[[a]]\nb = 2\n"),
        ("a = \"\"\"\n[b]\n\"\"\"\n", "[c.d]\n"),
        ("", "[extra]\nby = 1\n"),
        ("a.b = [\n[1],\n]\n# the end\n", ""),
    ] {
        let text = format!("+++\n{above}{below}+++\n# A\n");
        let front = read_ok(&text);
        assert!(front.problem.is_none(), "{text}");
        let at = front.end_of_keys(&text);
        assert_eq!(&text[front.body.start..at], above, "{text}");
        let new = format!("{}z = 1\n{}", &text[..at], &text[at..]);
        assert!(read_ok(&new).entries.iter().any(|entry| entry.key == "z"), "{new}");
    }
}

#[test]
fn what_yaml_would_read_as_something_else_is_quoted() {
    for (text, written) in [
        ("Use a log", "Use a log"),
        ("✅ accepted", "✅ accepted"),
        ("2026-01-05 accepted", "2026-01-05 accepted"),
        (":bulb: proposed", "\":bulb: proposed\""),
        ("0007", "\"0007\""),
        ("No", "\"No\""),
        ("a: \"b\"", "\"a: \\\"b\\\"\""),
    ] {
        let value = Notation::Yaml.scalar(text, "");
        assert_eq!(value, written);
        let block = format!("---\nkey: {value}\n---\n");
        assert_eq!(read_ok(&block).entries[0].value.as_str(), Some(text));
    }
}

#[test]
fn a_closing_line_may_have_a_dash_too_few_or_too_many() {
    for fence in ["--", "----"] {
        let text = format!("---\ntitle: A choice\nstatus: approuvée\n{fence}\n\nText\n");
        let front = read_ok(&text);
        assert_eq!(front.get(&["status"]).unwrap().value.as_str(), Some("approuvée"));
        assert_eq!(&text[front.span.end..], "\nText\n");
    }
    assert!(read("---\nNote: a heading\nin two lines\n----\n").is_none());
}

#[test]
fn a_second_block_right_below_says_what_the_first_does_not() {
    let site = "---\ntitle: A choice\nsummary: s\n---\n";
    let text =
        format!("{site}\n---\nstatus: \"draft\"\ntitle: another\nby: [\"Ann\"]\n---\n\n# A\n");
    let front = read_ok(&text);
    let status = &front.get(&["status"]).unwrap().value;
    assert_eq!((status.as_str(), &text[status.span.range()]), (Some("draft"), "\"draft\""));
    assert_eq!(front.get(&["title"]).unwrap().value.as_str(), Some("A choice"));
    assert_eq!(&text[front.span.end..], "\n# A\n");
    assert!(text[front.body.range()].starts_with("status:"));
    for below in [
        "\nText\n\n---\na: b\nc: d\n---\n",
        "\n---\na: b\n---\n",
        "\n---\na: b\nand more\n---\n",
        "\n---\n\nText\n\n---\n",
        "\n---\na: b\nc: d\n",
    ] {
        let text = format!("{site}{below}");
        let front = read_ok(&text);
        assert_eq!((front.entries.len(), &text[front.span.end..]), (2, below), "{below}");
    }
}

#[test]
fn a_rule_is_no_front_matter() {
    assert!(read("---\n\nText\n\n---\n").is_none());
    assert!(read("---\nstatus: draft\n").is_none());
    assert!(read("Text\n---\na: b\n---\n").is_none());
}
