//! A new status, written as the team writes it.

use super::*;

#[test]
fn a_status_is_written_as_the_team_writes_it() {
    let directory = three();
    let diff = done(&directory, &["status", "2", "rejected"]);
    assert!(diff.starts_with("--- a/docs/adr/0002-b.md\n+++ b/docs/adr/0002-b.md\n"), "{diff}");
    assert!(diff.contains("-Accepted\n+Rejected\n"), "{diff}");
    assert_eq!(read(&directory, "0002-b.md"), nygard(2, "Rejected"));
    assert_eq!(done(&directory, &["status", "2", "rejected"]), "");
    done(&directory, &["status", "0003-c.md", "on", "hold", "--dry-run"]);
    assert_eq!(read(&directory, "0003-c.md"), nygard(3, "Accepted"));
    let said = refused(&directory, &["status", "3", "acepted"]);
    assert!(said.contains("do you mean `accepted`?"), "{said}");
    let said = refused(&directory, &["status", "3", "greenlit"]);
    assert!(said.contains("adr.statuses"), "{said}");
    let said = refused(&directory, &["status", "3", "superseded"]);
    assert!(said.contains("adr supersede 3 --by"), "{said}");
    let said = refused(&directory, &["status", "9", "accepted"]);
    assert!(said.contains("there is no record 9 in `"), "{said}");
    assert!(said.contains("`mdbook-archdoc adr list` shows which there are"), "{said}");
    let said = refused(&directory, &["status", "3", "accepted", "--dir", "nowhere"]);
    assert!(said.contains("there is no `nowhere`"), "{said}");
    let config = "[adr]\nstatuses = { greenlit = \"accepted\" }\n";
    fs::write(directory.path().join("archdoc.toml"), config).unwrap();
    done(&directory, &["status", "2", "greenlit"]);
    assert_eq!(read(&directory, "0002-b.md"), nygard(2, "Greenlit"));
}

#[test]
fn signs_histories_and_languages_are_kept() {
    let signed =
        |word: &str| format!("# Title\n\n**Status:** {word}  \n**Date:** 2026-01-05\n\n{SECTIONS}");
    let german = |word: &str| {
        format!("# Titel\n\n## Status\n\n{word}\n\n## Kontext\n\nA.\n\n## Entscheidung\n\nB.\n")
    };
    let history = nygard(4, "- 2026-01-05: proposed\n- 2026-02-05: in review");
    let directory = repository(&[
        ("0001-a.md", &signed("✅ Accepted")),
        ("0002-b.md", &signed("⌛️ Proposed")),
        ("0003-c.md", &signed("✅ Accepted")),
        ("0004-d.md", &history),
    ]);
    done(&directory, &["status", "2", "accepted"]);
    assert_eq!(read(&directory, "0002-b.md"), signed("✅ Accepted"));
    done(&directory, &["status", "4", "accepted", "--date", "2026-03-01"]);
    let grown = "- 2026-02-05: in review\n- 2026-03-01: accepted\n";
    assert!(read(&directory, "0004-d.md").contains(grown), "{}", read(&directory, "0004-d.md"));

    let directory = repository(&[
        ("0001-a.md", &german("Akzeptiert")),
        ("0002-b.md", &german("Vorgeschlagen")),
        ("0003-c.md", &german("Akzeptiert")),
    ]);
    done(&directory, &["status", "2", "accepted"]);
    assert_eq!(read(&directory, "0002-b.md"), german("Akzeptiert"));
    done(&directory, &["supersede", "1", "--by", "3"]);
    assert!(read(&directory, "0001-a.md").contains("\nErsetzt durch ["));
    assert!(read(&directory, "0003-c.md").contains("\nErsetzt ["));
}

#[test]
fn a_day_behind_the_status_is_renewed_with_it() {
    let dated = |number: u64, status: &str| {
        format!("# {number}. Title {number}\n\n**Status:** {status}\n\n{SECTIONS}")
    };
    let texts = [1, 2, 3].map(|number| dated(number, &format!("Accepted, 2026-01-0{number}")));
    let directory =
        repository(&[("0001-a.md", &texts[0]), ("0002-b.md", &texts[1]), ("0003-c.md", &texts[2])]);
    done(&directory, &["status", "2", "deprecated", "--date", "2026-02-05"]);
    assert_eq!(read(&directory, "0002-b.md"), dated(2, "Deprecated, 2026-02-05"));
    done(&directory, &["supersede", "1", "--by", "3", "--date", "2026-02-06"]);
    let superseded = "Superseded by [3. Title 3](0003-c.md), 2026-02-06";
    assert_eq!(read(&directory, "0001-a.md"), dated(1, superseded));
    let listed = done(&directory, &["list"]);
    assert!(listed.contains("superseded  2026-02-06"), "{listed}");
}

#[test]
fn a_status_is_written_in_the_language_of_the_directory() {
    for word in ["Akzeptiert", "accepté", "accepted"] {
        for others in ["Accepted", "Proposed"] {
            let top = three_of(others);
            let ran = run(top.path(), &["adr", "status", "3", word]);
            assert_eq!(ran.code, Some(0), "{}", ran.stderr);
            assert!(ran.stdout.contains("\n+Accepted\n"), "{word}, {others}: {}", ran.stdout);
        }
    }
    // A word that the directory has itself stays.
    let top = three_of("Akzeptiert");
    let ran = run(top.path(), &["adr", "status", "3", "akzeptiert"]);
    assert!(ran.stdout.contains("\n+Akzeptiert\n"), "{}", ran.stdout);
}

#[test]
fn a_word_in_the_middle_of_a_sentence_is_no_word_of_the_team() {
    let told = nygard(1, "deprecated, was accepted; no longer applies. 2026-02-05.");
    let directory = repository(&[
        ("0001-a.md", &told),
        ("0002-b.md", &nygard(2, "accepted")),
        ("0003-c.md", &nygard(3, "accepted")),
    ]);
    done(&directory, &["status", "2", "deprecated"]);
    assert_eq!(read(&directory, "0002-b.md"), nygard(2, "deprecated"));
}
