//! Streams that are closed, full, or that nobody reads.

use super::{commands, whole};
use crate::harness::files_below;

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
        for streams in [">/dev/full 2>/dev/full", "2>&1 | :"] {
            let tree = case.tree();
            let script = format!("\"$0\" \"$@\" {streams}");
            let output = case.in_shell(tree.path(), &script).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(
                !said.contains("panicked") && output.status.code() != Some(101),
                "{case}: {said}"
            );
            let now = files_below(tree.path());
            whole(case, &now, (&before, &after));
            assert_eq!(now.len(), after.len(), "{case} {streams}: {said}");
        }
    }
}
