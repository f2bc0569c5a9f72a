//! What the system refuses: room, and rights.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::{Case, Files, commands};
use crate::harness::files_below;

/// The command says that it could not, and nothing has changed.
#[track_caller]
fn refused(case: &Case, tree: &Path, output: &std::process::Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{case}: {said}");
    assert!(said.starts_with("error: "), "{case}: {said}");
    same(case, &files_below(tree), &case.before());
}

#[track_caller]
fn same(case: &Case, now: &Files, wanted: &Files) {
    assert_eq!(now.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>(), "{case}");
    assert!(now == wanted, "{case}");
}

/// A limit of the shell is a full disk without a disk: the system takes so many blocks of a file and no more.
#[test]
fn without_room_nothing_is_written() {
    for case in commands::ALL {
        let after = case.after();
        for blocks in [0, 2] {
            let tree = case.tree();
            let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
            let output = case.in_shell(tree.path(), &script).output().unwrap();
            // The limit is one of each file: all of them may fit.
            if blocks > 0 && output.status.success() {
                same(case, &files_below(tree.path()), &after);
            } else {
                refused(case, tree.path(), &output);
            }
        }
    }
}

/// A small disk of its own, where this system lets anybody have one.
#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_nothing_is_written() {
    // The disk goes with the process, so what it held is copied out.
    let script = "mount -t tmpfs -o size=256k,nr_inodes=100 none disk && cp -r tree/. disk && cd disk || exit 99\n\
                  dd if=/dev/zero of=fill bs=4096 2>/dev/null; truncate -s -$((LEFT)) fill\n\"$0\" \"$@\"; code=$?\nrm fill; cp -r . ../after; exit $code";
    for case in commands::ALL {
        let after = case.after();
        for left in [0, 4096] {
            let top = tempfile::tempdir().unwrap();
            fs::rename(case.tree().keep(), top.path().join("tree")).unwrap();
            fs::create_dir(top.path().join("disk")).unwrap();
            fs::create_dir(top.path().join("after")).unwrap();
            let plain = case.command(top.path());
            let mut command = std::process::Command::new("unshare");
            command
                .args(["-rm", "sh", "-c", script])
                .arg(plain.get_program())
                .args(plain.get_args());
            command.current_dir(top.path()).env("LEFT", left.to_string());
            command.env("SOURCE_DATE_EPOCH", "1767225600");
            let Ok(output) = command.output() else { return println!("no `unshare` here") };
            let said = String::from_utf8_lossy(&output.stderr);
            if output.status.code() == Some(99) || said.contains("unshare") {
                return println!("no disk of one's own here: {said}");
            }
            let now = files_below(&top.path().join("after"));
            if output.status.success() {
                same(case, &now, &after);
            } else {
                assert_eq!(output.status.code(), Some(2), "{case}: {said}");
                assert!(said.contains("space") || said.contains("room"), "{case}: {said}");
                same(case, &now, &case.before());
            }
        }
    }
}

#[test]
fn a_read_only_file_stays_as_it_is() {
    for case in commands::ALL {
        let after = case.after();
        let changed = case.before().into_iter().filter(|(path, text)| after[path] != *text);
        for (path, _) in changed {
            let tree = case.tree();
            fs::set_permissions(tree.path().join(path), Permissions::from_mode(0o444)).unwrap();
            let output = case.command(tree.path()).output().unwrap();
            refused(case, tree.path(), &output);
        }
    }
}

#[test]
fn a_read_only_directory_stays_as_it_is() {
    for case in commands::ALL {
        let (before, after) = (case.before(), case.after());
        let changed = after.iter().filter(|(path, text)| before.get(*path) != Some(text));
        for (path, _) in changed {
            let tree = case.tree();
            let file = tree.path().join(path);
            let directory = file.ancestors().skip(1).find(|above| above.is_dir()).unwrap();
            fs::set_permissions(directory, Permissions::from_mode(0o555)).unwrap();
            // Some people may do everything.
            if fs::write(directory.join("probe"), "").is_ok() {
                return println!("nothing is read-only for this user");
            }
            let output = case.command(tree.path()).output().unwrap();
            fs::set_permissions(directory, Permissions::from_mode(0o755)).unwrap();
            refused(case, tree.path(), &output);
        }
    }
}
