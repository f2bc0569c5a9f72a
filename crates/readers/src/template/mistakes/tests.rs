use super::super::catalogue::Catalogue;
use crate::files::Overlay;

/// The messages about one template's file, each with the text it points at.
fn told(text: &str) -> Vec<(String, String)> {
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join("own.md"), text).unwrap();
    let catalogue = Catalogue::new(directory.path(), Some("."), &Overlay::default());
    let own = &catalogue.own()[0];
    let told = own.problems.iter().map(|problem| {
        (own.template.source.slice(problem.span).to_owned(), problem.message.clone())
    });
    told.collect()
}

/// What is said of a body under good front matter.
fn of_body(body: &str) -> Vec<(String, String)> {
    told(&format!("---\nname: own\nversion: 1.0.0\nparams: {{ team: Blue }}\n---\n{body}"))
}

/// Checks that there is one problem, where it is, and that its message says so.
fn one(found: &[(String, String)], at: &str, says: &str) {
    let [(place, message)] = found else { panic!("{found:?}") };
    assert_eq!(place, at, "{message}");
    assert!(message.contains(says), "{message}");
}

#[test]
fn a_misspelt_attribute_is_told_with_the_nearest() {
    one(&of_body("## A {#a .recomended}\n"), ".recomended", "did you mean `.recommended`?");
    one(&of_body("## A: [N] {#a repeet=part}\n"), "repeet", "did you mean `repeat`?");
    one(&of_body("## A {#a .mine}\n"), ".mine", "known are `.required`");
    one(&of_body("## A {#a required}\n"), "required", "did you mean `.required`?");
    one(&of_body("## A {risks}\n"), "risks", "did you mean `#risks`?");
    one(&of_body("## A {#a.required}\n"), "#a.required", "did you mean `#a .required`?");
    one(&of_body("## A {#a columns=requird}\n"), "columns", "`columns=required`?");
    one(&of_body("## A {#a min=2}\n"), "min", "add `repeat=...`");
    one(&of_body("## A {#a .copy}\n"), ".copy", "none stands before it");
    one(&of_body("## A {#a after=b}\n"), "after", "nothing is extended");
    one(&of_body("## A {#a .removed}\n"), ".removed", "nothing is extended");
    one(
        &of_body("## A {#a columns=required}\n\ntext\n"),
        "## A {#a columns=required}\n",
        "no table",
    );
}

#[test]
fn attributes_that_are_taken_for_text_are_told() {
    one(&of_body("## A {#a .required\n\ntext\n"), "## A {#a .required", "`}` is missing");
    one(&of_body("## A #a .required}\n\ntext\n"), "## A #a .required}", "`{` is missing");
    one(&of_body("## A {# a}\n"), "## A {# a}", "without spaces");
    one(&of_body("## A {#a} B\n"), "## A {#a} B", "attributes end their heading");
    one(&of_body("## A\n{#a .required}\n"), "## A", "in the heading's own line");
}

#[test]
fn a_misspelt_parameter_or_key_is_told() {
    one(&of_body("## A {#a}\n\n{{teem}} {{team}}\n"), "{{teem}}", "did you mean `team`?");
    one(&of_body("## A {#a}\n\n{{owner}}\n"), "{{owner}}", "add it to `params`");
    assert_eq!(of_body("## A {#a}\n\n```\n{{owner}} {{ .Values.x }}\n```\n"), []);
    assert_eq!(told("## A\n\n{{owner}}\n"), [], "any Markdown file is a template");
    let front =
        |line: &str| told(&format!("---\nname: own\nversion: 1.0.0\n{line}\n---\n## A {{#a}}\n"));
    one(&front("titel: x"), "titel", "did you mean `title`?");
    one(&front("owner: x"), "owner", "known are `name`");
    one(&front("name: x"), "name", "stated twice");
    one(&front("params: { a: { requird: true } }"), "requird", "did you mean `required`?");
    one(&front("params: { a: { required: maybe } }"), "maybe", "true or false");
    one(&front("params: { \"a b\": x }"), "\"a b\"", "letters, digits");
    one(&front("extends: [formal]"), "[formal]", "names one template");
    assert_eq!(told("---\ntags: [a]\nauthor: Ann\n---\n## A\n"), [], "front matter of others");
}

#[test]
fn front_matter_that_is_none_is_told() {
    let at = |text: &str| told(text).first().cloned().unwrap_or_default();
    let never = at("---\nname: own\nversion: 1.0.0\n## A\n");
    one(&[never], "---", "never ends");
    one(&[at("--\nname: own\n---\n## A\n")], "--", "not with `--`");
    one(&[at("name: own\nversion: 1.0.0\n---\n## A\n")], "name: own", "begins with a line `---`");
    one(&[at("---\nname: [own\nversion: 1\n---\n## A\n")], "", "not YAML");
    assert_eq!(told("---\n\n## A\n"), [], "a rule");
}

#[test]
fn a_comment_that_nobody_reads_is_told() {
    one(
        &of_body("## A {#a}\n<!-- gide: why -->\n"),
        "<!-- gide: why -->",
        "did you mean `guide:`?",
    );
    one(&of_body("## A {#a}\n<!-- alias: B -->\n"), "<!-- alias: B -->", "`aliases:`?");
    one(&of_body("## A {#a}\n<!-- guide why -->\n"), "<!-- guide why -->", "a colon is missing");
    one(&of_body("<!-- guide: why -->\n\n## A {#a}\n"), "<!-- guide: why -->", "under a heading");
    let twice = of_body("## A {#a}\n<!-- guide: one -->\n<!-- guide: two -->\n");
    one(&twice, "<!-- guide: two -->", "the first one counts");
    one(&of_body("## A {#a}\n<!-- guide: why\n\n## B {#b}\n"), "<!-- guide: why", "never closed");
    one(
        &of_body("## A {#a}\ntext <!-- guide: why -->\n"),
        "<!-- guide: why -->",
        "lines of its own",
    );
    assert_eq!(
        of_body("## A {#a}\n<!-- Guide: why -->\n<!-- note: internal -->\n<!-- see x -->\n"),
        []
    );
}

#[test]
fn a_section_that_was_to_refine_another_is_told() {
    let child = |body: &str| told(&format!("---\nextends: formal@1\n---\n{body}"));
    one(
        &child("## Scope {#introduction.scpe}\n"),
        "## Scope {#introduction.scpe}\n",
        "`introduction.scope`?",
    );
    let same = child("## Deployment Architecture\n");
    one(&same, "## Deployment Architecture\n", "write `{#deployment}` to refine it");
    assert_eq!(child("## Cards {#cards after=security}\n### Scope\n"), []);
    assert_eq!(child("## Why {#introduction.purpose}\n\n{{project}}\n"), []);
    assert_eq!(told("---\nextends: none@1\n---\n## A {#a .removed}\n\n{{project}}\n").len(), 1);
}

#[test]
fn built_in_templates_have_no_mistakes() {
    for name in super::super::builtin::names() {
        let text = super::super::builtin::text(name).unwrap();
        assert_eq!(told(text), [], "{name}");
    }
}
