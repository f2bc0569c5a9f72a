//! What no sequence of commands may do.

use super::*;

/// The styles of a record: where its status stands.
fn styled(number: u64, style: usize) -> String {
    let title = format!("Title {number}");
    match style {
        0 => nygard(number, "Accepted"),
        1 => format!(
            "---\nstatus: accepted # one of three\ndate: 2026-01-05\n---\n\n# {title}\n\n{SECTIONS}"
        ),
        2 => format!(
            "# {title}\n\n* Status: accepted\n* Date: 2026-01-05\n\n{SECTIONS}\n## Links\n\n* A page\n"
        ),
        3 => format!(
            "# {title}\n\n| Status | ✅ Accepted |\n|---|---|\n| Date | 2026-01-05 |\n\n{SECTIONS}"
        ),
        4 => nygard(number, "- 2026-01-05: proposed\n- 2026-02-05: accepted"),
        5 => nygard(number, "Accepted by the board;\nthe night shift was against it.")
            .replace('\n', "\r\n"),
        6 => format!(
            "# Titre {number}\n\n* Statut : accepté\n* Date : 2026-01-05\n* Décideurs : Ann\n\n## Contexte\n\n\
             Lent.\n\n## Décision\n\nUn journal.\n\n## Conséquences\n\nPlus.\n"
        )
        .replace('\n', "\r\n"),
        7 => format!(
            "# ADR-{number}: {title}\n\n| Status | Date | Deciders |\n|---|---|---|\n| Accepted | 2026-01-05 | Ann |\n\n\
             {SECTIONS}"
        ),
        8 => format!(
            "# {number}. 題 {number}\n\n- ステータス: 承認済み\n- 日付: 2026-01-05\n\n## コンテキスト\n\n遅い。\n\n\
             ## 決定\n\nログ。\n\n## 結果\n\n増える。\n"
        ),
        9 => format!(
            "# {number}. {title}\n\n**Status:** Accepted  \n**Date:** 2026-01-05  \n**Deciders:** Ann\n\n{SECTIONS}"
        ),
        10 => format!(
            "---\nestado: \"aceptada\"\nfecha: 2026-01-05\n---\n\n# {title}\n\n## Contexto\n\nLento.\n\n\
             ## Decisión\n\nUn registro.\n\n## Consecuencias\n\nMás.\n"
        )
        .replace('\n', "\r\n"),
        _ => format!(
            "# {number}. {title}\n\nDatum: 05.01.2026\n\n## Status\n\nAkzeptiert\n\n## Kontext\n\nEs ist langsam.\n\n\
             ## Entscheidung\n\nEin Log.\n\n## Konsequenzen\n\nMehr.\n\n## Änderungen\n\n- 05.01.2026: begonnen\n"
        ),
    }
}

/// Findings by rule; what is still to be written in a new record is not at issue.
fn findings(directory: &Path) -> Vec<String> {
    let ran = run(directory, &["check", "--format", "short"]);
    let lines = ran.stdout.lines().filter(|line| !line.contains("[adr-untouched-section]"));
    lines.map(str::to_owned).collect()
}

/// A command with an editor.
fn edited_by(directory: &Path, editor: &str, arguments: &[&str]) -> Ran {
    let mut command = archdoc(directory, arguments);
    command.env("EDITOR", editor).env_remove("VISUAL");
    command.output().unwrap().into()
}

