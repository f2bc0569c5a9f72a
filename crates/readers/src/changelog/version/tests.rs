use super::*;

fn step(before: &str, after: &str) -> Step {
    Version::read(after).unwrap().step(&Version::read(before).unwrap())
}

#[test]
fn components_are_whole_numbers() {
    assert_eq!(step("1.09", "1.10"), Step::Next);
    assert_eq!(step("1.19", "1.20"), Step::Next);
    assert_eq!(step("0.9", "0.10"), Step::Next);
    assert_eq!(step("0.8", "1.0"), Step::Next);
    assert_eq!(step("v0p8", "v1p0-rc1"), Step::Next);
    assert_eq!(step("0.1.x.x", "0.2.x.x"), Step::Next);
    assert_eq!(step("1.2", "1.2.1"), Step::Next);
    assert_eq!(step("3", "4"), Step::Next);
}

#[test]
fn a_step_over_a_version_is_a_jump() {
    for (before, after) in
        [("0.3.0", "0.5.0"), ("0.1", "1.1"), ("1.3.4", "1.4.1"), ("1.4.5", "1.5.1")]
    {
        assert_eq!(step(before, after), Step::Jump, "{before} {after}");
    }
    assert_eq!(step("2024-03", "2024-11"), Step::Next);
    assert_eq!(step("2024.03", "2024.11"), Step::Next);
}

#[test]
fn of_a_series_nothing_is_known_behind_its_numbers() {
    for (before, after, wanted) in [
        ("0.2.x", "0.4.x", Step::Next),
        ("0.4.x", "0.4", Step::Same),
        ("0.4.7", "0.4.x", Step::Same),
        ("0.9", "1.x", Step::Next),
        ("1.x", "1.0", Step::Same),
        ("1.x", "v3.X", Step::Next),
        ("2.*", "1.9", Step::Fall),
    ] {
        assert_eq!(step(before, after), wanted, "{before} {after}");
    }
    let read = |text| Version::read(text).unwrap();
    assert!(!read("1.x").same(&read("1.0")) && read("1.x").agrees(&read("1.4")));
    assert!(!read("0.4.x").agrees(&read("0.5")));
}

#[test]
fn pre_releases_come_before_the_release() {
    assert_eq!(step("3.0.0-beta.2", "3.0.0"), Step::Same);
    assert_eq!(step("3.0.0", "3.0.0-beta"), Step::Fall);
    assert_eq!(step("1.22", "1.22 w/ Errata A"), Step::Same);
    assert_eq!(step("1.0 Draft", "1.0"), Step::Same);
    assert_eq!(step("2.0", "1.9"), Step::Fall);
}

#[test]
fn a_stage_that_is_not_counted_is_a_remark() {
    let agree = |a: &str, b: &str| Version::read(a).unwrap().agrees(&Version::read(b).unwrap());
    for (a, b) in
        [("v2.1 draft", "v2.1"), ("2.1 draft working Markdown", "v2.1"), ("2.1", "2.1-beta")]
    {
        assert!(agree(a, b), "{a} {b}");
    }
    for (a, b) in [("2.1-rc.1", "2.1"), ("2.1 draft", "2.2"), ("2.1-alpha", "2.1-beta")] {
        assert!(!agree(a, b), "{a} {b}");
    }
}

#[test]
fn words_behind_the_numbers_say_of_what_it_is_a_version() {
    let qualified = |text: &str| Version::read(text).unwrap().is_qualified();
    assert!(qualified("v1.9 lineage"));
    for text in [
        "1.9",
        "1.22 w/ Errata A",
        "1.0 draft",
        "1.0.0-rc.1",
        "0.1.x.x",
        "1.2 final",
        "1.5 LTS",
        "2.0 (GA)",
    ] {
        assert!(!qualified(text), "{text}");
    }
}

#[test]
fn spellings_of_one_version() {
    let read = |text| Version::read(text).unwrap();
    for text in ["v1.0", "1.0", "1.0.0", "V1.0", "Version 1.0", "[1.0.0]", "Rev. 1", "v1p0"] {
        assert!(read(text).same(&read("1.0")), "{text}");
    }
    assert!(!read("1.22 w/ Errata A").same(&read("1.22 w/ Errata B")));
    assert!(Version::read("Draft").is_none());
    assert!(Version::read("").is_none());
}
