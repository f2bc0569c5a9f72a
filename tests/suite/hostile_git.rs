//! A repository's configuration cannot make us run a program, whatever is asked of git: change logs, records, the
//! code that texts describe, and states before a change.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::harness::files::write;
use crate::harness::git;
use crate::harness::program::run;
use tempfile::TempDir;

/// What could name a program.
const PROGRAMS: [&str; 18] = [
    "core.fsmonitor",
    "core.pager",
    "core.editor",
    "core.askPass",
    "core.alternateRefsCommand",
    "pager.log",
    "core.sshCommand",
    "diff.external",
    "diff.evil.command",
    "diff.evil.textconv",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "gpg.program",
    "gpg.ssh.program",
    "uploadpack.packObjectsHook",
    "credential.helper",
    "alias.log",
];

/// A book with a history that everything asks git about.
fn repository() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let path = root.path();
    write(path, "book.toml", "[preprocessor.archdoc]\n[preprocessor.archdoc.stale]\ncommits = 1\n");
    write(path, "src/SUMMARY.md", "- [A](a.md)\n- [1](adr/0001-a.md)\n- [Code](code.md)\n");
    write(
        path,
        "src/a.md",
        "# A\n\n<!-- archdoc: change-log source=\"git\" -->\n<!-- archdoc: end -->\n\n\
         <!-- archdoc: decisions-since \"HEAD~1\" -->\n<!-- archdoc: end -->\n",
    );
    let record = "# 1. Use a\n\nDate: 2024-01-10\n\n## Status\n\nProposed\n\n## Context\n\nx\n\n## Decision\n\ny\n";
    write(path, "src/adr/0001-a.md", record);
    write(path, "src/code.md", "# Code\n\n<!-- archdoc: describes app/** -->\n\nIt charges.\n");
    write(path, "app/pay.rs", "fn pay() {}\n");
    git::commit_all(path, "2024-01-10", "Start");
    write(path, "app/pay.rs", "fn pay() { 1; }\n");
    write(path, "src/adr/0001-a.md", &record.replace("Proposed", "Accepted"));
    git::commit_all(path, "2024-06-10", "Decide");
    root
}

/// Sets a trap wherever git could step into one; also the file that tells that one was.
fn trapped(root: &Path) -> std::path::PathBuf {
    let (trap, touched) = (root.join("trap.sh"), root.join("touched"));
    let script = |file: &Path| {
        fs::write(file, format!("#!/bin/sh\ntouch '{}'\ncat\n", touched.display())).unwrap();
        fs::set_permissions(file, fs::Permissions::from_mode(0o755)).unwrap();
    };
    script(&trap);
    for hook in ["post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc"] {
        script(&root.join(hook));
    }
    let set = |key: &str, value: &str| git::run(root, "2024-01-10", &["config", key, value]);
    let trap = trap.to_str().unwrap();
    for key in PROGRAMS {
        let value = if key == "alias.log" { format!("!{trap}") } else { trap.to_owned() };
        set(key, &value);
    }
    set("log.showSignature", "true");
    set("core.hooksPath", root.to_str().unwrap());
    write(root, ".gitattributes", "* diff=evil filter=evil\n");
    touched
}

#[test]
fn a_repository_cannot_make_us_run_a_program() {
    if !git::is_here() {
        return;
    }
    let root = repository();
    let touched = trapped(root.path());
    for (arguments, wanted) in [
        (&["check", "--format", "short"][..], "src/code.md:1:1: warning[stale-section]"),
        (&["check", "--since", "HEAD~1"], ""),
        (&["check", "--staged"], ""),
        (&["changes", "--since", "HEAD~1"], "ADR 1"),
        (&["adr", "list"], "Use a"),
        (&["render", "src/a.md"], ""),
    ] {
        let ran = run(root.path(), arguments);
        assert_eq!(ran.code, Some(0), "{arguments:?}: {}", ran.stderr);
        assert!(ran.stdout.contains(wanted), "{arguments:?}: {}", ran.stdout);
        assert!(!touched.exists(), "{arguments:?} ran a program of the repository's configuration");
    }
    let rendered = fs::read_to_string(root.path().join("src/a.md")).unwrap();
    assert!(rendered.contains("|2024-01-10|Ann|Start|"), "{rendered}");
    assert!(rendered.contains("accepted"), "{rendered}");
    // Anybody else steps into one.
    fs::remove_file(root.path().join(".gitattributes")).unwrap();
    git::run(root.path(), "2024-06-11", &["status"]);
    assert!(touched.exists());
}
