//! Streams that are closed, full, or that nobody reads.

use super::{commands, whole};
use crate::harness::files_below;

/// What a process ends with whose main thread panics.
const PANICKED: i32 = 101;

/// What is said is heard nowhere; where stderr is full as well, only the code tells of a panic.
const UNHEARD: [&str; 3] = [
    r#"exec "$0" "$@" >/dev/full"#,
    r#"exec "$0" "$@" >/dev/full 2>/dev/full"#,
    r#"exec 3>&2; { "$0" "$@" 2>&3; echo "code $?" >&3; } | :"#,
];

#[test]
fn whoever_listens_the_files_are_the_same() {
    for case in commands::ALL {
        let (before, after) = (case.before(), case.after());
        for streams in [">&- 2>&-", "<&-"] {
            let tree = case.tree();
            let script = format!("exec \"$0\" \"$@\" {streams}");
            let output = case.in_shell(tree.path(), &script).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(0), "{case} {streams}: {said}");
            assert!(files_below(tree.path()) == after, "{case} {streams}: {said}");
        }
        for script in UNHEARD {
            let tree = case.tree();
            let output = case.in_shell(tree.path(), script).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert_ne!(output.status.code(), Some(PANICKED), "{case} {script}: {said}");
            for words in ["panicked", &format!("code {PANICKED}")] {
                assert!(!said.contains(words), "{case} {script}: {said}");
            }
            let now = files_below(tree.path());
            whole(case, &now, (&before, &after));
            assert_eq!(now.len(), after.len(), "{case} {script}: {said}");
        }
    }
}