fn any_command() -> impl Strategy<Value = Vec<String>> {
    let number = || (1..5_u64).prop_map(|number| number.to_string());
    let status = proptest::sample::select(vec!["accepted", "rejected", "deprecated", "on hold"]);
    let relation =
        proptest::sample::select(vec!["amends", "extended-by", "relates-to", "depends-on"]);
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    prop_oneof![
        (number(), status).prop_map(move |(n, status)| words(&["status", &n, status])),
        (number(), number(), any::<bool>()).prop_map(move |(n, m, also)| {
            let also = if also { &["--also"][..] } else { &[] };
            words(&[&["supersede", &n, "--by", &m], also].concat())
        }),
        (number(), relation, number()).prop_map(move |(n, kind, m)| words(&["link", &n, kind, &m])),
        number().prop_map(move |n| words(&["new", "Another", "--force", "--supersedes", &n])),
        proptest::sample::select(vec!["nygard", "madr", "madr-minimal"])
            .prop_map(move |style| words(&["new", "One", "more", "--force", "--template", style])),
        Just(words(&["new", "The", "next", "--force"])),
        Just(words(&["init"])),
        number().prop_map(move |n| words(&["edit", &n])),
        number().prop_map(move |n| words(&["show", &n])),
    ]
}

/// Runs commands one after the other. Each is refused and changes nothing, or every line that was there still is, or
/// was shown as one that goes; and what `check` finds at the end it found before.
fn nothing_is_lost(directory: &TempDir, commands: &[Vec<String>]) -> Result<(), TestCaseError> {
    let before = findings(directory.path());
    for command in commands {
        let command: Vec<&str> = command.iter().map(String::as_str).collect();
        // Of the records that were there, and of those that were written since.
        let untouched = texts(directory.path());
        let ran = edited_by(directory.path(), "true", &[&["adr"], &*command].concat());
        if ran.code != Some(0) {
            prop_assert_eq!(ran.code, Some(2));
            prop_assert_eq!(texts(directory.path()), untouched);
            continue;
        }
        for (file, old) in &untouched {
            let new = fs::read_to_string(file).unwrap();
            for line in old.lines() {
                let there = new.lines().any(|other| other == line);
                let told = ran.stdout.lines().any(|other| other.strip_prefix('-') == Some(line));
                prop_assert!(there || told, "{line:?} of {file:?} after {command:?}:\n{new}");
            }
            prop_assert_eq!(old.contains("\r\n"), new.contains("\r\n"));
            prop_assert!(!old.contains("\r\n") || !new.replace("\r\n", "").contains('\n'));
        }
    }
    for finding in findings(directory.path()) {
        prop_assert!(before.contains(&finding), "{finding}\nafter {commands:?}");
    }
    Ok(())
}

/// A record as a section of a log.
fn logged(number: u64, style: usize) -> String {
    let status = match style {
        0 => "Status: Accepted\nDate: 2026-01-05\n",
        1 => "* Status: accepted\n* Date: 2026-01-05\n",
        2 => "| Status | Accepted |\n|---|---|\n| Date | 2026-01-05 |\n",
        _ => "Date: 2026-01-05\n\n### Status\n\nAccepted by the board.\n",
    };
    format!("## ADR-{number:03}: Title {number}\n\n{status}\n{}", SECTIONS.replace("## ", "### "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_lost_unseen_and_no_fault_is_made(
        styles in proptest::collection::vec(0..12_usize, 3),
        commands in proptest::collection::vec(any_command(), 1..6),
    ) {
        let records: Vec<(String, String)> = styles.iter().zip(1..).map(|(style, number)| {
            (format!("{number:04}-title-{number}.md"), styled(number, *style))
        }).collect();
        let files: Vec<(&str, &str)> =
            records.iter().map(|(name, text)| (&**name, &**text)).collect();
        nothing_is_lost(&repository(&files), &commands)?;
    }

    #[test]
    fn nor_is_any_in_a_log(
        styles in proptest::collection::vec(0..4_usize, 3),
        windows in any::<bool>(),
        commands in proptest::collection::vec(any_command(), 1..6),
    ) {
        let records = styles.iter().zip(1..).map(|(style, number)| logged(number, *style));
        let log = format!("# Log\n\n{}\n---\n\nThe end.\n", records.collect::<Vec<_>>().join("\n"));
        let log = if windows { log.replace('\n', "\r\n") } else { log };
        nothing_is_lost(&repository(&[("log.md", &log)]), &commands)?;
    }
}
