//! The files with which CI servers and pre-commit run this program name what there is.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn file(name: &str) -> String {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    text.replace("\r\n", "\n")
}

/// What stands before the colon of the lines below a key, up to the next line that is indented as the key is.
fn keys(text: &str, key: &str) -> BTreeSet<String> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut lines = text.lines().skip_while(|line| line.trim() != format!("{key}:"));
    let above = lines.next().map(indent).unwrap_or_default();
    let below: Vec<&str> =
        lines.take_while(|line| line.is_empty() || indent(line) > above).collect();
    let first =
        below.iter().map(|line| indent(line)).find(|&indent| indent > 0).unwrap_or_default();
    let direct = below.iter().filter(|line| indent(line) == first);
    direct.filter_map(|line| Some(line.trim().split_once(':')?.0.to_owned())).collect()
}

/// The words behind a mark, each up to a sign that is none of a name.
fn named<'t>(text: &'t str, mark: &str) -> BTreeSet<&'t str> {
    let rests = text.match_indices(mark).map(|(at, _)| &text[at + mark.len()..]);
    let end = |rest: &'t str| rest.find(|c: char| !c.is_alphanumeric() && !"-_".contains(c));
    rests.map(|rest| &rest[..end(rest).unwrap_or(rest.len())]).collect()
}

#[test]
fn the_action_takes_what_a_release_makes() {
    let (action, release) = (file("action.yml"), file(".github/workflows/release.yml"));
    let mut taken = named(&action, "target=");
    assert!(taken.remove("none"));
    assert_eq!(taken, named(&release, "target: "));
    for text in [&action, &release] {
        assert!(
            text.contains("mdbook-archdoc-$target.tar.gz")
                || text.contains("mdbook-archdoc-$TARGET.tar.gz")
        );
    }
}

#[test]
fn cargo_binstall_finds_what_a_release_makes() {
    let manifest: toml::Table = file("Cargo.toml").parse().unwrap();
    let binstall = &manifest["package"]["metadata"]["binstall"];
    let archive = binstall["pkg-url"].as_str().unwrap().rsplit('/').next().unwrap();
    let archive = archive.replace("{ name }", "mdbook-archdoc").replace("{ target }", "$TARGET");
    assert!(file(".github/workflows/release.yml").contains(&format!("tar -czf \"{archive}\"")));
    assert!(binstall["pkg-url"].as_str().unwrap().contains("/v{ version }/"));
}

#[test]
fn a_release_has_a_page_of_the_manual_for_each_command() {
    assert!(file(".github/workflows/release.yml").contains("cargo run --locked --example man"));
    let directory = tempfile::tempdir().unwrap();
    clap_mangen::generate_to(mdbook_archdoc::command_line(), directory.path()).unwrap();
    let page = |name: &str| fs::read_to_string(directory.path().join(name));
    assert!(page("mdbook-archdoc.1").unwrap().contains("mdbook\\-archdoc\\-check(1)"));
    assert!(page("mdbook-archdoc-adr-new.1").unwrap().contains("mdbook\\-archdoc adr new"));
    assert!(page("mdbook-archdoc-supports.1").is_err(), "mdBook asks that, nobody else");
}

#[test]
fn the_guide_shows_inputs_and_hooks_that_there_are() {
    let inputs = keys(&file("action.yml"), "inputs");
    assert!(inputs.contains("comment"), "{inputs:?}");
    let used = keys(&file("docs/src/ci/github.yml").replacen("with:", "", 1), "with");
    assert!(!used.is_empty() && used.is_subset(&inputs), "{used:?}");
    let release = format!("/mdbook-archdoc@v{}\n", env!("CARGO_PKG_VERSION"));
    assert!(file("docs/src/ci/github.yml").contains(&release), "a branch has no released binary");
    let guide = file("docs/src/pull-requests.md");
    for input in inputs.iter().filter(|input| *input != "token") {
        assert!(guide.contains(&format!("| `{input}` |")), "{input}");
    }
    let hooks = file(".pre-commit-hooks.yaml");
    let config = file("docs/src/ci/pre-commit.yaml");
    assert_eq!(named(&hooks, "- id: "), named(&config, "- id: "));
}

#[test]
fn the_problem_matcher_names_a_group_for_each_part() {
    let matcher: serde_json::Value =
        serde_json::from_str(&file("docs/src/ci/problem-matcher.json")).unwrap();
    let pattern = &matcher["problemMatcher"][0]["pattern"][0];
    let groups = pattern["regexp"].as_str().unwrap().matches('(').count();
    let named = ["file", "line", "column", "severity", "code", "message"]
        .map(|key| pattern[key].as_u64().unwrap());
    assert_eq!(named.to_vec(), (1..=groups as u64).collect::<Vec<_>>());
}
